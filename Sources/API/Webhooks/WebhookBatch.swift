internal import Entries
internal import EventLog

/// Some entries for a receiver, as a CloudEvents batch: the stored bytes, in order.
struct WebhookBatch {
    private static let entries = 100
    private static let bytes = 512 << 10
    /// So many are looked at before a receiver is told that there was nothing for it.
    private static let looked = 5000

    let body: [UInt8]
    let count: Int
    let after: Cursor
    let through: Position

    /// The batch behind a cursor; nil at the head. With `end` the one that ends there.
    init?(_ log: EventLog, after cursor: Cursor, end: Position?, _ filter: EventFilter) throws {
        var body: [UInt8] = [UInt8(ascii: "[")]
        var count = 0
        var through = cursor.position
        var standings = CaseStandings(log)
        let limit = end.map { Int(clamping: $0 - cursor.position) } ?? Self.looked
        search: while Int(clamping: through - cursor.position) < limit {
            let wanted = min(500, limit - Int(through - cursor.position))
            let batch = try log.read(after: through, limit: wanted)
            if batch.isEmpty { break }
            for entry in batch {
                let passes = try filter.passes(entry, &standings)
                if end == nil, passes,
                    count == Self.entries || body.count + entry.bytes.count > Self.bytes, count > 0
                {
                    break search
                }
                through = entry.position
                guard passes else { continue }
                if count > 0 { body.append(UInt8(ascii: ",")) }
                body += entry.bytes
                count += 1
            }
        }
        guard through > cursor.position else { return nil }
        body.append(UInt8(ascii: "]"))
        (self.body, self.count, self.after, self.through) = (body, count, cursor, through)
    }

    /// The same for the same batch, whenever and however often it is sent.
    func id(for code: String) -> String { Self.id(for: code, after: after, through: through) }

    static func id(for code: String, after: Cursor, through: Position) -> String {
        "msg_\(code)_\(after.epoch)-\(after.position)-\(through)"
    }
}
