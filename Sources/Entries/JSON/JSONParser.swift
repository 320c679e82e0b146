/// Reads JSON that people wrote (RFC 8259), with the line of each value for messages.
///
/// A key twice in one object is refused, nesting beyond 32 too. Numbers are kept as they are
/// written.
package struct JSONParser {
    package typealias Failure = JSONFault

    private let bytes: [UInt8]
    private var at = 0
    private var line = 1

    package static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
        var parser = JSONParser(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.at = 3 }
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == bytes.count else { throw parser.failure(.goesOn) }
        return node
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func failure(_ reason: Failure.Reason) -> Failure {
        // Whatever was expected: nothing more comes.
        if case .expected = reason, next == nil { return Failure(line: line, reason: .ends) }
        return Failure(line: line, reason: reason)
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            if byte == 0x0A { line += 1 }
            at += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(Failure) {
        skipSpace()
        guard take(byte) else {
            throw failure(.expected(String(UnicodeScalar(byte)), found: found))
        }
    }

    /// What stands here, for a message.
    private var found: String {
        let rest = bytes[at...].prefix(12).prefix { $0 >= 0x20 }
        return rest.isEmpty ? "…" : String(decoding: rest, as: UTF8.self)
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONNode {
        skipSpace()
        guard depth < 32 else { throw failure(.tooDeep) }
        let first = line
        let value: JSONNode.Value
        switch next {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth))
        case UInt8(ascii: "["): value = .array(try items(depth: depth))
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "t"): value = try word("true", .boolean(true))
        case UInt8(ascii: "f"): value = try word("false", .boolean(false))
        case UInt8(ascii: "n"): value = try word("null", .null)
        case .some(let byte) where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            value = number()
        case nil: throw failure(.ends)
        default: throw failure(.expected("JSON", found: found))
        }
        return JSONNode(value: value, line: first)
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONNode.Value
    ) throws(Failure) -> JSONNode.Value {
        let text = Array(word.description.utf8)
        guard bytes[at...].starts(with: text) else {
            throw failure(.expected(word.description, found: found))
        }
        at += text.count
        return value
    }

    private mutating func number() -> JSONNode.Value {
        let characters = Array("+-.eE0123456789".utf8)
        let start = at
        while let byte = next, characters.contains(byte) { at += 1 }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func items(depth: Int) throws(Failure) -> [JSONNode] {
        at += 1
        var items: [JSONNode] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return items }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return items
    }

    private mutating func members(depth: Int) throws(Failure) -> [JSONNode.Member] {
        at += 1
        var members: [JSONNode.Member] = []
        var keys: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return members }
        repeat {
            skipSpace()
            let first = line
            guard next == UInt8(ascii: "\"") else {
                throw failure(.expected("\"", found: found))
            }
            let key = try string()
            guard keys.insert(key).inserted else { throw failure(.repeats(key)) }
            try expect(UInt8(ascii: ":"))
            members.append(.init(key: key, line: first, node: try value(depth: depth + 1)))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return members
    }

    // MARK: Strings

    private mutating func string() throws(Failure) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw failure(.notUTF8)
                }
                return string
            case UInt8(ascii: "\\"): text += try escape()
            case 0..<0x20: throw failure(.controlCharacter)
            default: text.append(byte)
            }
        }
        throw failure(.ends)
    }

    private mutating func escape() throws(Failure) -> [UInt8] {
        guard let kind = next else { throw failure(.ends) }
        at += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [kind]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
        default: throw failure(.badEscape)
        }
    }

    /// A scalar after `\u`, or two halves of one.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u"))
        else { throw failure(.badEscape) }
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar((first - 0xD800) << 10 + (second - 0xDC00) + 0x10000)
        else { throw failure(.badEscape) }
        return scalar
    }

    private mutating func unit() throws(Failure) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure(.badEscape)
            }
            at += 1
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
