import Entries
import Events
import Foundation
import Projections
import SQLite
import TestSupport
import Testing

@Suite struct RebuildTests {
    let log = OfficeLog()

    private func runner(_ directory: String) throws -> ViewRunner {
        ViewRunner(directory: try ViewDirectory(directory), source: log.source, open: log.opener)
    }

    private func digests(_ runner: ViewRunner) throws -> [ViewDigest] {
        try ViewName.allCases.map { view in
            let digest = try ViewReader(view, in: runner.directory).digest()
            return try #require(digest)
        }
    }

    @Test func `a view that followed every event is the same as one built anew`() throws {
        let random = SeededGenerator.fresh()
        print("seed \(random.seed)")
        let scratch = try Scratch()
        log.open()
        var history = RandomHistory(log, random: random)
        let live = try runner(scratch.path("live"))
        try live.catchUp()
        for _ in 0..<30 {
            history.append(Int.random(in: 1...40, using: &history.random))
            try live.catchUp()
        }
        for view in ViewName.allCases { #expect(live.status(of: view).failure == nil) }
        let fresh = try runner(scratch.path("fresh"))
        try fresh.catchUp()
        #expect(try digests(live) == digests(fresh))
        #expect(try digests(live).map(\.position) == Array(repeating: log.position, count: 4))
        for view in ViewName.allCases {
            let difference = try live.difference(view)
            #expect(!difference.isEmpty)
            for table in difference { #expect(table.isEmpty, "\(view) \(table)") }
        }
    }

    @Test func `rows that a rebuild writes by thousands are those of a view that followed`() throws
    {
        let views = try Views(log, views: [.officerQueue])
        log.open()
        try views.catchUp()
        let build = views.directory.current(.officerQueue)
        for running in 1...5000 { log.submit(OfficeLog.number(running)) }
        try views.catchUp()
        #expect(views.directory.current(.officerQueue) == build)
        let live = try views.digest(.officerQueue)
        try views.runner.rebuild(.officerQueue)
        #expect(views.directory.current(.officerQueue) != build)
        #expect(try views.digest(.officerQueue) == live)
        #expect(try views.texts(.officerQueue, "SELECT count(*) FROM cases") == ["5000"])
    }

    @Test func `a build too long to wait in memory is the same as one that followed`() throws {
        let scratch = try Scratch()
        log.open()
        var history = RandomHistory(log, random: SeededGenerator(seed: 2567))
        let runners = try ["live", "fresh"].map { name in
            ViewRunner(
                directory: try ViewDirectory(scratch.path(name)), source: log.source,
                open: log.opener, views: [.reporting])
        }
        try runners[0].catchUp()
        // More than the rows of events that a fresh build keeps until its end.
        while log.position < 17_000 { history.append(1000) }
        for runner in runners {
            try runner.catchUp()
            if let failure = runner.status(of: .reporting).failure { throw failure }
        }
        let digests = try runners.map { runner in
            try #require(try ViewReader(.reporting, in: runner.directory).digest())
        }
        #expect(digests[0] == digests[1])
        #expect(digests[1].position == log.position)
        let events = try ViewReader(.reporting, in: runners[1].directory).read {
            try $0.first("SELECT count(*) FROM event_rows") { $0.int(0) }
        }
        #expect(events == Int(log.position))
    }
}
