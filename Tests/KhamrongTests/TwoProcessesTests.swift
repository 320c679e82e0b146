import EventLog
import Foundation
import TestSupport
import Testing
import Threads
import Workflow

/// Two processes that want to write one office at once.
@Suite(.timeLimit(.minutes(10))) struct TwoProcessesTests {
    private func expectOnce(_ town: borrowing Town, events: Int) throws {
        let recorded = try town.recorded()
        #expect(recorded.count == events && recorded.values.allSatisfy { $0 == 1 })
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test func `an import goes through the socket of the process that holds the writer`() throws {
        let town = try Town()
        let (office, port) = try Office.open(town.paths, clock: Town.now)
        let imported = try Shell.khamrong(
            try town.history(cases: 60) + ["--data", town.paths.data])
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.output.contains("240 recorded"))
        port.close()
        #expect(try office.log.head > 240)
        try expectOnce(town, events: 240)
    }

    @Test func `an import goes on when the process that wrote for it closes`() throws {
        let town = try Town()
        let history = try town.history(cases: 600) + ["--data", town.paths.data]
        let (office, port) = try Office.open(town.paths, clock: Town.now)
        let before = try office.log.head
        let result = Monitor<Result<Shell.Result, any Error>?>(nil)
        let importing = WorkerThread {
            let imported = Result { try Shell.khamrong(history) }
            result.with { $0 = imported }
        }
        while try office.log.head <= before + 2 { usleep(1000) }
        port.close()
        importing.join()
        let imported = try #require(result.with { $0 }).get()
        #expect(imported.status == 0, "\(imported.errors)")
        try expectOnce(town, events: 2400)
    }

    @Test func `two imports of one history at once record each event once`() throws {
        let town = try Town()
        let history = try town.history(cases: 300) + ["--data", town.paths.data]
        let results = Monitor<[Shell.Result]>([])
        let imports = (0..<2).map { _ in
            WorkerThread {
                guard let imported = try? Shell.khamrong(history) else { return }
                results.with { $0.append(imported) }
            }
        }
        for each in imports { each.join() }
        let ended = results.with { $0 }
        #expect(ended.map(\.status) == [0, 0], "\(ended.map(\.errors))")
        try expectOnce(town, events: 1200)
    }
}
