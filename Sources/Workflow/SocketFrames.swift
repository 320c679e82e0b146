internal import Entries
internal import Events
internal import Rules

/// What crosses the writer's socket between two processes of the same version, as canonical JSON.
/// It is never stored.
package enum SocketFrame {
    /// What a client asks for in one frame.
    package static func drafts(_ bytes: [UInt8]) throws -> [Draft] {
        try DraftFrame.decoded(bytes).opened()
    }

    package static func encoded(_ drafts: [Draft]) -> [UInt8] { DraftFrame(drafts).encoded() }

    /// What the writer answers in one frame.
    package static func outcomes(_ bytes: [UInt8]) throws -> [CommandOutcome] {
        try OutcomeFrame.decoded(bytes).outcomes.map(\.outcome)
    }

    package static func encoded(_ outcomes: [CommandOutcome]) -> [UInt8] {
        OutcomeFrame(outcomes).encoded()
    }
}

/// Drafts that are decided together.
struct DraftFrame: Fields {
    var drafts: [WireDraft] = []

    init() {}
    init(_ drafts: [Draft]) { self.drafts = drafts.map(WireDraft.init) }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("drafts", &drafts)
    }

    func opened() throws -> [Draft] { try drafts.map { try $0.opened() } }
}

/// One draft; its command travels as text.
struct WireDraft: Fields {
    private var actor = Actor()
    private var cause: EventID?
    private var command = ""
    private var correlation: EventID?
    private var enteredAt = Instant(milliseconds: 0)
    private var expectedVersion: Int?
    private var hasRemedy = false
    private var idempotencyKey: String?
    private var isOwnerProven = false
    private var key: KeyReference?
    private var occurredAt: Instant?
    private var otherNumber: String?
    private var petitionerLevel: IdentityLevel?
    private var sections: [WireSection] = []
    private var source: SourceKey?

    init() {}

    init(_ draft: Draft) {
        actor = draft.actor
        cause = draft.cause
        command = String(decoding: draft.command.encoded(), as: UTF8.self)
        correlation = draft.correlation
        enteredAt = draft.enteredAt
        expectedVersion = draft.expectedVersion
        hasRemedy = draft.hasRemedy
        idempotencyKey = draft.idempotencyKey
        isOwnerProven = draft.isOwnerProven
        key = draft.key
        occurredAt = draft.occurredAt
        otherNumber = draft.otherNumber
        petitionerLevel = draft.petitionerLevel
        sections = draft.sections.map(WireSection.init)
        source = draft.source
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("actor", &actor)
        try fields.field("cause", &cause)
        try fields.field("command", &command)
        try fields.field("correlation", &correlation)
        try fields.field("entered_at", &enteredAt)
        try fields.field("expected_version", &expectedVersion)
        try fields.flag("has_remedy", &hasRemedy)
        try fields.field("idempotency_key", &idempotencyKey)
        try fields.field("key", &key)
        try fields.field("occurred_at", &occurredAt)
        try fields.field("other_number", &otherNumber)
        try fields.flag("owner_proven", &isOwnerProven)
        try fields.field("petitioner_level", &petitionerLevel)
        try fields.list("sections", &sections)
        try fields.field("source", &source)
    }

    func opened() throws -> Draft {
        var draft = Draft(
            try Command.decoded(Array(command.utf8)), by: actor, at: enteredAt,
            sections: sections.map(\.opened))
        draft.cause = cause
        draft.correlation = correlation
        draft.expectedVersion = expectedVersion
        draft.hasRemedy = hasRemedy
        draft.idempotencyKey = idempotencyKey
        draft.isOwnerProven = isOwnerProven
        draft.key = key
        draft.occurredAt = occurredAt
        draft.otherNumber = otherNumber
        draft.petitionerLevel = petitionerLevel
        draft.source = source
        return draft
    }
}

struct WireSection: Fields {
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

    var opened: PlainSection {
        PlainSection(field: field, content: Array(content.utf8), isText: isText)
    }
}

/// The answers to the drafts of one frame, in their order.
struct OutcomeFrame: Fields {
    var outcomes: [WireOutcome] = []

    init() {}
    init(_ outcomes: [CommandOutcome]) { self.outcomes = outcomes.map(WireOutcome.init) }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("outcomes", &outcomes)
    }
}

struct WireOutcome: Fields {
    enum Kind: String, FieldWord { case accepted, refused, unknown, failed, busy }

    private var code: String?
    private var english: String?
    private var event: String?
    private var first: Int?
    private var isRepeat = false
    private var kind = Kind.busy
    private var last: Int?
    private var stream: String?
    private var thai: String?
    private var version: Int?

    init() {}

    init(_ outcome: CommandOutcome) {
        switch outcome {
        case .accepted(let receipt):
            kind = .accepted
            event = receipt.event
            first = receipt.positions.map { Int($0.lowerBound) }
            last = receipt.positions.map { Int($0.upperBound) }
            isRepeat = receipt.isRepeat
            stream = receipt.stream
            version = receipt.version
        case .refused(let code, let wording):
            kind = .refused
            self.code = code
            english = wording.english
            thai = wording.thai
        case .unknown(let reason):
            kind = .unknown
            english = reason
        case .failed(let reason):
            kind = .failed
            english = reason
        case .busy: kind = .busy
        }
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("english", &english)
        try fields.field("event", &event)
        try fields.field("first", &first)
        try fields.field("kind", &kind)
        try fields.field("last", &last)
        try fields.flag("repeat", &isRepeat)
        try fields.field("stream", &stream)
        try fields.field("thai", &thai)
        try fields.field("version", &version)
    }

    var outcome: CommandOutcome {
        switch kind {
        case .accepted:
            var positions: ClosedRange<Position>?
            if let first, let last, first > 0, last >= first {
                positions = Position(first)...Position(last)
            }
            return .accepted(
                Receipt(
                    stream: stream ?? "", version: version ?? 0, positions: positions,
                    event: event, isRepeat: isRepeat))
        case .refused:
            return .refused(
                code: code ?? "", Wording(thai: thai ?? "", english: english ?? ""))
        case .unknown: return .unknown(english ?? "")
        case .failed: return .failed(english ?? "")
        case .busy: return .busy
        }
    }
}
