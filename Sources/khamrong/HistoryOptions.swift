import Terminal
import Workflow

/// The options of commands that look at a moment of the past.
enum HistoryOptions {
    static let until = Option(
        "until", "MOMENT",
        "a position (an integer) or a time with its zone (2026-01-31T16:30:00+07:00)")
    static let occurred = Option(
        flag: "occurred", "take the time as that of the happening, not of the recording")

    /// For commands that take both options.
    static func until(_ arguments: Arguments) throws(UsageError) -> Until {
        try until(arguments, isOccurred: arguments.has(occurred))
    }

    /// For commands that take `until` alone.
    static func recorded(_ arguments: Arguments) throws(UsageError) -> Until {
        try until(arguments, isOccurred: false)
    }

    /// A moment that another option names; nil where it is not given.
    static func moment(_ option: Option, _ arguments: Arguments) throws(UsageError) -> Until? {
        guard let text = arguments[option] else { return nil }
        guard let moment = Until(text, isOccurred: false) else {
            throw UsageError(
                "--\(option.name) takes a position or a time with its zone, not “\(text)”")
        }
        return moment
    }

    private static func until(
        _ arguments: Arguments, isOccurred: Bool
    ) throws(UsageError) -> Until {
        guard let text = arguments[until] else {
            guard !isOccurred else { throw UsageError("--occurred needs --until with a time") }
            return .head
        }
        guard let until = Until(text, isOccurred: isOccurred) else {
            throw UsageError(
                isOccurred
                    ? "--until with --occurred takes a time with its zone, not “\(text)”"
                    : "--until takes a position or a time with its zone, not “\(text)”")
        }
        return until
    }
}
