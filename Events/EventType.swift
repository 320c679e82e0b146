/// The parts of an entry's `type`: `th.khamrong.<stream kind>.<name>.v<n>`.
package struct EventType: Hashable, Sendable {
    package static let prefix = "th.khamrong."

    package let kind: StreamKind
    package let name: String
    package let version: Int

    package init(kind: StreamKind, name: String, version: Int) {
        self.kind = kind
        self.name = name
        self.version = version
    }

    /// Nil unless it has exactly that form.
    package init?(_ text: some RandomAccessCollection<UInt8>) {
        guard text.starts(with: Self.prefix.utf8) else { return nil }
        let rest = text.dropFirst(Self.prefix.utf8.count)
        let dot = UInt8(ascii: ".")
        guard let first = rest.firstIndex(of: dot), let last = rest.lastIndex(of: dot),
            first < last, let kind = StreamKind(ascii: rest[..<first]),
            let version = Self.version(rest[rest.index(after: last)...])
        else { return nil }
        self.kind = kind
        name = String(decoding: rest[rest.index(after: first)..<last], as: UTF8.self)
        self.version = version
    }

    package var text: String { "\(Self.prefix)\(kind.rawValue).\(name).v\(version)" }

    /// Why no type of this product reads it.
    var unreadable: EventError {
        let versions = Event.types.filter { $0.kind == kind }.flatMap(\.types)
            .filter { $0.name == name }.map { $0.version }
        guard let known = versions.max() else { return .unknownType(text) }
        return .newerVersion(type: text, known: known)
    }

    /// `v1`, `v2` … without leading zeros.
    private static func version(_ text: some RandomAccessCollection<UInt8>) -> Int? {
        guard text.first == UInt8(ascii: "v"), (2...4).contains(text.count) else { return nil }
        var value = 0
        for byte in text.dropFirst() {
            guard case let digit = byte &- UInt8(ascii: "0"), digit < 10,
                !(value == 0 && digit == 0)
            else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}

extension StreamKind {
    init?(ascii text: some Collection<UInt8>) {
        guard let kind = Self.allCases.first(where: { text.elementsEqual($0.rawValue.utf8) })
        else { return nil }
        self = kind
    }
}
