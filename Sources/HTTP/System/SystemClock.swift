package import Entries
internal import Glibc

/// The machine's clocks.
package enum SystemClock {
    /// The time of day.
    package static var now: Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }

    /// Microseconds since some moment: for durations, never set back.
    package static var microseconds: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }

    static var milliseconds: Int { microseconds / 1000 }
}
