internal import Entries

/// Walks the bytes of one entry from front to back, its type known beforehand.
///
/// `type` is the last member of an entry, and says how to read `data`, which is among the first:
/// so it is looked up at the end before the walk begins, and met again when the walk gets there.
struct EntryParser {
    private var reader: CanonicalReader
    private let type: EventType
    private let typeRange: Range<Int>

    init(_ bytes: [UInt8], type: EventType, typeRange: Range<Int>) {
        reader = CanonicalReader(bytes)
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
    mutating func recorded(
        at position: Position, sections: Bool
    ) throws(CanonicalError) -> RecordedEvent? {
        try reader.expect(UInt8(ascii: "{"))
        guard reader.take(key: "actor") else { throw .missing("actor") }
        let actor = try reader.string()
        let cause = try optionalID("cause")
        let correlation = try optionalID("correlation")
        try need("data")
        var decoder = FieldDecoder(reader, readsSections: sections)
        guard let event = try Event.read(type, from: &decoder) else { return nil }
        if !decoder.frame.sections.isEmpty,
            Swift.type(of: event.data).strangeSection(in: decoder.frame) != nil
        {
            throw .invalid(SealedSection.key)
        }
        reader = decoder.reader
        guard let id = try optionalID("id") else { throw .missing("id") }
        try need("source")
        try reader.skipString()
        try need("specversion")
        guard try reader.string() == "1.0" else { throw .invalid("specversion") }
        try need("streamversion")
        let streamVersion = try reader.integer()
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
        let subject = try reader.ascii()
        guard let slash = subject.firstIndex(of: UInt8(ascii: "/")), slash + 1 < subject.endIndex,
            let kind = StreamKind(ascii: subject[..<slash])
        else { throw .invalid("subject") }
        return StreamName(kind, String(decoding: subject[(slash + 1)...], as: UTF8.self))
    }

    private mutating func end() throws(CanonicalError) {
        try need("type")
        guard reader.offset + 1 == typeRange.lowerBound else { throw reader.malformed }
        _ = try reader.ascii()
        try reader.expect(UInt8(ascii: "}"))
        guard reader.isAtEnd else { throw reader.malformed }
    }

    private mutating func need(_ key: String) throws(CanonicalError) {
        guard reader.take(commaAndKey: key) else { throw .missing(key) }
    }

    private mutating func instant(_ key: String) throws(CanonicalError) -> Instant {
        if let instant = reader.takeInstant() { return instant }
        guard let instant = Instant(canonical: try reader.ascii()) else { throw .invalid(key) }
        return instant
    }

    private mutating func optionalID(_ key: String) throws(CanonicalError) -> EventID? {
        guard reader.take(commaAndKey: key) else { return nil }
        if let id = reader.takeEventID() { return id }
        guard let id = EventID(text: try reader.ascii()) else { throw .invalid(key) }
        return id
    }
}
