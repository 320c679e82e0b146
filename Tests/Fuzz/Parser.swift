import Entries
import Exchange

/// The parsers that outside bytes meet.
enum Parser: String, CaseIterable {
    case entry, xes, csv, map

    func parse(_ bytes: [UInt8]) {
        switch self {
        case .entry:
            guard let envelope = try? Envelope(bytes) else { return }
            precondition(envelope.encoded() == bytes, "an entry is not written as it was read")
        case .xes: Self.parseLog(bytes)
        case .csv: Self.parseTable(bytes)
        case .map: _ = try? ImportMap.parse(bytes)
        }
    }

    private static func parseLog(_ bytes: [UInt8]) {
        guard let read = try? XESReader.read(bytes) else { return }
        let events = read.cases.map(\.events.count).reduce(0, +)
        precondition(events == read.summary.events, "events are lost on the way")
        precondition(!read.cases.contains { $0.filledTimes.count != $0.events.count })
    }

    /// The first line is the map, the rest the table.
    private static func parseTable(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let map = try? ImportMap.parse(Array(parts[0])),
            let read = try? CSVReader.read(Array(parts[1]), map: map)
        else { return }
        for source in read.cases { _ = map.mapped(source) { _ in } }
    }
}
