/// What a person reads, in both languages of the office; the Thai is the source.
package struct Wording: Hashable, Sendable {
    package var thai: String
    package var english: String

    package init(thai: String, english: String) {
        self.thai = thai
        self.english = english
    }
}

/// Why the rules say no, in words that say what to do about it.
package protocol Refusal: Error, Equatable, Sendable {
    var wording: Wording { get }
}
