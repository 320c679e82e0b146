/// A JSON value and the line on which it begins.
struct MapNode: Equatable {
    indirect enum Value: Equatable {
        case null
        case boolean(Bool)
        case number
        case string(String)
        case array([MapNode])
        case object([Member])
    }

    struct Member: Equatable {
        let key: String, line: Int, node: MapNode
    }

    let value: Value
    let line: Int

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
