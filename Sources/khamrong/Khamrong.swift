private import Foundation
private import Terminal

@main struct Khamrong {
    static func main() {
        let program = Program(
            name: "khamrong",
            summary: "an event-sourced petition engine for Thai local governments (คำร้อง)",
            commands: [
                InitCommand.self, StatusCommand.self, ImportCommand.self, ExportCommand.self,
                ReplayCommand.self, RebuildCommand.self, DigestCommand.self, QueueCommand.self,
                ReportCommand.self, VerifyCommand.self, GenerateCommand.self, OfficerCommand.self,
                SettingsCommand.self, BackupCommand.self, ServeCommand.self, BenchCommand.self,
            ])
        // Whatever is made is for its owner alone: a view holds names and texts in the clear.
        umask(0o077)
        let words = Array(CommandLine.arguments.dropFirst())
        if let code = VerifyChild.run(words) { exit(code.rawValue) }
        let terminal = Terminal()
        terminal.exit(program.run(words, on: terminal))
    }
}
