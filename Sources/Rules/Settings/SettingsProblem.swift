internal import Entries
package import Events

/// Something in a settings file that cannot be.
package struct SettingsProblem: Equatable, Sendable {
    /// Where: `departments[works].name`; empty for the file as a whole.
    package let path: String
    /// In the file, from 1; nil where only the rules have seen it.
    package let line: Int?
    package let wording: Wording

    package init(path: String, line: Int? = nil, _ wording: Wording) {
        self.path = path
        self.line = line
        self.wording = wording
    }
}

extension Wording {
    static let valueMissing = Wording(
        thai: "ขาดค่านี้ ซึ่งจำเป็น", english: "It is missing and must be there")
    static let notADay = Wording(
        thai: "วันที่ต้องเขียนเป็น ค.ศ. เช่น 2027-04-13",
        english: "A day is written like 2027-04-13")
    static let notWritten = Wording(
        thai: "ค่านี้เขียนไม่ถูกรูปแบบ", english: "This is not written as it must be")
    static let twice = Wording(
        thai: "มีรหัสนี้ซ้ำในรายการ", english: "This code is there twice")

    static func wanted(_ expected: Wording) -> Wording {
        Wording(thai: "ต้องเป็น\(expected.thai)", english: "This must be \(expected.english)")
    }

    static func unknownKey(_ known: [String]) -> Wording {
        let list = known.sorted().joined(separator: ", ")
        return Wording(
            thai: "ไม่รู้จักชื่อนี้ ที่ใช้ได้คือ \(list)",
            english: "This is not known here; known are \(list)")
    }

    static func unknownWord(_ text: String, _ known: [String]) -> Wording {
        let list = known.joined(separator: ", ")
        return Wording(
            thai: "ไม่รู้จัก “\(text.prefix(60))” ที่ใช้ได้คือ \(list)",
            english: "“\(text.prefix(60))” is not known here; known are \(list)")
    }
}
