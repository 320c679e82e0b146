/// The command line was not understood.
package struct UsageError: Error, Equatable, Sendable, CustomStringConvertible {
    package var message: String
    /// The name that was probably meant.
    package var closest: String?

    package init(_ message: String, closest: String? = nil) {
        self.message = message
        self.closest = closest
    }

    package var description: String {
        closest.map { "\(message); did you mean \($0)?" } ?? message
    }
}

/// Finds the name that a person meant to type.
package enum Spelling {
    /// The candidate nearest to `word`, unless all are too far away to be meant.
    package static func closest(to word: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { (distance: distance(word, $0), name: $0) }
        let limit = max(1, word.count / 3)
        if let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit {
            return best.name
        }
        let begun = candidates.filter { word.count > 1 && $0.hasPrefix(word) }
        return begun.count == 1 ? begun[0] : nil
    }

    /// How many letters must be added, dropped, changed or swapped with their neighbour.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left), right = Array(right)
        var rows = [Array(0...right.count)]
        for (i, letter) in left.enumerated() {
            var row = [i + 1]
            for (j, other) in right.enumerated() {
                var best = min(
                    rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
