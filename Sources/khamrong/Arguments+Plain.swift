import Terminal

extension Arguments {
    /// For an action that is about all of them, where others of the command are about one.
    func needNone(_ parameter: Parameter, with action: String) throws(UsageError) {
        guard let word = self[parameter] else { return }
        throw UsageError(
            "\(action) takes no \(parameter.name): it shows all of them, not "
                + "“\(Printable.text(word))”")
    }

    /// The value of `option` if it is given: one line of plain text, since it is shown in one.
    func line(_ option: Option) throws(UsageError) -> String? {
        guard let text = self[option] else { return nil }
        let isPlain = !text.unicodeScalars.contains { scalar in
            [.control, .lineSeparator, .paragraphSeparator]
                .contains(scalar.properties.generalCategory)
        }
        guard isPlain, text.contains(where: { !$0.isWhitespace }) else {
            throw UsageError("--\(option.name) must be one line of plain text")
        }
        return text
    }
}
