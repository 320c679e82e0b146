package import Channels
package import Rules

/// A message as it goes out, or as a page shows it that stands for the mail server.
package struct PostMessage: Equatable, Sendable {
    package let row: OutboxRow
    /// As the person gave it; never written into a log.
    package let recipient: String
    package let notice: Notice
    package let letter: Letter
}
