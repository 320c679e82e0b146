/// A set of commands under one name, and how one of them is called.
package struct Program: Sendable {
    package let name: String
    package let summary: String
    /// What it is called beside its name, and what it writes.
    package let version: String
    package let commands: [any Verb.Type]

    package init(
        name: String, summary: String, version: String, commands: [any Verb.Type]
    ) {
        self.name = name
        self.summary = summary
        self.version = version
        self.commands = commands
    }

    /// Runs what `words` ask for, the program's own name not among them.
    ///
    /// Whatever goes wrong is told on the terminal's standard error. When the reader of our output
    /// has gone, the process ends as if by the signal that other programs get then.
    package func run(_ words: [String], on terminal: Terminal) -> ExitCode {
        do {
            guard !words.contains(where: { $0.contains("\u{FFFD}") }) else {
                throw UsageError("an argument is not UTF-8")
            }
            let code = try perform(words, on: terminal)
            try terminal.flush()
            return code
        } catch let error as UsageError {
            terminal.note("\(name): \(error)", tone: .bad)
            terminal.note("Try: \(helpCall(for: words))")
            return .usage
        } catch OutputError.closed {
            terminal.endAsIfByClosedPipe()
            return .failed
        } catch {
            return report(error, on: terminal)
        }
    }

    /// What was made so far is still printed; then comes what went wrong.
    private func report(_ error: any Error, on terminal: Terminal) -> ExitCode {
        if !(error is OutputError) { try? terminal.flush() }
        terminal.note("\(name): \(error)", tone: .bad)
        guard let failure = error as? Failure else { return .failed }
        if let hint = failure.hint { terminal.note(hint) }
        return failure.code
    }

    private func perform(_ words: [String], on terminal: Terminal) throws -> ExitCode {
        guard let first = words.first else {
            try terminal.print(help(width: terminal.width))
            return .usage
        }
        let rest = Array(words.dropFirst())
        if ["--help", "-h", "help"].contains(first) {
            let width = terminal.width
            try terminal.print(
                rest.first.map { help(for: try find($0), width: width) } ?? help(width: width))
            return .good
        }
        if ["--version", "version"].contains(first) {
            guard rest.isEmpty else { throw UsageError("\(first) stands alone") }
            try terminal.print("\(name) \(version)")
            return .good
        }
        let command = try find(first)
        let beforeDashes = rest.prefix { $0 != "--" }
        if beforeDashes.contains("--help") || beforeDashes.contains("-h") {
            try terminal.print(help(for: command, width: terminal.width))
            return .good
        }
        return try command.init(Arguments(rest, for: command)).run(on: terminal)
    }

    private func find(_ word: String) throws(UsageError) -> any Verb.Type {
        if let command = commands.first(where: { $0.name == word }) { return command }
        guard !word.hasPrefix("-") else {
            throw UsageError("the command comes first, its options after it: \(name) COMMAND …")
        }
        throw UsageError(
            "there is no command “\(Printable.text(word))”",
            closest: Spelling.closest(to: word, among: commands.map { $0.name }))
    }

    private func helpCall(for words: [String]) -> String {
        guard let word = words.first, commands.contains(where: { $0.name == word }) else {
            return "\(name) --help"
        }
        return "\(name) \(word) --help"
    }
}
