/// Header fields in their order; names compare without regard to case.
///
/// A value can not end its line: control characters become spaces, whoever wrote them.
package struct HeaderFields: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var fields: [Field]

    package struct Field: Equatable, Sendable {
        package let name: String, value: String
    }

    package init() { fields = [] }

    package init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }

    /// The first field of that name; setting replaces all of them, nil removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.isSame($0.name, name) }?.value }
        set {
            fields.removeAll { Self.isSame($0.name, name) }
            if let newValue { append(name, newValue) }
        }
    }

    /// The values of all fields of that name.
    package func all(_ name: String) -> [String] {
        fields.filter { Self.isSame($0.name, name) }.map(\.value)
    }

    /// All values of that name as one list, as RFC 9110 reads repeated fields.
    package func list(_ name: String) -> String? {
        let values = all(name)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    package mutating func append(_ name: String, _ value: String) {
        precondition(!name.isEmpty && name.utf8.allSatisfy(ASCII.isToken), "not a field name")
        fields.append(Field(name: name, value: Self.oneLine(value)))
    }

    /// Adds `member` to the list in field `name`, once.
    package mutating func insert(_ member: String, into name: String) {
        let members = list(name)?.split(separator: ",").map(ASCII.trimmed) ?? []
        if members.contains(where: { Self.isSame($0, member) }) { return }
        self[name] = (members + [member]).joined(separator: ", ")
    }

    /// Takes a field as it came in, unless its name is none.
    mutating func take(name: String, value: String) -> Bool {
        guard !name.isEmpty, name.utf8.allSatisfy(ASCII.isToken) else { return false }
        fields.append(Field(name: name, value: value))
        return true
    }

    private static func oneLine(_ value: String) -> String {
        if !value.utf8.contains(where: ASCII.isControl) { return value }
        let bytes = value.utf8.map { ASCII.isControl($0) ? UInt8(ascii: " ") : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSame(_ left: some StringProtocol, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count
            && zip(left.utf8, right.utf8).allSatisfy { ASCII.lowered($0) == ASCII.lowered($1) }
    }
}
