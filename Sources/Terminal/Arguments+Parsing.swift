extension Arguments {
    /// Reads the words after the command's name.
    package init(_ words: [String], for command: any Verb.Type) throws(UsageError) {
        self.init(command: command)
        var loose: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                loose += rest
                break
            }
            if word.hasPrefix("-"), word != "-" {
                try take(option: word, rest: &rest, of: command)
            } else {
                loose.append(word)
            }
        }
        try fill(command.parameters, from: loose)
        for option in command.options where option.isRequired { _ = try required(option) }
    }

    private mutating func take(
        option word: String, rest: inout ArraySlice<String>, of command: any Verb.Type
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let given = String(parts[0])
        guard let option = command.options.first(where: { "--\($0.name)" == given }) else {
            throw UsageError(
                "\(command.name) has no option \(Printable.text(given))",
                closest: Spelling.closest(
                    to: given, among: (command.options + [.help]).map { "--\($0.name)" }))
        }
        guard options[option.name] == nil, !flags.contains(option.name) else {
            throw UsageError("--\(option.name) is given twice")
        }
        guard let placeholder = option.placeholder else {
            guard parts.count == 1 else { throw UsageError("--\(option.name) takes no value") }
            flags.insert(option.name)
            return
        }
        if parts.count == 2 {
            options[option.name] = String(parts[1])
        } else if let next = rest.first, !next.hasPrefix("--") {
            options[option.name] = rest.removeFirst()
        } else {
            throw UsageError("--\(option.name) needs a value: --\(option.name) \(placeholder)")
        }
        try check(options[option.name] ?? "", among: option.words, for: "--\(option.name)")
    }

    private mutating func fill(
        _ parameters: [Parameter], from loose: [String]
    ) throws(UsageError) {
        var loose = loose[...]
        for parameter in parameters {
            let count =
                switch parameter.count {
                case .one, .atMostOne: min(1, loose.count)
                case .any: loose.count
                }
            if parameter.count == .one, count == 0 {
                throw UsageError("\(command) needs \(parameter.called)")
            }
            let taken = Array(loose.prefix(count))
            loose.removeFirst(count)
            for word in taken { try check(word, among: parameter.words, for: parameter.name) }
            self.parameters[parameter.name] = taken
        }
        if let extra = loose.first {
            throw UsageError("\(command) does not know what to do with “\(Printable.text(extra))”")
        }
    }

    private func check(
        _ word: String, among words: [String], for name: String
    ) throws(UsageError) {
        guard !words.isEmpty, !words.contains(word) else { return }
        throw UsageError(
            "\(name) is one of \(words.joined(separator: ", ")), not “\(Printable.text(word))”",
            closest: Spelling.closest(to: word, among: words))
    }
}
