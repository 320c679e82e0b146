import Foundation
import TestSupport
import Testing
import Workflow

/// What a command does whose caller has closed its input or its outputs.
@Suite(.timeLimit(.minutes(10))) struct ClosedStreamTests {
    private static let closings = [
        ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-",
    ]

    @Test(arguments: closings)
    func `what is printed never gets into the log`(closing: String) throws {
        let town = try Town()
        let history = try town.history(cases: 30)
        #expect(try Shell.khamrong(history + ["--data", town.paths.data]).status == 0)
        #expect(try town.run("queue").status == 0)
        let log = try Data(contentsOf: town.dataFile)
        let lock = URL(filePath: "\(town.paths.log)/lock.mdb")
        let lockSize = try Data(contentsOf: lock).count
        for words in [
            ["export", "csv"], ["settings", "export"], ["queue", "--limit", "1"], ["digest"],
            ["status"], ["verify"], ["replay", "--view", "officer-queue"],
        ] {
            let status = try Shell.closed(words + ["--data", town.paths.data], closing)
            // An answer that reaches nobody is no success.
            if closing.contains("<&- >&-") || closing.hasPrefix(">&-") {
                #expect(status == 4, "\(words)")
            }
            #expect(try Data(contentsOf: town.dataFile) == log, "\(words)")
            #expect(try Data(contentsOf: lock).count == lockSize, "\(words)")
        }
        let more = try town.history(cases: 40)
        _ = try Shell.closed(more + ["--data", town.paths.data], closing)
        #expect(try town.run("verify", "--views").status == 0)
        let again = try Shell.khamrong(more + ["--data", town.paths.data])
        #expect(again.status == 0 && again.output.contains("160 were there already"))
    }
}
