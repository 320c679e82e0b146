/// What a command tells the shell.
package enum ExitCode: Int32, CaseIterable, Sendable {
    case good = 0
    /// The log or a view is damaged; nothing was changed.
    case damageFound = 1
    /// The command line itself was not understood; nothing was begun.
    case usage = 2
    /// The work is done, but some rows were refused; each was reported with its reason.
    case someRefused = 3
    /// The rules refused, or the world failed; the message says which.
    case failed = 4
}

/// A command could not do its work, in words for the person who called it.
package struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
    package var message: String
    /// What to do now, if we know.
    package var hint: String?
    package var code: ExitCode

    package init(_ message: String, hint: String? = nil, code: ExitCode = .failed) {
        self.message = message
        self.hint = hint
        self.code = code
    }

    package var description: String { message }
}
