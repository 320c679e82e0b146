package import Entries
internal import Events
package import Rules

/// What was written down of a case's clocks, so that it is written down once.
package struct CaseAlarms: Equatable, Sendable {
    package private(set) var recorded: [ClockAlarm] = []
    /// When the case was put on our clocks, if an import did so.
    package let joinedAt: Instant?

    package init(joinedAt: Instant? = nil) { self.joinedAt = joinedAt }

    mutating func take(_ event: PetitionEvent) { recorded.take(event) }
}

extension CaseAlarms: Packed {
    package func packed() -> [UInt8] {
        var packer = Packer()
        packer.add(joinedAt == nil ? 0 : 1)
        if let joinedAt { packer.add(joinedAt.milliseconds) }
        packer.add(recorded.count)
        for alarm in recorded {
            packer.add(alarm.kind.rawValue)
            packer.add(alarm.clock)
            packer.add(alarm.round)
        }
        return packer.bytes
    }

    package init(packed bytes: [UInt8]) throws {
        var unpacker = Unpacker(bytes)
        joinedAt =
            try unpacker.number() == 0 ? nil : Instant(milliseconds: try unpacker.number())
        for _ in 0..<max(0, try unpacker.number()) {
            guard let kind = ClockAlarm.Kind(rawValue: try unpacker.text()) else {
                throw UnpackingError()
            }
            recorded.append(
                ClockAlarm(kind, try unpacker.text(), round: try unpacker.number()))
        }
    }
}
