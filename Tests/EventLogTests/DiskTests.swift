import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import Threads

/// A small file system of its own, which needs root.
final class SmallDisk {
    let scratch: Scratch
    var path: String { scratch.path("disk") }

    static let canMount = geteuid() == 0

    init(kilobytes: Int) throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("disk"), withIntermediateDirectories: false)
        try Self.run("/bin/mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "none", path)
    }

    deinit { try? Self.run("/bin/umount", "-l", path) }

    func remount(_ option: String) throws {
        try Self.run("/bin/mount", "-o", "remount,\(option)", path)
    }

    private static func run(_ words: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(words: words) }
    }

    struct Failure: Error { let words: [String] }
}

@Suite(.enabled(if: SmallDisk.canMount, "only root can mount a small file system"))
struct DiskTests {
    @Test func `a full disk loses nothing that was acknowledged, and the writer goes on`() throws {
        let disk = try SmallDisk(kilobytes: 1024)
        let clock = TestClock()
        let log = try EventLog.create(
            at: disk.path + "/log", origin: Desk.origin, now: noon, mapSize: 64 << 20)
        let clerk = Clerk()
        let failed = Counter()
        let writer = try LogWriter(log, decider: clerk, clock: { clock.now }) { notice in
            if case .commitFailed = notice { failed.increment() }
        }
        var mint = Mint()
        var acknowledged: [EventID] = []
        let text = #"{"text":"\#(String(repeating: "x", count: 3000))"}"#
        var unknown: NewEntry?
        while unknown == nil, acknowledged.count < 1000 {
            let entry = mint.entry(data: text)
            switch writer.performAndWait(.init(entries: [entry])) {
            case .committed: acknowledged.append(entry.id)
            case .unknown: unknown = entry
            case let other: Issue.record("\(other)")
            }
        }
        let left = try #require(unknown)
        #expect(acknowledged.count > 20)
        #expect(failed.value == 1)
        #expect(clerk.forgotten.value == 1)
        try disk.remount("size=8192k")
        // Not known means: look before you repeat.
        let wasKept = try log.position(of: left.id) != nil
        let again = writer.performAndWait(.init(entries: [left]))
        #expect((again.positions == nil) == wasKept)
        let stored = try log.read(after: 0, limit: 2000).map { try Envelope($0.bytes).id }
        #expect(stored == acknowledged + [left.id])
        let result = try LogVerifier(log).run { damage in
            Issue.record("\(damage)")
            return true
        }
        #expect(result.entries == UInt64(stored.count))
    }

    @Test func `a disk that is full from the start is told, and nothing is killed`() throws {
        let disk = try SmallDisk(kilobytes: 16)
        #expect(throws: (any Error).self) {
            try EventLog.create(at: disk.path + "/log", origin: Desk.origin, now: noon)
        }
    }

    @Test func `a read-only directory is read, and says that it cannot be written`() throws {
        let disk = try SmallDisk(kilobytes: 1024)
        let directory = disk.path + "/log"
        do {
            let log = try EventLog.create(at: directory, origin: Desk.origin, now: noon)
            let writer = try LogWriter(log, decider: Clerk(), clock: { noon })
            var mint = Mint()
            _ = writer.performAndWait(.init(entries: [mint.entry()]))
            writer.close()
        }
        try disk.remount("ro")
        let log = try EventLog.open(at: directory)
        #expect(log.isReadOnly)
        #expect(try log.read(after: 0, limit: 10).map(\.position) == [1])
        #expect(throws: LogError.readOnly(directory: directory)) {
            try LogWriter(log, decider: Clerk(), clock: { noon })
        }
        #expect(throws: LogError.readOnly(directory: disk.path + "/other")) {
            try EventLog.create(at: disk.path + "/other", origin: Desk.origin, now: noon)
        }
    }
}
