import Entries
import EventLog
import Glibc

/// Another process for the tests of the log: writes, follows, or holds the lock.
///
/// `log-clerk append DIR COUNT` acknowledges each entry by its position and id on a line;
/// `follow DIR COUNT` prints each position; `open DIR COUNT` opens it so often; `hold DIR` takes the lock and waits for its input.
@main enum LogClerk {
    static func main() throws {
        let words = CommandLine.arguments
        if words[1] == "open" {
            for _ in 0..<(Int(words[3]) ?? 0) { _ = try EventLog.open(at: words[2]) }
            return print("opened")
        }
        let log = try EventLog.open(at: words[2], mapSize: 256 << 10)
        switch words[1] {
        case "append": try append(to: log, count: Int(words[3]) ?? 0)
        case "follow": try follow(log, count: Int(words[3]) ?? 0)
        default: try hold(log)
        }
    }

    private static func append(to log: EventLog, count: Int) throws {
        let writer = try LogWriter(log, decider: Scribe(), clock: now)
        var random = SystemRandomNumberGenerator()
        for number in 0..<count {
            let id = EventID(at: now(), random: (random.next(), random.next()))
            let entry = NewEntry(
                id: id, stream: "petition/KT\(number % 97)", type: "th.khamrong.petition.noted.v1",
                actor: "officer/somsri", data: Array(#"{"n":\#(number)}"#.utf8))
            writer.submit(entry) { outcome in
                guard case .committed(_, let positions?) = outcome else {
                    return print("failed \(outcome)")
                }
                print("\(positions.lowerBound) \(id)")
            }
            if number % 64 == 63 { usleep(500) }
        }
        writer.close()
    }

    private static func follow(_ log: EventLog, count: Int) throws {
        var follower = try log.follower()
        var seen = 0
        while seen < count {
            guard try follower.wait(milliseconds: 10_000) else { return print("nothing came") }
            for entry in try follower.next(limit: 100) {
                print("\(entry.position)")
                seen += 1
            }
        }
    }

    private static func hold(_ log: EventLog) throws {
        let writer = try LogWriter(log, decider: Scribe(), clock: now)
        print("held")
        _ = readLine()
        writer.close()
    }

    /// One write a line: a line that was printed has left the process, whatever ends it then.
    private static func print(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    }

    private static func now() -> Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}

/// Appends whatever it is given.
struct Scribe: Deciding {
    mutating func decide(
        _ entry: NewEntry, in transaction: borrowing AppendTransaction
    ) throws -> Decision<Bool> { Decision(true, entries: [entry]) }

    mutating func forget() {}
}
