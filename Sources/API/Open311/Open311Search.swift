internal import Entries
internal import Events
internal import Projections
internal import Rules
internal import Workflow

/// Which requests a client asks for: by when they were filed, by when something happened in them,
/// by service, by whether they are open; a page of them, the newest first.
struct Open311Search {
    private static let largestPage = 1000

    private let visit: APIVisit
    /// When they were filed; nil if only their updates count.
    private let filed: Open311Time?
    /// When their petitioners were told something.
    private let updated: Open311Time?
    private let statuses: [String]
    private let services: [String]
    private let size: Int
    private let page: Int

    init(_ asked: Open311Visit, _ visit: APIVisit) throws {
        self.visit = visit
        guard ["lat", "long", "radius"].allSatisfy({ asked.field($0) == nil }) else {
            throw Open311Refusal.bad(
                "requests are not searched by lat, long and radius: where they are is told to nobody"
            )
        }
        updated = try asked.time("updated_after", "updated_before", until: visit.now)
        let filed = try asked.time("start_date", "end_date", until: visit.now)
        self.filed = filed ?? (updated == nil ? .last90Days(until: visit.now) : nil)
        statuses = asked.list("status")
        guard statuses.allSatisfy(["open", "closed"].contains) else {
            throw Open311Refusal.bad("status is open or closed")
        }
        services = asked.list("service_code")
        size = try asked.number("page_size", most: Self.largestPage) ?? Self.largestPage
        page = try asked.number("page", most: 100_000) ?? 1
    }

    /// Empty beyond the last page.
    func rows() throws -> [CaseRow] {
        let found = try updated.map(rowsUpdated) ?? rowsFiled()
        return Array(found.dropFirst((page - 1) * size).prefix(size))
    }

    private func isMeant(_ row: CaseRow) -> Bool {
        (statuses.isEmpty || statuses.contains(row.course.isOpen ? "open" : "closed"))
            && (services.isEmpty || services.contains(row.course.service))
            && (filed?.contains(row.course.enteredAt) ?? true)
    }

    /// The log knows in which cases something happened.
    private func rowsUpdated(in time: Open311Time) throws -> [CaseRow] {
        var numbers: Set<String> = []
        try Open311News.each(from: time.start, through: time.end, in: visit.office.office.log) {
            numbers.insert($0.petition.number)
        }
        return try numbers.sorted(by: >).compactMap { try visit.row(of: $0) }.filter(isMeant)
            .sorted { $0.course.enteredAt > $1.course.enteredAt }
    }

    private func rowsFiled() throws -> [CaseRow] {
        guard let filed else { return [] }
        var query = OfficerQueue.Query(.all, at: visit.now, officer: visit.actor.id)
        query.scope = visit.deskScope()
        query.services = services
        query.limit = Self.largestPage
        // The first row that may be meant: the view goes from the newest on.
        query.after = OfficerQueue.PageEnd(rank: filed.end.milliseconds + 1, number: "")
        var found: [CaseRow] = []
        while found.count < page * size {
            let next = query
            let rows = try visit.office.views.read(.officerQueue) { database in
                try OfficerQueue.page(next, in: database).map(\.row)
            }
            found += rows.filter(isMeant)
            guard rows.count == query.limit, let last = rows.last,
                last.course.enteredAt >= filed.start
            else { break }
            query.after = OfficerQueue.PageEnd(
                rank: last.course.enteredAt.milliseconds, number: last.number)
        }
        return found
    }
}

/// A span of time that a client names, both ends in it.
struct Open311Time {
    private static let longest = 90 * 86_400_000

    let start: Instant
    let end: Instant

    /// - Throws: `Open311Refusal` for more than 90 days.
    init(_ start: Instant, _ end: Instant, named first: String, _ last: String) throws {
        guard end.milliseconds - start.milliseconds <= Self.longest else {
            throw Open311Refusal.bad("\(first) and \(last) span 90 days at most")
        }
        (self.start, self.end) = (start, end)
    }

    private init(until end: Instant) {
        (start, self.end) = (end.advanced(milliseconds: -Self.longest), end)
    }

    static func last90Days(until end: Instant) -> Open311Time { Open311Time(until: end) }

    func contains(_ instant: Instant) -> Bool { instant >= start && instant <= end }
}

extension Open311Visit {
    /// The time between two parameters; nil if neither is there. Without its end it goes until
    /// now, without its beginning it is the 90 days before its end.
    func time(_ first: String, _ last: String, until now: Instant) throws -> Open311Time? {
        let (start, end) = (try instant(first), try instant(last))
        guard start != nil || end != nil else { return nil }
        let until = end ?? now
        guard let start else { return .last90Days(until: until) }
        return try Open311Time(start, until, named: first, last)
    }

    /// - Throws: `Open311Refusal` for what is no number from 1 to `most`.
    func number(_ name: String, most: Int) throws -> Int? {
        try field(name).map { text in
            guard let number = Int(text), (1...most).contains(number) else {
                throw Open311Refusal.bad("\(name) is a number from 1 to \(most)")
            }
            return number
        }
    }

    func needed(_ name: String) throws -> String {
        guard let text = field(name) else { throw Open311Refusal.bad("\(name) is missing") }
        return text
    }
}

extension APIVisit {
    /// A request's row in the queue, if the system may see it.
    func row(of number: String) throws -> CaseRow? {
        let row = try office.views.read(.officerQueue) { database in
            try OfficerQueue.entry(number, in: database)?.row
        }
        guard let row,
            deskScope().sight(
                department: row.department, owner: row.owner, isConfidential: row.isConfidential)
                != nil
        else { return nil }
        return row
    }
}
