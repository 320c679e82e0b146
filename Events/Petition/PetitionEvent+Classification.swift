package import Entries

extension PetitionEvent {
    /// The case has another category or department.
    package struct Recategorised: EventData {
        package static let name = "recategorised"
        package static let meaning = Wording(
            thai: "เปลี่ยนประเภทเรื่อง", english: "The case was recategorised.")
        package static let sections: [SectionKind] = [.classification, .reason, .attributes]

        /// Left out where it is confidential: then it is sealed.
        package var category: String?
        package var subcategory: String?
        package var department: String?

        package init() {}

        package init(
            category: String? = nil, subcategory: String? = nil, department: String? = nil
        ) {
            self.category = category
            self.subcategory = subcategory
            self.department = department
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("category", &category)
            try fields.field("department", &department)
            try fields.field("subcategory", &subcategory)
        }
    }
}

extension PetitionEvent {
    /// The case is more or less urgent than it was.
    package struct UrgencySet: EventData {
        package static let name = "urgency-set"
        package static let meaning = Wording(
            thai: "กำหนดความเร่งด่วน", english: "The urgency was set.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        package var urgency = Urgency.normal

        package init() {}

        package init(urgency: Urgency) {
            self.urgency = urgency
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("urgency", &urgency)
        }
    }
}

extension PetitionEvent {
    /// The case became confidential, or is no longer.
    package struct ConfidentialitySet: EventData {
        package static let name = "confidentiality-set"
        package static let meaning = Wording(
            thai: "กำหนดชั้นความลับ", english: "Confidentiality was set.")
        package static let sections: [SectionKind] = [.reason, .classification]

        package var isConfidential = false
        /// Told again once it is no longer confidential.
        package var category: String?
        package var subcategory: String?

        package init() {}

        package init(isConfidential: Bool, category: String? = nil, subcategory: String? = nil) {
            self.isConfidential = isConfidential
            self.category = category
            self.subcategory = subcategory
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("category", &category)
            try fields.field("confidential", &isConfidential)
            try fields.field("subcategory", &subcategory)
        }
    }
}

extension PetitionEvent {
    /// A running case goes on under another definition.
    package struct DefinitionChanged: EventData, Transition {
        package static let name = "definition-changed"
        package static let meaning = Wording(
            thai: "เปลี่ยนขั้นตอนที่ใช้กับเรื่อง", english: "The case moved to another definition.")
        package static let sections: [SectionKind] = [.reason]

        package var service = ""
        /// Its version.
        package var definition = 0
        /// The inner state that follows, by the definition.
        package var state = ""
        /// What the citizen reads from now on.
        package var status = PublicStatus.submitted
        /// Whether the case waits for the citizen.
        package var isReturned = false
        /// The action of the definition that was taken.
        package var action: String?

        package init() {}

        package init(
            service: String, definition: Int, state: String, status: PublicStatus,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.service = service
            self.definition = definition
            self.state = state
            self.status = status
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("definition", &definition)
            try fields.flag("returned", &isReturned)
            try fields.field("service", &service)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}
