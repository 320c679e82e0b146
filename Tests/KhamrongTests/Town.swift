import Entries
import EventLog
import Events
import Foundation
import TestSupport
import Workflow

/// An office made by the program itself, with a history of another system to bring in.
struct Town: ~Copyable {
    let scratch: Scratch
    let root: String

    /// In `directory`, or in a directory of its own.
    init(in directory: String? = nil) throws {
        let scratch = try Scratch()
        let root = directory ?? scratch.path()
        let made = try Shell.khamrong(
            "init", "--data", "\(root)/data", "--office", "KT", "--name", "เทศบาลเมืองตัวอย่าง",
            "--prefix", "KT")
        guard made.status == 0 else { throw NotMade(errors: made.errors) }
        self.scratch = scratch
        self.root = root
    }

    struct NotMade: Error { let errors: String }

    var paths: OfficePaths {
        OfficePaths(data: "\(root)/data", keys: "\(root)/data-keys", code: "KT")
    }

    func run(_ words: String...) throws -> Shell.Result {
        try Shell.khamrong(words + ["--data", "\(root)/data"])
    }

    var dataFile: URL { URL(filePath: "\(paths.log)/data.mdb") }

    // MARK: A history of another system

    static let eventsOfCase = ["File", "Take", "Work", "Close"]

    /// Writes a history and its map; the words of the command that imports it.
    func history(cases: Int) throws -> [String] {
        var rows = "case,activity,time,who\n"
        for number in 0..<cases {
            for (step, activity) in Self.eventsOfCase.enumerated() {
                let minute = number % 50 + step
                rows += "C\(number),\(activity),2020-01-\(10 + number / 2000)T10:"
                rows += (minute < 10 ? "0\(minute)" : "\(minute)") + ":00Z,p\(number % 7)\n"
            }
        }
        try Data(rows.utf8).write(to: scratch.url.appending(path: "history.csv"))
        try Data(Self.map.utf8).write(to: scratch.url.appending(path: "map.json"))
        return ["import", "csv", scratch.path("history.csv"), "--map", scratch.path("map.json")]
    }

    private static let map = #"""
        {"format": "khamrong-import-map/1", "system": "test", "zone": "Asia/Bangkok",
         "case": {"kind": "service", "service": "s"},
         "activities": {"File": "submitted", "Take": "received", "Work": "in-progress",
                        "Close": "completed"},
         "csv": {"rows": "events", "case": "case", "activity": "activity", "time": "time",
                 "resource": "who"}}
        """#

    /// How often each source event is in the log.
    func recorded() throws -> [String: Int] {
        var found: [String: Int] = [:]
        try EventLog.open(at: paths.log).events { event in
            guard let step = event.frame.step else { return }
            found["\(event.stream.subject) \(step.index)", default: 0] += 1
        }
        return found
    }

    /// Appends an event as another version of the product would.
    func append(
        type: String, to stream: String = "petition/KT9", data: String = "{}",
        at time: Instant = Self.now()
    ) throws {
        let log = try EventLog.open(at: paths.log)
        let writer = try LogWriter(log, decider: OtherVersion(), clock: { time })
        let entry = NewEntry(
            id: EventID(at: time, random: (1, 2)), stream: stream, type: type,
            actor: "system", data: Array(data.utf8))
        let outcome = writer.performAndWait(entry)
        writer.close()
        guard case .committed = outcome else { throw NotMade(errors: "\(outcome)") }
    }

    static func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }
}

private struct OtherVersion: Deciding {
    func decide(
        _ entry: NewEntry, in transaction: borrowing AppendTransaction
    ) throws -> Decision<Bool> { Decision(true, entries: [entry]) }

    func forget() {}
}
