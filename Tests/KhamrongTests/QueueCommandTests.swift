import Foundation
import TestSupport
import Testing
import Workflow

/// What `queue` and `status` answer a person who asks for less than all.
@Suite struct QueueCommandTests {
    private func filled() throws -> Town {
        let town = try Town()
        let result = try Shell.khamrong(try town.history(cases: 6) + ["--data", town.paths.data])
        #expect(result.status == 0)
        return town
    }

    @Test func `who asks for a status that ends a case sees the cases that it ended`() throws {
        let town = try filled()
        let ended = try town.run("queue", "--status", "completed")
        #expect(ended.output.split(separator: "\n").count { $0.hasPrefix("KT") } == 6)
        let open = try town.run("queue", "--status", "completed", "--view", "open")
        #expect(!open.output.contains("\nKT"))
    }

    @Test func `where there is no such case, that is said`() throws {
        let town = try filled()
        let words = "ไม่มีเรื่องเช่นนี้ (There are no such cases.)\n"
        #expect(try town.run("queue", "--view", "overdue").output.hasPrefix(words))
        let before = try town.run("replay", "--view", "officer-queue", "--until", "1")
        #expect(before.status == 0 && before.output.hasPrefix(words))
        #expect(try !town.run("queue", "--view", "all").output.contains("no such"))
        #expect(try town.run("queue", "--view", "overdue", "--json").output == "[]\n")
    }

    @Test func `what a limit leaves out is said`() throws {
        let town = try filled()
        let some = try town.run("queue", "--view", "all", "--limit", "4")
        #expect(some.errors == "4 of 6 cases are shown; --limit 6 shows all\n")
        #expect(try town.run("queue", "--view", "all").errors == "")
    }

    @Test(arguments: [
        ("--owner", "nobody"), ("--officer", "nobody"), ("--category", "rode"),
        ("--department", "x"), ("--status", "done"),
    ]) func `a code that the office does not have is no empty queue`(
        option: String, code: String
    ) throws {
        let town = try filled()
        let result = try town.run("queue", option, code)
        #expect(result.status == 2 && result.output == "")
        #expect(result.errors.contains(option) && result.errors.contains("“\(code)”"))
        #expect(result.errors.contains("Try: khamrong queue --help"))
    }

    @Test func `the few codes that there are are named, of many the nearest`() throws {
        let town = try filled()
        let department = try town.run("queue", "--department", "strategie")
        #expect(department.errors.contains("is one of audit, clerk, "), "\(department.errors)")
        #expect(department.errors.contains("did you mean strategy?"))
        // Whoever works in a case of another system is no officer here, and has cases.
        let map = try String(contentsOfFile: town.scratch.path("map.json"), encoding: .utf8)
        try Data(
            map.replacing(#""s"}"#, with: #""s", "officer": "p9", "category": "old"}"#)
                .replacing(#""test""#, with: #""other""#).utf8
        ).write(to: town.scratch.url.appending(path: "map.json"))
        let again = [
            "import", "csv", town.scratch.path("history.csv"), "--map",
            town.scratch.path("map.json"), "--data", town.paths.data,
        ]
        #expect(try Shell.khamrong(again).status == 0)
        let theirs = try town.run("queue", "--owner", "p9", "--category", "old", "--view", "all")
        #expect(theirs.output.split(separator: "\n").count { $0.hasPrefix("KT") } == 6)
    }

    @Test func `the status says how far each view has come`() throws {
        let town = try filled()
        let status = try town.run("status")
        #expect(status.output.components(separatedBy: "shows all of it").count == 5)
        try FileManager.default.removeItem(atPath: town.paths.views)
        let without = try town.run("status")
        #expect(without.output.components(separatedBy: "not built yet").count == 5)
    }
}
