internal import Events
package import Rules

/// What was written down of a case's clocks, so that it is written down once.
package struct CaseAlarms: Equatable, Sendable {
    package private(set) var recorded: [ClockAlarm] = []

    package init() {}

    mutating func take(_ event: PetitionEvent) { recorded.take(event) }
}

extension CaseAlarms: Packed {
    package func packed() -> [UInt8] {
        var packer = Packer()
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
        for _ in 0..<max(0, try unpacker.number()) {
            guard let kind = ClockAlarm.Kind(rawValue: try unpacker.text()) else {
                throw UnpackingError()
            }
            recorded.append(
                ClockAlarm(kind, try unpacker.text(), round: try unpacker.number()))
        }
    }
}
