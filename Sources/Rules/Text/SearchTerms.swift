/// What a person looks for, cut into terms that must all be found.
package struct SearchTerms: Hashable, Sendable {
    /// More terms than these are ignored.
    package static let most = 16
    /// A term is cut to this many scalars.
    package static let longest = 100

    /// Keys (`ThaiText.key`) without repeats, in the order typed.
    package let terms: [String]

    package init(_ query: some StringProtocol) {
        var terms: [String] = []
        for word in ThaiText.key(query).split(separator: " ") {
            let term = Self.undashed(String(word.unicodeScalars.prefix(Self.longest)))
            if !terms.contains(term) { terms.append(term) }
            if terms.count == Self.most { break }
        }
        self.terms = terms
    }

    /// A telephone or a national number without the dashes that it is shown with: it is stored
    /// without them. Other numbers keep theirs, a tracking code `2026-14` among them.
    private static func undashed(_ term: String) -> String {
        let digits = term.replacing("-", with: "")
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return term }
        let isPhone = digits.hasPrefix("0") && (9...10).contains(digits.utf8.count)
        return isPhone || digits.utf8.count == 13 ? digits : term
    }

    /// Whether `term` has fewer than three scalars: an index of trigrams does not know it.
    package static func isShort(_ term: String) -> Bool { term.unicodeScalars.count < 3 }
}
