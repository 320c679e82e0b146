private import Foundation
private import Terminal
private import Threads

@main struct Khamrong {
    static func main() {
        let terminal = Terminal()
        Allocator.keepFreedMemory()
        let program = Program(
            name: "khamrong",
            summary: "an event-sourced petition engine for Thai local governments (คำร้อง)",
            version: Version.words,
            commands: [
                InitCommand.self, StatusCommand.self, ImportCommand.self, ExportCommand.self,
                ReplayCommand.self, DiffCommand.self, RebuildCommand.self, DigestCommand.self,
                QueueCommand.self, ReportCommand.self, VerifyCommand.self,
                VerifyReceiptCommand.self, VerifyReportCommand.self, ProveCommand.self,
                WitnessCommand.self,
                EvidenceCommand.self, EraseCommand.self, BackupCommand.self, RestoreCommand.self,
                GenerateCommand.self, OfficerCommand.self, SettingsCommand.self,
                SubscriberCommand.self, WebhookCommand.self, ServeCommand.self, BenchCommand.self,
            ])
        // Whatever is made is for its owner alone: a view holds names and texts in the clear.
        umask(0o077)
        let words = Array(CommandLine.arguments.dropFirst())
        if let code = VerifyChild.run(words) { exit(code.rawValue) }
        if let fault = SystemClock.fault(at: SystemClock.now()) {
            terminal.note(fault, tone: .bad)
            terminal.exit(.failed)
        }
        DamageSignal.endWithAWord()
        terminal.exit(program.run(words, on: terminal))
    }
}
