package import Entries
internal import Events

/// Something that somebody wants done.
package enum Command: Equatable, Sendable {
    /// `number` is the case's; nil for one that does not exist yet.
    case petition(number: String?, PetitionCommand)
    /// `id` is the name of the account's stream.
    case account(id: String, AccountCommand)
    case office(OfficeCommand)

    /// `petition/complete`, for example: stable, for APIs and operational logs.
    package var name: String {
        switch self {
        case .petition(_, let command): "\(StreamKind.petition.rawValue)/\(command.name)"
        case .account(_, let command): "\(StreamKind.account.rawValue)/\(command.name)"
        case .office(let command): "\(StreamKind.office.rawValue)/\(command.name)"
        }
    }

    /// One canonical JSON object: `command`, `payload`, and `stream` where there is one.
    package func encoded() -> [UInt8] {
        var writer = CanonicalWriter()
        writer.openObject()
        writer.key("command")
        writer.string(name)
        writer.key("payload")
        var encoder = FieldEncoder(writer: writer)
        encoder.object(payload)
        writer = encoder.writer
        if let stream {
            writer.key("stream")
            writer.string(stream)
        }
        writer.closeObject()
        return writer.bytes
    }

    package static func decoded(_ bytes: [UInt8]) throws(CanonicalError) -> Command {
        var reader = CanonicalReader(bytes)
        try reader.expect(UInt8(ascii: "{"))
        guard reader.take(key: "command") else { throw .missing("command") }
        let name = try reader.string()
        guard reader.take(commaAndKey: "payload") else { throw .missing("payload") }
        let payload = reader.offset
        _ = try reader.value()
        let stream = reader.take(commaAndKey: "stream") ? try reader.string() : nil
        try reader.expect(UInt8(ascii: "}"))
        guard reader.isAtEnd else { throw reader.malformed }
        var decoder = FieldDecoder(CanonicalReader(bytes, at: payload))
        return try read(name, stream: stream, from: &decoder)
    }

    private var payload: any Fields {
        switch self {
        case .petition(_, let command): command.payload
        case .account(_, let command): command.payload
        case .office(let command): command.payload
        }
    }

    private var stream: String? {
        switch self {
        case .petition(let number, _): number
        case .account(let id, _): id
        case .office: nil
        }
    }

    private static func read(
        _ name: String, stream: String?, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> Command {
        guard let name = StreamName(subject: name) else { throw .unknown(name) }
        switch name.kind {
        case .petition:
            guard let command = try PetitionCommand.read(name.name, from: &decoder) else { break }
            return .petition(number: stream, command)
        case .account:
            guard let command = try AccountCommand.read(name.name, from: &decoder) else { break }
            guard let stream else { throw .missing("stream") }
            return .account(id: stream, command)
        case .office:
            guard let command = try OfficeCommand.read(name.name, from: &decoder) else { break }
            return .office(command)
        }
        throw .unknown(name.subject)
    }
}
