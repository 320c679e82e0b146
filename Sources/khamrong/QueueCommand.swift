import Entries
import Events
import Projections
import Rules
import Terminal
import Workflow

/// Prints the officers' queue.
struct QueueCommand: Verb {
    static let name = "queue"
    static let summary = "print the officers' queue, least time remaining first"
    static let options =
        OfficePlace.options + [
            view, status, category, owner, department, overdue, officer, limit, Option.json,
        ]
    static let notes = """
        The newest come first with --view all, also where a status that ends a case asks for it,
        and with --view finished-today.

          khamrong queue --status received --overdue --limit 20
          khamrong queue --view unclaimed
        """

    private static let view = Option(
        "view", "VIEW", "which view of the desk; default: open, for a status that ends a case: all",
        words: OfficerQueue.DeskView.allCases.map(\.rawValue))
    private static let status = Option(
        "status", "STATUS", "only cases of this status",
        words: PublicStatus.allCases.map(\.rawValue))
    private static let category = Option("category", "CODE", "only cases of this category")
    private static let owner = Option("owner", "OFFICER", "only cases that are with this officer")
    private static let department = Option("department", "CODE", "only cases of this department")
    private static let overdue = Option(flag: "overdue", "only cases past a deadline")
    private static let officer = Option(
        "officer", "OFFICER", "whose desk it is: needed for --view mine")
    private static let limit = Option("limit", "N", "how many rows; default: 50")

    private static let mostRows = 100_000

    private let place: OfficePlace
    private let query: OfficerQueue.Query
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isJSON = arguments.has(.json)
        let status = arguments[Self.status].flatMap(PublicStatus.init)
        // Whoever asks for completed cases does not mean none.
        let view =
            arguments[Self.view].flatMap(OfficerQueue.DeskView.init)
            ?? (status?.isFinal == true ? .all : .open)
        var query = OfficerQueue.Query(
            view, at: SystemClock.now(), officer: arguments[Self.officer])
        if view == .mine, query.officer == nil {
            throw UsageError("--view mine needs --officer")
        }
        query.statuses = status.map { [$0] } ?? []
        query.categories = arguments[Self.category].map { [$0] } ?? []
        query.owners = arguments[Self.owner].map { [$0] } ?? []
        query.departments = arguments[Self.department].map { [$0] } ?? []
        if arguments.has(Self.overdue) { query.isOverdue = true }
        query.limit = try arguments.integer(Self.limit, in: 1...Self.mostRows) ?? 50
        self.query = query
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            let known = QueueWords(try office.log.settings(of: place.office))
            let views = OfficeViews(of: office)
            try views.catchUp(orTelling: terminal, of: [.officerQueue])
            let result = try views.read(.officerQueue, telling: terminal) { reader in
                try reader.read { database in
                    try known.check(query, in: database)
                    return (
                        rows: try OfficerQueue.page(query, in: database).map(\.row),
                        total: try OfficerQueue.total(query, in: database),
                        counts: try OfficerQueue.counts(
                            at: query.at, officer: query.officer, in: database)
                    )
                }
            }
            guard let result else { throw Failure("the queue has not been built yet") }
            if isJSON {
                try terminal.print(.array(result.rows.map(\.json)))
            } else {
                try QueueTable.print(result.rows, at: query.at, on: terminal)
                try terminal.print()
                try terminal.print(result.counts.line)
            }
            ShownRows(
                shown: result.rows.count, total: result.total, name: "cases",
                mostRows: Self.mostRows
            ).tell(on: terminal)
            return .good
        }
    }
}

/// The queue as a person reads it in a terminal.
enum QueueTable {
    static func print(_ rows: [CaseRow], at now: Instant, on terminal: Terminal) throws {
        guard !rows.isEmpty else {
            return try terminal.print("ไม่มีเรื่องเช่นนี้ (There are no such cases.)")
        }
        try terminal.print(table(of: rows, at: now))
    }

    private static func table(of rows: [CaseRow], at now: Instant) -> Table {
        var table = Table([
            Table.Column("number", .whole), Table.Column("status", .whole),
            Table.Column("category", .leaves), Table.Column("department", .leaves),
            Table.Column("owner", .leaves), Table.Column("received", .whole),
            Table.Column("time remaining", .whole),
        ])
        for row in rows {
            table.add([
                Table.Cell(row.number), Table.Cell(row.course.status.label.thai),
                Table.Cell(row.category ?? "–"), Table.Cell(row.department ?? "–"),
                Table.Cell(row.owner ?? "ยังไม่มีผู้รับ"),
                Table.Cell(row.course.receivedAt.display(.short)), remaining(row, at: now),
            ])
        }
        return table
    }

    private static func remaining(_ row: CaseRow, at now: Instant) -> Table.Cell {
        guard row.course.isOpen else { return "เสร็จสิ้น" }
        guard let due = row.next.due else { return "ไม่นับเวลา" }
        let left = due.milliseconds - now.milliseconds
        let time = Readable.thaiDuration(.milliseconds(abs(left)))
        if left < 0 { return Table.Cell("เกินกำหนด \(time)", .bad) }
        if let near = row.next.near, near <= now {
            return Table.Cell("ใกล้ครบกำหนด \(time)", .near)
        }
        return Table.Cell("ภายในกำหนด \(time)", .good)
    }
}

extension OfficerQueue.Counts {
    fileprivate var line: String {
        "เปิดอยู่ \(Readable.count(open)) · ยังไม่มีผู้รับ \(Readable.count(unclaimed))"
            + " · รอประชาชน \(Readable.count(awaitingCitizen)) · ใกล้ครบกำหนด \(Readable.count(near))"
            + " · เกินกำหนด \(Readable.count(overdue)) · คืนเรื่อง/เปิดใหม่ \(Readable.count(returned))"
            + " · เสร็จแล้ววันนี้ \(Readable.count(finishedToday))"
            + " · รอตรวจยืนยันตัวตน \(Readable.count(identities))"
    }
}

extension CaseRow {
    var json: JSON {
        JSON.object {
            $0["number"] = .string(number)
            $0["kind"] = .string(kind.rawValue)
            $0["category"] = category.map { .string($0) }
            $0["area"] = area.map { .string($0) }
            $0["state"] = .string(course.state)
            $0["status"] = .string(course.status.rawValue)
            $0["owner"] = owner.map { .string($0) }
            $0["department"] = department.map { .string($0) }
            $0["channel"] = .string(channel.rawValue)
            $0["urgency"] = .string(urgency.rawValue)
            $0["received_at"] = .string(course.receivedAt.description)
            $0["near_at"] = next.near.map { .string($0.description) }
            $0["due_at"] = next.due.map { .string($0.description) }
            $0["last_activity_at"] = .string(lastActivityAt.description)
            $0["unread"] = .integer(unread)
            $0["attachments"] = .integer(attachments)
            $0["version"] = .integer(version)
        }
    }
}
