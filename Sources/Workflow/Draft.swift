package import Entries
package import Events
package import Rules

/// A command as a channel hands it in, with what it says of people still in the clear.
///
/// Who the actor is comes from the session of the channel, never from what was sent.
package struct Draft: Equatable, Sendable {
    package var actor: Actor
    package var command: Command
    /// When it reached the office's system.
    package var enteredAt: Instant
    /// When it happened, if that was elsewhere or earlier.
    package var occurredAt: Instant?
    /// The version of the stream that the sender was looking at; nil if it does not matter.
    package var expectedVersion: Int?
    /// The same key from the same actor gives the same answer for 30 days.
    package var idempotencyKey: String?
    /// The files as they were sent, where whoever repeats a command sends them again: sealed anew
    /// they are others, and yet the same.
    package var sentFiles: Digest?
    /// The key of the stream that it opens, given out by `OfficeWriter.newKey`: files have been
    /// sealed under it. Nil: one is found when it is sealed.
    package var key: KeyReference?
    /// Belong to the first event that follows.
    package var sections: [PlainSection] = []
    package var cause: EventID?
    package var correlation: EventID?
    /// Whether the reason among the sections says how to object.
    package var hasRemedy = false
    /// Whether it is shown that the actor is the person the case belongs to.
    package var isOwnerProven = false
    /// How surely the account is known by now that the case belongs to: what an officer may do can
    /// hang on it. Set by `ServedOffice`, which can open whose the case is.
    package var petitionerLevel: IdentityLevel?
    /// The other case of a merge, or of a duplicate.
    package var otherNumber: String?
    /// The case of another system that it is about, if it comes with an import.
    package var source: SourceKey?

    package init(
        _ command: Command, by actor: Actor, at enteredAt: Instant, sections: [PlainSection] = []
    ) {
        self.actor = actor
        self.command = command
        self.enteredAt = enteredAt
        self.sections = sections
    }
}

/// A section before it is sealed. It is never logged, printed or kept.
package struct PlainSection: Equatable, Sendable {
    package var field: String
    /// Canonical JSON.
    package var content: [UInt8]
    /// Whether its length is hidden as that of a text that people write freely.
    package var isText: Bool

    package init(_ section: some Section) {
        let kind = type(of: section).kind
        field = kind.rawValue
        content = section.plaintext()
        isText = Self.texts.contains(kind)
    }

    package init(field: String, content: [UInt8], isText: Bool) {
        self.field = field
        self.content = content
        self.isText = isText
    }

    private static let texts: Set<SectionKind> = [
        .text, .note, .message, .reason, .defects, .result, .comment, .scope,
    ]
}

extension PlainSection {
    /// The most letters that it may have, where an officer wrote more.
    package func excess() throws(CanonicalError) -> (field: String, most: Int)? {
        guard let kind = SectionKind(rawValue: field), let most = WrittenLength.most(of: kind),
            // A letter has a byte at least.
            content.count > most
        else { return nil }
        return try letters(of: kind) > most ? (field, most) : nil
    }

    private func letters(of kind: SectionKind) throws(CanonicalError) -> Int {
        switch kind {
        case .note: WrittenLength.count(in: try Note.decoded(content))
        case .reason: WrittenLength.count(in: try Reason.decoded(content))
        case .message: WrittenLength.count(in: try Message.decoded(content))
        case .result: WrittenLength.count(in: try CaseResult.decoded(content))
        case .defects: WrittenLength.count(in: try Defects.decoded(content))
        case .appointment: WrittenLength.count(in: try AppointmentDetails.decoded(content))
        default: 0
        }
    }
}
