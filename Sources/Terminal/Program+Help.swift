extension Program {
    /// The list of commands and what the exit codes mean.
    package var help: String {
        var lines = [
            "\(name): \(summary)", "",
            "Usage: \(name) COMMAND [ARGUMENTS] [--option VALUE] [--flag]", "", "Commands:",
        ]
        lines += Self.columns(commands.map { ($0.name, $0.summary) })
        lines += ["", "\(name) COMMAND --help says more about one.", "", "Exit codes:"]
        lines += Self.columns([
            ("0", "good"), ("1", "damage found"), ("2", "the command line was not understood"),
            ("3", "done, but some rows were refused"), ("4", "refused or failed"),
        ])
        return lines.joined(separator: "\n")
    }

    package func help(for command: any Verb.Type) -> String {
        var lines = ["\(name) \(command.name): \(command.summary)", ""]
        lines.append("Usage: \(usage(of: command))")
        if !command.parameters.isEmpty {
            lines.append("")
            lines += Self.columns(
                command.parameters.map { ($0.name, Self.described($0.summary, $0.words)) })
        }
        lines += ["", "Options:"]
        lines += Self.columns(
            (command.options + [.help]).map { option in
                let value = option.placeholder.map { " \($0)" } ?? ""
                return ("--\(option.name)\(value)", Self.described(option.summary, option.words))
            })
        if !command.notes.isEmpty { lines += ["", command.notes] }
        return lines.joined(separator: "\n")
    }

    func usage(of command: any Verb.Type) -> String {
        var words = [name, command.name]
        for parameter in command.parameters {
            let word =
                parameter.words.isEmpty ? parameter.name : parameter.words.joined(separator: "|")
            switch parameter.count {
            case .one: words.append(word)
            case .atMostOne: words.append("[\(word)]")
            case .any: words.append("[\(word) …]")
            }
        }
        for option in command.options where option.isRequired {
            words.append("--\(option.name) \(option.placeholder ?? "")")
        }
        if command.options.contains(where: { !$0.isRequired }) { words.append("[options]") }
        return words.joined(separator: " ")
    }

    private static func described(_ summary: String, _ words: [String]) -> String {
        words.isEmpty ? summary : "\(summary) (\(words.joined(separator: ", ")))"
    }

    private static func columns(_ rows: [(String, String)]) -> [String] {
        let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        return rows.map { left, right in
            "  " + left + String(repeating: " ", count: width - DisplayWidth.of(left) + 2) + right
        }
    }
}
