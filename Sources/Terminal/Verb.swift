/// One verb of the command line.
///
/// A command is made from its arguments, which may refuse them (exit code 2) before anything is
/// opened, and then runs once on the main thread, where it may block. What it throws is printed
/// to standard error and ends the program with `ExitCode.failed`; a `Failure` names its own code.
package protocol Verb: Sendable {
    /// The word that calls it: `queue`.
    static var name: String { get }
    /// One line without a full stop, for the list of commands.
    static var summary: String { get }
    static var parameters: [Parameter] { get }
    static var options: [Option] { get }
    /// What a person should know beside the options, and an example or two.
    static var notes: String { get }

    init(_ arguments: Arguments) throws(UsageError)
    func run(on terminal: Terminal) throws -> ExitCode
}

extension Verb {
    package static var parameters: [Parameter] { [] }
    package static var options: [Option] { [] }
    package static var notes: String { "" }
}

/// A word that stands by itself on the command line: `FILE`.
package struct Parameter: Hashable, Sendable {
    package enum Count: Hashable, Sendable { case one, atMostOne, any }

    package let name: String
    package let summary: String
    package let count: Count
    /// The only words that it takes, if not any.
    package let words: [String]

    /// Parameters are filled in the order in which a command lists them; one of `.any` is last.
    package init(
        _ name: String, _ summary: String, count: Count = .one, words: [String] = []
    ) {
        self.name = name
        self.summary = summary
        self.count = count
        self.words = words
    }
}

/// `--name VALUE`, `--name=VALUE` or, for a flag, `--name`; at most once on a command line.
package struct Option: Hashable, Sendable {
    /// Without the dashes.
    package let name: String
    /// What stands for the value in the help; nil for a flag.
    package let placeholder: String?
    package let summary: String
    package let isRequired: Bool
    /// The only words that it takes, if not any.
    package let words: [String]

    package init(
        _ name: String, _ placeholder: String, _ summary: String, isRequired: Bool = false,
        words: [String] = []
    ) {
        self.name = name
        self.placeholder = placeholder
        self.summary = summary
        self.isRequired = isRequired
        self.words = words
    }

    package init(flag name: String, _ summary: String) {
        self.name = name
        placeholder = nil
        self.summary = summary
        isRequired = false
        words = []
    }

    package static let json = Option(flag: "json", "print JSON instead of a table")
    static let help = Option(flag: "help", "show this help")
}
