internal import Entries

/// What a gateway's request looks like, with words in braces for what differs: `{to}` is
/// `0812345678`, `{to66}` is `66812345678`, `{e164}` is `+66812345678`, `{text}`, `{sender}`.
package struct SMSTemplate: Equatable, Sendable {
    package enum Format: String, CaseIterable, Sendable {
        /// `msisdn={to}&message={text}`
        case form
        /// `{"msisdn": "{to}", "message": "{text}"}`
        case json

        package var contentType: String {
            switch self {
            case .form: "application/x-www-form-urlencoded"
            case .json: "application/json"
            }
        }
    }

    package let format: Format
    package let text: String

    package init(_ format: Format, _ text: String) {
        self.format = format
        self.text = text
    }

    private static let numbers = ["{to}", "{to66}", "{e164}"]

    /// A word that must be there and is not.
    var missing: String? {
        if !Self.numbers.contains(where: text.contains) { return "{to}" }
        return text.contains("{text}") ? nil : "{text}"
    }

    /// Whether it is what it says it is, once it is filled.
    var isWhole: Bool {
        let filled = self.filled(with: SMSMessage(to: "+66812345678", text: "\"ก\\\n"), sender: "A")
        return format == .form || (try? JSONParser.parse(filled)) != nil
    }

    /// The request's body. What a value says cannot become a part of the form.
    func filled(with message: SMSMessage, sender: String) -> [UInt8] {
        let values = [
            "{to}": message.national, "{to66}": String(message.number.dropFirst()),
            "{e164}": message.number, "{text}": message.text, "{sender}": sender,
        ]
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            if let (word, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                result += escaped(value)
                rest = rest.dropFirst(word.count)
            } else {
                result += "{"
                rest = rest.dropFirst()
            }
        }
        return Array((result + rest).utf8)
    }

    private func escaped(_ value: String) -> String {
        switch format {
        case .form: return PercentCoding.encode(value)
        case .json:
            var writer = CanonicalWriter()
            writer.string(value)
            return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
        }
    }
}
