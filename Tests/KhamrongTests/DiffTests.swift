import Entries
import EventLog
import Events
import Exchange
import Foundation
import Rules
import TestSupport
import Testing
import Workflow

/// The program says what is different between two moments.
@Suite struct DiffTests {
    @Test func `the queue, a case and a figure are compared between two positions`() throws {
        let town = try Town()
        let first = try town.history(cases: 3) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(first).status == 0)
        let said = try town.run("report", "times").output
        let position = "\(try #require(said.firstMatch(of: /at position ([\d,]+), reporting/)).1)"
        let second = try town.history(cases: 5) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(second).status == 0)

        let queue = try town.run("diff", "--from", position)
        #expect(queue.status == 0)
        #expect(queue.output.contains("2 cases changed"))
        let json = try town.run("diff", "--from", position, "--json").output
        let parsed = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((parsed["cases"] as? [[String: Any]])?.count == 2)
        #expect(
            (parsed["cases"] as? [[String: Any]])?.allSatisfy { $0["is_new"] as? Bool == true }
                == true)

        let figures = try town.run("diff", "--from", position, "--report", "fiscal_years")
        #expect(figures.output.contains(/cases\s+3\s+5/))
        let one = try town.run("diff", "--from", "1", "--petition", "C4")
        #expect(one.status == 0)
        #expect(one.output.contains("– → "))
        let none = try town.run("diff", "--from", position, "--to", position)
        #expect(none.output.contains("0 cases changed"))
    }

    @Test func `what cannot be asked is said in words`() throws {
        let town = try Town()
        #expect(try town.run("diff").status == 2)
        #expect(try town.run("diff", "--from", "yesterday").errors.contains("--from takes"))
        let backwards = try town.run("diff", "--from", "5", "--to", "2")
        #expect(backwards.errors.contains("swap --from and --to"))
        let both = try town.run("diff", "--from", "1", "--petition", "X", "--report", "times")
        #expect(both.status == 2)
        let year = try town.run(
            "diff", "--from", "1", "--report", "workload", "--fiscal-year", "2569")
        #expect(year.errors.contains("not by fiscal year"))
        #expect(try town.run("diff", "--from", "1", "--petition", "X").status != 0)
    }

    @Test func `a person reads dates, durations and names; a program the values of the view`()
        throws
    {
        let town = try Town()
        let added = try town.run(
            "officer", "add", "works-1", "--name", "นายช่าง ทดสอบ", "--roles", "head,handler")
        #expect(added.status == 0, "\(added.errors)")
        try town.fileOne()
        let log = try Office(reading: town.paths).log
        let head = try log.head
        var number = ""
        try log.cases { number = $0.name }
        do {
            let (_, port) = try Office.open(town.paths, clock: Town.now)
            defer { port.close() }
            let outcome = port.perform(
                Draft(
                    .petition(
                        number: number, .claim), by: .officer("works-1", .head, .handler),
                    at: Town.now()))
            guard case .accepted = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
        let shown = try town.run("diff", "--from", "\(head)").output
        #expect(shown.contains("นายช่าง ทดสอบ") && shown.contains("last activity at"), "\(shown)")
        #expect(shown.contains(#/ 25\d\d \d\d:\d\d น\./#), "\(shown)")
        #expect(!shown.contains(#/ \d{13}/#), "a moment in milliseconds")
        #expect(shown.contains("1 case changed"))
        let json = try town.run("diff", "--from", "\(head)", "--json").output
        #expect(json.contains(#""after":"works-1","after_words":"นายช่าง ทดสอบ""#), "\(json)")
    }
}
