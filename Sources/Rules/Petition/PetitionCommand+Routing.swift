package import Entries
package import Events

extension PetitionCommand {
    package struct Forward: Fields {
        package var action: String?
        /// The department.
        package var to = ""

        package init() {}

        package init(action: String? = nil, to: String) {
            self.action = action
            self.to = to
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("to", &to)
        }
    }

    package struct Refer: Fields {
        package var action: String?
        /// Its name; the settings' own if only the code is given.
        package var agency: String?
        package var agencyCode: String?
        package var manner = ReferralManner.forwarded
        package var letter: String?

        package init() {}

        package init(
            action: String? = nil, agency: String? = nil, agencyCode: String? = nil,
            manner: ReferralManner, letter: String? = nil
        ) {
            self.action = action
            self.agency = agency
            self.agencyCode = agencyCode
            self.manner = manner
            self.letter = letter
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("agency", &agency)
            try fields.field("agency_code", &agencyCode)
            try fields.field("letter", &letter)
            try fields.field("manner", &manner)
        }
    }

    package struct WaitFor: Fields {
        package var action: String?
        package var agency: String?
        package var agencyCode: String?
        package var letter: String?

        package init() {}

        package init(
            action: String? = nil, agency: String? = nil, agencyCode: String? = nil,
            letter: String? = nil
        ) {
            self.action = action
            self.agency = agency
            self.agencyCode = agencyCode
            self.letter = letter
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("agency", &agency)
            try fields.field("agency_code", &agencyCode)
            try fields.field("letter", &letter)
        }
    }

    package struct Merge: Fields {
        package var action: String?
        /// The number that the case goes on under.
        package var into = ""
        /// Whether it is meant, although the other case is another kind of matter.
        package var isAcrossKinds = false

        package init() {}

        package init(action: String? = nil, into: String, isAcrossKinds: Bool = false) {
            self.action = action
            self.into = into
            self.isAcrossKinds = isAcrossKinds
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("across_kinds", &isAcrossKinds)
            try fields.field("action", &action)
            try fields.field("into", &into)
        }
    }

    /// Moves a running case to another definition.
    package struct ChangeDefinition: Fields {
        package var service = ""
        package var definition = 0
        /// The state to go on in; the one of the same name if none.
        package var state: String?

        package init() {}

        package init(service: String, definition: Int, state: String? = nil) {
            self.service = service
            self.definition = definition
            self.state = state
        }

        /// As the desk offers it: `service version`, to go on in the state of the same name.
        package init(choice: String) {
            let parts = choice.split(separator: " ")
            self.init(
                service: parts.first.map(String.init) ?? "",
                definition: parts.count == 2 ? Int(parts[1]) ?? 0 : 0)
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("definition", &definition)
            try fields.field("service", &service)
            try fields.field("state", &state)
        }
    }

    package struct Assign: Fields {
        package var officer = ""

        package init() {}
        package init(officer: String) { self.officer = officer }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
        }
    }

    package struct Recategorise: Fields {
        package var category = ""
        package var subcategory: String?
        /// The category's own if none.
        package var department: String?

        package init() {}

        package init(category: String, subcategory: String? = nil, department: String? = nil) {
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

    package struct Conceal: Fields {
        package var isConfidential = false
        /// Told again when the case is no longer confidential.
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
