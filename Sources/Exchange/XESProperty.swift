/// An attribute of the standard extensions that has a place of its own in `SourceEvent`.
enum XESProperty: CaseIterable, CustomStringConvertible {
    case name, time, resource, lifecycle

    var key: StaticString {
        switch self {
        case .name: "concept:name"
        case .time: "time:timestamp"
        case .resource: "org:resource"
        case .lifecycle: "lifecycle:transition"
        }
    }

    var description: String { key.description }

    /// Nil for every other key, and where the type is not the extension's.
    init?(_ key: Span<UInt8>, _ type: SourceType) {
        switch (key.count, type) {
        case (12, .string) where key[0] == UInt8(ascii: "c"): self = .name
        case (12, .string) where key[0] == UInt8(ascii: "o"): self = .resource
        case (14, .date): self = .time
        case (20, .string): self = .lifecycle
        default: return nil
        }
        let isSame = self.key.withUTF8Buffer { expected in
            expected.indices.allSatisfy { unsafe expected[$0] == key[$0] }
        }
        guard isSame else { return nil }
    }
}
