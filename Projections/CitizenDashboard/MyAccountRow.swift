package import Entries
package import Events

/// A person's account as its owner sees it.
package struct MyAccountRow: FoldedRow {
    package static let table = "my_accounts"

    package var account = ""
    package var identity = IdentityRow.Standing.open
    package var level = IdentityLevel.unproven
    package var registeredAt = Instant(milliseconds: 0)
    package var identityChangedAt = Instant(milliseconds: 0)
    package var contactPreference: ContactPreference?
    /// The version of the terms that was accepted last.
    package var terms = 0
    package var erasedAt: Instant?
    package var erasedPosition: Int?
    package var position: Position = 0

    package init() {}

    package var key: String { account }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("account", &account)
        try columns.column("identity", &identity)
        try columns.column("level", &level)
        try columns.column("registered_at", &registeredAt)
        try columns.column("identity_changed_at", &identityChangedAt)
        try columns.column("contact_preference", &contactPreference)
        try columns.column("terms", &terms)
        try columns.column("erased_at", &erasedAt)
        try columns.column("erased_position", &erasedPosition)
        try columns.column("position", &position)
    }

    package static func key(for event: RecordedEvent) -> String? {
        event.stream.kind == .account ? event.stream.name : nil
    }

    package static func apply(
        _ event: RecordedEvent, to row: inout Self?, in surroundings: Surroundings
    ) {
        guard case .account(let fact) = event.event else { return }
        if case .registered(let data) = fact {
            var fresh = MyAccountRow()
            fresh.account = event.stream.name
            fresh.level = data.identityLevel
            fresh.registeredAt = event.occurredAt
            fresh.identityChangedAt = event.occurredAt
            fresh.contactPreference = data.contactPreference
            fresh.terms = data.terms
            if let photos = data.photos, photos > 0 { fresh.identity = .waiting }
            fresh.position = event.position
            row = fresh
            return
        }
        row?.take(fact, event)
    }

    private mutating func take(_ fact: AccountEvent, _ event: RecordedEvent) {
        switch fact {
        case .identityEvidenceAdded: set(.waiting, event)
        case .identityVerified(let data):
            set(.verified, event)
            level = data.level
        case .identityRefused: set(.refused, event)
        case .identityCorrected(let data):
            guard data.isReverificationNeeded else { return }
            set(.waiting, event)
        case .contactChanged(let data):
            contactPreference = data.contactPreference ?? contactPreference
        case .termsAccepted(let data): terms = data.version
        case .loginLinked(let data): level = data.level ?? level
        case .erased:
            erasedAt = event.time
            erasedPosition = Int(clamping: event.position)
        default: return
        }
        position = event.position
    }

    private mutating func set(_ standing: IdentityRow.Standing, _ event: RecordedEvent) {
        identity = standing
        identityChangedAt = event.occurredAt
    }
}
