import Entries
import Rules
import Terminal
import Threads
import Workflow

/// Takes out, once a minute, what has run its time; once a day the files that no event names; and
/// once a night what is to be forgotten.
final class Housekeeping: Sendable {
    private static let minuteMilliseconds = 60_000
    private static let minutesOfADay = 24 * 60
    /// The hour in Thailand in which the log may be written anew.
    private static let nightHour = 2

    private let isStopped = Monitor(false)
    private let thread: WorkerThread

    init(_ offices: Offices, clock: @escaping @Sendable () -> Instant) {
        let isStopped = isStopped
        thread = WorkerThread {
            var minutes = 0
            var lastNight: CivilDate?
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
                let local = clock().local
                guard local.hour == Self.nightHour, local.date != lastNight else { continue }
                lastNight = local.date
                for office in offices.opened {
                    Self.attempt(office.code) { Self.say(try office.forget(at: clock()), office) }
                }
            }
        }
    }

    private static func say(_ forgotten: Forgotten, _ office: ServedOffice) {
        guard forgotten != Forgotten() else { return }
        ServerLog.say("forgotten") { fields in
            fields["office"] = .string(office.code)
            fields["keys"] = .integer(forgotten.keys)
            fields["sections"] = .integer(forgotten.sections)
            fields["people"] = .integer(forgotten.completed.count)
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
