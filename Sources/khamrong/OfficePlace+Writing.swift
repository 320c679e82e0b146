import EventLog
import Terminal
import Workflow

extension OfficePlace {
    /// Opens the office for a command that writes, once every entry was found to be as it was
    /// recorded; says where the clock is behind, and where another process keeps it waiting.
    func openForWriting(
        on terminal: Terminal
    ) throws -> (office: Office, port: any CommandPort) {
        let bar = terminal.progress("checking the log", of: nil, unit: "entries")
        defer { bar.finish() }
        let opened = try Office.open(
            paths, clock: SystemClock.now,
            notices: { notice in
                guard case .clockBehind(let clock, let last) = notice else { return }
                terminal.note(
                    "the clock stands at \(clock), before the last entry (\(last)): until it has "
                        + "caught up, entries bear that time",
                    tone: .near)
            },
            compared: { done, _ in bar.reach(Int(done)) },
            waiting: {
                terminal.note(
                    "another process holds this office and does not answer; waiting for it",
                    tone: .near)
            })
        for aside in (opened.port as? OfficeWriter)?.setAside ?? [] {
            terminal.note(aside.words, tone: .bad)
        }
        return opened
    }
}
