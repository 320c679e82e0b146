package import Entries

/// Describes the fields of a value as JSON Schema, from the same list that writes and reads them.
package struct SchemaVisitor: FieldVisitor {
    package private(set) var properties: [SchemaJSON.Member] = []
    package private(set) var required: [String] = []
    /// The parts met on the way, each once.
    package private(set) var definitions: [SchemaJSON.Member] = []
    /// The closed lists met on the way, by name.
    package private(set) var words: [String: [any LabelledWord]] = [:]
    /// Where the definitions will stand: `#/$defs/` in a schema of its own.
    private let place: String
    private var longest: Int

    package init(place: String = "#/$defs/", longest: Int = Bounds.ordinary) {
        self.place = place
        self.longest = longest
    }

    /// The schema of an object with these fields.
    package mutating func object<Value: Fields>(_ type: Value.Type) -> SchemaJSON {
        let outer = (properties, required, longest)
        (properties, required) = ([], [])
        longest = type.longestText ?? longest
        var value = type.init()
        value.visit(&self)
        let schema = Self.object(properties, required)
        (properties, required, longest) = outer
        return schema
    }

    static func object(_ properties: [SchemaJSON.Member], _ required: [String]) -> SchemaJSON {
        var members: [SchemaJSON.Member] = [SchemaJSON.Member("type", "object")]
        members.append(SchemaJSON.Member("properties", .object(properties)))
        if !required.isEmpty { members.append(SchemaJSON.Member("required", .strings(required))) }
        members.append(SchemaJSON.Member("additionalProperties", .boolean(false)))
        return .object(members)
    }

    mutating func reference<Part: Fields>(_ part: Part.Type) -> SchemaJSON {
        let name = String(describing: part)
        if !isDefined(name) {
            // Its place is taken before it is described, as it may hold itself.
            let index = definitions.count
            definitions.append(SchemaJSON.Member(name, [:]))
            definitions[index] = SchemaJSON.Member(name, object(part))
        }
        return ["$ref": .string(place + name)]
    }

    private func isDefined(_ name: String) -> Bool { definitions.contains { $0.key == name } }

    /// The schema of a value that has its own form, such as an instant.
    mutating func form(_ form: ValueForm) -> SchemaJSON {
        if !isDefined(form.rawValue) {
            definitions.append(SchemaJSON.Member(form.rawValue, form.schema))
        }
        return ["$ref": .string(place + form.rawValue)]
    }

    private mutating func add(_ key: String, _ schema: SchemaJSON, isRequired: Bool = true) {
        properties.append(SchemaJSON.Member(key, schema))
        if isRequired { required.append(key) }
    }

    private mutating func word<Word: FieldWord>(_ type: Word.Type) -> SchemaJSON {
        let labelled = type.allCases.compactMap { $0 as? any LabelledWord }
        let name = String(describing: type)
        if !labelled.isEmpty { words[name] = labelled }
        if !isDefined(name) {
            let values = SchemaJSON.strings(type.allCases.map(\.rawValue))
            definitions.append(SchemaJSON.Member(name, ["type": "string", "enum": values]))
        }
        return ["$ref": .string(place + name)]
    }

    private func list(of items: SchemaJSON) -> SchemaJSON {
        ["type": "array", "items": items, "minItems": .integer(1)]
    }

    private var string: SchemaJSON { ["type": "string", "maxLength": .integer(longest)] }
    package mutating func field(_ key: String, _ value: inout String) { add(key, string) }
    package mutating func field(_ key: String, _ value: inout String?) {
        add(key, string, isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Int) { add(key, form(.integer)) }
    package mutating func field(_ key: String, _ value: inout Int?) {
        add(key, form(.integer), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Bool) {
        add(key, ["type": "boolean"])
    }
    package mutating func flag(_ key: String, _ value: inout Bool) {
        add(key, ["const": .boolean(true)], isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Instant) { add(key, form(.instant)) }
    package mutating func field(_ key: String, _ value: inout Instant?) {
        add(key, form(.instant), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout CivilDate) { add(key, form(.date)) }
    package mutating func field(_ key: String, _ value: inout CivilDate?) {
        add(key, form(.date), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout Digest) { add(key, form(.digest)) }
    package mutating func field(_ key: String, _ value: inout Digest?) {
        add(key, form(.digest), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout KeyReference) {
        add(key, form(.keyReference))
    }
    package mutating func field(_ key: String, _ value: inout KeyReference?) {
        add(key, form(.keyReference), isRequired: false)
    }
    package mutating func field(_ key: String, _ value: inout EventID) { add(key, form(.eventID)) }
    package mutating func field(_ key: String, _ value: inout EventID?) {
        add(key, form(.eventID), isRequired: false)
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
        add(key, list(of: form(.integer)), isRequired: false)
    }
    package mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        add(key, list(of: word(Word.self)), isRequired: false)
    }
    package mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        add(key, list(of: reference(Part.self)), isRequired: false)
    }
}
