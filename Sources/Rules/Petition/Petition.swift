package import Entries
package import Events

/// Where one case stands: the fold of its events, and all that a decision needs to know of it.
///
/// It holds no plaintext of a person, only references, so that it may be kept in snapshots.
package struct Petition: Equatable, Sendable {
    package internal(set) var number = ""
    package internal(set) var kind = PetitionKind.service
    package internal(set) var service = ""
    /// The version of the service definition that it runs under.
    package internal(set) var definition = 0
    package internal(set) var standing = Standing(state: "", status: .submitted)
    /// How many events its stream has.
    package internal(set) var version = 0
    /// When the last of them was recorded.
    package internal(set) var recordedAt = Instant(milliseconds: 0)

    /// The key that its sections are sealed under.
    package internal(set) var caseKey = KeyReference(high: 0, low: 0)
    /// Under which its petitioner acts; nil while only officers or an import did.
    package internal(set) var pseudonym: String?
    /// The officer who entered it for somebody.
    package internal(set) var filedBy: String?
    package internal(set) var channel = Channel.web
    package internal(set) var mode = FilingMode.online
    package internal(set) var identityLevel = IdentityLevel.unproven
    package internal(set) var contactPreference = ContactPreference.electronic
    package internal(set) var tracking: TrackingKind?
    package internal(set) var isConfidential = false
    package internal(set) var isAnonymous = false
    package internal(set) var urgency = Urgency.normal
    package internal(set) var category: String?
    package internal(set) var subcategory: String?
    package internal(set) var area: String?
    package internal(set) var moo: Int?

    /// The officer it is with.
    package internal(set) var owner: String?
    package internal(set) var department: String?

    package internal(set) var enteredAt = Instant(milliseconds: 0)
    /// When the law says it was received.
    package internal(set) var deemedReceivedAt = Instant(milliseconds: 0)
    /// What its clocks are counted from; empty for a case that has none.
    package internal(set) var history = ClockHistory()
    package internal(set) var finishedAt: Instant?
    package internal(set) var completedAt: Instant?
    /// How often it was returned for correction.
    package internal(set) var returns = 0
    package internal(set) var reopenings = 0
    package internal(set) var isAnswered = false
    package internal(set) var isIdentityChecked = false
    package internal(set) var rating: Int?
    package internal(set) var outcome: String?
    /// The number that it goes on under.
    package internal(set) var mergedInto: String?
    /// Where it stood when it was merged, for whoever takes that back.
    package internal(set) var stateBeforeMerge: String?
    /// The agency that it waits for.
    package internal(set) var waitsFor: String?

    package internal(set) var documents: [Document] = []
    package internal(set) var payments: [Payment] = []
    package internal(set) var appointments: [Appointment] = []
    /// What was written down of its clocks.
    package internal(set) var alarms: [ClockAlarm] = []
    package internal(set) var delayNotices = 0

    package internal(set) var source: SourceCase?
    /// How many entries an import made of it.
    package internal(set) var importedSteps = 0
    /// When it was put on our clocks, if an import did so: what they came to before was the other
    /// system's to tell.
    package internal(set) var joinedAt: Instant?
    /// From which day on its personal data may go, once that was announced.
    package internal(set) var erasureDay: CivilDate?
    /// Set while it is kept beyond its time.
    package internal(set) var hold: Hold?
    package internal(set) var erasure: ErasureGround?
    /// When its key was destroyed.
    package internal(set) var erasedAt: Instant?

    package init() {}

    package var state: String { standing.state }
    package var status: PublicStatus { standing.status }
    package var isImported: Bool { source != nil }
    package var isErased: Bool { erasedAt != nil }
    package var isFinished: Bool { status.isFinal }
    /// Whether deadlines apply: a case from elsewhere has its own history of them.
    package var hasClocks: Bool { !isImported || joinedAt != nil }

    /// A document that the office issued.
    package struct Document: Hashable, Sendable {
        package var number: String, kind: DocumentKind, code: String?, isRevoked: Bool
    }

    package struct Payment: Hashable, Sendable {
        package var satang: Int, fee: String?
    }

    /// The last day for which it holds; nil until it is ended.
    package struct Hold: Hashable, Sendable {
        package var until: CivilDate?
    }

    package struct Appointment: Hashable, Sendable {
        package var number: Int, at: Instant
    }
}

extension PublicStatus {
    /// Whether nothing more is to be done in such a case unless it is opened again.
    package var isFinal: Bool {
        switch self {
        case .submitted, .received, .inProgress: false
        case .completed, .rejected, .withdrawn, .referred, .merged: true
        }
    }
}
