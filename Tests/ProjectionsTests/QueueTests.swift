import Entries
import Events
import Projections
import Rules
import SQLite
import TestSupport
import Testing

@Suite struct QueueTests {
    private func numbers(
        _ views: borrowing Views, _ query: OfficerQueue.Query
    ) throws -> [String] {
        try views.read(.officerQueue) { try OfficerQueue.page(query, in: $0).map(\.row.number) }
    }

    @Test func `the case with the least time remaining comes first over the whole queue`() throws {
        let views = try Views()
        views.log.open()
        for running in 1...30 {
            views.log.submit(OfficeLog.number(running))
            views.log.pass(minutes: 60)
        }
        try views.catchUp()
        var query = OfficerQueue.Query(.open, at: views.log.now)
        query.limit = 7
        var seen: [OfficerQueue.Entry] = []
        while true {
            let page = try views.read(.officerQueue) { try OfficerQueue.page(query, in: $0) }
            guard let last = page.last else { break }
            seen += page
            query.after = last.pageEnd(of: .open)
        }
        #expect(seen.count == 30)
        #expect(seen.map(\.row.rank) == seen.map(\.row.rank).sorted())
        #expect(seen.allSatisfy { $0.row.next.due != nil })
        #expect(Set(seen.map(\.row.number)).count == 30)
    }

    @Test(arguments: [OfficerQueue.DeskView.open, .all])
    func `a page is found again from the page behind it`(view: OfficerQueue.DeskView) throws {
        let views = try Views()
        views.log.open()
        for running in 1...20 {
            views.log.submit(OfficeLog.number(running))
            views.log.pass(minutes: 60)
        }
        try views.catchUp()
        func page(_ change: (inout OfficerQueue.Query) -> Void) throws -> [OfficerQueue.Entry] {
            var query = OfficerQueue.Query(view, at: views.log.now)
            query.limit = 7
            change(&query)
            let asked = query
            return try views.read(.officerQueue) { try OfficerQueue.page(asked, in: $0) }
        }
        let first = try page { _ in }
        let second = try page { $0.after = first.last?.pageEnd(of: view) }
        let third = try page { $0.after = second.last?.pageEnd(of: view) }
        #expect(third.count == 6)
        #expect(try page { $0.before = third.first?.pageEnd(of: view) } == second)
        #expect(try page { $0.before = second.first?.pageEnd(of: view) } == first)
        #expect(try page { $0.before = first.first?.pageEnd(of: view) }.isEmpty)
    }

    @Test func `the queue is sorted by an index, not by a sort`() throws {
        let views = try Views()
        views.log.open()
        views.log.submit(OfficeLog.number(1))
        try views.catchUp()
        let plan = try views.read(.officerQueue) { database in
            try database.rows(
                """
                EXPLAIN QUERY PLAN
                SELECT number FROM cases WHERE is_open ORDER BY rank, number LIMIT 50
                """
            ) { $0.text(3) }
        }
        #expect(plan.count == 1)
        #expect(plan[0].contains("cases_by_rank"))
    }

    @Test func `each view of the desk holds what it says`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        let number = OfficeLog.number
        for running in 1...8 { log.submit(number(running)) }
        log.receive(number(2), by: "OFF-1")
        log.receive(number(3), by: "OFF-2")
        log.giveBack(number(4))
        log.receive(number(5))
        log.complete(number(5))
        log.complete(number(6))
        log.reopen(number(6))
        log.append(
            .petition(.appointmentSet(.init(number: 1, at: log.now))), to: number(7))
        log.register("acc-1", photos: 2)
        log.register("acc-2", photos: nil)
        try views.catchUp()
        func shown(_ view: OfficerQueue.DeskView) throws -> Set<String> {
            Set(try numbers(views, .init(view, at: log.now, officer: "OFF-1")))
        }
        #expect(try shown(.mine) == [number(2)])
        #expect(try shown(.unclaimed) == Set([1, 4, 6, 7, 8].map(number)))
        #expect(try shown(.awaitingCitizen) == [number(4)])
        #expect(try shown(.returned) == Set([4, 6].map(number)))
        #expect(try shown(.finishedToday) == [number(5)])
        #expect(try shown(.appointments) == [number(7)])
        #expect(try shown(.open).count == 7)
        #expect(try shown(.all).count == 8)
        let counts = try views.read(.officerQueue) {
            try OfficerQueue.counts(at: log.now, officer: "OFF-1", in: $0)
        }
        #expect(counts.mine == 1)
        #expect(counts.unclaimed == 5)
        #expect(counts.identities == 1)
        let waiting = try views.read(.officerQueue) { try OfficerQueue.identities(in: $0) }
        #expect(waiting.map(\.account) == ["acc-1"])
    }

    @Test func `cases become near and overdue as time passes, with no event`() throws {
        let views = try Views()
        views.log.open()
        views.log.submit(OfficeLog.number(1))
        try views.catchUp()
        let row = try #require(
            try views.read(.officerQueue) { try OfficerQueue.entry(OfficeLog.number(1), in: $0) }
        ).row
        let near = try #require(row.next.near)
        let due = try #require(row.next.due)
        #expect(near < due)
        func counts(_ at: Instant) throws -> OfficerQueue.Counts {
            try views.read(.officerQueue) { try OfficerQueue.counts(at: at, in: $0) }
        }
        #expect(try counts(near.advanced(milliseconds: -1)).near == 0)
        #expect(try counts(near).near == 1)
        #expect(try counts(due.advanced(milliseconds: -1)).overdue == 0)
        #expect(try counts(due).near == 0)
        #expect(try counts(due).overdue == 1)
        #expect(try numbers(views, .init(.overdue, at: due)) == [OfficeLog.number(1)])
    }

    @Test func `filters narrow the queue, alone and together`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        log.submit(OfficeLog.number(1), category: "road", area: "830201", channel: .web)
        log.submit(OfficeLog.number(2), category: "light", area: "830202", channel: .phone)
        log.submit(OfficeLog.number(13), category: "road", area: "830101", channel: .phone)
        try views.catchUp()
        var query = OfficerQueue.Query(.open, at: log.now)
        query.categories = ["road"]
        #expect(try numbers(views, query).count == 2)
        query.area = "8302"
        #expect(try numbers(views, query) == [OfficeLog.number(1)])
        query = OfficerQueue.Query(.open, at: log.now)
        query.channels = [.phone]
        query.number = "00013"
        #expect(try numbers(views, query) == [OfficeLog.number(13)])
        query = OfficerQueue.Query(.open, at: log.now)
        query.isOverdue = true
        #expect(try numbers(views, query) == [])
    }

    @Test func `open cases of one category and area hint at each other`() throws {
        let views = try Views()
        views.log.open()
        for running in 1...3 { views.log.submit(OfficeLog.number(running)) }
        views.log.submit(OfficeLog.number(4), category: "light")
        try views.catchUp()
        func duplicates(_ running: Int) throws -> Int? {
            try views.read(.officerQueue) {
                try OfficerQueue.entry(OfficeLog.number(running), in: $0)?.duplicates
            }
        }
        #expect(try duplicates(1) == 2)
        #expect(try duplicates(4) == 0)
        views.log.complete(OfficeLog.number(2))
        try views.catchUp()
        #expect(try duplicates(1) == 1)
    }

    @Test func `a holiday declared later moves the deadlines of every open case`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        for running in 1...3 { log.submit(OfficeLog.number(running)) }
        log.complete(OfficeLog.number(3))
        try views.catchUp()
        func due(_ running: Int) throws -> Instant? {
            try views.read(.officerQueue) {
                try OfficerQueue.entry(OfficeLog.number(running), in: $0)?.row.finish.due
            }
        }
        let before = try #require(try due(1))
        let tomorrow = CivilDate(dayNumber: log.now.local.dayNumber + 1)
        log.append(
            .office(
                .holidayDeclared(
                    .init(date: tomorrow, name: LocalText("วันหยุดพิเศษ"), kind: .cabinet))),
            to: "kt")
        try views.catchUp()
        #expect(try #require(try due(1)) > before)
        #expect(try due(1) == due(2))
        #expect(try due(3) == nil)
        log.define(version: 1, days: 30)
        let moved = try #require(try due(1))
        try views.catchUp()
        #expect(try #require(try due(1)) > moved)
    }

    @Test func `an imported case runs no clock unless the import says so`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        let source = SourceCase(system: "old", name: "10011")
        log.submit(OfficeLog.number(1), source: source)
        log.submit(OfficeLog.number(2), source: source, joinsClocks: true)
        log.append(
            .petition(.stepRecorded(.init())), to: OfficeLog.number(1), by: "import",
            isImported: true, occurredAt: log.now.advanced(milliseconds: 5_000))
        try views.catchUp()
        let rows = try views.read(.officerQueue) { database in
            try OfficerQueue.page(.init(.open, at: log.now), in: database).map(\.row)
        }
        #expect(rows.map(\.number) == [OfficeLog.number(2), OfficeLog.number(1)])
        #expect(rows.map { $0.next.due != nil } == [true, false])
        #expect(rows.map(\.course.isImported) == [true, true])
        #expect(rows[1].lastActivityAt == log.now.advanced(milliseconds: 5_000))
    }

    @Test func `maintained counts are what a full count gives, whatever happened`() throws {
        let random = SeededGenerator.fresh()
        print("seed \(random.seed)")
        let views = try Views()
        views.log.open()
        var history = RandomHistory(views.log, random: random)
        for _ in 0..<15 {
            history.append(60)
            try views.catchUp()
            try expectFullCounts(views, at: views.log.now)
            try expectFullCounts(views, at: views.log.now.advanced(milliseconds: 700_000_000))
        }
    }

    private func expectFullCounts(_ views: borrowing Views, at now: Instant) throws {
        let counts = try views.read(.officerQueue) {
            try OfficerQueue.counts(at: now, officer: "OFF-2", in: $0)
        }
        func full(_ view: OfficerQueue.DeskView) throws -> Int {
            var query = OfficerQueue.Query(view, at: now, officer: "OFF-2")
            query.limit = 1_000_000
            return try numbers(views, query).count
        }
        var expected = OfficerQueue.Counts()
        expected.open = try full(.open)
        expected.mine = try full(.mine)
        expected.unclaimed = try full(.unclaimed)
        expected.awaitingCitizen = try full(.awaitingCitizen)
        expected.near = try full(.near)
        expected.overdue = try full(.overdue)
        expected.appointments = try full(.appointments)
        expected.returned = try full(.returned)
        expected.finishedToday = try full(.finishedToday)
        let waiting = try views.read(.officerQueue) {
            try OfficerQueue.identities(limit: 1_000_000, in: $0)
        }
        expected.identities = waiting.count
        #expect(counts == expected)
    }

    @Test func `the queue at a position is the fold of the events up to it`() throws {
        let random = SeededGenerator.fresh()
        print("seed \(random.seed)")
        let views = try Views()
        views.log.open()
        var history = RandomHistory(views.log, random: random)
        history.append(300)
        try views.catchUp()
        let then = views.log.position
        let shown = try views.read(.officerQueue) { database in
            var query = OfficerQueue.Query(.open, at: views.log.now)
            query.limit = 1_000_000
            return try OfficerQueue.page(query, in: database).map(\.row)
        }
        history.append(200)
        let folded = try OfficerQueue.fold(views.log.events(through: then))
        #expect(folded.filter(\.course.isOpen) == shown)
        #expect(folded.count >= shown.count)
    }
}
