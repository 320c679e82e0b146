/// Names one state of what is shown.
package struct EntityTag: Equatable, Sendable {
    package let value: String
    package var isWeak: Bool

    /// `value` is of printable ASCII without quotes: hexadecimal digits, a position.
    package init(_ value: String, isWeak: Bool = false) {
        precondition(value.utf8.allSatisfy(Self.isTag), "not an entity tag")
        self.value = value
        self.isWeak = isWeak
    }

    package var text: String { "\(isWeak ? "W/" : "")\"\(value)\"" }

    /// Reads the list of `If-None-Match`; nil if malformed, empty for `*`.
    package static func list(_ text: some StringProtocol) -> [EntityTag]? {
        if ASCII.trimmed(text) == "*" { return [] }
        var tags: [EntityTag] = []
        var rest = Array(text.utf8)[...]
        while true {
            rest = rest.drop { ASCII.isBlank($0) || $0 == UInt8(ascii: ",") }
            if rest.isEmpty { return tags.isEmpty ? nil : tags }
            let isWeak = rest.starts(with: "W/".utf8)
            if isWeak { rest = rest.dropFirst(2) }
            guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
            let value = rest.prefix(while: isTag)
            rest = rest[value.endIndex...]
            guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
            tags.append(EntityTag(String(decoding: value, as: UTF8.self), isWeak: isWeak))
        }
    }

    private static func isTag(_ byte: UInt8) -> Bool {
        byte == 0x21 || (0x23...0x7E).contains(byte)
    }
}

extension Response {
    /// Names the state that is shown: a visitor who has it is told so without the body.
    package mutating func set(_ tag: EntityTag) { headers["ETag"] = tag.text }

    /// Lets it be kept: `public, max-age=31536000, immutable` for what never changes under its
    /// address, `private, no-cache` for what is asked for again each time. Without it nothing
    /// is kept.
    package mutating func setCaching(_ directives: String) { headers["Cache-Control"] = directives }
}
