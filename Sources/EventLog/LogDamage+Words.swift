package import Entries

extension LogDamage {
    /// Where it is; nil where it belongs to no entry.
    package var position: Position? {
        switch self {
        case .hole(let position), .unreadable(let position), .leafHash(let position),
            .treeNode(let position, _), .truncated(let position), .envelope(let position, _),
            .origin(let position), .time(let position), .streamIndex(let position),
            .idIndex(let position), .section(let position, _):
            position
        case .strayRows, .row, .cutOff, .pages: nil
        }
    }
}

extension LogDamage: CustomStringConvertible {
    package var description: String {
        switch self {
        case .hole(let position): "the entry at position \(position) is missing"
        case .unreadable(let position): "the file cannot be read at position \(position)"
        case .leafHash(let position):
            "the entry at position \(position) was changed: its bytes do not fit their hash"
        case .treeNode(let position, let level):
            "the hash tree does not fit at position \(position), level \(level)"
        case .truncated(let position): "the entry at position \(position) is cut off"
        case .envelope(let position, let error):
            "the entry at position \(position) is no canonical entry: \(error)"
        case .origin(let position): "the entry at position \(position) is another log's"
        case .time(let position):
            "the entry at position \(position) bears a time before that of the one in front of it"
        case .streamIndex(let position):
            "the index of streams does not lead to position \(position)"
        case .idIndex(let position): "the index of ids does not lead to position \(position)"
        case .section(let position, let number):
            "section \(number) of position \(position) was changed: it does not fit its hash"
        case .cutOff: "the file ends before pages that it uses: its end is missing"
        case .pages: "pages of the file contradict each other"
        case .strayRows(let table, let count):
            "the table \(table) holds \(count) rows that belong to no entry"
        case .row(let table): "a row of the table \(table) is not in its form"
        }
    }
}
