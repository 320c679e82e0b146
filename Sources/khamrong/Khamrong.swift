private import Terminal

@main struct Khamrong {
    static func main() {
        let program = Program(
            name: "khamrong",
            summary: "an event-sourced petition engine for Thai local governments (คำร้อง)",
            commands: [
                InitCommand.self, StatusCommand.self, ImportCommand.self, ExportCommand.self,
                ReplayCommand.self, RebuildCommand.self, DigestCommand.self, QueueCommand.self,
                ReportCommand.self,
            ])
        let terminal = Terminal()
        terminal.exit(program.run(Array(CommandLine.arguments.dropFirst()), on: terminal))
    }
}
