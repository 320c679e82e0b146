import Testing

/// What `--help` says of each command.
@Suite struct HelpTests {
    @Test func `no line of a command's help is longer than a terminal is wide`() throws {
        let all = try Shell.khamrong("--help").output
        let commands = all.matches(of: #/\n  ([a-z][a-z-]+)  /#).map { String($0.output.1) }
        #expect(commands.count > 15)
        for command in commands {
            let help = try Shell.khamrong(command, "--help")
            #expect(help.status == 0)
            // An example is copied, and stands in one piece.
            for line in help.output.split(separator: "\n") where !line.hasPrefix("  khamrong ") {
                #expect(line.count <= 100, "\(command): \(line)")
            }
        }
        let kinds = try Shell.khamrong("init", "--help").output
        #expect(kinds.contains("town-municipality,"), "no word is lost where a line is folded")
    }
}
