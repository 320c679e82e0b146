package import Entries
package import Events

/// Describes the fields of a value as JSON for people to read; `NodeReader` reads it again.
package struct NodeWriter: FieldVisitor {
    package typealias Failure = Never

    private var members: [SchemaJSON.Member] = []
    /// Whether an empty list is written: that there is none is said, too.
    private let writesEmptyLists: Bool

    private init(writesEmptyLists: Bool) { self.writesEmptyLists = writesEmptyLists }

    package static func json(_ value: some Fields, emptyLists: Bool = false) -> SchemaJSON {
        // A text in Thai alone needs no object.
        if let text = value as? LocalText, text.english == nil { return .string(text.thai) }
        var writer = NodeWriter(writesEmptyLists: emptyLists)
        var value = value
        value.visit(&writer)
        return .object(writer.inReadingOrder)
    }

    /// What something is called comes first.
    private static let first = ["format", "th", "code", "key", "template", "date", "name", "label"]

    private var inReadingOrder: [SchemaJSON.Member] {
        let heads = Self.first.compactMap { key in members.first { $0.key == key } }
        return heads + members.filter { !Self.first.contains($0.key) }
    }

    private mutating func add(_ key: String, _ value: SchemaJSON?) {
        if let value { members.append(SchemaJSON.Member(key, value)) }
    }

    private mutating func add(_ key: String, _ items: [SchemaJSON]) {
        if !items.isEmpty || writesEmptyLists { add(key, .array(items)) }
    }

    package mutating func field(_ key: String, _ value: inout String) { add(key, .string(value)) }
    package mutating func field(_ key: String, _ value: inout String?) {
        add(key, value.map { .string($0) })
    }
    package mutating func field(_ key: String, _ value: inout Int) { add(key, .integer(value)) }
    package mutating func field(_ key: String, _ value: inout Int?) {
        add(key, value.map { .integer($0) })
    }
    package mutating func field(_ key: String, _ value: inout Bool) { add(key, .boolean(value)) }
    package mutating func flag(_ key: String, _ value: inout Bool) {
        if value { add(key, .boolean(true)) }
    }
    package mutating func field(_ key: String, _ value: inout CivilDate) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout CivilDate?) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout Instant) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout Instant?) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout Digest) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout Digest?) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout KeyReference) {
        described(key, value)
    }
    package mutating func field(_ key: String, _ value: inout KeyReference?) {
        described(key, value)
    }
    package mutating func field(_ key: String, _ value: inout EventID) { described(key, value) }
    package mutating func field(_ key: String, _ value: inout EventID?) { described(key, value) }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        add(key, .string(value.rawValue))
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        add(key, value.map { .string($0.rawValue) })
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        add(key, Self.json(value))
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        add(key, value.map { Self.json($0) })
    }
    package mutating func list(_ key: String, _ value: inout [String]) {
        add(key, value.map { .string($0) })
    }
    package mutating func list(_ key: String, _ value: inout [Int]) {
        add(key, value.map { .integer($0) })
    }
    package mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        add(key, value.map { .string($0.rawValue) })
    }
    package mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        add(key, value.map { Self.json($0) })
    }

    private mutating func described(_ key: String, _ value: (some CustomStringConvertible)?) {
        add(key, value.map { .string($0.description) })
    }
}
