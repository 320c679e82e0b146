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

    @Test func `what a limit leaves out of a report is said behind it`() throws {
        let town = try Town()
        let history = try town.history(cases: 12) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        let words =
            "5 of 12 rows are shown; --limit 12 shows all, --csv prints all without a limit\n"
        for form in [[], ["--json"], ["--csv"]] {
            let some = try Shell.khamrong(
                ["report", "petitions", "--limit", "5", "--data", town.paths.data] + form)
            #expect(some.status == 0 && some.errors == words, "\(some.errors)")
        }
        #expect(try town.run("report", "petitions").errors == "")
        #expect(try town.run("report", "petitions", "--limit", "12").errors == "")
        let year = try town.run("report", "petitions", "--fiscal-year", "2563", "--limit", "11")
        #expect(year.errors.contains("11 of 12 rows are shown"))
    }

    @Test func `the help names the figures for which a year means nothing`() throws {
        let town = try Town()
        let help = try town.run("report", "--help").output
            .split(separator: /\s+/).joined(separator: " ")
        let words = try #require(help.firstMatch(of: /not with (?<names>[a-z_, ]+) --until/))
        let named = words.output.names.split(separator: ", ").map(String.init)
        let all = try #require(help.firstMatch(of: /fiscal_years \((?<names>[a-z_, ]+)\)/))
        let names = all.output.names.split(separator: ", ").map(String.init)
        #expect(names.count > named.count && !named.isEmpty)
        for name in names {
            let result = try town.run("report", name, "--fiscal-year", "2567")
            #expect(result.status == (named.contains(name) ? 2 : 0), "\(name)")
        }
    }

    @Test func `a year is asked only of what is by year, and one form at a time`() throws {
        let town = try Town()
        let workload = try town.run("report", "workload", "--fiscal-year", "2567")
        #expect(workload.status == 2)
        #expect(workload.errors.contains("workload is not by fiscal year"))
        let both = try town.run("report", "times", "--csv", "--json")
        #expect(both.status == 2)
        #expect(try town.run("report", "times", "--until", "yesterday").status == 2)
    }
}
