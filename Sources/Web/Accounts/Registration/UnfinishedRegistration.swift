internal import Entries
internal import HTTP

/// What somebody has said so far who is not registered yet; it is kept sealed, like a petition
/// that is not filed yet.
struct UnfinishedRegistration: Fields {
    /// The name that the account will have: fixed at the beginning, so that sending twice
    /// registers once.
    var account = ""
    /// Where it leads once it is finished; nil for the account's page.
    var next: String?
    var notice = 0
    var passwordHash: String?
    var terms = 0
    /// As typed, without the password; empty before the details were taken.
    private var fields: [Field] = []

    private struct Field: Fields {
        var name = ""
        var value = ""

        init() {}

        init(name: String, value: String) {
            (self.name, self.value) = (name, value)
        }

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("name", &name)
            try fields.field("value", &value)
        }
    }

    init() {}

    init(account: String) { self.account = account }

    var typed: Typed {
        get {
            var form = FormFields()
            for field in fields { form.append(field.name, field.value) }
            return Typed(form)
        }
        set { fields = newValue.fields.fields.map { Field(name: $0.name, value: $0.value) } }
    }

    /// Whether all is said that the photos come after.
    var hasDetails: Bool { !fields.isEmpty && passwordHash != nil }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("account", &account)
        try fields.list("fields", &self.fields)
        try fields.field("next", &next)
        try fields.field("notice", &notice)
        try fields.field("password_hash", &passwordHash)
        try fields.field("terms", &terms)
    }
}
