internal import HTTP
internal import Rules

/// The fields of a form as people mean them: in one spelling, without the white space around.
struct Typed: Sendable {
    private(set) var fields: FormFields

    init(_ fields: FormFields = FormFields()) { self.fields = fields }

    /// Empty where nothing was typed.
    subscript(name: String) -> String {
        get { ThaiText.normalised(ThaiText.trimmed(fields[name] ?? "")) }
        set { fields[name] = newValue }
    }

    /// Nil where nothing was typed.
    func text(_ name: String) -> String? {
        let text = self[name]
        return text.isEmpty ? nil : text
    }

    func isTicked(_ name: String) -> Bool { fields[name] == "yes" }

    /// Without what is never shown again.
    func without(_ names: String...) -> Typed {
        var rest = self
        for name in names { rest.fields[name] = nil }
        return rest
    }
}
