import Crowd
import Entries
import Foundation
import TestSupport
import Threads
import Workflow

/// A process that works an office with many callers until it is killed.
///
/// `exercise DATA KEYS OFFICE NAME SEED CALLERS [forget]` prints `ready`, then a line for each command that
/// the office took, keeps the views following, and publishes the log. With `forget` it also files
/// cases whose data is erased at once, and removes what is left of them, again and again.
@main enum Exercise {
    static func main() throws {
        let words = CommandLine.arguments
        let paths = OfficePaths(data: words[1], keys: words[2], code: words[3])
        let (office, port) = try Office.open(paths, clock: now)
        let views = OfficeViews(of: office)
        let follower = views.follow(expecting: 0)
        let publisher = try Publisher(of: office)
        // Without a pause: as often as it may be killed at work on tiles or on a signature.
        _ = WorkerThread { while true { try? publisher.publish() } }
        print(Array("ready".utf8))
        let seed = UInt64(words[5]) ?? 0
        let callers = (0..<(Int(words[6]) ?? 1)).map { number in
            WorkerThread {
                call(
                    port, as: "\(words[4])-\(number)", SeededGenerator(seed: seed &+ UInt64(number))
                )
            }
        }
        if words.last == "forget", let writer = port as? OfficeWriter {
            _ = WorkerThread { while true { Crowd.forgetOne(in: office, by: writer, clock: now) } }
        }
        for caller in callers { caller.join() }
        try follower.finish()
        port.close()
    }

    /// One caller after the other's answer, for ever.
    private static func call(_ port: any CommandPort, as name: String, _ dice: SeededGenerator) {
        var crowd = Crowd(name: name, dice: dice)
        while true {
            let draft = crowd.draft(at: now())
            let outcome = port.perform(draft)
            if case .accepted(let receipt) = outcome { crowd.hear(receipt) }
            if let taken = Acknowledgement(draft, outcome) { print(taken.encoded()) }
        }
    }

    /// One write a line: a line that was printed has left the process, whatever ends it then.
    private static func print(_ line: [UInt8]) {
        FileHandle.standardOutput.write(Data(line + [0x0A]))
    }

    @Sendable private static func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }
}
