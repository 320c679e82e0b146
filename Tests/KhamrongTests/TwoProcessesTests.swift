import EventLog
import Foundation
import Sockets
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

    @Test func `the status of an office is told while another process writes it`() throws {
        let town = try Town()
        let (office, port) = try Office.open(town.paths, clock: Town.now)
        let told = try town.run("status")
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("a process writes this office now"))
        let head = try office.log.head
        let written = try town.run("status", "--json")
        #expect(written.output.contains(#""has_writer":true"#))
        #expect(written.output.contains(#""position":\#(head),"#))
        #expect(try office.log.head == head)
        port.close()
        #expect(try town.run("status", "--json").output.contains(#""has_writer":false"#))
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

    @Test func `a queue whose views a stopped process keeps is shown as it stands`() throws {
        let town = try Town()
        let history = try town.history(cases: 3) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        let before = try town.run("queue").output
        #expect(
            try town.run(
                "officer", "add", "late", "--name", "สมชาย ใจดี", "--email", "late@example.com",
                "--roles", "handler"
            ).status == 0)
        let lock = try #require(try FileLock.take("\(town.paths.views)/views.lock"))
        let queue = try town.run("queue")
        #expect(queue.status == 0 && queue.output == before)
        #expect(queue.errors.contains("another process keeps the views"))
        #expect(queue.errors.contains("is shown as it stood at position "))
        lock.release()
        let after = try town.run("queue")
        #expect(after.status == 0 && after.errors == "")
    }

    @Test func `an import that is kept waiting says so, and goes on when nobody holds it`() throws {
        let town = try Town()
        let history = try town.history(cases: 3) + ["--data", town.paths.data]
        let lock = try #require(try FileLock.take("\(town.paths.log)/writer.lock"))
        let listener = try UnixListener(
            directory: town.paths.office, name: OfficePaths.socketName)
        let holder = WorkerThread {
            guard let connection = listener.accept() else { return }
            usleep(6_000_000)
            lock.release()
            listener.shutDown()
            connection.shutDown()
        }
        let imported = try Shell.khamrong(history)
        holder.join()
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.errors.contains("does not answer; waiting for it"))
        try expectOnce(town, events: 12)
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
