/// An entry of the log: one event as a CloudEvent 1.0 in canonical JSON, at most 65,535 bytes.
///
/// The stored bytes are what is hashed, streamed and verified. The position is not among them:
/// it is the entry's key. `data` is the canonical JSON object that the event type defines.
package struct Envelope: Equatable, Sendable {
    /// An entry's bytes may not be more: the bundle format gives each length in two bytes.
    package static let largestSize = 65_535

    /// Who did it: an officer's id, a pseudonym of a citizen for one case, or a part of the house.
    package var actor: String
    /// The event that led to this one, if any.
    package var cause: EventID?
    /// The first event of the chain, unless this is it.
    package var correlation: EventID?
    package var data: [UInt8]
    package var id: EventID
    /// The office's origin (host/path), fixed for ever.
    package var source: String
    /// The event's number within its stream, from 1.
    package var streamVersion: Int
    /// The stream: `<kind>/<name>`.
    package var subject: String
    /// When it was recorded; never before the entry in front of it.
    package var time: Instant
    /// `th.khamrong.<stream kind>.<name>.v<n>`.
    package var type: String

    package init(
        actor: String, cause: EventID? = nil, correlation: EventID? = nil, data: [UInt8],
        id: EventID, source: String, streamVersion: Int, subject: String, time: Instant,
        type: String
    ) {
        self.actor = actor
        self.cause = cause
        self.correlation = correlation
        self.data = data
        self.id = id
        self.source = source
        self.streamVersion = streamVersion
        self.subject = subject
        self.time = time
        self.type = type
    }

    /// The canonical bytes; the caller checks the size.
    package func encoded() -> [UInt8] {
        var writer = CanonicalWriter(capacity: data.count + 384)
        write(to: &writer)
        return writer.bytes
    }

    /// Writes the canonical bytes.
    package func write(to writer: inout CanonicalWriter) {
        writer.openObject()
        writer.key("actor")
        writer.string(actor)
        if let cause {
            writer.key("cause")
            writer.id(cause)
        }
        if let correlation {
            writer.key("correlation")
            writer.id(correlation)
        }
        writer.key("data")
        writer.raw(data)
        writer.key("id")
        writer.id(id)
        writer.key("source")
        writer.string(source)
        writer.key("specversion")
        writer.string("1.0")
        writer.key("streamversion")
        writer.integer(streamVersion)
        writer.key("subject")
        writer.string(subject)
        writer.key("time")
        writer.instant(time)
        writer.key("type")
        writer.string(type)
        writer.closeObject()
    }

    /// Reads an entry; everything in it is checked to be canonical, `data` included.
    package init(_ bytes: [UInt8]) throws(CanonicalError) {
        self = try Envelope.read(bytes) { reader throws(CanonicalError) in try reader.value() }
    }

    /// Reads an entry, leaving it to `readData` to take the data and return where it lies.
    package static func read(
        _ bytes: [UInt8],
        data readData: (inout CanonicalReader) throws(CanonicalError) -> Range<Int>
    ) throws(CanonicalError) -> Envelope {
        var reader = CanonicalReader(bytes)
        try reader.expect(UInt8(ascii: "{"))
        guard reader.take(key: "actor") else { throw .missing("actor") }
        let actor = try reader.string()
        let cause = try reader.takeID(key: "cause")
        let correlation = try reader.takeID(key: "correlation")
        guard reader.take(commaAndKey: "data") else { throw .missing("data") }
        guard reader.next == UInt8(ascii: "{") else { throw .invalid("data") }
        let data = try readData(&reader)
        guard let id = try reader.takeID(key: "id") else { throw .missing("id") }
        guard reader.take(commaAndKey: "source") else { throw .missing("source") }
        let source = try reader.string()
        guard reader.take(commaAndKey: "specversion"), try reader.string() == "1.0" else {
            throw .invalid("specversion")
        }
        guard reader.take(commaAndKey: "streamversion") else { throw .missing("streamversion") }
        let streamVersion = try reader.integer()
        guard reader.take(commaAndKey: "subject") else { throw .missing("subject") }
        let subject = try reader.string()
        guard reader.take(commaAndKey: "time"), let time = Instant(canonical: try reader.ascii())
        else { throw .invalid("time") }
        guard reader.take(commaAndKey: "type") else { throw .missing("type") }
        let type = try reader.string()
        try reader.expect(UInt8(ascii: "}"))
        guard reader.isAtEnd else { throw reader.malformed }
        return Envelope(
            actor: actor, cause: cause, correlation: correlation, data: Array(bytes[data]), id: id,
            source: source, streamVersion: streamVersion, subject: subject, time: time, type: type)
    }
}

extension CanonicalReader {
    fileprivate mutating func takeID(key: String) throws(CanonicalError) -> EventID? {
        guard take(commaAndKey: key) else { return nil }
        guard let id = EventID(text: try ascii()) else { throw .invalid(key) }
        return id
    }
}
