import EventLog
import Foundation
import TestSupport
import Testing
import Workflow

/// What `replay` says of the moment that it shows.
@Suite struct ReplayTests {
    private func filled() throws -> Town {
        let town = try Town()
        let history = try town.history(cases: 2) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        return town
    }

    private let moment = "2020-01-10T17:01:00+07:00"

    @Test func `a moment of happening is named as one, and no position of the log`() throws {
        let town = try filled()
        let shown = try town.run("replay", "--petition", "C0", "--until", moment, "--occurred")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("what had happened by 10 มกราคม 2563 17:01"))
        #expect(!shown.output.contains("as the log stood"))
        let queue = try town.run(
            "replay", "--view", "officer-queue", "--until", moment, "--occurred")
        #expect(queue.output.contains("cases, what had happened by 10 มกราคม 2563 17:01"))
        let head = try EventLog.open(at: town.paths.log).head
        let then = try town.run("replay", "--petition", "C0", "--until", "\(head)")
        #expect(then.output.contains("as the log stood at position "))
    }

    @Test(arguments: ["cloudevents", "csv"])
    func `an export of what had happened holds nothing that was done later`(
        format: String
    ) throws {
        let town = try filled()
        let whole = try town.run("export", format)
        let cut = try town.run("export", format, "--until", moment, "--occurred")
        #expect(whole.status == 0 && cut.status == 0, "\(cut.errors)")
        // The office was opened today; what its cases tell of is years old.
        #expect(whole.output.contains("office-opened") && !cut.output.contains("office-opened"))
        #expect(cut.output.contains("submitted") && !cut.output.contains("completed"))
    }

    @Test func `one question at a time`() throws {
        let town = try Town()
        let both = try town.run("replay", "--petition", "C0", "--view", "officer-queue")
        #expect(both.status == 2 && both.errors.contains("not both"))
        let none = try town.run("replay", "--petition", "C0")
        #expect(none.status == 4 && none.errors.contains("there is no petition C0"))
    }

    @Test func `in JSON too`() throws {
        let town = try filled()
        func keys(_ words: String...) throws -> Set<String> {
            let said = try Shell.khamrong(
                ["replay", "--petition", "C0", "--json", "--data", town.paths.data] + words)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
            return Set(object.keys).intersection(["position", "occurred_until"])
        }
        #expect(try keys("--until", moment, "--occurred") == ["occurred_until"])
        #expect(try keys() == ["position"])
    }
}
