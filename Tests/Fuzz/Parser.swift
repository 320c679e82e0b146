import Entries
import Events
import Exchange
import Rules
import Workflow

/// The parsers that outside bytes meet.
enum Parser: String, CaseIterable {
    case entry, event, json, command, frame, xes, csv, map, number, time, text, jpeg, zip
    case multipart, form, head, cookies
    case note, proof, policy, witness, tile

    /// Stops the program where a promise of the parser is broken.
    func parse(_ bytes: [UInt8]) {
        switch self {
        case .entry:
            guard let envelope = try? Envelope(bytes) else { return }
            precondition(envelope.encoded() == bytes, "an entry is not written as it was read")
        case .event: Self.parseEvent(bytes)
        case .json: Self.parseValue(bytes)
        case .command:
            guard let command = try? Command.decoded(bytes) else { return }
            precondition(command.encoded() == bytes, "a command is not written as it was read")
        case .frame: Self.parseFrame(bytes)
        case .xes: Self.parseLog(bytes)
        case .csv: Self.parseTable(bytes)
        case .map: Self.parseMap(bytes)
        case .number: Self.parseNumbers(String(decoding: bytes, as: UTF8.self))
        case .time: Self.parseTimes(String(decoding: bytes, as: UTF8.self))
        case .text: Self.parseText(String(decoding: bytes, as: UTF8.self))
        case .multipart: Self.parseMultipart(bytes)
        case .form: Self.parseForm(bytes)
        case .head: Self.parseHead(String(decoding: bytes, as: UTF8.self))
        case .cookies: Self.parseCookies(String(decoding: bytes, as: UTF8.self))
        case .jpeg: Self.parsePicture(bytes)
        case .zip: Self.parseArchive(bytes)
        case .note: Self.parseNote(bytes)
        case .proof: Self.parseProof(bytes)
        case .policy: Self.parsePolicy(String(decoding: bytes, as: UTF8.self))
        case .witness: Self.parseRequest(bytes)
        case .tile: Self.parseTile(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// An older version is read as the newest one and has other bytes then.
    private static func parseEvent(_ bytes: [UInt8]) {
        guard let recorded = try? RecordedEvent.read(position: 1, bytes: bytes),
            let envelope = try? Envelope(bytes)
        else { return }
        precondition(envelope.subject == recorded.stream.subject, "another stream was read")
        guard envelope.type == recorded.event.type else { return }
        let data = recorded.event.encodedData(frame: recorded.frame)
        precondition(data == envelope.data, "an event is not written as it was read")
    }

    private static func parseValue(_ bytes: [UInt8]) {
        var reader = CanonicalReader(bytes)
        guard let range = try? reader.value(), range.count == bytes.count else { return }
        var strings = CanonicalReader(bytes)
        guard let text = try? strings.string() else { return }
        var writer = CanonicalWriter()
        writer.string(text)
        precondition(writer.bytes == bytes, "a string is not written as it was read")
    }

    private static func parseFrame(_ bytes: [UInt8]) {
        if let drafts = try? SocketFrame.drafts(bytes) {
            precondition(SocketFrame.encoded(drafts) == bytes, "drafts are not written as read")
        }
        if let outcomes = try? SocketFrame.outcomes(bytes) {
            let again = try? SocketFrame.outcomes(SocketFrame.encoded(outcomes))
            precondition(again == outcomes, "outcomes are not read as they were written")
        }
    }
}
