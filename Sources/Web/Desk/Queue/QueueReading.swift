internal import Entries
internal import HTTP
internal import Projections
internal import Rules
internal import SQLite
internal import Workflow

/// One page of the queue as it is read: rows, counts, and how far the view was.
struct QueueReading: Sendable {
    static let rowsOnAPage = 50
    /// So many cases with the words that are sought are narrowed further; the newest of more.
    static let mostFound = 1000

    let address: QueueAddress
    let scope: DeskScope
    let entries: [OfficerQueue.Entry]
    /// Whether there is a page behind this one, and one before it.
    let hasMore: Bool
    let hasEarlier: Bool
    let counts: OfficerQueue.Counts
    /// How many cases fit; nil where nobody counted them.
    let total: Int?
    /// Where nothing that is sought fits: how many cases hold it, whatever their view and filter.
    let elsewhere: Int
    /// The case that is shown beside the list.
    let chosen: OfficerQueue.Entry?
    let position: Position

    init(_ address: QueueAddress, _ visit: Visit) throws {
        let officer = try visit.needOfficer()
        let scope = try visit.deskScope()
        let found = try Self.found(address, scope, visit)
        var query = OfficerQueue.Query(address, found, scope, officer.id, at: visit.now)
        query.limit = Self.rowsOnAPage + 1
        (self.address, self.scope) = (address, scope)
        let wanted = query
        let read = try visit.office.views.read(.officerQueue) { database in
            let (entries, isBackwards) = try Self.entries(wanted, in: database)
            let counts = try OfficerQueue.counts(
                at: visit.now, officer: officer.id, scope: scope, in: database)
            let total =
                address.isNarrowed
                ? try OfficerQueue.total(wanted, in: database) : counts[address.view]
            let chosen = try address.chosen.flatMap { try OfficerQueue.entry($0, in: database) }
            let position = try ViewCheckpoint(in: database)?.position ?? 0
            let elsewhere =
                found != nil && entries.isEmpty
                ? try OfficerQueue.total(
                    OfficerQueue.Query(
                        address.everywhere, found, scope, officer.id, at: visit.now), in: database)
                : 0
            return (entries, counts, total, chosen, position, elsewhere, isBackwards)
        }
        elsewhere = read.5
        // Whoever goes back comes from a page behind.
        let isBackwards = read.6
        hasMore = isBackwards || read.0.count > Self.rowsOnAPage
        hasEarlier = isBackwards || address.after != nil
        entries = Array(
            isBackwards ? read.0.suffix(Self.rowsOnAPage) : read.0.prefix(Self.rowsOnAPage))
        (counts, total, position) = (read.1, read.2, read.4)
        chosen = read.3.flatMap { scope.sight(of: $0.row) == nil ? nil : $0 }
    }

    /// The rows of a page and one more, and whether that lies before the others. The first page is
    /// whole, however few cases stand now before the page that somebody comes from.
    private static func entries(
        _ query: OfficerQueue.Query, in database: Database
    ) throws -> (rows: [OfficerQueue.Entry], isBackwards: Bool) {
        let rows = try OfficerQueue.page(query, in: database)
        guard query.before != nil, rows.count <= rowsOnAPage else {
            return (rows, query.before != nil)
        }
        var first = query
        first.before = nil
        return (try OfficerQueue.page(first, in: database), false)
    }

    /// The cases with the words that are sought, as far as the officer may find them; nil if
    /// nothing is sought.
    static func found(
        _ address: QueueAddress, _ scope: DeskScope, _ visit: Visit
    ) throws -> [String]? {
        guard let text = address.text else { return nil }
        let numbers = try visit.office.views.read(.search) { database in
            try Search.numbers(text, limit: mostFound, in: database)
        }
        return try visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.findable(numbers, by: text, for: scope, in: database)
        }
    }
}

extension OfficerQueue.Query {
    init(
        _ address: QueueAddress, _ found: [String]?, _ scope: DeskScope, _ officer: String,
        at now: Instant
    ) {
        self.init(address.view, at: now, officer: officer)
        self.scope = scope
        (statuses, kinds, channels) = (address.statuses, address.kinds, address.channels)
        (categories, services) = (address.categories, address.services)
        (departments, urgencies) = (address.departments, address.urgencies)
        owners = address.owners.filter { !$0.isEmpty }
        isWithNobody = address.owners.contains("")
        (area, moo, isUnread) = (address.area, address.moo, address.isUnread)
        if address.isOverdue { isOverdue = true }
        among = found
        (after, before) = (address.after, address.before)
    }
}

extension DeskScope {
    func sight(of row: CaseRow) -> Sight? {
        sight(
            department: row.department, owner: row.owner, isConfidential: row.isConfidential)
    }
}
