package import Channels
package import Rules

/// A message as it goes out, or as a page shows it that stands for the mail server.
package struct PostMessage: Equatable, Sendable {
    package let row: OutboxRow
    /// As the person gave it; never written into a log.
    package let recipient: String
    package let notice: Notice
    package let content: Content

    package enum Content: Equatable, Sendable {
        case letter(Letter)
        /// Of an SMS.
        case short(String)
        /// In a chat of LINE.
        case chat(LINEMessage)
    }

    /// What it says as a letter; nil on a channel that carries none.
    package var letter: Letter? {
        if case .letter(let letter) = content { letter } else { nil }
    }

    /// All that it says, without its dress.
    package var text: String {
        switch content {
        case .letter(let letter): letter.text
        case .short(let text): text
        case .chat(.text(let text)): text
        case .chat(.card(let card)): card.plain
        }
    }
}
