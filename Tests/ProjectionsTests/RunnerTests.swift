import Entries
import Events
import Foundation
import Projections
import SQLite
import TestSupport
import Testing
import Threads

@Suite struct RunnerTests {
    private func numbers(_ views: borrowing Views) throws -> Int {
        try views.read(.officerQueue) { try $0.first("SELECT count(*) FROM cases") { $0.int(0) }! }
    }

    @Test func `a new process goes on where the last one stopped, and repeats nothing`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        log.submit(OfficeLog.number(1))
        log.append(
            .petition(.messaged(.init(channel: .web))), to: OfficeLog.number(1), by: "citizen")
        try views.catchUp()
        let build = views.directory.current(.officerQueue)
        log.append(
            .petition(.messaged(.init(channel: .web))), to: OfficeLog.number(1), by: "citizen")
        log.submit(OfficeLog.number(2))
        let next = ViewRunner(directory: views.directory, source: log.source, open: log.opener)
        try next.catchUp()
        try next.catchUp()
        #expect(views.directory.current(.officerQueue) == build)
        let row = try views.read(.officerQueue) {
            try OfficerQueue.entry(OfficeLog.number(1), in: $0)?.row
        }
        #expect(row?.unread == 2)
        #expect(try numbers(views) == 2)
        #expect(next.status(of: .officerQueue).position == log.position)
    }

    @Test func `rows and checkpoint move together or not at all`() throws {
        let views = try Views(views: [.officerQueue])
        let log = views.log
        log.open()
        log.submit(OfficeLog.number(1))
        try views.catchUp()
        let before = try views.digest(.officerQueue)
        // Whoever holds the file's write lock makes the next batch fail between fold and commit.
        let file = try Database(path: views.directory.link(.officerQueue), mode: .write)
        try file.execute(
            "CREATE TRIGGER stop BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'stop'); END")
        log.receive(OfficeLog.number(1))
        try views.runner.catchUp()
        #expect(views.runner.status(of: .officerQueue).failure is SQLiteError)
        #expect(try views.digest(.officerQueue) == before)
        try file.execute("DROP TRIGGER stop")
        try views.catchUp()
        let row = try views.read(.officerQueue) {
            try OfficerQueue.entry(OfficeLog.number(1), in: $0)?.row
        }
        #expect(row?.course.status == .received)
        #expect(row?.version == 2)
    }

    @Test func `a reader keeps its file through a swap and finds the new one afterwards`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        for running in 1...5 { log.submit(OfficeLog.number(running)) }
        try views.catchUp()
        let reader = ViewReader(.officerQueue, in: views.directory)
        let old = try #require(views.directory.current(.officerQueue))
        try reader.read { database in
            #expect(try database.first("SELECT count(*) FROM cases") { $0.int(0) } == 5)
            log.submit(OfficeLog.number(6))
            try views.runner.rebuild(.officerQueue)
            // The build that it reads is gone by name, and whole for as long as it reads.
            #expect(!FileManager.default.fileExists(atPath: database.path))
            #expect(try database.first("SELECT count(*) FROM cases") { $0.int(0) } == 5)
        }
        #expect(views.directory.current(.officerQueue) != old)
        let after = try reader.read { try $0.first("SELECT count(*) FROM cases") { $0.int(0) } }
        #expect(after == 6)
    }

    @Test func `readers never see half of a build while it is swapped again and again`() throws {
        let views = try Views(views: [.officerQueue])
        views.log.open()
        for running in 1...50 { views.log.submit(OfficeLog.number(running)) }
        try views.catchUp()
        let directory = views.directory
        let isDone = Monitor(false)
        let wrong = Monitor<[String]>([])
        let thread = WorkerThread {
            let reader = ViewReader(.officerQueue, in: directory)
            while !isDone.with({ $0 }) {
                do {
                    let count = try reader.read {
                        try $0.first("SELECT count(*) FROM cases") { $0.int(0) }
                    }
                    if count != 50 { wrong.with { $0.append("\(String(describing: count))") } }
                } catch { wrong.with { $0.append("\(error)") } }
            }
        }
        for _ in 0..<10 { try views.runner.rebuild(.officerQueue) }
        isDone.with { $0 = true }
        thread.join()
        #expect(wrong.with { $0 } == [])
    }

    @Test(arguments: ["garbage", "empty", "truncated"])
    func `a damaged file is built anew`(_ damage: String) throws {
        let views = try Views()
        views.log.open()
        for running in 1...200 { views.log.submit(OfficeLog.number(running)) }
        try views.catchUp()
        let digest = try views.digest(.officerQueue)
        let link = views.directory.link(.officerQueue)
        let build = try #require(views.directory.current(.officerQueue))
        let path = views.directory.path + "/officer-queue.\(build).sqlite"
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
        let whole = try Data(contentsOf: URL(filePath: link))
        switch damage {
        case "garbage": try Data(repeating: 0x5A, count: whole.count).write(to: URL(filePath: path))
        case "empty": try Data().write(to: URL(filePath: path))
        default: try whole.prefix(whole.count / 3).write(to: URL(filePath: path))
        }
        views.log.receive(OfficeLog.number(1))
        let next = ViewRunner(
            directory: views.directory, source: views.log.source, open: views.log.opener)
        try next.catchUp()
        #expect(next.status(of: .officerQueue).failure == nil)
        #expect(try views.digest(.officerQueue) != digest)
        #expect(try views.digest(.officerQueue).position == views.log.position)
        #expect(try numbers(views) == 200)
    }

    @Test(arguments: ["version", "rules", "epoch"])
    func `a file of another version, other rules or another log is built anew`(
        _ column: String
    ) throws {
        let views = try Views()
        views.log.open()
        views.log.submit(OfficeLog.number(1))
        try views.catchUp()
        let digest = try views.digest(.reporting)
        let build = try #require(views.directory.current(.reporting))
        do {
            let file = try Database(path: views.directory.link(.reporting), mode: .write)
            try file.execute("UPDATE checkpoint SET \(column) = 99; DELETE FROM petition_rows;")
        }
        let next = ViewRunner(
            directory: views.directory, source: views.log.source, open: views.log.opener)
        try next.catchUp()
        #expect(views.directory.current(.reporting) == build + 1)
        #expect(try views.digest(.reporting) == digest)
        #expect(views.directory.current(.officerQueue) == 1)
    }

    @Test func `a log that was restored shorter makes the views start anew`() throws {
        let views = try Views()
        views.log.open()
        views.log.submit(OfficeLog.number(1))
        views.log.submit(OfficeLog.number(2))
        try views.catchUp()
        views.log.content.with { content in
            content.entries.removeLast()
            content.epoch = 2
        }
        let next = ViewRunner(
            directory: views.directory, source: views.log.source, open: views.log.opener)
        try next.catchUp()
        #expect(try numbers(views) == 1)
        #expect(try ViewReader(.officerQueue, in: views.directory).checkpoint()?.epoch == 2)
    }

    @Test func `an entry that this version does not know stops the views where it stands`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        log.submit(OfficeLog.number(1))
        let last = log.position
        let bytes = log.content.with { $0.entries[0] }
        let text = String(decoding: bytes, as: UTF8.self)
        log.appendRaw(
            Array(text.replacing("office-opened.v1", with: "office-sold.v1").utf8))
        log.submit(OfficeLog.number(2))
        try views.runner.catchUp()
        let status = views.runner.status(of: .officerQueue)
        let failure = try #require(status.failure as? ProjectionFailure)
        #expect(
            failure
                == .unreadable(.unknownType("th.khamrong.office.office-sold.v1"), at: last + 1))
        #expect("\(failure)".contains("position \(last + 1)"))
        #expect("\(failure)".contains("office-sold"))
    }

    @Test func `a live view keeps what came before an entry that it cannot read`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        try views.catchUp()
        log.submit(OfficeLog.number(1))
        let last = log.position
        log.appendRaw(Array("{}".utf8))
        log.submit(OfficeLog.number(2))
        try views.runner.catchUp()
        try views.runner.catchUp()
        for view in ViewName.allCases {
            #expect(views.runner.status(of: view).failure is ProjectionFailure)
            #expect(try views.digest(view).position == last)
        }
        #expect(try numbers(views) == 1)
    }

    @Test func `a hole in the log stops the views and is named`() throws {
        let log = OfficeLog()
        log.open()
        log.submit(OfficeLog.number(1))
        let last = log.position
        let whole = log.source
        let holed = EventSource(
            head: { Cursor(epoch: 1, position: last + 2) },
            read: { after, limit in
                let entries = try whole.read(after, limit)
                if !entries.isEmpty || after > last { return entries }
                return [LogEntry(position: last + 2, bytes: Array("{}".utf8))]
            }, office: whole.office)
        let scratch = try Scratch()
        let runner = ViewRunner(
            directory: try ViewDirectory(scratch.path("views")), source: holed, open: log.opener)
        try runner.catchUp()
        let failure = runner.status(of: .search).failure as? ProjectionFailure
        #expect(failure == .hole(after: last, found: last + 2))
    }

    @Test func `a section that cannot be opened stops the views that need it, and no other`() throws
    {
        let views = try Views()
        let log = views.log
        log.open()
        let key = log.newKey()
        log.submit(
            OfficeLog.number(1), key: key, sections: [(key, PetitionText(subject: "น้ำท่วม"))])
        log.lose(key)
        try views.runner.catchUp()
        #expect(
            views.runner.status(of: .search).failure as? ProjectionFailure
                == .sectionUnavailable(field: "text", at: log.position))
        #expect(views.directory.current(.search) == nil)
        #expect(views.runner.status(of: .officerQueue).failure == nil)
        #expect(try numbers(views) == 1)
    }

    @Test func `whoever wrote can wait until a view shows it`() throws {
        let views = try Views()
        views.log.open()
        views.runner.start()
        views.log.submit(OfficeLog.number(1))
        let position = views.log.position
        views.runner.wake()
        #expect(views.runner.wait(for: .officerQueue, at: position, milliseconds: 20_000))
        #expect(try numbers(views) == 1)
        #expect(
            !views.runner.wait(for: .officerQueue, at: position + 1, milliseconds: 10))
        views.runner.stop()
    }

    @Test func `a rebuild that is only tried says what would change and changes nothing`() throws {
        let views = try Views()
        views.log.open()
        for running in 1...4 { views.log.submit(OfficeLog.number(running)) }
        try views.catchUp()
        do {
            let file = try Database(path: views.directory.link(.officerQueue), mode: .write)
            try file.execute(
                """
                UPDATE cases SET owner = 'OFF-9' WHERE number = '\(OfficeLog.number(1))';
                DELETE FROM cases WHERE number = '\(OfficeLog.number(2))';
                UPDATE cases SET number = 'KT9' WHERE number = '\(OfficeLog.number(3))';
                """)
        }
        let before = try views.digest(.officerQueue)
        let difference = try #require(try views.runner.difference(.officerQueue).first)
        #expect(difference.table == "cases")
        #expect(difference.changed == 1)
        #expect(difference.onlyInRebuild == 2)
        #expect(difference.onlyInFile == 1)
        #expect(difference.examples.contains("KT9"))
        #expect(try views.digest(.officerQueue) == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: views.directory.path)
                .filter { $0.hasPrefix("officer-queue.") && $0.hasSuffix(".sqlite") }.count == 2)
    }
}
