import Terminal
import Testing

struct ReplayStandIn: Verb {
    static let name = "replay"
    static let summary = "show a case as it stood"
    static let view = Parameter("VIEW", "what to show", words: ["queue", "petition"])
    static let rest = Parameter("NAME", "which ones", count: .any)
    static let until = Option("until", "POSITION|TIME", "how far to read", isRequired: true)
    static let limit = Option("limit", "N", "how many rows")
    static let occurred = Option(flag: "occurred", "by occurred time")
    static let order = Option("order", "ORDER", "what comes first", words: ["newest", "oldest"])
    static let parameters = [view, rest]
    static let options = [until, limit, order, occurred, .json]
    static let notes = "Example: replay queue --until 12"

    let view: String, limit: Int

    init(_ arguments: Arguments) throws(UsageError) {
        view = try arguments.required(Self.view)
        limit = try arguments.integer(Self.limit, in: 1...99) ?? 10
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try terminal.print("\(view) \(limit)")
        switch limit {
        case 13: throw Failure("thirteen rows are not shown", hint: "Ask for 12.")
        case 14: throw Failure("row 14 is damaged", code: .damageFound)
        case 15: return .someRefused
        default: return .good
        }
    }
}

@Suite struct ArgumentsTests {
    private func read(_ words: String...) throws(UsageError) -> Arguments {
        try Arguments(words, for: ReplayStandIn.self)
    }

    @Test func `both spellings of a value and any order are understood`() throws {
        let arguments = try read("--until", "12", "queue", "a", "--limit=5", "--json", "b")
        #expect(arguments[ReplayStandIn.until] == "12")
        #expect(try arguments.integer(ReplayStandIn.limit) == 5)
        #expect(arguments.has(.json))
        #expect(!arguments.has(ReplayStandIn.occurred))
        #expect(arguments[ReplayStandIn.order] == nil)
        #expect(arguments.all(ReplayStandIn.rest) == ["a", "b"])
    }

    @Test func `after two dashes everything is a word`() throws {
        let arguments = try read("--until=1", "queue", "--", "--limit", "-x")
        #expect(arguments.all(ReplayStandIn.rest) == ["--limit", "-x"])
    }

    @Test func `a value may hold an equals sign, be empty or be negative`() throws {
        #expect(try read("queue", "--until=a=b")[ReplayStandIn.until] == "a=b")
        #expect(try read("queue", "--until=")[ReplayStandIn.until] == "")
        #expect(try read("queue", "--until", "-5")[ReplayStandIn.until] == "-5")
    }

    @Test(arguments: [
        (
            ["queue", "--until=1", "--limt", "5"],
            "replay has no option --limt; did you mean --limit?"
        ),
        (["queue", "--until=1", "--zebra"], "replay has no option --zebra"),
        (["queue", "--until=1", "-v"], "replay has no option -v"),
        (["queue", "--until"], "--until needs a value: --until POSITION|TIME"),
        (["queue", "--until", "--json"], "--until needs a value: --until POSITION|TIME"),
        (["queue", "--until=1", "--until=2"], "--until is given twice"),
        (["queue", "--until=1", "--json=yes"], "--json takes no value"),
        (["queue"], "replay needs --until POSITION|TIME"),
        (["--until=1"], "replay needs VIEW: what to show (queue, petition)"),
        (
            ["quue", "--until=1"],
            "VIEW is one of queue, petition, not “quue”; did you mean queue?"
        ),
        (
            ["queue", "--until=1", "--order=odlest"],
            "--order is one of newest, oldest, not “odlest”; did you mean oldest?"
        ),
    ]) func `what is not understood is refused by name`(words: [String], message: String) {
        let error = #expect(throws: UsageError.self) {
            try Arguments(words, for: ReplayStandIn.self)
        }
        #expect(error?.description == message)
    }

    @Test(arguments: ["0", "100", "ten", "", "1.5"])
    func `a number out of its range is refused`(text: String) throws {
        let arguments = try read("queue", "--until=1", "--limit=\(text)")
        let error = #expect(throws: UsageError.self) {
            try arguments.integer(ReplayStandIn.limit, in: 1...99)
        }
        #expect(
            error?.description == "--limit takes a whole number from 1 to 99, not “\(text)”")
    }
}
