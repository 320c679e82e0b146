package import Entries

/// What was entered in one field of a form.
package struct Answer: Fields {
    /// The field’s code in the definition.
    package var field = ""
    /// One value, or the choices made.
    package var values: [String] = []

    package init() {}

    package init(field: String, values: [String] = []) {
        self.field = field
        self.values = values
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("field", &field)
        try fields.list("values", &values)
    }
}

/// What the petition says.
package struct PetitionText: Section {
    package static let kind = SectionKind.text

    package var subject = ""
    package var details: String?
    package var answers: [Answer] = []

    package init() {}

    package init(subject: String, details: String? = nil, answers: [Answer] = []) {
        self.subject = subject
        self.details = details
        self.answers = answers
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("answers", &answers)
        try fields.field("details", &details)
        try fields.field("subject", &subject)
    }
}

/// The category of a confidential case.
package struct Classification: Section {
    package static let kind = SectionKind.classification

    package var category: String?
    package var subcategory: String?

    package init() {}

    package init(category: String? = nil, subcategory: String? = nil) {
        self.category = category
        self.subcategory = subcategory
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("category", &category)
        try fields.field("subcategory", &subcategory)
    }
}

/// An internal note.
package struct Note: Section {
    package static let kind = SectionKind.note

    package var text = ""

    package init() {}

    package init(text: String) {
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("text", &text)
    }
}

/// A message between the office and the petitioner.
package struct Message: Section {
    package static let kind = SectionKind.message

    package var text = ""
    package var subject: String?

    package init() {}

    package init(text: String, subject: String? = nil) {
        self.text = text
        self.subject = subject
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("subject", &subject)
        try fields.field("text", &text)
    }
}

/// Why somebody decided as they did.
package struct Reason: Section {
    package static let kind = SectionKind.reason

    package var text = ""
    /// How to object, where the law wants it said.
    package var remedy: String?

    package init() {}

    package init(text: String, remedy: String? = nil) {
        self.text = text
        self.remedy = remedy
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("remedy", &remedy)
        try fields.field("text", &text)
    }
}

/// What came of the case.
package struct CaseResult: Section {
    package static let kind = SectionKind.result

    package var text = ""

    package init() {}

    package init(text: String) {
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("text", &text)
    }
}

/// What a citizen thinks of the service.
package struct SurveyComment: Section {
    package static let kind = SectionKind.comment

    package var text = ""

    package init() {}

    package init(text: String) {
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("text", &text)
    }
}

/// One thing to be put right.
package struct Defect: Fields {
    package var text = ""
    /// The document’s code in the definition.
    package var document: String?
    /// The field’s code in the definition.
    package var field: String?

    package init() {}

    package init(text: String, document: String? = nil, field: String? = nil) {
        self.text = text
        self.document = document
        self.field = field
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("document", &document)
        try fields.field("field", &field)
        try fields.field("text", &text)
    }
}

/// The one list of everything that is to be put right.
package struct Defects: Section {
    package static let kind = SectionKind.defects

    package var items: [Defect] = []

    package init() {}

    package init(items: [Defect] = []) {
        self.items = items
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("items", &items)
    }
}

/// Where to meet and what for.
package struct AppointmentDetails: Section {
    package static let kind = SectionKind.appointment

    package var place: String?
    package var text: String?

    package init() {}

    package init(place: String? = nil, text: String? = nil) {
        self.place = place
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("place", &place)
        try fields.field("text", &text)
    }
}

/// What a request is about: cases of the person.
package struct Scope: Section {
    package static let kind = SectionKind.scope

    /// Their numbers; none means all.
    package var cases: [String] = []
    package var text: String?

    package init() {}

    package init(cases: [String] = [], text: String? = nil) {
        self.cases = cases
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("cases", &cases)
        try fields.field("text", &text)
    }
}

/// A saved view of the queue; its filter may hold a search for a person.
package struct ViewFilter: Section {
    package static let kind = SectionKind.view

    package var name = ""
    /// The query part of the page’s address.
    package var filter = ""

    package init() {}

    package init(name: String, filter: String) {
        self.name = name
        self.filter = filter
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("filter", &filter)
        try fields.field("name", &name)
    }
}

/// Which cases left the house in a file, and what they were sought by: a search may name a person.
package struct ExportedCases: Section {
    package static let kind = SectionKind.export

    /// The query part of the page's address, with what was sought in the clear.
    package var filter = ""
    package var numbers: [String] = []

    package init() {}

    package init(filter: String, numbers: [String]) {
        self.filter = filter
        self.numbers = numbers
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("filter", &filter)
        try fields.list("numbers", &numbers)
    }
}
