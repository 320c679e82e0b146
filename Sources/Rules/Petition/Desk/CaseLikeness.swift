internal import Entries
package import Events

/// How much one case looks like another: how far apart they are, and how many of their words they
/// share. It suggests; an officer decides.
package struct CaseLikeness: Equatable, Sendable {
    /// Nil where one of them has no coordinates.
    package let metres: Int?
    /// Of the letters of both, in groups of three.
    package let percent: Int

    package init(
        _ first: (text: PetitionText?, place: Place?),
        _ second: (text: PetitionText?, place: Place?)
    ) {
        metres = Self.metres(first.place, second.place)
        percent = Self.percent(first.text, second.text)
    }

    /// Near by, or in nearly the same words.
    package var isLikely: Bool {
        if let metres { return metres <= 60 || metres <= 500 && percent >= 20 }
        return percent >= 50
    }

    private static func percent(_ first: PetitionText?, _ second: PetitionText?) -> Int {
        let (left, right) = (groups(first), groups(second))
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        return 200 * left.intersection(right).count / (left.count + right.count)
    }

    private static func groups(_ text: PetitionText?) -> Set<String> {
        guard let text else { return [] }
        let key = ThaiText.key(text.subject + " " + (text.details ?? ""))
        let letters = Array(key.unicodeScalars.filter { $0 != " " }.prefix(2000))
        guard letters.count >= 3 else { return [] }
        return Set(
            (0...letters.count - 3).map { start in
                String(String.UnicodeScalarView(letters[start..<start + 3]))
            })
    }

    /// On a globe as good as flat over some kilometres.
    private static func metres(_ first: Place?, _ second: Place?) -> Int? {
        guard let first, let second, let south = first.latitudeMicrodegrees,
            let north = second.latitudeMicrodegrees, let west = first.longitudeMicrodegrees,
            let east = second.longitudeMicrodegrees
        else { return nil }
        let metresPerMicrodegree = 0.111_195
        let radians = Double(south + north) / 2e6 * .pi / 180
        // The cosine of a latitude, to a thousandth between the equator and 60 degrees.
        let square = radians * radians
        let narrowing = 1 - square / 2 + square * square / 24
        let down = Double(north - south) * metresPerMicrodegree
        let across = Double(east - west) * metresPerMicrodegree * narrowing
        return Int((down * down + across * across).squareRoot().rounded())
    }
}
