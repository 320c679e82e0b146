/// A JSON document to be read by people: its members keep the order they were given in.
package indirect enum SchemaJSON: Equatable, Sendable {
    case object([Member])
    case array([SchemaJSON])
    case string(String)
    case integer(Int)
    case boolean(Bool)

    package struct Member: Equatable, Sendable {
        package let key: String
        package let value: SchemaJSON

        package init(_ key: String, _ value: SchemaJSON) {
            self.key = key
            self.value = value
        }
    }

    private static let widest = 100

    /// Two spaces a level; what fits a line stands on one. A line break at the end.
    package var text: String {
        var text = ""
        write(to: &text, indentation: "\n")
        return text + "\n"
    }

    /// The same on one line.
    private var line: String {
        switch self {
        case .object(let members):
            "{"
                + members.map { "\(Self.quoted($0.key)): \($0.value.line)" }
                .joined(separator: ", ") + "}"
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .string(let string): Self.quoted(string)
        case .integer(let integer): "\(integer)"
        case .boolean(let boolean): "\(boolean)"
        }
    }

    private func write(to text: inout String, indentation: String) {
        let line = self.line
        if line.utf8.count + indentation.utf8.count <= Self.widest, indentation.utf8.count > 1 {
            text += line
            return
        }
        switch self {
        case .object(let members):
            Self.write(members, in: ("{", "}"), to: &text, indentation) { member, text, inner in
                text += "\(Self.quoted(member.key)): "
                member.value.write(to: &text, indentation: inner)
            }
        case .array(let elements):
            Self.write(elements, in: ("[", "]"), to: &text, indentation) { element, text, inner in
                element.write(to: &text, indentation: inner)
            }
        case .string, .integer, .boolean: text += line
        }
    }

    private static func write<Element>(
        _ elements: [Element], in brackets: (String, String), to text: inout String,
        _ indentation: String, _ write: (Element, inout String, String) -> Void
    ) {
        let inner = indentation + "  "
        text += brackets.0
        for (index, element) in elements.enumerated() {
            text += (index == 0 ? "" : ",") + inner
            write(element, &text, inner)
        }
        text += (elements.isEmpty ? "" : indentation) + brackets.1
    }

    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case "\0"..<" ":
                text +=
                    "\\u00" + (scalar.value < 16 ? "0" : "")
                    + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension SchemaJSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    package init(stringLiteral value: String) { self = .string(value) }

    package init(dictionaryLiteral elements: (String, SchemaJSON)...) {
        self = .object(elements.map { Member($0, $1) })
    }

    static func strings(_ strings: some Sequence<String>) -> SchemaJSON {
        .array(strings.map(SchemaJSON.string))
    }
}
