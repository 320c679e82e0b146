package import Entries
internal import Events

/// Reads the fields of a value from JSON that people wrote, in any order, and says everything that
/// is wrong with it: where and on which line.
package struct NodeReader: FieldVisitor {
    package typealias Failure = Never

    private let members: [JSONNode.Member]
    private let line: Int
    private let path: String
    private var known: [String] = []
    package private(set) var problems: [SettingsProblem] = []

    /// A number that the office counts itself need not be said.
    private static let counted: Set<String> = ["version"]

    private init(_ members: [JSONNode.Member], line: Int, path: String) {
        self.members = members
        self.line = line
        self.path = path
    }

    /// The value that `node` holds; what could not be read is empty, and in `problems`.
    package static func read<Value: Fields>(
        _ type: Value.Type, from node: JSONNode, at path: String = "",
        _ problems: inout [SettingsProblem]
    ) -> Value {
        var value = Value()
        // A text in Thai alone is written as such.
        if case .string(let text) = node.value, let local = LocalText(text) as? Value {
            return local
        }
        guard case .object(let members) = node.value else {
            problems.append(SettingsProblem(path: path, line: node.line, .wanted(Kind.object)))
            return value
        }
        var reader = NodeReader(members, line: node.line, path: path)
        value.visit(&reader)
        for member in members where !reader.known.contains(member.key) {
            reader.report(member.key, member.line, .unknownKey(reader.known))
        }
        problems += reader.problems
        return value
    }

    private enum Kind {
        static let object = Wording(thai: "วัตถุ { }", english: "an object { }")
        static let list = Wording(thai: "รายการ [ ]", english: "a list [ ]")
        static let text = Wording(thai: "ข้อความ", english: "a text")
        static let number = Wording(thai: "จำนวนเต็ม", english: "a whole number")
        static let truth = Wording(thai: " true หรือ false", english: "true or false")
    }

    private mutating func report(_ key: String, _ line: Int, _ wording: Wording) {
        problems.append(SettingsProblem(path: name(key), line: line, wording))
    }

    private func name(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private mutating func node(_ key: String) -> JSONNode? {
        known.append(key)
        return members.first { $0.key == key }?.node
    }

    /// What `make` makes of a member; nil where there is none, or it is reported.
    private mutating func take<Value>(
        _ key: String, needed: Bool, _ expected: Wording, _ make: (JSONNode) -> Value?
    ) -> Value? {
        guard let node = node(key) else {
            if needed, !Self.counted.contains(key) { report(key, line, .valueMissing) }
            return nil
        }
        guard let value = make(node) else {
            report(key, node.line, .wanted(expected))
            return nil
        }
        return value
    }

    private mutating func text(_ key: String, needed: Bool) -> (text: String, line: Int)? {
        take(key, needed: needed, Kind.text) { node in
            if case .string(let text) = node.value { (text, node.line) } else { nil }
        }
    }

    private mutating func coded<Value>(
        _ key: String, needed: Bool, _ wording: Wording = .notWritten,
        _ make: (ArraySlice<UInt8>) -> Value?
    ) -> Value? {
        guard let (text, line) = text(key, needed: needed) else { return nil }
        guard let value = make(Array(text.utf8)[...]) else {
            report(key, line, wording)
            return nil
        }
        return value
    }

    private mutating func word<Word: FieldWord>(_ text: String, _ key: String, _ line: Int) -> Word?
    {
        guard let word = Word(rawValue: text) else {
            report(key, line, .unknownWord(text, Word.allCases.map(\.rawValue)))
            return nil
        }
        return word
    }

    private mutating func items<Item>(
        _ key: String, _ make: (inout Self, JSONNode) -> Item?
    ) -> [Item] {
        let nodes: [JSONNode]? = take(key, needed: false, Kind.list) { node in
            if case .array(let nodes) = node.value { nodes } else { nil }
        }
        var items: [Item] = []
        for node in nodes ?? [] {
            if let item = make(&self, node) { items.append(item) }
        }
        return items
    }

    private func part<Part: Fields>(
        _ node: JSONNode, at path: String, _ problems: inout [SettingsProblem]
    ) -> Part { Self.read(Part.self, from: node, at: path, &problems) }

    /// The members that name an item of a list.
    static let names = ["code", "key", "template", "news", "purpose", "date", "subscriber"]

    /// Further members that tell items of one name apart.
    static let distinctions = ["template": "channel", "date": "calendar"]

    /// How an item of a list is named: by its code, or by its place.
    private static func label(_ node: JSONNode, _ place: Int) -> String {
        let nodes = [node, node["definition"]].compactMap { $0 }
        for node in nodes {
            for key in names {
                if case .string(let text)? = node[key]?.value { return text }
            }
        }
        return "\(place)"
    }

    package mutating func field(_ key: String, _ value: inout String) {
        value = text(key, needed: true)?.text ?? ""
    }
    package mutating func field(_ key: String, _ value: inout String?) {
        value = text(key, needed: false)?.text
    }
    package mutating func field(_ key: String, _ value: inout Int) {
        value = take(key, needed: true, Kind.number, Self.integer) ?? 0
    }
    package mutating func field(_ key: String, _ value: inout Int?) {
        value = take(key, needed: false, Kind.number, Self.integer)
    }
    package mutating func field(_ key: String, _ value: inout Bool) {
        value = take(key, needed: true, Kind.truth, Self.boolean) ?? false
    }
    package mutating func flag(_ key: String, _ value: inout Bool) {
        value = take(key, needed: false, Kind.truth, Self.boolean) ?? false
    }
    package mutating func field(_ key: String, _ value: inout CivilDate) {
        value = coded(key, needed: true, .notADay) { CivilDate(canonical: $0) } ?? value
    }
    package mutating func field(_ key: String, _ value: inout CivilDate?) {
        value = coded(key, needed: false, .notADay) { CivilDate(canonical: $0) }
    }
    package mutating func field(_ key: String, _ value: inout Instant) {
        value = coded(key, needed: true) { Instant(canonical: $0) } ?? value
    }
    package mutating func field(_ key: String, _ value: inout Instant?) {
        value = coded(key, needed: false) { Instant(canonical: $0) }
    }
    package mutating func field(_ key: String, _ value: inout Digest) {
        value = coded(key, needed: true) { Digest(hex: $0) } ?? value
    }
    package mutating func field(_ key: String, _ value: inout Digest?) {
        value = coded(key, needed: false) { Digest(hex: $0) }
    }
    package mutating func field(_ key: String, _ value: inout KeyReference) {
        value = coded(key, needed: true) { KeyReference(hex: $0) } ?? value
    }
    package mutating func field(_ key: String, _ value: inout KeyReference?) {
        value = coded(key, needed: false) { KeyReference(hex: $0) }
    }
    package mutating func field(_ key: String, _ value: inout EventID) {
        value = coded(key, needed: true) { EventID(text: $0) } ?? value
    }
    package mutating func field(_ key: String, _ value: inout EventID?) {
        value = coded(key, needed: false) { EventID(text: $0) }
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        guard let (text, line) = text(key, needed: true) else { return }
        value = word(text, key, line) ?? value
    }
    package mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        value = text(key, needed: false).flatMap { word($0.text, key, $0.line) }
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        guard let node = node(key) else { return report(key, line, .valueMissing) }
        value = part(node, at: name(key), &problems)
    }
    package mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        value = node(key).map { part($0, at: name(key), &problems) }
    }
    package mutating func list(_ key: String, _ value: inout [String]) {
        value = items(key) { reader, node in
            if case .string(let text) = node.value { return text }
            reader.report(key, node.line, .wanted(Kind.text))
            return nil
        }
    }
    package mutating func list(_ key: String, _ value: inout [Int]) {
        value = items(key) { reader, node in
            if let number = Self.integer(node) { return number }
            reader.report(key, node.line, .wanted(Kind.number))
            return nil
        }
    }
    package mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        value = items(key) { reader, node in
            if case .string(let text) = node.value { return reader.word(text, key, node.line) }
            reader.report(key, node.line, .wanted(Kind.text))
            return nil
        }
    }
    package mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        var place = 0
        value = items(key) { reader, node in
            place += 1
            let path = "\(reader.name(key))[\(Self.label(node, place))]"
            return reader.part(node, at: path, &reader.problems)
        }
    }

    private static func integer(_ node: JSONNode) -> Int? {
        guard case .number(let text) = node.value, let number = Int(text),
            abs(number) <= CanonicalReader.largestInteger
        else { return nil }
        return number
    }

    private static func boolean(_ node: JSONNode) -> Bool? {
        if case .boolean(let value) = node.value { value } else { nil }
    }
}
