/// Texts and types as an XML attribute can hold them.
enum XESText {
    /// Where a value stands, for reports.
    struct Place {
        let caseName: String?
        var event: Int?
        let report: ProblemReport

        func problem(_ reason: Words) {
            report(
                RowProblem(line: 0, caseName: caseName, event: event, loss: .field, reason: reason))
        }
    }

    /// Appends `text` so that a parser reads the same text; line breaks and tabs as references,
    /// since a parser turns bare ones into spaces.
    static func append(_ text: String, to bytes: inout [UInt8], _ place: Place) {
        if text.utf8.allSatisfy(isPlain) { return bytes.append(contentsOf: text.utf8) }
        var isAltered = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "\t", "\n", "\r": bytes.append(contentsOf: "&#\(scalar.value);".utf8)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}":
                isAltered = true
                bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        if isAltered { place.problem(.forbiddenCharacter(text)) }
    }

    /// Plain ASCII without a meaning in XML, or a byte of another character: those that are
    /// forbidden begin with EF.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0xEF, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""):
            false
        default: true
        }
    }

    /// The attribute's type, or `string` if its value is none of that type.
    static func type(of attribute: SourceAttribute, _ place: Place) -> SourceType {
        let isRight =
            switch attribute.type {
            case .string, .id, .list, .container: true
            case .int: Int(attribute.value) != nil
            case .float: Double(attribute.value) != nil
            case .boolean: ["true", "false"].contains(attribute.value.lowercased())
            case .date: TimeDigits.iso(Array(attribute.value.utf8), in: .utc) != nil
            }
        if !isRight { place.problem(.wrongType(attribute)) }
        return isRight ? attribute.type : .string
    }
}

extension Words {
    static func forbiddenCharacter(_ text: String) -> Words {
        Words(
            thai: "“\(text.shortened)” มีอักขระที่ XML ไม่อนุญาต จึงเขียนเป็น U+FFFD แทน",
            english: "“\(text.shortened)” holds a character that XML forbids; U+FFFD stands for it."
        )
    }

    static func wrongType(_ attribute: SourceAttribute) -> Words {
        let value = attribute.value.shortened
        return Words(
            thai: "“\(value)” ไม่ใช่ค่าชนิด \(attribute.type.rawValue) จึงเขียนเป็น string",
            english: "“\(value)” is no \(attribute.type.rawValue); it is written as a string.")
    }
}
