internal import Entries

extension JSONNode {
    var kind: Words {
        switch value {
        case .null: Words(thai: "null", english: "null")
        case .boolean: Words(thai: "true/false", english: "true or false")
        case .number: Words(thai: "ตัวเลข", english: "a number")
        case .string: Words(thai: "ข้อความ", english: "a text")
        case .array: Words(thai: "รายการ [ ]", english: "a list [ ]")
        case .object: Words(thai: "วัตถุ { }", english: "an object { }")
        }
    }
}
