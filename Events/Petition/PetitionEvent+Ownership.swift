package import Entries

extension PetitionEvent {
    /// The case was given to an officer.
    package struct Assigned: EventData {
        package static let name = "assigned"
        package static let meaning = Wording(
            thai: "มอบหมาย", english: "The case was assigned to an officer.")
        package static let sections: [SectionKind] = [.note, .attributes]

        package var officer = ""
        package var department: String?

        package init() {}

        package init(officer: String, department: String? = nil) {
            self.officer = officer
            self.department = department
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("department", &department)
            try fields.field("officer", &officer)
        }
    }
}

extension PetitionEvent {
    /// An officer took the case.
    package struct Claimed: EventData {
        package static let name = "claimed"
        package static let meaning = Wording(
            thai: "รับเป็นเจ้าของเรื่อง", english: "An officer claimed the case.")
        package static let sections: [SectionKind] = [.attributes]

        package var officer = ""
        package var department: String?

        package init() {}

        package init(officer: String, department: String? = nil) {
            self.officer = officer
            self.department = department
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("department", &department)
            try fields.field("officer", &officer)
        }
    }
}

extension PetitionEvent {
    /// An officer took the case from another.
    package struct TakenOver: EventData {
        package static let name = "taken-over"
        package static let meaning = Wording(
            thai: "รับช่วงต่อ", english: "An officer took the case over from another.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        package var officer = ""
        package var from = ""

        package init() {}

        package init(officer: String, from: String) {
            self.officer = officer
            self.from = from
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("from", &from)
            try fields.field("officer", &officer)
        }
    }
}

extension PetitionEvent {
    /// An officer gave the case back to the pool.
    package struct Released: EventData {
        package static let name = "released"
        package static let meaning = Wording(
            thai: "ปล่อยเรื่อง", english: "The owner released the case.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        /// Who had it.
        package var officer = ""

        package init() {}

        package init(officer: String) {
            self.officer = officer
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
        }
    }
}
