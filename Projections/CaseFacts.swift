package import Entries
internal import Events
package import Rules

/// What a row must remember of its case to be folded further; asked by nobody else.
package struct CaseFacts: Equatable, Sendable {
    package var appointments: [Appointment] = []
    /// What the clocks are counted from; empty where no clock runs.
    package var history = ClockHistory()

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
