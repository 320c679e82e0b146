// Values of one length, which most of an entry's bytes belong to. Each is read in one walk without
// a copy; where the bytes are not exactly such a value nothing is taken, and the slower way says
// what is wrong with them.

extension CanonicalReader {
    /// Takes a digest between quotes if exactly that comes next.
    mutating func takeDigest() -> Digest? {
        guard let start = fixedString(64), let first = hex(start), let second = hex(start + 16),
            let third = hex(start + 32), let fourth = hex(start + 48)
        else { return nil }
        rewind(to: start + 65)
        return Digest(words: (first, second, third, fourth))
    }

    /// Takes a key reference between quotes if exactly that comes next.
    mutating func takeKeyReference() -> KeyReference? {
        guard let start = fixedString(32), let high = hex(start), let low = hex(start + 16) else {
            return nil
        }
        rewind(to: start + 33)
        return KeyReference(high: high, low: low)
    }

    /// Takes an event's id between quotes if exactly that comes next.
    package mutating func takeEventID() -> EventID? {
        guard let start = fixedString(36), let id = eventID(start) else { return nil }
        rewind(to: start + 37)
        return id
    }

    private func eventID(_ start: Int) -> EventID? {
        let text = bytes.span.extracting(start..<(start + 36))
        let hyphen = UInt8(ascii: "-")
        guard text[8] == hyphen, text[13] == hyphen, text[18] == hyphen, text[23] == hyphen,
            let first = Hex.number(text.word(at: 0)),
            let second = Hex.number(text.halfWord(at: 9) << 32 | text.halfWord(at: 14)),
            let third = Hex.number(text.halfWord(at: 19) << 32 | text.halfWord(at: 24)),
            let fourth = Hex.number(text.word(at: 28))
        else { return nil }
        return EventID(high: first << 32 | second, low: third << 32 | fourth)
    }

    /// Takes an instant between quotes, in the one form that is written, if exactly that comes next.
    package mutating func takeInstant() -> Instant? {
        guard let start = fixedString(24), let century = decimal(start),
            let year = decimal(start + 2, then: "-"), let month = decimal(start + 5, then: "-"),
            let day = decimal(start + 8, then: "T"), let hour = decimal(start + 11, then: ":"),
            let minute = decimal(start + 14, then: ":"),
            let second = decimal(start + 17, then: "."),
            let hundredths = decimal(start + 20), let thousandth = decimal(start + 21, then: "Z"),
            let date = CivilDate(year: century * 100 + year, month: month, day: day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        rewind(to: start + 25)
        let seconds = (date.dayNumber * 1440 + hour * 60 + minute) * 60 + second
        return Instant(milliseconds: seconds * 1000 + hundredths * 10 + thousandth % 10)
    }

    /// Takes a sealed section if exactly that comes next.
    mutating func takeSealedSection() -> SealedSection? {
        let start = offset
        var section = SealedSection()
        guard take(UInt8(ascii: "{")), take(key: "c"), let commitment = takeDigest(),
            take(commaAndKey: "f"), let field = try? string(),
            take(commaAndKey: "h"), let hash = takeDigest(),
            take(commaAndKey: "k"), let keyReference = takeKeyReference(),
            take(commaAndKey: "n"), let number = try? integer(), take(UInt8(ascii: "}"))
        else {
            rewind(to: start)
            return nil
        }
        section.commitment = commitment
        section.field = field
        section.hash = hash
        section.keyReference = keyReference
        section.number = number
        return section
    }

    /// Passes over a list of sealed sections, whose digests nobody asks for, if exactly that comes
    /// next.
    mutating func skipSealedSections() -> Bool {
        let start = offset
        guard take(UInt8(ascii: "[")) else { return false }
        repeat {
            guard take(literal: #"{"c":"#), skipFixedString(64), take(literal: #","f":"#),
                let end = asciiEnd
            else { return leave(to: start) }
            rewind(to: end)
            guard take(literal: #","h":"#), skipFixedString(64), take(literal: #","k":"#),
                skipFixedString(32), take(literal: #","n":"#), (try? integer()) != nil,
                take(UInt8(ascii: "}"))
            else { return leave(to: start) }
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) || leave(to: start)
    }

    private mutating func leave(to start: Int) -> Bool {
        rewind(to: start)
        return false
    }

    private mutating func skipFixedString(_ count: Int) -> Bool {
        guard let start = fixedString(count) else { return false }
        rewind(to: start + count + 1)
        return true
    }

    /// Takes one of a closed list of words if exactly that comes next: no string is made of it.
    @inlinable mutating func takeWord<Word: FieldWord>() -> Word? {
        guard let end = asciiEnd else { return nil }
        for word in Word.allCases where isText(word.rawValue, upTo: end) {
            rewind(to: end)
            return word
        }
        return nil
    }

    /// Whether the string that comes next, and is over at `end`, is `text`.
    @usableFromInline func isText(_ text: String, upTo end: Int) -> Bool {
        let utf8 = text.utf8
        return utf8.count == end - offset - 2 && bytes.span.holds(utf8.span, at: offset + 1)
    }

    /// Passes over a string; whoever wants to know what is in it reads it.
    package mutating func skipString() throws(CanonicalError) {
        if let end = asciiEnd { rewind(to: end) } else { _ = try string() }
    }

    /// Where the string that comes next is over, if it is printable ASCII without escapes.
    @usableFromInline var asciiEnd: Int? {
        guard next == UInt8(ascii: "\"") else { return nil }
        let span = bytes.span
        var at = span.skip(from: offset + 1) {
            $0.hasByte(UInt8(ascii: "\"")) || $0.hasByte(UInt8(ascii: "\\"))
                || $0.hasByte(below: 0x20) || $0.hasByte(0x7F) || $0.hasHighByte
        }
        while at < span.count {
            let byte = span[at]
            if byte == UInt8(ascii: "\"") { return at + 1 }
            if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") { return nil }
            at += 1
        }
        return nil
    }

    /// Where the bytes of a string begin that has `count` of them.
    private func fixedString(_ count: Int) -> Int? {
        let start = offset + 1
        guard start + count < bytes.count, bytes[offset] == UInt8(ascii: "\""),
            bytes[start + count] == UInt8(ascii: "\"")
        else { return nil }
        return start
    }

    /// The number that the sixteen digits at `start` give, which are within the bytes.
    private func hex(_ start: Int) -> UInt64? {
        let span = bytes.span
        guard let high = Hex.number(span.word(at: start)),
            let low = Hex.number(span.word(at: start + 8))
        else { return nil }
        return high << 32 | low
    }

    /// The number that the two digits at `start` give, if `end` stands behind them.
    private func decimal(_ start: Int, then end: Unicode.Scalar? = nil) -> Int? {
        let tens = bytes[start] &- UInt8(ascii: "0")
        let ones = bytes[start + 1] &- UInt8(ascii: "0")
        guard tens < 10, ones < 10 else { return nil }
        if let end, bytes[start + 2] != UInt8(ascii: end) { return nil }
        return Int(tens) * 10 + Int(ones)
    }
}
