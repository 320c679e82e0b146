package import Entries
package import Events
package import Rules
package import SQLite

extension OfficerQueue {
    /// The views of the desk.
    package enum DeskView: String, CaseIterable, Sendable {
        /// งานของฉัน
        case mine
        /// ยังไม่มีผู้รับ
        case unclaimed
        /// รอประชาชน
        case awaitingCitizen = "awaiting-citizen"
        /// ใกล้ครบกำหนด: a clock has used most of its time.
        case near
        /// เกินกำหนด
        case overdue
        /// ครบวันนัด: an appointment is today.
        case appointments
        /// คืนเรื่อง/เปิดใหม่: open cases that were returned for correction or opened again.
        case returned
        /// เสร็จแล้ววันนี้
        case finishedToday = "finished-today"
        /// Every open case.
        case open
        /// Every case, the newest first.
        case all

        /// Those of open cases that have a count.
        static var counted: [Self] { allCases.filter { $0 != .all && $0 != .finishedToday } }
    }

    /// What to show. Each list that is not empty must hold what the row has.
    package struct Query: Sendable {
        package var view = DeskView.open
        /// Now, for views that depend on it.
        package var at: Instant
        /// Who asks: what `mine` means.
        package var officer: String?
        /// Whose part of the office; nil is all of it.
        package var scope: DeskScope?
        package var kinds: [PetitionKind] = []
        package var statuses: [PublicStatus] = []
        /// Categories and subcategories.
        package var categories: [String] = []
        package var services: [String] = []
        package var owners: [String] = []
        /// Whether cases that are with nobody are among the `owners` that are sought.
        package var isWithNobody = false
        package var departments: [String] = []
        package var channels: [Channel] = []
        package var urgencies: [Urgency] = []
        package var moo: Int?
        /// Whether a message of the citizen waits to be read.
        package var isUnread = false
        /// A DOPA code: a province, a district or a subdistrict.
        package var area: String?
        package var isOverdue: Bool?
        /// Part of the number.
        package var number: String?
        /// No others than these.
        package var among: [String]?
        /// An officer's own cases that are in no department of the scope.
        var outside: DeskScope?
        package var limit = 50
        /// The last row of the page before.
        package var after: PageEnd?
        /// The first row of the page behind: the rows right before it are sought.
        package var before: PageEnd?

        package init(_ view: DeskView = .open, at instant: Instant, officer: String? = nil) {
            self.view = view
            at = instant
            self.officer = officer
        }
    }

    /// Where a page ended; the next one begins behind it, whatever has changed meanwhile.
    package struct PageEnd: Hashable, Sendable {
        package var rank: Int, number: String

        package init(rank: Int, number: String) {
            self.rank = rank
            self.number = number
        }
    }

    /// A row of the queue, and how many other open cases have its category and area.
    package struct Entry: Equatable, Sendable {
        package var row: CaseRow
        package var duplicates: Int
    }

    /// One page, least time remaining first over the whole queue; finished cases newest first.
    package static func page(_ query: Query, in database: Database) throws -> [Entry] {
        let filter = QueueFilter(query)
        let names = try ColumnNames(of: CaseRow.self).names.joined(separator: ", ")
        // What is shown is found in the index first, and only then are rows read.
        let statement = try database.prepare(
            """
            SELECT \(names) FROM cases WHERE number IN (
                SELECT number FROM \(filter.source) WHERE \(filter.condition)
                ORDER BY \(filter.order(backwards: query.before != nil)) LIMIT ?
            ) ORDER BY \(filter.order)
            """)
        defer { statement.reset() }
        for value in filter.values { value.bind(to: statement) }
        statement.bind(query.limit)
        var rows: [CaseRow] = []
        while try statement.step() {
            rows.append(try ViewFile.read(CaseRow.self, from: statement))
        }
        return try rows.map { row in
            Entry(row: row, duplicates: try duplicates(of: row, in: database))
        }
    }

    /// What a case is looked for by.
    package enum CodeColumn: String { case category, department, owner }

    /// The codes that cases bear, in order; looks at every case.
    package static func codes(of column: CodeColumn, in database: Database) throws -> [String] {
        let name = column.rawValue
        return try database.rows(
            "SELECT DISTINCT \(name) FROM cases WHERE \(name) IS NOT NULL ORDER BY 1"
        ) { $0.text(0) }
    }

    /// Every case, least time remaining first: open ones, then closed ones.
    package static func everything(in database: Database) throws -> [CaseRow] {
        try rows(where: "TRUE", in: database)
    }

    /// The cases that an event changed after a position, in the order of their numbers.
    package static func changed(
        after position: Position, in database: Database
    ) throws -> [CaseRow] {
        try rows(where: "position > \(position)", order: "number", in: database)
    }

    /// The cases of these numbers, in their order.
    package static func cases(
        _ numbers: Set<String>, in database: Database
    ) throws -> [CaseRow] {
        try numbers.sorted().compactMap { try entry($0, in: database)?.row }
    }

    private static func rows(
        where condition: String, order: String = "is_open DESC, rank, number",
        in database: Database
    ) throws -> [CaseRow] {
        let names = try ColumnNames(of: CaseRow.self).names.joined(separator: ", ")
        let statement = try database.prepare(
            "SELECT \(names) FROM cases WHERE \(condition) ORDER BY \(order)")
        defer { statement.reset() }
        var rows: [CaseRow] = []
        while try statement.step() {
            rows.append(try ViewFile.read(CaseRow.self, from: statement))
        }
        return rows
    }

    /// How many cases there are on all pages together.
    package static func total(_ query: Query, in database: Database) throws -> Int {
        var whole = query
        (whole.after, whole.before) = (nil, nil)
        let filter = QueueFilter(whole)
        return try database.prepare(
            "SELECT COUNT(*) FROM \(filter.source) WHERE \(filter.condition)"
        ).first(filter.values.map { Optional($0) }) { $0.int(0) } ?? 0
    }

    /// Of these cases those that the officer may read whole, or asked for by their number: what
    /// was written in a confidential case must not be found by whoever may not read it.
    package static func findable(
        _ numbers: [String], by query: String, for scope: DeskScope, in database: Database
    ) throws -> [String] {
        guard !numbers.isEmpty else { return [] }
        let sought = query.uppercased()
        let marks = numbers.map { _ in "?" }.joined(separator: ", ")
        let hidden = try database.prepare(
            """
            SELECT number, department, owner FROM cases INDEXED BY cases_confidential
            WHERE is_confidential AND number IN (\(marks))
            """
        ).rows(numbers.map { Optional($0) }) { row in
            let sight = scope.sight(
                department: row.optionalText(1), owner: row.optionalText(2), isConfidential: true)
            return sight == .whole ? nil : row.text(0)
        }
        let kept = Set(hidden.compactMap { $0 }.filter { !$0.contains(sought) })
        return numbers.filter { !kept.contains($0) }
    }

    /// The case of a number.
    package static func entry(_ number: String, in database: Database) throws -> Entry? {
        let names = try ColumnNames(of: CaseRow.self).names.joined(separator: ", ")
        let statement = try database.prepare("SELECT \(names) FROM cases WHERE number = ?")
        defer { statement.reset() }
        statement.bind(number)
        guard try statement.step() else { return nil }
        let row = try ViewFile.read(CaseRow.self, from: statement)
        return Entry(row: row, duplicates: try duplicates(of: row, in: database))
    }

    private static func duplicates(of row: CaseRow, in database: Database) throws -> Int {
        guard row.course.isOpen, let place = row.place else { return 0 }
        let count = try database.first(
            "SELECT count FROM counts WHERE tally = 'place' AND scope = ? AND bucket = 0", place
        ) { $0.int(0) }
        return max(0, (count ?? 0) - 1)
    }

    /// รอตรวจยืนยันตัวตน: who waits for an identity check, longest first.
    package static func identities(
        after last: IdentityRow? = nil, limit: Int = 50, in database: Database
    ) throws -> [IdentityRow] {
        let names = try ColumnNames(of: IdentityRow.self).names.joined(separator: ", ")
        let statement = try database.prepare(
            """
            SELECT \(names) FROM identities
            WHERE standing = 'waiting' AND (waiting_since, account) > (?, ?)
            ORDER BY waiting_since, account LIMIT ?
            """)
        defer { statement.reset() }
        statement.bind(last?.waitingSince.milliseconds ?? -CanonicalReader.largestInteger)
        statement.bind(last?.account ?? "")
        statement.bind(limit)
        var rows: [IdentityRow] = []
        while try statement.step() {
            rows.append(try ViewFile.read(IdentityRow.self, from: statement))
        }
        return rows
    }
}
