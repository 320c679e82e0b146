extension Program {
    /// The list of commands and what the exit codes mean.
    ///
    /// - Parameter width: of the terminal, beyond which no line goes; nil where there is none.
    package func help(width: Int? = nil) -> String {
        let width = Self.width(within: width)
        var lines = [
            "\(name): \(summary)", "",
            "Usage: \(name) COMMAND [ARGUMENTS] [--option VALUE] [--flag]", "", "Commands:",
        ]
        lines += Self.columns(commands.map { ($0.name, $0.summary) }, within: width)
        lines += [
            "", "\(name) COMMAND --help says more about one, \(name) --version which this is.",
            "", "Exit codes:",
        ]
        lines += Self.columns(
            [
                ("0", "good"), ("1", "damage found"), ("2", "the command line was not understood"),
                ("3", "done, but some rows were refused"), ("4", "refused or failed"),
            ], within: width)
        return fitted(lines, within: width)
    }

    package func help(for command: any Verb.Type, width: Int? = nil) -> String {
        let width = Self.width(within: width)
        var lines = ["\(name) \(command.name): \(command.summary)", ""]
        lines.append("Usage: \(usage(of: command))")
        if !command.parameters.isEmpty {
            lines.append("")
            lines += Self.columns(
                command.parameters.map { ($0.name, Self.described($0.summary, $0.words)) },
                within: width)
        }
        lines += ["", "Options:"]
        lines += Self.columns(
            (command.options + [.help]).map { option in
                let value = option.placeholder.map { " \($0)" } ?? ""
                return ("--\(option.name)\(value)", Self.described(option.summary, option.words))
            }, within: width)
        if !command.notes.isEmpty {
            lines += [""] + Self.paragraphs(of: command.notes, within: width)
        }
        return fitted(lines, within: width)
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

    private static func columns(
        _ rows: [(String, String)], within most: Int
    ) -> [String] {
        let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        // Where both have no room beside each other, the right one stands below.
        guard most - width - 4 >= narrowest else {
            return rows.flatMap { left, right in
                ["  " + left] + folded(right, to: most - 6).map { "      " + $0 }
            }
        }
        let indent = String(repeating: " ", count: width + 4)
        return rows.flatMap { left, right in
            let space = String(repeating: " ", count: width - DisplayWidth.of(left) + 2)
            return folded(right, to: most - width - 4).enumerated().map { index, line in
                index == 0 ? "  " + left + space + line : indent + line
            }
        }
    }

    /// Where help goes on in the next line, and what a column of it needs.
    private static var widest: Int { 100 }
    private static var narrowest: Int { 24 }

    private static func width(within terminal: Int?) -> Int {
        max(narrowest, min(widest, terminal ?? widest))
    }

    /// Folds what is wider; what is indented goes on below its beginning. An example is copied, and
    /// stands in one piece.
    private func fitted(_ lines: [String], within width: Int) -> String {
        lines.flatMap { line -> [String] in
            guard DisplayWidth.of(line) > width, !line.hasPrefix("  \(name) ") else {
                return [line]
            }
            let indent = String(line.prefix { $0 == " " })
            return Self.folded(line, to: max(8, width - indent.count - 2)).enumerated()
                .map { index, part in
                    indent + (index > 0 && !indent.isEmpty ? "  " : "") + part
                }
        }.joined(separator: "\n")
    }

    /// The notes as they are written, or their paragraphs as one line each where those are wider
    /// than the terminal.
    private static func paragraphs(of notes: String, within width: Int) -> [String] {
        let lines = notes.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.contains(where: { DisplayWidth.of($0) > width }) else { return lines }
        var paragraphs: [String] = []
        for line in lines {
            let goesOn =
                !line.isEmpty && !line.hasPrefix(" ")
                && paragraphs.last.map { !$0.isEmpty && !$0.hasPrefix(" ") } == true
            if goesOn {
                paragraphs[paragraphs.count - 1] += " \(line)"
            } else {
                paragraphs.append(line)
            }
        }
        return paragraphs
    }

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
