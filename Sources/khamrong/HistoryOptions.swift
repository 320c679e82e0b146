import Entries
import EventLog
import Terminal
import Workflow

/// The options of commands that look at a moment of the past.
enum HistoryOptions {
    static let until = Option(
        "until", "MOMENT",
        "a position (an integer) or a time with its zone (2026-01-31T16:30:00+07:00), not beyond "
            + "the log's end; default: now")
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

    /// Refuses a moment that the log has not come to: what was meant is hardly “now”.
    static func check(_ moment: Until, _ option: Option, in log: EventLog) throws {
        let head = try log.head
        let last = try log.entry(at: head).map { try Envelope($0.bytes).time }
        let end =
            "the log ends at position \(Readable.count(Int(head)))"
            + (last.map { ", recorded at \($0)" } ?? "")
        switch moment {
        case .head: return
        case .position(let position):
            guard position > head else { return }
            throw UsageError("--\(option.name) \(position) lies beyond the log: \(end)")
        case .recorded(let instant), .occurred(let instant):
            // A log that was written by a faster clock ends later than now.
            guard instant > max(SystemClock.now(), last ?? instant) else { return }
            throw UsageError(
                "--\(option.name) \(instant) lies in the future: \(end)",
                closest: instant.ofBuddhistYear?.description)
        }
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
