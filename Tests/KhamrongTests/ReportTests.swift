import Testing
import Workflow

/// Figures as they stood: the same bytes whenever they are counted.
@Suite struct ReportTests {
    @Test func `figures of a position are the same bytes after the office has gone on`() throws {
        let town = try Town()
        let import20 = try town.history(cases: 20) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(import20).status == 0)
        let reports = ["fiscal_years", "fiscal_months", "times", "workload", "petitions"]
        let then = try reports.map { try town.run("report", $0, "--csv").output }
        let said = try town.run("report", "times").output
        let position = try #require(said.firstMatch(of: /at position (\d+), reporting/)).1
        #expect(said.contains("rules version 1"))
        let import40 = try town.history(cases: 40) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(import40).status == 0)
        for (report, before) in zip(reports, then) {
            let now = try town.run("report", report, "--csv").output
            #expect(now != before, "\(report)")
            let again = try town.run("report", report, "--until", "\(position)", "--csv")
            #expect(again.output == before, "\(report)")
            #expect(again.errors == "")
        }
        let table = try town.run("report", "times", "--until", "\(position)")
        #expect(table.output == said)
        #expect(try town.run("report", "times", "--until", "1", "--json").output == "[]\n")
    }

    @Test func `a year is asked only of what is by year, and one form at a time`() throws {
        let town = try Town()
        let workload = try town.run("report", "workload", "--fiscal-year", "2567")
        #expect(workload.status != 0)
        #expect(workload.errors.contains("workload is not by fiscal year"))
        let both = try town.run("report", "times", "--csv", "--json")
        #expect(both.status == 2)
        #expect(try town.run("report", "times", "--until", "yesterday").status == 2)
    }
}
