/// What was given to one command, checked against what it declares.
package struct Arguments: Equatable, Sendable {
    let command: String
    var options: [String: String] = [:]
    var flags: Set<String> = []
    var parameters: [String: [String]] = [:]
    private let declared: Set<String>

    init(command: any Verb.Type) {
        self.command = command.name
        declared = Set(command.options.map { "--\($0.name)" } + command.parameters.map(\.name))
    }

    /// The value of `option`, nil when it was not given.
    package subscript(option: Option) -> String? {
        precondition(declared.contains("--\(option.name)"), "--\(option.name) is not declared")
        return options[option.name]
    }

    /// The word given for `parameter`, nil when it was left out.
    package subscript(parameter: Parameter) -> String? { all(parameter).first }

    /// The words given for a parameter that takes any number.
    package func all(_ parameter: Parameter) -> [String] {
        precondition(declared.contains(parameter.name), "\(parameter.name) is not declared")
        return parameters[parameter.name] ?? []
    }

    /// Whether `flag` was given.
    package func has(_ flag: Option) -> Bool {
        precondition(declared.contains("--\(flag.name)"), "--\(flag.name) is not declared")
        return flags.contains(flag.name)
    }

    /// The value of an option that the command declares as required.
    package func required(_ option: Option) throws(UsageError) -> String {
        guard let value = self[option] else {
            throw UsageError("\(command) needs --\(option.name) \(option.placeholder ?? "")")
        }
        return value
    }

    /// The word of a parameter that the command declares as `.one`.
    package func required(_ parameter: Parameter) throws(UsageError) -> String {
        guard let value = self[parameter] else {
            throw UsageError("\(command) needs \(parameter.called)")
        }
        return value
    }

    /// The value of `option` as a whole number within `range`.
    package func integer(
        _ option: Option, in range: ClosedRange<Int> = 0...Int.max
    ) throws(UsageError) -> Int? {
        try value(
            option,
            range.upperBound == Int.max
                ? "a whole number of at least \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        ) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// The value of `option` as `read` makes it; `expected` says what it should have been.
    package func value<Value>(
        _ option: Option, _ expected: String, _ read: (String) -> Value?
    ) throws(UsageError) -> Value? {
        guard let text = self[option] else { return nil }
        guard let value = read(text) else {
            throw UsageError("--\(option.name) takes \(expected), not “\(Printable.text(text))”")
        }
        return value
    }
}

extension Parameter {
    /// Its name, what it is, and the words that it takes.
    var called: String {
        "\(name): \(summary)" + (words.isEmpty ? "" : " (\(words.joined(separator: ", ")))")
    }
}
