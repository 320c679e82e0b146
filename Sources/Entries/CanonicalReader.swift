/// Why bytes are not what they claim to be.
public enum CanonicalError: Error, Hashable, Sendable {
    /// Not canonical JSON; `at` is the offset of the first offending byte.
    case malformed(at: Int)
    /// A field that must be there is not.
    case missing(String)
    /// A field that this version does not know.
    case unknown(String)
    /// A field whose value is out of its range.
    case invalid(String)
}

/// Reads JSON that must be canonical (RFC 8785, integers only): anything else is refused.
///
/// A reader walks the bytes once, from front to back. Reading what `CanonicalWriter` wrote and
/// writing it again gives the same bytes.
public struct CanonicalReader: Sendable {
    package static let largestInteger = 9_007_199_254_740_991

    package let bytes: [UInt8]
    package private(set) var offset: Int

    package init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    package var isAtEnd: Bool { offset == bytes.count }

    /// The next byte without taking it, 0 at the end.
    package var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    package var malformed: CanonicalError { .malformed(at: offset) }

    @usableFromInline package mutating func expect(_ byte: UInt8) throws(CanonicalError) {
        guard offset < bytes.count, bytes[offset] == byte else { throw malformed }
        offset += 1
    }

    /// Takes `byte` if it comes next.
    @usableFromInline package mutating func take(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    /// Takes `"key":` if exactly that comes next.
    package mutating func take(key: String) -> Bool {
        guard let end = end(ofKey: key, from: offset) else { return false }
        offset = end
        return true
    }

    /// Takes `,"key":` if exactly that comes next.
    package mutating func take(commaAndKey key: String) -> Bool {
        guard next == UInt8(ascii: ","), let end = end(ofKey: key, from: offset + 1) else {
            return false
        }
        offset = end
        return true
    }

    /// Takes `literal` if exactly these bytes come next.
    package mutating func take(literal: String) -> Bool {
        let utf8 = literal.utf8
        let text = utf8.span
        guard bytes.span.holds(text, at: offset) else { return false }
        offset += text.count
        return true
    }

    /// Where the value of `key` begins, if the key stands at `start`.
    private func end(ofKey key: String, from start: Int) -> Int? {
        let utf8 = key.utf8
        let name = utf8.span
        let span = bytes.span
        let first = start + 1
        let last = first + name.count
        guard last + 1 < span.count, span[start] == UInt8(ascii: "\""),
            span[last] == UInt8(ascii: "\""), span[last + 1] == UInt8(ascii: ":")
        else { return nil }
        return span.holds(name, at: first) ? last + 2 : nil
    }

    /// Where the text of the key lies that comes next, in front of its quote and a colon; empty if
    /// none does.
    func keyText(behindComma isBehindComma: Bool) -> Range<Int> {
        let span = bytes.span
        let start = offset + (isBehindComma ? 2 : 1)
        let none = start..<start
        guard start < span.count, span[start - 1] == UInt8(ascii: "\""),
            !isBehindComma || span[offset] == UInt8(ascii: ",")
        else { return none }
        var end = span.skip(from: start) { $0.hasByte(UInt8(ascii: "\"")) }
        while end < span.count, span[end] != UInt8(ascii: "\"") { end += 1 }
        guard end + 1 < span.count, span[end + 1] == UInt8(ascii: ":") else { return none }
        return start..<end
    }

    /// Goes back to an offset that was read before.
    @usableFromInline package mutating func rewind(to offset: Int) { self.offset = offset }

    @usableFromInline package mutating func string() throws(CanonicalError) -> String {
        try expect(UInt8(ascii: "\""))
        let start = offset
        let end = try plainEnd(from: start)
        guard bytes[end] == UInt8(ascii: "\"") else {
            return try escapedString(from: start, firstEscape: end)
        }
        offset = end + 1
        return try text(bytes.span.extracting(start..<end), at: start)
    }

    /// Where the string that is being read ends, or its first escape stands.
    private func plainEnd(from start: Int) throws(CanonicalError) -> Int {
        let span = bytes.span
        var at = span.skip(from: start) {
            $0.hasByte(UInt8(ascii: "\"")) || $0.hasByte(UInt8(ascii: "\\"))
                || $0.hasByte(below: 0x20)
        }
        while at < span.count {
            let byte = span[at]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return at }
            if byte < 0x20 { throw .malformed(at: at) }
            at += 1
        }
        throw .malformed(at: span.count)
    }

    /// The string of these bytes, which must be UTF-8.
    private func text(_ utf8: Span<UInt8>, at start: Int) throws(CanonicalError) -> String {
        do throws(UTF8.ValidationError) {
            return String(copying: try UTF8Span(validating: utf8))
        } catch {
            throw .malformed(at: start)
        }
    }

    /// The bytes between quotes, which must be plain ASCII without escapes.
    package mutating func ascii() throws(CanonicalError) -> ArraySlice<UInt8> {
        guard let end = asciiEnd else {
            try expect(UInt8(ascii: "\""))
            while (0x20..<0x7F).contains(next), next != UInt8(ascii: "\\") { offset += 1 }
            throw malformed
        }
        defer { offset = end }
        return bytes[(offset + 1)..<(end - 1)]
    }

    package mutating func integer() throws(CanonicalError) -> Int {
        let start = offset
        let isNegative = take(UInt8(ascii: "-"))
        let firstDigit = offset
        var value = 0
        while offset < bytes.count, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10
        {
            value = value * 10 + Int(digit)
            guard value <= Self.largestInteger else { throw .malformed(at: start) }
            offset += 1
        }
        let digits = offset - firstDigit
        let hasLeadingZero = digits > 1 && bytes[firstDigit] == UInt8(ascii: "0")
        guard digits > 0, !hasLeadingZero, !(isNegative && value == 0) else {
            throw .malformed(at: start)
        }
        return isNegative ? -value : value
    }

    package mutating func boolean() throws(CanonicalError) -> Bool {
        let isTrue = next == UInt8(ascii: "t")
        for byte in isTrue ? "true".utf8 : "false".utf8 { try expect(byte) }
        return isTrue
    }

    /// Takes any one value and returns where it lies; keys must be in order, nesting at most 32.
    package mutating func value(depth: Int = 0) throws(CanonicalError) -> Range<Int> {
        let start = offset
        switch next {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
        case UInt8(ascii: "{"):
            guard depth < 32 else { throw malformed }
            try object(depth: depth)
        case UInt8(ascii: "["):
            guard depth < 32 else { throw malformed }
            offset += 1
            if !take(UInt8(ascii: "]")) {
                repeat { _ = try value(depth: depth + 1) } while take(UInt8(ascii: ","))
                try expect(UInt8(ascii: "]"))
            }
        default: _ = try integer()
        }
        return start..<offset
    }

    private mutating func object(depth: Int) throws(CanonicalError) {
        try expect(UInt8(ascii: "{"))
        if take(UInt8(ascii: "}")) { return }
        var last: ArraySlice<UInt8>?
        repeat {
            let start = offset
            let key = try ascii()
            if let last, !last.lexicographicallyPrecedes(key) { throw .malformed(at: start) }
            last = key
            try expect(UInt8(ascii: ":"))
            _ = try value(depth: depth + 1)
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
    }

    private mutating func escapedString(
        from start: Int, firstEscape: Int
    ) throws(CanonicalError) -> String {
        var text = Array(bytes[start..<firstEscape])
        offset = firstEscape
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                return try self.text(text.span, at: start)
            case UInt8(ascii: "\\"): text.append(try escape())
            case 0..<0x20: throw .malformed(at: offset - 1)
            default: text.append(byte)
            }
        }
        throw malformed
    }

    /// One escape after its backslash: only the form that the writer would have chosen.
    private mutating func escape() throws(CanonicalError) -> UInt8 {
        let kind = next
        offset += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return kind
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            try expect(UInt8(ascii: "0"))
            try expect(UInt8(ascii: "0"))
            guard let high = Hex.value(next) else { throw malformed }
            offset += 1
            guard let low = Hex.value(next) else { throw malformed }
            offset += 1
            let byte = high << 4 | low
            guard byte < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) else {
                throw malformed
            }
            return byte
        default: throw .malformed(at: offset - 1)
        }
    }
}
