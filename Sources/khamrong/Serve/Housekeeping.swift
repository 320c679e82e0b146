import Entries
import EventLog
import Rules
import Terminal
import Threads
import Workflow

/// Looks through the logs at the start and every night; takes out, once a minute, what has run its
/// time; once a day the files that no event names; and once a night what is to be forgotten.
final class Housekeeping: Sendable {
    private static let minuteMilliseconds = 60_000
    private static let minutesOfADay = 24 * 60
    /// The hour in Thailand in which the log may be written anew.
    private static let nightHour = 2

    private let isStopped = Monitor(false)
    private let thread: WorkerThread

    /// - Parameter plan: where backups go; made every night, after what was to be forgotten.
    init(_ offices: Offices, backups plan: BackupPlan, clock: @escaping @Sendable () -> Instant) {
        let isStopped = isStopped
        thread = WorkerThread {
            var minutes = 0
            var lastNight: CivilDate?
            for office in offices.opened { Self.compare(office, isStopped) }
            while isStopped.wait(milliseconds: Self.minuteMilliseconds, { $0 ? () : nil }) == nil {
                minutes += 1
                for office in offices.opened {
                    Self.attempt(office.code) { try office.tidy(at: clock()) }
                    Self.attempt(office.code) {
                        try OfficeBackups(of: office.office, plan).followVault()
                    }
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
                    Self.compare(office, isStopped)
                    Self.attempt(office.code) { Self.say(try office.retain(at: clock()), office) }
                    Self.attempt(office.code) {
                        Self.say(try office.forget(at: clock(), backups: plan), office)
                    }
                    Self.attempt(office.code) {
                        let backups = OfficeBackups(of: office.office, plan)
                        Self.say(try backups.run(at: clock()), office)
                    }
                }
            }
        }
    }

    /// An entry that was changed on the disk is found before somebody needs it.
    private static func compare(_ office: ServedOffice, _ isStopped: Monitor<Bool>) {
        attempt(office.code) {
            do {
                try office.compareLog(unless: { isStopped.with { $0 } })
            } catch let damage as LogDamage {
                ServerLog.say("log-damaged") { fields in
                    fields["office"] = .string(office.code)
                    fields["says"] = .string("\(damage)")
                }
            }
        }
    }

    private static func say(_ retained: Retained, _ office: ServedOffice) {
        guard retained != Retained() else { return }
        ServerLog.say("retained") { fields in
            fields["office"] = .string(office.code)
            fields["scheduled"] = .integer(retained.scheduled.count)
            fields["approved"] = .integer(retained.approved.count)
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

    private static func say(_ report: BackupReport, _ office: ServedOffice) {
        guard report != BackupReport() else { return }
        ServerLog.say("backed-up") { fields in
            fields["office"] = .string(office.code)
            if !report.damage.isEmpty { fields["damaged"] = .string(report.damage.words) }
            fields["made"] = .array(report.made.map { .string($0) })
            fields["removed"] = .array(report.removed.map { .string($0) })
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
