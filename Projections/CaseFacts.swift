package import Entries
internal import Events

/// What a row must remember of its case to be folded further; asked by nobody else.
package struct CaseFacts: Equatable, Sendable {
    package var appointments: [Appointment] = []
    /// What the clocks are counted from; empty where no clock runs.
    package var clocks = PackedHistory()

    package init() {}

    package struct Appointment: Equatable, Sendable {
        package var number: Int
        package var at: Instant
    }

    /// The first appointment that stands.
    var appointment: Instant? { appointments.map(\.at).min() }

    mutating func set(_ data: PetitionEvent.AppointmentSet) {
        cancel(data.number)
        appointments.append(Appointment(number: data.number, at: data.at))
    }

    mutating func cancel(_ number: Int) { appointments.removeAll { $0.number == number } }
}

extension CaseFacts: Packed {
    package func packed() -> [UInt8] {
        var packer = Packer()
        packer.add(appointments.count)
        for appointment in appointments {
            packer.add(appointment.number)
            packer.add(appointment.at.milliseconds)
        }
        clocks.pack(into: &packer)
        return packer.bytes
    }

    package init(packed bytes: [UInt8]) throws {
        var unpacker = Unpacker(bytes)
        for _ in 0..<(try unpacker.count()) {
            appointments.append(
                Appointment(
                    number: try unpacker.number(),
                    at: Instant(milliseconds: try unpacker.number())))
        }
        clocks = try PackedHistory(from: &unpacker)
    }
}
