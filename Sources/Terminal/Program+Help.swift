extension Program {
    /// The list of commands and what the exit codes mean.
    package var help: String {
        var lines = [
            "\(name): \(summary)", "",
            "Usage: \(name) COMMAND [ARGUMENTS] [--option VALUE] [--flag]", "", "Commands:",
        ]
        lines += Self.columns(commands.map { ($0.name, $0.summary) })
        lines += [
            "", "\(name) COMMAND --help says more about one, \(name) --version which this is.",
            "", "Exit codes:",
        ]
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
            // Many words are listed below, where they can be folded.
            let choice = parameter.words.joined(separator: "|")
            let word = (1...40).contains(choice.utf8.count) ? choice : parameter.name
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
        let indent = String(repeating: " ", count: width + 4)
        return rows.flatMap { left, right in
            let space = String(repeating: " ", count: width - DisplayWidth.of(left) + 2)
            return folded(right, to: max(40, widest - width - 4)).enumerated().map { index, line in
                index == 0 ? "  " + left + space + line : indent + line
            }
        }
    }

    /// Where help goes on in the next line.
    private static var widest: Int { 100 }

    private static func folded(_ text: String, to width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) <= width {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
