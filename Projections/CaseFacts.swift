package import Entries
internal import Events
package import Rules

/// What a row must remember of its case to be folded further; asked by nobody else.
package struct CaseFacts: Fields {
    package var appointments: [Appointment] = []
    /// What the clocks are counted from; empty where no clock runs.
    package var history = ClockHistory()

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("appointments", &appointments)
        try fields.field("history", &history)
    }

    package struct Appointment: Fields {
        package var at = Instant(milliseconds: 0)
        package var number = 0

        package init() {}

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("number", &number)
        }
    }

    /// The first appointment that stands.
    var appointment: Instant? { appointments.map(\.at).min() }

    mutating func set(_ data: PetitionEvent.AppointmentSet) {
        cancel(data.number)
        var appointment = Appointment()
        appointment.at = data.at
        appointment.number = data.number
        appointments.append(appointment)
    }

    mutating func cancel(_ number: Int) { appointments.removeAll { $0.number == number } }
}
