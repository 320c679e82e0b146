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
            let term = String(word.unicodeScalars.prefix(Self.longest))
            if !terms.contains(term) { terms.append(term) }
            if terms.count == Self.most { break }
        }
        self.terms = terms
    }

    /// Whether `term` has fewer than three scalars: an index of trigrams does not know it.
    package static func isShort(_ term: String) -> Bool { term.unicodeScalars.count < 3 }
}
