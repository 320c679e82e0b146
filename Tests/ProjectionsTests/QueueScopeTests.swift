import Entries
import Events
import Projections
import Rules
import SQLite
import TestSupport
import Testing

/// An officer's own part of the office: the rows, the counts and the filters over it.
@Suite struct QueueScopeTests {
    private static let day = CivilDate(year: 2024, month: 7, day: 8)!

    private func scope(_ officer: String, department: String) throws -> DeskScope {
        var settings = OfficeSettings()
        for code in ["works", "health"] {
            settings.apply(.departmentDefined(.init(code: code, name: LocalText(code))))
        }
        settings.apply(
            .officerAppointed(
                .init(officer: officer, roles: [.handler], department: department)))
        return DeskScope(
            of: try #require(settings.activeOfficer(officer)), in: settings, on: Self.day)
    }

    private func numbers(
        _ views: borrowing Views, _ query: OfficerQueue.Query
    ) throws -> [String] {
        try views.read(.officerQueue) { try OfficerQueue.page(query, in: $0).map(\.row.number) }
    }

    @Test func `counts of an own part are what a full count of it gives, whatever happened`() throws
    {
        let random = SeededGenerator.fresh()
        print("seed \(random.seed)")
        let views = try Views()
        views.log.open()
        var history = RandomHistory(views.log, random: random)
        for _ in 0..<8 {
            history.append(80)
            try views.catchUp()
            for department in ["works", "health"] {
                let scope = try scope("OFF-2", department: department)
                try expectFullCounts(views, scope, at: views.log.now)
                try expectFullCounts(
                    views, scope, at: views.log.now.advanced(milliseconds: 700_000_000))
            }
        }
    }

    private func expectFullCounts(
        _ views: borrowing Views, _ scope: DeskScope, at now: Instant
    ) throws {
        let counts = try views.read(.officerQueue) {
            try OfficerQueue.counts(at: now, officer: "OFF-2", scope: scope, in: $0)
        }
        for view in OfficerQueue.DeskView.allCases where view != .all {
            var query = OfficerQueue.Query(view, at: now, officer: "OFF-2")
            query.scope = scope
            query.limit = 1_000_000
            let shown = try numbers(views, query).count
            let total = try views.read(.officerQueue) {
                try OfficerQueue.total(query, in: $0)
            }
            #expect(counts[view] == shown, "\(view)")
            #expect(total == shown, "\(view)")
        }
    }

    @Test func `an own part holds the department, what has none, and what is with the officer`()
        throws
    {
        let views = try Views()
        let log = views.log
        log.open()
        for running in 1...3 { log.submit(OfficeLog.number(running)) }
        log.append(
            .petition(
                .forwarded(.init(to: "health", state: "received", status: .received))),
            to: OfficeLog.number(2))
        log.append(
            .petition(
                .forwarded(.init(to: "health", state: "received", status: .received))),
            to: OfficeLog.number(3))
        log.receive(OfficeLog.number(3), by: "OFF-2")
        try views.catchUp()
        var query = OfficerQueue.Query(.open, at: log.now)
        query.scope = try scope("OFF-2", department: "works")
        #expect(Set(try numbers(views, query)) == Set([1, 3].map(OfficeLog.number)))
        query.scope = try scope("OFF-2", department: "health")
        #expect(Set(try numbers(views, query)) == Set([2, 3].map(OfficeLog.number)))
    }

    @Test func `filters by officer, nobody, service, urgency, moo and unread messages`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        for running in 1...3 { log.submit(OfficeLog.number(running)) }
        log.receive(OfficeLog.number(1), by: "OFF-1")
        log.append(.petition(.urgencySet(.init(urgency: .urgent))), to: OfficeLog.number(2))
        log.append(.petition(.messaged(.init())), to: OfficeLog.number(3))
        try views.catchUp()
        func shown(_ change: (inout OfficerQueue.Query) -> Void) throws -> Set<String> {
            var query = OfficerQueue.Query(.open, at: log.now)
            change(&query)
            return Set(try numbers(views, query))
        }
        #expect(try shown { $0.owners = ["OFF-1"] } == [OfficeLog.number(1)])
        #expect(try shown { $0.isWithNobody = true } == Set([2, 3].map(OfficeLog.number)))
        #expect(
            try shown {
                $0.owners = ["OFF-1"]
                $0.isWithNobody = true
            }.count == 3)
        #expect(try shown { $0.urgencies = [.urgent] } == [OfficeLog.number(2)])
        #expect(try shown { $0.isUnread = true } == [OfficeLog.number(3)])
        #expect(try shown { $0.services = ["nothing"] } == [])
        #expect(try shown { $0.moo = 99 } == [])
        #expect(try shown { $0.among = [OfficeLog.number(3)] } == [OfficeLog.number(3)])
        #expect(try shown { $0.among = [] } == [])
    }

    @Test func `all that a filter asks for stands in the index of the queue`() throws {
        let views = try Views()
        views.log.open()
        views.log.submit(OfficeLog.number(1))
        try views.catchUp()
        let plan = try views.read(.officerQueue) { database in
            try database.rows(
                """
                EXPLAIN QUERY PLAN
                SELECT number FROM cases INDEXED BY cases_by_rank
                WHERE is_open AND owner IS NULL AND awaits_citizen AND next_near <= 1 AND rank > 1
                AND appointment_at > 1 AND (returns > 0 OR reopenings > 0) AND kind IN ('')
                AND status IN ('') AND (category IN ('') OR subcategory IN ('')) AND moo = 1
                AND service IN ('') AND channel IN ('') AND urgency IN ('') AND unread > 0
                AND area >= '' AND instr(number, '1') > 0
                AND (department IS NULL OR department IN ('') OR owner IN (''))
                ORDER BY rank, number LIMIT 50
                """
            ) { $0.text(3) }
        }
        #expect(plan.count == 1 && plan[0].contains("COVERING INDEX cases_by_rank"), "\(plan)")
    }

    @Test func `every case is listed with the newest first, page after page`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        for running in 1...9 {
            log.submit(OfficeLog.number(running))
            log.pass(minutes: 5)
        }
        log.complete(OfficeLog.number(4))
        try views.catchUp()
        var query = OfficerQueue.Query(.all, at: log.now)
        query.limit = 4
        var seen: [String] = []
        while true {
            let page = try views.read(.officerQueue) { try OfficerQueue.page(query, in: $0) }
            guard let last = page.last else { break }
            seen += page.map(\.row.number)
            query.after = last.pageEnd(of: .all)
        }
        #expect(seen == (1...9).reversed().map(OfficeLog.number))
    }

    @Test func `what is sought is narrowed further by its numbers, the newest first`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        for running in 1...3 {
            let key = log.newKey()
            log.submit(
                OfficeLog.number(running), key: key,
                sections: [(key, PetitionText(subject: "น้ำท่วมขังหน้าบ้าน"))])
        }
        try views.catchUp()
        let found = try views.read(.search) { try Search.numbers("น้ำท่วม", limit: 2, in: $0) }
        #expect(found == [3, 2].map(OfficeLog.number))
        let one = OfficeLog.number(2)
        #expect(try views.read(.search) { try Search.numbers(one, limit: 9, in: $0) } == [one])
        #expect(try views.read(.search) { try Search.numbers(" ", limit: 9, in: $0) } == [])
    }
}
