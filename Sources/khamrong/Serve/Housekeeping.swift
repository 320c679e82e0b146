import Entries
import Terminal
import Threads
import Workflow

/// Takes out, once a minute, what has run its time; once a day the files that no event names.
final class Housekeeping: Sendable {
    private static let minuteMilliseconds = 60_000
    private static let minutesOfADay = 24 * 60

    private let isStopped = Monitor(false)
    private let thread: WorkerThread

    init(_ offices: Offices, clock: @escaping @Sendable () -> Instant) {
        let isStopped = isStopped
        thread = WorkerThread {
            var minutes = 0
            while isStopped.wait(milliseconds: Self.minuteMilliseconds, { $0 ? () : nil }) == nil {
                minutes += 1
                for office in offices.opened {
                    Self.attempt(office.code) { try office.tidy(at: clock()) }
                    Self.attempt(office.code) {
                        try office.tidySnapshots(unless: { isStopped.with { $0 } })
                    }
                    if minutes % Self.minutesOfADay == 0 {
                        Self.attempt(office.code) { try office.tidyFiles() }
                    }
                }
            }
        }
    }

    func stop() {
        isStopped.with { $0 = true }
        isStopped.broadcast()
        thread.join()
    }

    /// What fails today is tried again; it is said, so that somebody looks.
    private static func attempt(_ office: String, _ body: () throws -> Void) {
        do { try body() } catch {
            ServerLog.say("housekeeping-failed") { fields in
                fields["office"] = .string(office)
                fields["error"] = .string("\(type(of: error))")
            }
        }
    }
}
