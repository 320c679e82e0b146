internal import Entries

/// Days as the wall clock of Thailand counts them.
enum ThaiDay {
    static let offset = 7 * 3_600_000
    static let length = 86_400_000

    /// Days since 1970-01-01.
    static func number(of instant: Instant) -> Int {
        Instant.floorDivide(instant.milliseconds + offset, length)
    }

    /// The first moment of a day, in milliseconds since 1970-01-01T00:00:00Z.
    static func start(of day: Int) -> Int { day * length - offset }
}
