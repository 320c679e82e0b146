import Entries
import TestSupport

/// Reads server-sent events off a connection (WHATWG HTML §9.2).
struct SentEvents {
    struct Event: Equatable {
        var name = "message"
        var id = ""
        var data = ""
    }

    private let client: Client
    private var text: [UInt8] = []
    /// Of the last event, or of an id that came alone.
    private(set) var lastID = ""

    init(_ client: Client) { self.client = client }

    /// The next event that has data; nil at the stream's end.
    mutating func next() throws -> Event? {
        while true {
            while let end = text.firstRange(of: Array("\n\n".utf8)) {
                let block = String(decoding: text[..<end.lowerBound], as: UTF8.self)
                text.removeFirst(end.upperBound)
                if let event = take(block) { return event }
            }
            guard let chunk = try client.nextChunk() else { return nil }
            text += chunk
        }
    }

    private mutating func take(_ block: String) -> Event? {
        var event = Event()
        var hasData = false
        for line in block.split(separator: "\n") {
            let parts = line.split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count == 2 ? String(parts[1].dropFirst()) : ""
            switch parts[0] {
            case "event": event.name = value
            case "id": lastID = value
            case "data":
                event.data += value
                hasData = true
            default: break
            }
        }
        event.id = lastID
        return hasData ? event : nil
    }
}
