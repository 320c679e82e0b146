internal import Entries

/// Walks the bytes of one entry from front to back, its type known beforehand.
///
/// `type` is the last member of an entry, and says how to read `data`, which is among the first:
/// so it is looked up at the end before the walk begins, and met again when the walk gets there.
struct EntryParser {
    private var decoder: FieldDecoder
    private let type: EventType
    private let typeRange: Range<Int>

    init(_ bytes: [UInt8], type: EventType, typeRange: Range<Int>, sections: Bool) {
        decoder = FieldDecoder(CanonicalReader(bytes), readsSections: sections)
        self.type = type
        self.typeRange = typeRange
    }

    /// Where the text of the last member lies, which is an entry's type; nil if it is no string.
    static func typeRange(in bytes: [UInt8]) -> Range<Int>? {
        let quote = UInt8(ascii: "\"")
        let end = bytes.count - 2
        guard end > 0, bytes[end] == quote else { return nil }
        var start = end
        while start > 0, bytes[start - 1] != quote { start -= 1 }
        return start > 0 ? start..<end : nil
    }

    /// The event, or nil if no type of this product reads it.
    mutating func recorded(at position: Position) throws(CanonicalError) -> RecordedEvent? {
        try decoder.reader.expect(UInt8(ascii: "{"))
        guard decoder.reader.take(key: "actor") else { throw .missing("actor") }
        let actor = try decoder.reader.string()
        let cause = try optionalID("cause")
        let correlation = try optionalID("correlation")
        try need("data")
        guard let event = try Event.read(type, from: &decoder) else { return nil }
        guard let id = try optionalID("id") else { throw .missing("id") }
        try need("source")
        try decoder.reader.skipString()
        if !decoder.reader.take(literal: #","specversion":"1.0","streamversion":"#) {
            try need("specversion")
            guard try decoder.reader.string() == "1.0" else { throw .invalid("specversion") }
            try need("streamversion")
        }
        let streamVersion = try decoder.reader.integer()
        let stream = try stream()
        try need("time")
        let time = try instant("time")
        try end()
        return RecordedEvent(
            position: position, id: id, stream: stream, streamVersion: streamVersion, time: time,
            actor: actor, cause: cause, correlation: correlation, frame: decoder.frame,
            event: event)
    }

    private mutating func stream() throws(CanonicalError) -> StreamName {
        try need("subject")
        let start = decoder.reader.offset + 1
        let subject = try decoder.reader.ascii()
        let span = decoder.reader.bytes.span
        guard let kind = StreamKind(startOf: span.extracting(start..<subject.endIndex)),
            case let slash = start + kind.rawValue.utf8.count,
            span[slash] == UInt8(ascii: "/"), slash + 1 < subject.endIndex
        else { throw .invalid("subject") }
        return StreamName(kind, String(decoding: subject[(slash + 1)...], as: UTF8.self))
    }

    private mutating func end() throws(CanonicalError) {
        try need("type")
        guard decoder.reader.offset + 1 == typeRange.lowerBound else {
            throw decoder.reader.malformed
        }
        // A known type: nothing in it is to be looked at.
        decoder.reader.rewind(to: typeRange.upperBound + 1)
        try decoder.reader.expect(UInt8(ascii: "}"))
        guard decoder.reader.isAtEnd else { throw decoder.reader.malformed }
    }

    private mutating func need(_ key: String) throws(CanonicalError) {
        guard decoder.reader.take(commaAndKey: key) else { throw .missing(key) }
    }

    private mutating func instant(_ key: String) throws(CanonicalError) -> Instant {
        if let instant = decoder.reader.takeInstant() { return instant }
        guard let instant = Instant(canonical: try decoder.reader.ascii()) else {
            throw .invalid(key)
        }
        return instant
    }

    private mutating func optionalID(_ key: String) throws(CanonicalError) -> EventID? {
        guard decoder.reader.take(commaAndKey: key) else { return nil }
        if let id = decoder.reader.takeEventID() { return id }
        guard let id = EventID(text: try decoder.reader.ascii()) else { throw .invalid(key) }
        return id
    }
}

extension FieldDecoder {
    /// Reads an event's data and its frame, which may name only sections that belong to its type.
    mutating func data<Data: EventData>(_ type: Data.Type) throws(CanonicalError) -> Data {
        beginFrame()
        let data = try body(type)
        if type.strangeSection(in: frame) != nil { throw .invalid(SealedSection.key) }
        return data
    }
}
