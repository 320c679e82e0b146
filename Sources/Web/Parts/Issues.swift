internal import Events
internal import Markup

/// What must be put right in a form, in the order of its fields: each says what to do.
struct Issues: Sendable {
    private(set) var list: [(field: String, wording: Wording)] = []
    /// Whether something of ours is away, so that the same may be taken if it is sent again.
    private(set) var isOurs = false

    var isEmpty: Bool { list.isEmpty }

    mutating func add(_ field: String, _ wording: Wording, isOurs: Bool = false) {
        if isOurs { self.isOurs = true }
        // One thing at a time: the first is the one to mend.
        guard self[field] == nil else { return }
        list.append((field, wording))
    }

    /// Of several files under one heading each has its own line, which names it.
    mutating func add(fileOf field: String, _ wording: Wording, isOurs: Bool = false) {
        if isOurs { self.isOurs = true }
        list.append((field, wording))
    }

    mutating func add(_ field: String, _ thai: String, _ english: String) {
        add(field, Wording(thai: thai, english: english))
    }

    /// What stands at the field itself: several files have a line each.
    subscript(field: String) -> Wording? {
        let wordings = list.filter { $0.field == field }.map(\.wording)
        guard wordings.count > 1 else { return wordings.first }
        return Wording(
            thai: wordings.map(\.thai).joined(separator: "\n"),
            english: wordings.map(\.english).joined(separator: "\n"))
    }

    /// The box at the top that names them all and leads to each; focus goes there.
    func summary(_ language: Language) -> HTML {
        guard !list.isEmpty else { return HTML() }
        return div(
            .class("summary"), .role("alert"), Attribute("tabindex", "-1"),
            Attribute("aria-labelledby", "summary-title")
        ) {
            h2(.id("summary-title")) {
                language("มีปัญหาที่ต้องแก้ไข", "There is a problem")
            }
            ul {
                for issue in list {
                    li { a(.href("#\(issue.field)")) { language(issue.wording) } }
                }
            }
        }
    }
}
