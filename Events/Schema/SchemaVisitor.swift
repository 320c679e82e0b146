package import Entries

/// Describes the fields of a value as JSON Schema, from the same list that writes and reads them.
package struct SchemaVisitor: FieldVisitor {
    package private(set) var properties: [JSON.Member] = []
    package private(set) var required: [String] = []
    /// The parts met on the way, each once.
    package private(set) var definitions: [JSON.Member] = []
    /// The closed lists met on the way, by name.
    package private(set) var words: [String: [String]] = [:]
    /// Where the definitions will stand: `#/$defs/` in a schema of its own.
    private let place: String
    private var longest: Int

    package init(place: String = "#/$defs/", longest: Int = Bounds.ordinary) {
        self.place = place
        self.longest = longest
    }

    /// The schema of an object with these fields.
    package mutating func object<Value: Fields>(_ type: Value.Type) -> JSON {
        let outer = (properties, required, longest)
        (properties, required) = ([], [])
        longest = Bounds.longest(in: type, otherwise: longest)
        var value = type.init()
        value.visit(&self)
        let schema = Self.object(properties, required)
        (properties, required, longest) = outer
        return schema
    }

    static func object(_ properties: [JSON.Member], _ required: [String]) -> JSON {
        var members: [JSON.Member] = [JSON.Member("type", "object")]
        members.append(JSON.Member("properties", .object(properties)))
        if !required.isEmpty { members.append(JSON.Member("required", .strings(required))) }
        members.append(JSON.Member("additionalProperties", .boolean(false)))
        return .object(members)
    }

    mutating func reference<Part: Fields>(_ part: Part.Type) -> JSON {
        let name = String(describing: part)
        if !definitions.contains(where: { $0.key == name }) {
            // Its place is taken before it is described, as it may hold itself.
            let index = definitions.count
            definitions.append(JSON.Member(name, [:]))
            definitions[index] = JSON.Member(name, object(part))
        }
        return ["$ref": .string(place + name)]
    }

    private mutating func add(_ key: String, _ schema: JSON, isRequired: Bool = true) {
        properties.append(JSON.Member(key, schema))
        if isRequired { required.append(key) }
    }

    private mutating func word<Word: FieldWord>(_ type: Word.Type) -> JSON {
        let values = type.allCases.map(\.rawValue)
        words[String(describing: type)] = values
        return ["type": "string", "enum": .strings(values)]
    }

    private func list(of items: JSON) -> JSON {
        ["type": "array", "items": items, "minItems": .integer(1)]
    }

    private var string: JSON { ["type": "string", "maxLength": .integer(longest)] }
    static var instant: JSON {
        [
            "type": "string", "format": "date-time",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
        ]
    }
    static var date: JSON {
        ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    }
    static var integer: JSON {
        [
            "type": "integer", "minimum": .integer(-CanonicalReader.largestInteger),
            "maximum": .integer(CanonicalReader.largestInteger),
        ]
    }
    static var eventID: JSON {
        [
            "type": "string", "format": "uuid",
            "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        ]
    }
    static func hex(_ digits: Int) -> JSON {
        ["type": "string", "pattern": .string("^[0-9a-f]{\(digits)}$")]
    }

    package mutating func field(_ key: String, _ value: inout String) { add(key, string) }
    package mutating func field(_ key: String, _ value: inout String?) {
        add(key, string, isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Int) { add(key, Self.integer) }
    package mutating func field(_ key: String, _ value: inout Int?) {
        add(key, Self.integer, isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Bool) {
        add(key, ["type": "boolean"])
    }
    package mutating func flag(_ key: String, _ value: inout Bool) {
        add(key, ["const": .boolean(true)], isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Instant) { add(key, Self.instant) }
    package mutating func field(_ key: String, _ value: inout Instant?) {
        add(key, Self.instant, isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout CivilDate) { add(key, Self.date) }
    package mutating func field(_ key: String, _ value: inout CivilDate?) {
        add(key, Self.date, isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Digest) { add(key, Self.hex(64)) }
    package mutating func field(_ key: String, _ value: inout Digest?) {
        add(key, Self.hex(64), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout KeyReference) {
        add(key, Self.hex(32))
    }
    package mutating func field(_ key: String, _ value: inout KeyReference?) {
        add(key, Self.hex(32), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout EventID) { add(key, Self.eventID) }
    package mutating func field(_ key: String, _ value: inout EventID?) {
        add(key, Self.eventID, isRequired: false)
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        add(key, word(Word.self))
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        add(key, word(Word.self), isRequired: false)
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        add(key, reference(Part.self))
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        add(key, reference(Part.self), isRequired: false)
    }
    package mutating func list(_ key: String, _ value: inout [String]) {
        add(key, list(of: string), isRequired: false)
    }
    package mutating func list(_ key: String, _ value: inout [Int]) {
        add(key, list(of: Self.integer), isRequired: false)
    }
    package mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        add(key, list(of: word(Word.self)), isRequired: false)
    }
    package mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        add(key, list(of: reference(Part.self)), isRequired: false)
    }
}
