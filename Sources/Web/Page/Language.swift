package import Events

/// What a page speaks. Thai is the source; English stands beside it.
package enum Language: String, CaseIterable, Sendable {
    case thai = "th"
    case english = "en"

    /// A text of ours in this language.
    package func callAsFunction(_ thai: String, _ english: String) -> String {
        self == .thai ? thai : english
    }

    package func callAsFunction(_ wording: Wording) -> String {
        self == .thai ? wording.thai : wording.english
    }

    /// A text that the office set; in Thai where it has no English.
    package func callAsFunction(_ text: LocalText) -> String {
        self == .thai ? text.thai : text.english ?? text.thai
    }

    package var other: Language { self == .thai ? .english : .thai }
}
