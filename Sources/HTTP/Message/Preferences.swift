/// Lists of wishes with weights: `th, en;q=0.8`.
package enum Preferences {
    /// Each wish in lower case with its weight in thousandths, as sent; malformed members are
    /// left out.
    static func read(_ field: String) -> [(value: String, weight: Int)] {
        field.split(separator: ",").prefix(50).compactMap { member in
            let parts = member.split(separator: ";").map(ASCII.trimmed)
            guard let value = parts.first, !value.isEmpty else { return nil }
            var weight = 1000
            for part in parts.dropFirst() where ASCII.lowercased(part).hasPrefix("q=") {
                guard let read = thousandths(part.dropFirst(2)) else { return nil }
                weight = read
            }
            return (ASCII.lowercased(value), weight)
        }
    }

    /// The language of `offered` that is wished for most; the first one where nothing fits.
    package static func language(_ field: String?, of offered: [String]) -> String {
        precondition(!offered.isEmpty, "no language is offered")
        let wishes = read(field ?? "")
        var best = offered[0]
        var bestWeight = 0
        for language in offered {
            let own = wishes.first {
                $0.value == language || $0.value.hasPrefix(language + "-")
            }
            let weight = (own ?? wishes.first { $0.value == "*" })?.weight ?? 0
            if weight > bestWeight { (best, bestWeight) = (language, weight) }
        }
        return best
    }

    /// Whether an answer may be sent in the coding.
    static func accepts(_ coding: String, _ field: String?) -> Bool {
        let wishes = read(field ?? "")
        let own = wishes.first { $0.value == coding || $0.value == "x-\(coding)" }
        return ((own ?? wishes.first { $0.value == "*" })?.weight ?? 0) > 0
    }

    private static func thousandths(_ text: some StringProtocol) -> Int? {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = ASCII.number(halves[0]), whole <= 1 else { return nil }
        guard halves.count == 2, !halves[1].isEmpty else { return whole * 1000 }
        let digits = halves[1] + String(repeating: "0", count: max(0, 3 - halves[1].count))
        guard halves[1].utf8.count <= 3, let part = ASCII.number(digits) else { return nil }
        let weight = whole * 1000 + part
        return weight <= 1000 ? weight : nil
    }
}
