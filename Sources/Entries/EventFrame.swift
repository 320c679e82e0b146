/// What may stand in the data of any event, beside what its type defines.
///
/// Its keys are written at their place among the others and belong to no event type.
public struct EventFrame: Equatable, Sendable {
    /// The keys in the order in which they are written.
    package static let keys = Member.allCases.map(\.rawValue)
    static let keyCount = 4

    /// Whether a key that begins so may be one of them: most others are told apart by that.
    static func mayBegin(with byte: UInt8) -> Bool {
        byte == UInt8(ascii: "s") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "i")
    }

    /// Whether the event came with an import: reactors, schedulers and clocks leave it alone.
    package var isImported: Bool
    /// When it happened, if that was elsewhere or earlier than it was recorded.
    package var occurredAt: Instant?
    /// The sections sealed beside the entry, numbered from 1.
    package var sections: [SealedSection]

    /// What the source said of it, if it came with an import.
    package var step: SourceStep? {
        get {
            guard case .step(let step) = attachment else { return nil }
            return step
        }
        set { attachment = newValue.map(Attachment.step) ?? .none }
    }

    /// Kept apart: it is wide, and few events have one.
    private var attachment = Attachment.none

    private indirect enum Attachment: Equatable, Sendable {
        case none
        case step(SourceStep)
    }

    package init(
        isImported: Bool = false, occurredAt: Instant? = nil, sections: [SealedSection] = [],
        step: SourceStep? = nil
    ) {
        self.isImported = isImported
        self.occurredAt = occurredAt
        self.sections = sections
        self.step = step
    }

    /// What it may hold, in the order in which it is written.
    @usableFromInline enum Member: String, CaseIterable {
        case imported
        case occurredAt = "occurred_at"
        case sections = "sealed"
        case step

        /// Keys before it belong before the member without a further look.
        var firstByte: UInt8 {
            switch self {
            case .imported: UInt8(ascii: "i")
            case .occurredAt: UInt8(ascii: "o")
            case .sections, .step: UInt8(ascii: "s")
            }
        }

        var next: Member? {
            switch self {
            case .imported: .occurredAt
            case .occurredAt: .sections
            case .sections: .step
            case .step: nil
            }
        }
    }

    /// The first member that is there, `member` or one behind it.
    func firstMember(from member: Member) -> Member? {
        var candidate: Member? = member
        while let member = candidate, !has(member) { candidate = member.next }
        return candidate
    }

    private func has(_ member: Member) -> Bool {
        switch member {
        case .imported: isImported
        case .occurredAt: occurredAt != nil
        case .sections: !sections.isEmpty
        case .step: step != nil
        }
    }
}
