internal import Entries
internal import Foundation

/// The time zone of a place, by its IANA name, with its daylight saving.
package struct LocalZone: Equatable, Sendable {
    package let name: String
    private let zone: TimeZone

    /// Nil if nobody knows a zone of that name.
    package init?(_ name: String) {
        guard TimeZone.knownTimeZoneIdentifiers.contains(name) || name == "UTC",
            let zone = TimeZone(identifier: name)
        else { return nil }
        self.name = name
        self.zone = zone
    }

    package static let utc = LocalZone(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    /// The moment at which clocks there showed `milliseconds` since 1970-01-01T00:00 on the wall.
    ///
    /// An hour that clocks showed twice (autumn) means its first time; one that they skipped
    /// (spring) counts on from before the change, so that 02:30 is half an hour after the change.
    func instant(wallMilliseconds milliseconds: Int) -> Instant {
        let day = 86_400_000
        let before = offset(at: milliseconds - day)
        let after = offset(at: milliseconds + day)
        for offset in [max(before, after), min(before, after)]
        where self.offset(at: milliseconds - offset) == offset {
            return Instant(milliseconds: milliseconds - offset)
        }
        return Instant(milliseconds: milliseconds - before)
    }

    private func offset(at milliseconds: Int) -> Int {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        return zone.secondsFromGMT(for: date) * 1000
    }
}
