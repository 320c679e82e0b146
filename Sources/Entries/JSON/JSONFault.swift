/// Why a text is not JSON, and on which line.
package struct JSONFault: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case expected(String, found: String)
        case repeats(String)
        case ends, goesOn, tooDeep, notUTF8, controlCharacter, badEscape
    }

    /// From 1.
    package let line: Int
    package let reason: Reason

    package var thai: String {
        switch reason {
        case .expected(let expected, let found): "ควรเป็น \(expected) แต่พบ “\(found)”"
        case .repeats(let key): "มี \"\(key.prefix(Self.widest))\" ซ้ำ"
        case .ends: "แฟ้มจบกลางคัน"
        case .goesOn: "มีข้อความต่อท้ายวัตถุ JSON"
        case .tooDeep: "ซ้อนกันลึกเกินไป"
        case .notUTF8: "ข้อความไม่ใช่ UTF-8"
        case .controlCharacter:
            "ข้อความมีอักขระควบคุมหรือขึ้นบรรทัดใหม่ หรือลืมปิดเครื่องหมาย \""
        case .badEscape: "เครื่องหมาย \\ ตามด้วยอักขระที่ไม่รู้จัก"
        }
    }

    package var english: String {
        switch reason {
        case .expected(let expected, let found): "Expected \(expected), found “\(found)”."
        case .repeats(let key): "“\(key.prefix(Self.widest))” is there twice."
        case .ends: "The file ends in the middle."
        case .goesOn: "There is text after the end."
        case .tooDeep: "It is nested too deep."
        case .notUTF8: "A text is not UTF-8."
        case .controlCharacter:
            "A text holds a control character or line break; is its closing quote missing?"
        case .badEscape: "A backslash is followed by what JSON does not know."
        }
    }

    /// Letters of a key that a message shows.
    private static let widest = 60
}
