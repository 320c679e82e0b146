/// Settings as a file has them, one `name = value` a line; `#` begins a line that is a remark.
package struct SettingsFile: Equatable, Sendable {
    /// What is wrong, and in which line.
    package struct Problem: Error, Equatable, CustomStringConvertible {
        package let place: String
        package let reason: String

        package init(_ place: String, _ reason: String) {
            self.place = place
            self.reason = reason
        }

        package var description: String { "\(place): \(reason)" }
    }

    /// A value and where it stands, for whoever has to mend it.
    package struct Value: Equatable, Sendable {
        package let text: String
        package let place: String
    }

    package private(set) var values: [String: Value] = [:]

    package init() {}

    /// - Parameter known: the names there are; another one is refused, as it is a slip.
    package init(_ text: String, name file: String, known: [String]) throws(Problem) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = Self.trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let place = "\(file), line \(index + 1)"
            guard let equals = line.firstIndex(of: "=") else {
                throw Problem(place, "“\(line)” is not “name = value”")
            }
            let name = Self.trimmed(line[..<equals])
            let value = Self.trimmed(line[line.index(after: equals)...])
            try set(name, value, at: place, known: known)
        }
    }

    /// Values from the environment go before those of the file: `KHAMRONG_SMTP_HOST` is
    /// `smtp.host`.
    ///
    /// - Returns: the variables with that prefix that are no known name, each with the one that was
    ///   perhaps meant.
    package mutating func take(
        environment: [String: String], prefix: String, known: [String]
    ) -> [String] {
        var variables: Set<String> = []
        for name in known {
            let spelled = name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 }
            let variable = prefix + String(spelled)
            variables.insert(variable)
            if let value = environment[variable] {
                values[name] = Value(text: value, place: variable)
            }
        }
        return environment.keys.filter { $0.hasPrefix(prefix) && !variables.contains($0) }
            .sorted().map { name in
                let meant = Spelling.closest(to: name, among: variables.sorted())
                return Printable.text(name) + (meant.map { "; \($0)?" } ?? "")
            }
    }

    private mutating func set(
        _ name: String, _ value: String, at place: String, known: [String]
    ) throws(Problem) {
        guard known.contains(name) else {
            let hint = Spelling.closest(to: name, among: known)
            throw Problem(
                place, "there is no setting “\(name)”" + (hint.map { "; “\($0)”?" } ?? ""))
        }
        guard values[name] == nil else { throw Problem(place, "“\(name)” stands there twice") }
        values[name] = Value(text: value, place: place)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
