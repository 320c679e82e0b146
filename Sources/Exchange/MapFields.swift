internal import Entries

/// An object of the map, whose members are taken one by one; what nobody took is reported.
struct MapFields {
    /// Where in the map this object stands, as `case.channel`.
    let path: String
    let line: Int
    private let members: [JSONNode.Member]
    private var known: [String] = []
    private(set) var problems: [ImportMapError.Problem] = []

    /// Nil, and a problem in `problems`, if the node is no object.
    init?(_ node: JSONNode, path: String, problems: inout [ImportMapError.Problem]) {
        guard case .object(let members) = node.value else {
            let reason =
                path.isEmpty
                ? Words.mapNotObject
                : .mapWants(Words(thai: "วัตถุ { }", english: "an object { }"), got: node.kind)
            problems.append(.init(line: node.line, field: path, reason: reason))
            return nil
        }
        self.path = path
        self.members = members
        line = node.line
    }

    /// Reports what is unknown here, and everything else that was found, to `problems`.
    mutating func finish(_ problems: inout [ImportMapError.Problem]) {
        for member in members where !known.contains(member.key) {
            report(member.line, nil, .mapUnknown(member.key, known: known.sorted()))
        }
        problems += self.problems
    }

    /// Reports what is wrong with the member of that key, or with its absence.
    mutating func report(_ key: String, _ reason: Words) {
        report(members.first { $0.key == key }?.line ?? line, key, reason)
    }

    mutating func report(_ line: Int, _ key: String?, _ reason: Words) {
        problems.append(.init(line: line, field: name(key), reason: reason))
    }

    func name(_ key: String?) -> String {
        [path, key ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    }

    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    mutating func node(_ key: String) -> JSONNode? {
        known.append(key)
        return members.first { $0.key == key }?.node
    }

    mutating func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        return text(node, key, line: node.line)
    }

    /// A text that says something.
    private mutating func text(_ node: JSONNode, _ key: String, line: Int) -> String? {
        guard case .string(let text) = node.value else {
            let expected = Words(thai: "ข้อความ", english: "a text")
            report(line, key, .mapWants(expected, got: node.kind))
            return nil
        }
        guard !text.isEmpty else {
            report(line, key, .mapEmpty)
            return nil
        }
        return text
    }

    mutating func neededText(_ key: String) -> String {
        let before = problems.count
        if let text = text(key) { return text }
        if problems.count == before { report(line, key, .mapMissing) }
        return ""
    }

    mutating func boolean(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        guard case .boolean(let value) = node.value else {
            let expected = Words(thai: " true หรือ false", english: "true or false")
            report(node.line, key, .mapWants(expected, got: node.kind))
            return nil
        }
        return value
    }

    mutating func texts(_ key: String) -> [(text: String, line: Int)] {
        nodes(key).compactMap { node in
            text(node, key, line: node.line).map { ($0, node.line) }
        }
    }

    mutating func nodes(_ key: String) -> [JSONNode] {
        guard let node = node(key) else { return [] }
        guard case .array(let nodes) = node.value else {
            let expected = Words(thai: "รายการ [ ]", english: "a list [ ]")
            report(node.line, key, .mapWants(expected, got: node.kind))
            return []
        }
        return nodes
    }

    /// The members of an object whose values are texts.
    mutating func table(_ key: String) -> [(key: String, text: String, line: Int)] {
        guard let node = node(key) else { return [] }
        guard case .object(let members) = node.value else {
            let expected = Words(thai: "วัตถุ { }", english: "an object { }")
            report(node.line, key, .mapWants(expected, got: node.kind))
            return []
        }
        return members.compactMap { member in
            text(member.node, key, line: member.line).map { (member.key, $0, member.line) }
        }
    }
}
