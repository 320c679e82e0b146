/// In which order somebody fills in a form: what it is called, what it says, when it holds, to
/// whom it belongs, and last what is ticked.
enum FieldOrder {
    private static let words = [
        "code", "news", "template", "key", "purpose", "provider", "subscriber", "field", "clock",
        "rung", "date", "year", "weekday", "title", "name", "label", "step", "channel", "address",
        "area", "kind", "kinds", "status", "event", "from", "to", "subject", "text", "body",
        "description", "manual", "value", "choices", "limit", "time", "starts", "stops", "opens",
        "closes", "until", "least", "most", "longest", "parent", "department", "departments",
        "category", "phone", "email", "website",
    ]

    /// Those that have no place there keep their order behind the others.
    static func sorted(_ keys: [String]) -> [String] {
        let places = Dictionary(words.enumerated().map { ($1, $0) }) { first, _ in first }
        return keys.enumerated().sorted {
            (places[$0.element] ?? words.count, $0.offset)
                < (places[$1.element] ?? words.count, $1.offset)
        }.map(\.element)
    }
}
