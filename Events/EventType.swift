internal import Entries

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
    package init?(_ text: ArraySlice<UInt8>) {
        let dot = UInt8(ascii: ".")
        let span = text.span
        let prefix = Self.prefix.utf8
        guard span.holds(prefix.span, at: 0),
            let kind = StreamKind(startOf: span.extracting(prefix.count...)),
            case let first = text.startIndex + prefix.count + kind.rawValue.utf8.count,
            first < text.endIndex, text[first] == dot,
            let last = text.lastIndex(of: dot), first < last,
            let version = Self.version(text[(last + 1)...])
        else { return nil }
        self.kind = kind
        name = String(decoding: text[(first + 1)..<last], as: UTF8.self)
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
    private static func version(_ text: ArraySlice<UInt8>) -> Int? {
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
    /// The kind whose name `text` begins with; what follows the name is the caller's to look at.
    init?(startOf text: Span<UInt8>) {
        guard !text.isEmpty else { return nil }
        let kind: StreamKind
        switch text[0] {
        case UInt8(ascii: "a"): kind = .account
        case UInt8(ascii: "o"): kind = .office
        case UInt8(ascii: "p"): kind = .petition
        default: return nil
        }
        let name = kind.rawValue.utf8
        guard text.holds(name.span, at: 0) else { return nil }
        self = kind
    }
}
