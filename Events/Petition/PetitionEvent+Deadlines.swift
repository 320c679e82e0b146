package import Entries

extension PetitionEvent {
    /// A deadline was put off, before it had passed.
    package struct Extended: EventData {
        package static let name = "extended"
        package static let meaning = Wording(thai: "ขยายเวลา", english: "A deadline was extended.")
        package static let sections: [SectionKind] = [.reason, .message, .attributes]

        package var clock = ""
        package var by = TimeSpan()
        /// The first extension is 1.
        package var number = 0

        package init() {}

        package init(clock: String, by: TimeSpan, number: Int) {
            self.clock = clock
            self.by = by
            self.number = number
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("by", &by)
            try fields.field("clock", &clock)
            try fields.field("number", &number)
        }
    }
}

extension PetitionEvent {
    /// The petitioner was told that and why it takes longer.
    package struct DelayNoticed: EventData {
        package static let name = "delay-noticed"
        package static let meaning = Wording(
            thai: "แจ้งเหตุล่าช้า", english: "The petitioner was told of a delay.")
        package static let sections: [SectionKind] = [.reason, .message, .attributes]

        package var clock = ""
        /// The first notice is 1.
        package var number = 0
        package var letter: String?

        package init() {}

        package init(clock: String, number: Int, letter: String? = nil) {
            self.clock = clock
            self.number = number
            self.letter = letter
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("clock", &clock)
            try fields.field("letter", &letter)
            try fields.field("number", &number)
        }
    }
}

extension PetitionEvent {
    /// The petitioner was given an appointment, or another one.
    package struct AppointmentSet: EventData {
        package static let name = "appointment-set"
        package static let meaning = Wording(thai: "นัดหมาย", english: "An appointment was set.")
        package static let sections: [SectionKind] = [.appointment, .attributes]

        /// The same number again moves it.
        package var number = 0
        package var at = Instant(milliseconds: 0)
        /// A code.
        package var purpose: String?

        package init() {}

        package init(number: Int, at: Instant, purpose: String? = nil) {
            self.number = number
            self.at = at
            self.purpose = purpose
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("number", &number)
            try fields.field("purpose", &purpose)
        }
    }
}

extension PetitionEvent {
    /// An appointment was called off.
    package struct AppointmentCancelled: EventData {
        package static let name = "appointment-cancelled"
        package static let meaning = Wording(
            thai: "ยกเลิกนัดหมาย", english: "An appointment was cancelled.")
        package static let sections: [SectionKind] = [.reason]

        package var number = 0

        package init() {}

        package init(number: Int) {
            self.number = number
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("number", &number)
        }
    }
}

extension PetitionEvent {
    /// A clock has used most of its time; appended once a round.
    package struct DeadlineNear: EventData {
        package static let name = "deadline-near"
        package static let meaning = Wording(thai: "ใกล้ครบกำหนด", english: "A deadline is near.")

        package var clock = ""
        package var round = 0
        /// The deadline as it then stood.
        package var due = Instant(milliseconds: 0)

        package init() {}

        package init(clock: String, round: Int, due: Instant) {
            self.clock = clock
            self.round = round
            self.due = due
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("clock", &clock)
            try fields.field("due", &due)
            try fields.field("round", &round)
        }
    }
}

extension PetitionEvent {
    /// A clock ran out; appended once a round.
    package struct DeadlineMissed: EventData {
        package static let name = "deadline-missed"
        package static let meaning = Wording(thai: "เกินกำหนด", english: "A deadline was missed.")

        package var clock = ""
        package var round = 0
        /// The deadline as it then stood.
        package var due = Instant(milliseconds: 0)

        package init() {}

        package init(clock: String, round: Int, due: Instant) {
            self.clock = clock
            self.round = round
            self.due = due
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("clock", &clock)
            try fields.field("due", &due)
            try fields.field("round", &round)
        }
    }
}

extension PetitionEvent {
    /// The time within which the law wants a decision ran out, and so the law gives it.
    package struct DeemedApproved: EventData, Transition {
        package static let name = "deemed-approved"
        package static let meaning = Wording(
            thai: "ถือว่าอนุมัติตามกฎหมาย",
            english: "The application counts as approved because it was not decided in time.")

        package var clock = ""
        package var round = 0
        /// The deadline as it then stood.
        package var due = Instant(milliseconds: 0)
        /// The inner state that follows, by the definition.
        package var state = ""
        /// What the citizen reads from now on.
        package var status = PublicStatus.submitted

        package init() {}

        package init(
            clock: String, round: Int, due: Instant, state: String = "",
            status: PublicStatus = .submitted
        ) {
            self.clock = clock
            self.round = round
            self.due = due
            self.state = state
            self.status = status
        }

        /// It is over: nobody is waited for.
        package var isReturned: Bool { false }
        /// Nobody took one.
        package var action: String? { nil }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("clock", &clock)
            try fields.field("due", &due)
            try fields.field("round", &round)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// A late case was brought before somebody higher.
    package struct Escalated: EventData {
        package static let name = "escalated"
        package static let meaning = Wording(
            thai: "ยกระดับเรื่อง", english: "The case was escalated.")

        package var clock = ""
        package var rung = 0
        package var to: [Role] = []
        package var department: String?
        package var officer: String?

        package init() {}

        package init(
            clock: String, rung: Int, to: [Role] = [], department: String? = nil,
            officer: String? = nil
        ) {
            self.clock = clock
            self.rung = rung
            self.to = to
            self.department = department
            self.officer = officer
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("clock", &clock)
            try fields.field("department", &department)
            try fields.field("officer", &officer)
            try fields.field("rung", &rung)
            try fields.list("to", &to)
        }
    }
}
