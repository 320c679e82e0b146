import Entries
import Events
import Foundation
import Projections
import SQLite
import TestSupport
import Testing

@Suite struct ReportingTests {
    /// Ten cases of fiscal year 2567, finished after 1 … 10 days, and one of 2568 that is open.
    private func fill(_ views: borrowing Views) throws {
        let log = views.log
        log.set(Instant(rfc3339: "2024-07-08T03:00:00Z")!)
        log.open()
        let filed = log.now
        for running in 1...10 {
            log.set(filed)
            let number = OfficeLog.number(running)
            log.submit(
                number, category: running <= 4 ? "light" : "road",
                channel: running <= 3 ? .phone : .web)
            log.receive(number, by: running <= 5 ? "OFF-1" : "OFF-2")
            log.set(filed.advanced(milliseconds: running * 86_400_000))
            if running == 10 {
                log.append(
                    .petition(.rejected(.init(state: "done", status: .rejected))), to: number)
            } else {
                log.complete(number)
            }
            if running <= 3 { log.rate(number, running + 2) }
        }
        log.set(Instant(rfc3339: "2024-10-01T03:00:00Z")!)
        log.submit(OfficeLog.number(11))
        try views.catchUp()
    }

    private func rows(_ views: borrowing Views, _ sql: String) throws -> [String] {
        try views.read(.reporting) { database in
            try database.rows(sql) { row in
                (0..<row.count).map { row.isNull($0) ? "-" : row.text($0) }.joined(separator: " ")
            }
        }
    }

    @Test func `figures of a fiscal year are what one counts by hand`() throws {
        let views = try Views()
        try fill(views)
        #expect(
            try rows(
                views,
                "SELECT fiscal_year, cases, open_cases, completed, rejected FROM fiscal_years")
                == ["2567 10 0 9 1", "2568 1 1 0 0"])
        #expect(
            try rows(
                views,
                "SELECT category, cases, completed FROM fiscal_years_by_category WHERE fiscal_year = 2567"
            )
                == ["light 4 4", "road 6 5"])
        #expect(
            try rows(
                views, "SELECT channel, cases FROM fiscal_years_by_channel WHERE fiscal_year = 2567"
            )
                == ["phone 3", "web 7"])
        #expect(
            try rows(
                views, "SELECT status, cases FROM fiscal_years_by_status WHERE fiscal_year = 2567")
                == ["completed 9", "rejected 1"])
        #expect(
            try rows(views, "SELECT department, cases FROM fiscal_years_by_department")
                == ["works 10", "works 1"])
    }

    @Test func `median and p90 are by nearest rank`() throws {
        let views = try Views()
        try fill(views)
        // 1 … 10 days: the 5th and the 9th.
        #expect(
            try rows(views, "SELECT * FROM times WHERE step = 'finished'")
                == ["2567 finished 10 5.0 9.0"])
        // 1 … 4 days: the 2nd and the 4th; 5 … 10 days: the 3rd and the 6th.
        #expect(
            try rows(views, "SELECT * FROM times_by_category")
                == ["2567 light 4 2.0 4.0", "2567 road 6 7.0 10.0"])
        #expect(
            try rows(views, "SELECT * FROM times WHERE step = 'taken' AND fiscal_year = 2567")
                == ["2567 taken 10 0.0 0.0"])
    }

    @Test func `workload, satisfaction and deadlines`() throws {
        let views = try Views()
        try fill(views)
        #expect(
            try rows(
                views,
                "SELECT department, officer, cases, open_cases, finished_cases FROM workload")
                == ["works - 1 1 0", "works OFF-1 5 0 5", "works OFF-2 5 0 5"])
        #expect(
            try rows(
                views,
                "SELECT ratings, mean_score, score_3, score_4, score_5 FROM satisfaction")
                == ["3 4.0 1 1 1"])
        // Nobody answered in between, so that a case finished after seven days was answered late.
        #expect(
            try rows(
                views,
                "SELECT clocks, met, late FROM deadlines WHERE kind = 'first-answer' AND fiscal_year = 2567"
            )
                == ["10 7 3"])
        #expect(
            try rows(
                views,
                "SELECT count(*) FROM deadlines WHERE clocks <> met + late + running + paused + stopped"
            ) == ["0"])
        let sql = "SELECT kind, clocks, running, paused, stopped FROM deadlines"
        #expect(
            try rows(views, "\(sql) WHERE fiscal_year = 2567") == [
                "finish 10 0 0 0", "first-answer 10 0 0 0", "receive 10 0 0 0",
                "result-notice 10 10 0 0",
            ])
        views.log.receive(OfficeLog.number(11))
        views.log.giveBack(OfficeLog.number(11))
        views.log.submit(OfficeLog.number(12))
        views.log.append(
            .petition(.withdrawn(.init(state: "done", status: .withdrawn))),
            to: OfficeLog.number(12))
        try views.catchUp()
        let next = try rows(views, "\(sql) WHERE fiscal_year = 2568")
        #expect(next == ["finish 2 0 1 1", "first-answer 2 0 0 1", "receive 2 0 0 1"])
        #expect(try rows(views, "SELECT thai FROM categories") == ["ถนน"])
    }

    @Test func `months, reopenings and the days on which clocks run out`() throws {
        let views = try Views()
        try fill(views)
        #expect(
            try rows(views, "SELECT * FROM fiscal_months")
                == ["2567 2024-07 10 10", "2568 2024-10 1 0"])
        views.log.append(
            .petition(
                .reopened(
                    .init(ground: .petitioner, count: 1, state: "working", status: .inProgress))),
            to: OfficeLog.number(1))
        try views.catchUp()
        #expect(
            try rows(views, "SELECT * FROM reopenings")
                == ["2567 works 10 1 1", "2568 works 1 0 0"])
        // Filed on Tuesday, 1 October 2567; opened again at that moment.
        #expect(
            try rows(
                views, "SELECT * FROM due_days WHERE day BETWEEN '2024-10-01' AND '2024-10-20'")
                == ["2024-10-02 receive 1", "2024-10-08 first-answer 1"])
    }

    @Test func `a report comes in the same order whatever the file's history was`() throws {
        let views = try Views()
        try fill(views)
        let live = try views.read(.reporting) { try Reporting.table(.byCategory, in: $0) }
        try views.runner.rebuild(.reporting)
        #expect(try views.read(.reporting) { try Reporting.table(.byCategory, in: $0) } == live)
        #expect(live.columns.prefix(3) == ["fiscal_year", "category", "cases"])
        #expect(live.rows.map { $0[1] } == [.text("light"), .text("road"), .text("road")])
        try views.read(.reporting) { database in
            #expect(try Reporting.fiscalYears(in: database) == [2568, 2567])
            #expect(throws: ReportTable.NoColumn.self) {
                try Reporting.table(.workload, year: 2567, in: database)
            }
            let two = try Reporting.table(.petitions, year: 2567, limit: 2, in: database)
            #expect(two.rows.count == 2)
        }
    }

    @Test func `a missed deadline of the petitioner's is none of the office's`() throws {
        let views = try Views()
        try fill(views)
        for clock in ["finish", "notice"] {
            views.log.append(
                .petition(.deadlineMissed(.init(clock: clock, round: 1, due: views.log.now))),
                to: OfficeLog.number(11))
        }
        try views.catchUp()
        #expect(
            try rows(views, "SELECT missed FROM petitions WHERE fiscal_year = 2568") == ["1"])
    }

    @Test func `events are listed with the officer who did it, never with a citizen`() throws {
        let views = try Views()
        try fill(views)
        #expect(
            try rows(
                views,
                """
                SELECT event, officer, recorded FROM events
                WHERE number = '\(OfficeLog.number(1))' ORDER BY position
                """)
                == [
                    "submitted - 2024-07-08T10:00:00+07:00",
                    "received OFF-1 2024-07-08T10:00:00+07:00",
                    "completed OFF-1 2024-07-09T10:00:00+07:00",
                    "rated - 2024-07-09T10:00:00+07:00",
                ])
        let count = try rows(views, "SELECT count(*) FROM events")
        #expect(count == ["\(views.log.position)"])
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
    func `any SQLite client opens the file read-only`() throws {
        let views = try Views()
        try fill(views)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [
            "-readonly", views.directory.link(.reporting),
            "SELECT fiscal_year, cases FROM fiscal_years; SELECT count(*) FROM petitions;",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text == "2567|10\n2568|1\n11\n")
    }
}
