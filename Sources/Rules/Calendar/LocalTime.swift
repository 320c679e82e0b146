package import Entries

/// The wall clock of Thailand, seven hours ahead of UTC all year.
package struct LocalTime: Hashable, Sendable {
    package static let offsetMilliseconds = 7 * 3_600_000
    package static let dayMilliseconds = 86_400_000

    /// Days since 1970-01-01.
    package var dayNumber: Int
    /// Milliseconds since midnight.
    package var millisecond: Int

    package init(_ instant: Instant) {
        let local = instant.milliseconds + Self.offsetMilliseconds
        dayNumber = Instant.floorDivide(local, Self.dayMilliseconds)
        millisecond = local - dayNumber * Self.dayMilliseconds
    }

    package init(dayNumber: Int, minute: Int) {
        self.dayNumber = dayNumber
        millisecond = minute * 60_000
    }

    package init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        dayNumber = date.dayNumber
        millisecond = (hour * 3600 + minute * 60 + second) * 1000
    }

    package var instant: Instant {
        Instant(
            milliseconds: dayNumber * Self.dayMilliseconds + millisecond - Self.offsetMilliseconds)
    }

    package var date: CivilDate { CivilDate(dayNumber: dayNumber) }
    package var hour: Int { millisecond / 3_600_000 }
    package var minute: Int { millisecond / 60_000 % 60 }
    package var second: Int { millisecond / 1000 % 60 }
}

extension Instant {
    /// This moment on the wall clock of Thailand.
    package var local: LocalTime { LocalTime(self) }

    /// `2024-07-08T17:56:42.000+07:00` as a moment, from its parts on the wall clock of Thailand.
    package init(local date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self = LocalTime(date, hour: hour, minute: minute, second: second).instant
    }
}
