package import Entries
internal import Rules
package import Workflow

/// That an office took a command, with all that is needed to ask for it again.
package struct Acknowledgement: Fields, Equatable, Sendable {
    private var actor = Actor()
    private var command = ""
    private var expectedVersion: Int?
    private var occurredAt: Instant?
    private var otherNumber: String?
    private var sections: [Said] = []
    package var correlation: EventID?
    package var first = 0
    package var key = ""
    package var last = 0
    package var stream = ""
    package var version = 0

    package init() {}

    /// Nil unless `outcome` is that something was recorded.
    package init?(_ draft: Draft, _ outcome: CommandOutcome) {
        guard case .accepted(let receipt) = outcome, let positions = receipt.positions else {
            return nil
        }
        actor = draft.actor
        command = String(decoding: draft.command.encoded(), as: UTF8.self)
        correlation = draft.correlation
        expectedVersion = draft.expectedVersion
        occurredAt = draft.occurredAt
        otherNumber = draft.otherNumber
        sections = draft.sections.map(Said.init)
        first = Int(positions.lowerBound)
        key = draft.idempotencyKey ?? ""
        last = Int(positions.upperBound)
        stream = receipt.stream
        version = receipt.version
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("actor", &actor)
        try fields.field("command", &command)
        try fields.field("correlation", &correlation)
        try fields.field("expected_version", &expectedVersion)
        try fields.field("first", &first)
        try fields.field("key", &key)
        try fields.field("last", &last)
        try fields.field("occurred", &occurredAt)
        try fields.field("other_number", &otherNumber)
        try fields.list("said", &sections)
        try fields.field("stream", &stream)
        try fields.field("version", &version)
    }

    package var positions: ClosedRange<Position> { Position(first)...Position(last) }

    /// The same command under the same key.
    package func again(at time: Instant) throws -> Draft {
        var draft = Draft(try Command.decoded(Array(command.utf8)), by: actor, at: time)
        draft.idempotencyKey = key
        draft.correlation = correlation
        draft.expectedVersion = expectedVersion
        draft.occurredAt = occurredAt
        draft.otherNumber = otherNumber
        draft.sections = sections.map(\.section)
        return draft
    }
}

/// A section as it was handed in.
private struct Said: Fields {
    private var content = ""
    private var field = ""
    private var isText = false

    init() {}

    init(_ section: PlainSection) {
        content = String(decoding: section.content, as: UTF8.self)
        field = section.field
        isText = section.isText
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("content", &content)
        try fields.field("field", &field)
        try fields.flag("text", &isText)
    }

    var section: PlainSection {
        PlainSection(field: field, content: Array(content.utf8), isText: isText)
    }
}
