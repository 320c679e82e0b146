import HTTP

/// A form with all that a browser would send of it: what stands in its boxes, what is ticked.
struct FilledForm {
    var fields = FormFields()

    struct NotFound: Error { let action: String, page: String }

    init(_ page: String, action: String) throws {
        let start = "<form"
        let form = page.split(separator: start, omittingEmptySubsequences: false).dropFirst()
            .map(String.init)
            .first { Self.attribute("action", in: Self.before(">", in: $0)) == action }
        guard let form else { throw NotFound(action: action, page: page) }
        read(Self.before("</form>", in: form))
    }

    private mutating func read(_ form: String) {
        var rest = Substring(form)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            let tag = String(rest.prefix { $0 != ">" })
            guard let name = Self.attribute("name", in: tag) else { continue }
            switch tag.prefix(while: { $0.isLetter }) {
            case "input": input(name, tag)
            case "select": select(name, Self.before("</select>", in: String(rest)))
            case "textarea":
                let text = Self.before("</textarea>", in: String(rest)).dropFirst(tag.count + 1)
                fields.append(name, Self.plain(text.hasPrefix("\n") ? text.dropFirst() : text))
            default: break
            }
        }
    }

    private mutating func input(_ name: String, _ tag: String) {
        let isBox = ["checkbox", "radio"].contains(Self.attribute("type", in: tag) ?? "")
        guard !isBox || tag.split(separator: " ").contains("checked"),
            Self.attribute("type", in: tag) != "file"
        else { return }
        fields.append(name, Self.attribute("value", in: tag) ?? "")
    }

    private mutating func select(_ name: String, _ content: String) {
        let chosen = content.split(separator: "<option").map(String.init).first {
            Self.before(">", in: $0).split(separator: " ").contains("selected")
        }
        fields.append(name, chosen.flatMap { Self.attribute("value", in: $0) } ?? "")
    }

    private static func before(_ mark: String, in text: String) -> String {
        text.firstRange(of: mark).map { String(text[..<$0.lowerBound]) } ?? text
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return plain(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func plain(_ text: some StringProtocol) -> String {
        String(text).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }
}

extension Browser {
    /// Sends the form of this page that goes to `action` as it stands, with these changes; nil
    /// leaves a field out.
    func send(_ action: String, _ changes: [String: String?] = [:]) throws {
        let action = action.hasPrefix(root) ? action : "\(root)/\(action)"
        var form = try FilledForm(text, action: action)
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) { form.fields[name] = value }
        try post(action, form.fields)
    }
}
