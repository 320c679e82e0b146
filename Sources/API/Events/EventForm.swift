internal import Entries
internal import EventLog
internal import HTTP

/// In which form entries are sent. What is sent are the stored bytes, whatever the form.
enum EventForm: Hashable, Sendable {
    /// Server-sent events; the id of each is its cursor.
    case sentEvents
    /// An entry a line.
    case lines
    /// A page of a CloudEvents batch.
    case batch

    static let batchType = MediaType(essence: "application/cloudevents-batch+json")
    static let linesType = MediaType(essence: "application/x-ndjson")

    /// By what the client accepts; a page where it does not say.
    init(accepted: String?) {
        let accepted = accepted?.lowercased() ?? ""
        if accepted.contains(MediaType.eventStream.essence) {
            self = .sentEvents
        } else if accepted.contains(Self.linesType.essence) {
            self = .lines
        } else {
            self = .batch
        }
    }

    /// Adds an entry as it stands in a stream.
    func add(_ entry: Entry, epoch: UInt64, to bytes: inout [UInt8]) {
        switch self {
        case .sentEvents:
            bytes += "id: \(epoch)-\(entry.position)\ndata: ".utf8
            bytes += entry.bytes
            bytes += "\n\n".utf8
        case .lines, .batch:
            bytes += entry.bytes
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Says how far was looked where nothing was found: whoever comes back goes on from there.
    func add(_ cursor: Cursor, to bytes: inout [UInt8]) {
        if self == .sentEvents { bytes += "id: \(cursor)\n\n".utf8 }
    }

    /// What keeps a silent connection alive and tells one that has gone.
    var heartbeat: [UInt8] { Array(self == .sentEvents ? ":\n\n".utf8 : "\n".utf8) }
}
