package import Entries
package import Events

/// What an officer who files for somebody adds to the answers: how it came, when, and how sure it
/// is who the petitioner is.
package struct DeskEntry: Fields {
    package var channel = Channel.counter
    /// When it came, if that was earlier: a letter, a call that was noted down.
    package var occurredAt: Instant?
    /// Why it is entered so long after it came; kept as a note of the case.
    package var lateReason: String?
    package var urgency = Urgency.normal
    /// Whether the officer has seen the petitioner's card.
    package var isCardSeen = false
    package var isAnonymous = false
    package var isConfidential = false

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.flag("anonymous", &isAnonymous)
        try fields.flag("card_seen", &isCardSeen)
        try fields.field("channel", &channel)
        try fields.flag("confidential", &isConfidential)
        try fields.field("late_reason", &lateReason)
        try fields.field("occurred_at", &occurredAt)
        try fields.field("urgency", &urgency)
    }
}
