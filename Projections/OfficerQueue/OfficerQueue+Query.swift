package import Entries
package import Events
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
        /// Every case.
        case all
    }

    /// What to show. Each list that is not empty must hold what the row has.
    package struct Query: Sendable {
        package var view = DeskView.open
        /// Now, for views that depend on it.
        package var at: Instant
        /// Who asks: what `mine` means.
        package var officer: String?
        package var kinds: [PetitionKind] = []
        package var statuses: [PublicStatus] = []
        package var categories: [String] = []
        package var owners: [String] = []
        package var departments: [String] = []
        package var channels: [Channel] = []
        /// A DOPA code: a province, a district or a subdistrict.
        package var area: String?
        package var isOverdue: Bool?
        /// Part of the number.
        package var number: String?
        package var limit = 50
        /// The last row of the page before.
        package var after: PageEnd?

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
        let sql =
            "SELECT \(names) FROM cases WHERE \(filter.condition) ORDER BY \(filter.order) LIMIT ?"
        let statement = try database.prepare(sql)
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
