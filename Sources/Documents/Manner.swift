internal import Entries
internal import Events
internal import Paper
package import Rules

/// In which language and with which digits a document is written.
///
/// Dates, times and page numbers take the digits; numbers to be typed elsewhere (of petitions, of
/// persons, telephones) and what a person entered stay as they are.
package struct Manner: Equatable, Sendable {
    package var language: DateLanguage
    package var digits: Digits

    package init(language: DateLanguage = .thai, digits: Digits = .arabic) {
        self.language = language
        self.digits = digits
    }

    func say(_ thai: String, _ english: String) -> String { language == .thai ? thai : english }
    func say(_ wording: Wording) -> String { say(wording.thai, wording.english) }
    func say(_ text: LocalText) -> String { say(text.thai, text.english ?? text.thai) }

    func date(_ date: CivilDate) -> String { date.display(.full, in: language, digits: digits) }

    /// Date and time to the second, as on receipts.
    func moment(_ instant: Instant) -> String {
        let local = LocalTime(instant)
        let time = digits.written(local.timeDisplay(.second, in: language))
        return say(
            "\(date(local.date)) เวลา \(time)", "\(date(local.date)) at \(time)")
    }

    func digits(_ text: String) -> String { digits.written(text) }

    /// A paper in this manner, made at `created`.
    func paper(title: String, author: String, created: Instant) -> Paper {
        var paper = Paper(
            title: title, author: author, created: String(decoding: created.text, as: UTF8.self))
        paper.language = language == .thai ? .thai : .english
        paper.hasThaiDigits = digits == .thai
        return paper
    }
}
