package import Entries

/// A page of the form.
package struct FormSection: Fields {
    package var code = ""
    package var title = LocalText()
    package var fields: [FormField] = []

    package init() {}

    package init(code: String, title: LocalText, fields: [FormField] = []) {
        self.code = code
        self.title = title
        self.fields = fields
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.list("fields", &self.fields)
        try fields.field("title", &title)
    }
}

/// One question of a form.
package struct FormField: Fields {
    package var code = ""
    package var label = LocalText()
    package var kind = FieldKind.text
    package var isRequired = false
    package var help: LocalText?
    package var choices: [Choice] = []
    /// Most letters, or for numbers the largest value.
    package var longest: Int?
    /// Fewest letters, or for numbers the smallest value.
    package var least: Int?
    /// A date that cannot lie ahead: of what has happened.
    package var isPast = false
    /// Asked only if another answer is so.
    package var when: Condition?

    package init() {}

    package init(
        code: String, label: LocalText, kind: FieldKind, isRequired: Bool = false,
        help: LocalText? = nil, choices: [Choice] = [], longest: Int? = nil, least: Int? = nil,
        isPast: Bool = false, when: Condition? = nil
    ) {
        self.code = code
        self.label = label
        self.kind = kind
        self.isRequired = isRequired
        self.help = help
        self.choices = choices
        self.longest = longest
        self.least = least
        self.isPast = isPast
        self.when = when
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("choices", &choices)
        try fields.field("code", &code)
        try fields.field("help", &help)
        try fields.field("kind", &kind)
        try fields.field("label", &label)
        try fields.field("least", &least)
        try fields.field("longest", &longest)
        try fields.flag("past", &isPast)
        try fields.flag("required", &isRequired)
        try fields.field("when", &when)
    }
}

/// One of the answers to choose from.
package struct Choice: Fields {
    package var code = ""
    package var label = LocalText()

    package init() {}

    package init(code: String, label: LocalText) {
        self.code = code
        self.label = label
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("label", &label)
    }
}

/// That a field holds one of some values.
package struct Condition: Fields {
    package var field = ""
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

/// A document that is asked for.
package struct DocumentNeeded: Fields {
    package var code = ""
    package var label = LocalText()
    package var isRequired = false
    /// Whether the office fetches it itself.
    package var isObtainedByOffice = false
    /// The blank form to print.
    package var form: String?
    package var uploads: UploadPolicy?
    package var when: Condition?

    package init() {}

    package init(
        code: String, label: LocalText, isRequired: Bool = false, isObtainedByOffice: Bool = false,
        form: String? = nil, uploads: UploadPolicy? = nil, when: Condition? = nil
    ) {
        self.code = code
        self.label = label
        self.isRequired = isRequired
        self.isObtainedByOffice = isObtainedByOffice
        self.form = form
        self.uploads = uploads
        self.when = when
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("form", &form)
        try fields.field("label", &label)
        try fields.flag("obtained_by_office", &isObtainedByOffice)
        try fields.flag("required", &isRequired)
        try fields.field("uploads", &uploads)
        try fields.field("when", &when)
    }
}

/// What may be uploaded; judged by content, not by name.
package struct UploadPolicy: Fields {
    /// Short names: pdf, jpg, png, docx …
    package var types: [String] = []
    /// Of one file.
    package var largestBytes = 0
    /// How many files.
    package var most: Int?

    package init() {}

    package init(largestBytes: Int, types: [String] = [], most: Int? = nil) {
        self.largestBytes = largestBytes
        self.types = types
        self.most = most
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("largest_bytes", &largestBytes)
        try fields.field("most", &most)
        try fields.list("types", &types)
    }
}
