import EventLog
import Foundation
import TestSupport
import Testing
import Workflow

/// What the commands say of a moment that they are asked for.
@Suite(.timeLimit(.minutes(10))) struct MomentTests {
    @Test(arguments: [
        ["export", "csv", "--until"], ["replay", "--petition", "C0", "--until"],
        ["replay", "--view", "officer-queue", "--occurred", "--until"],
        ["report", "--until"], ["diff", "--from", "1", "--to"], ["diff", "--from"],
    ])
    func `a moment that the log has not come to is refused with where it ends`(
        words: [String]
    ) throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        #expect(try Shell.khamrong(history + ["--data", town.paths.data]).status == 0)
        let head = try EventLog.open(at: town.paths.log).head
        func run(_ moment: String) throws -> Shell.Result {
            try Shell.khamrong(words + [moment, "--data", town.paths.data])
        }
        let option = try #require(words.last)
        let future = try run("2569-11-29T10:00:00+07:00")
        #expect(future.status == 2 && future.output == "")
        #expect(future.errors.contains("\(option) 2569-11-29T03:00:00.000Z lies in the future: "))
        #expect(future.errors.contains("the log ends at position \(head), recorded at 2"))
        #expect(future.errors.contains("did you mean 2026-11-29T03:00:00.000Z?"))
        #expect(try !run("2199-01-01T00:00:00Z").errors.contains("did you mean"))
        guard !words.contains("--occurred") else { return }
        let beyond = try run("1,000,000")
        #expect(beyond.status == 2 && beyond.output == "")
        #expect(
            beyond.errors.contains(
                "\(option) 1000000 lies beyond the log: the log ends at position \(head), "))
        #expect(try run("1,00").errors.contains("not “1,00”"))
        #expect(try run("\(head)").status == 0)
    }
}
