package import Entries
package import Events

/// A person whose identity is to be checked, is checked, or was refused.
package struct IdentityRow: FoldedRow {
    package static let table = "identities"

    package enum Standing: String, FieldWord {
        /// Nothing to check yet.
        case open
        /// An officer has to look at the evidence.
        case waiting
        case verified
        case refused
    }

    package var account = ""
    package var standing = Standing.open
    package var waitingSince = Instant(milliseconds: 0)
    package var photos = 0
    /// How often evidence was sent.
    package var round = 0
    package var channel = Channel.web
    package var level = IdentityLevel.unproven
    package var filedBy: String?
    package var position: Position = 0

    package init() {}

    package var key: String { account }

    package mutating func visit<V: ColumnVisitor>(_ columns: inout V) throws {
        try columns.column("account", &account)
        try columns.column("standing", &standing)
        try columns.column("waiting_since", &waitingSince)
        try columns.column("photos", &photos)
        try columns.column("round", &round)
        try columns.column("channel", &channel)
        try columns.column("level", &level)
        try columns.column("filed_by", &filedBy)
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
            var fresh = IdentityRow()
            fresh.account = event.stream.name
            fresh.channel = data.channel
            fresh.level = data.identityLevel
            fresh.filedBy = data.filedBy
            fresh.waitingSince = event.occurredAt
            fresh.position = event.position
            if let photos = data.photos, photos > 0 { fresh.wait(photos, at: event) }
            row = fresh
            return
        }
        row?.take(fact, event)
    }

    private mutating func take(_ fact: AccountEvent, _ event: RecordedEvent) {
        switch fact {
        case .identityEvidenceAdded(let data): wait(data.photos, at: event)
        case .identityVerified(let data):
            standing = .verified
            level = data.level
        case .identityRefused: standing = .refused
        case .identityCorrected(let data):
            guard data.isReverificationNeeded else { return }
            standing = .waiting
            waitingSince = event.occurredAt
        case .erased: standing = .open
        default: return
        }
        position = event.position
    }

    private mutating func wait(_ photos: Int, at event: RecordedEvent) {
        standing = .waiting
        waitingSince = event.occurredAt
        self.photos = photos
        round += 1
    }
}
