import Rules
import Terminal
import Workflow

/// Shows who asked to be forgotten, and carries out what was approved.
struct EraseCommand: Verb {
    static let name = "erase"
    static let summary = "show who asked to be forgotten; carry out what was approved"
    static let parameters = [action]
    static let options = OfficePlace.options + [Option.json]
    static let notes = """
        The data protection officer decides at the desk. An office that is served carries it out by
        itself, at two at night; “complete” does it now, and needs the server stopped: the keys of
        the person and of the cases are destroyed, what they sealed is removed, the log’s file is
        written anew, and all other keys are wrapped under a new one.

          khamrong erase list
          khamrong erase complete
        """

    private static let action = Parameter("ACTION", "what to do", words: ["list", "complete"])

    private let place: OfficePlace
    private let isCompletion: Bool
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isCompletion = try arguments.required(Self.action) == "complete"
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            if isCompletion { try complete(on: terminal) } else { try list(on: terminal) }
            return .good
        }
    }

    private func complete(on terminal: Terminal) throws {
        let (_, port) = try place.openForWriting(on: terminal)
        defer { port.close() }
        guard let writer = port as? OfficeWriter else {
            throw Failure(
                "the office is served by another process; nothing was changed",
                hint: "it carries out what was approved at two at night; or stop the server")
        }
        let forgotten = try writer.forget(at: SystemClock.now())
        if isJSON {
            try terminal.print(
                .object { fields in
                    fields["keys"] = .integer(forgotten.keys)
                    fields["sections"] = .integer(forgotten.sections)
                    fields["completed"] = .array(forgotten.completed.map { .string($0) })
                })
        } else if forgotten == Forgotten() {
            try terminal.print("There is nothing to be forgotten.")
        } else {
            try terminal.print(
                Readable.count(forgotten.keys, "key") + " destroyed, "
                    + Readable.count(forgotten.sections, "sealed section") + " removed, "
                    + Readable.count(forgotten.completed.count, "person", "people")
                    + " forgotten. Views follow when they are "
                    + "opened next.")
        }
    }

    private func list(on terminal: Terminal) throws {
        let requests = try Office(reading: place.paths).erasures()
        if isJSON {
            try terminal.print(
                .array(
                    requests.map { request in
                        .object { fields in
                            fields["account"] = .string(request.account)
                            fields["stage"] = .string("\(request.stage)")
                            fields["asked"] = request.askedAt.map { .string("\($0)") }
                            fields["due"] = request.due.map { .string("\($0)") }
                        }
                    }))
            return
        }
        guard !requests.isEmpty else { return try terminal.print("Nobody asked to be forgotten.") }
        var table = Table([
            Table.Column("account", .whole), Table.Column("stage"), Table.Column("asked", .whole),
            Table.Column("to be decided by", .whole),
        ])
        for request in requests {
            table.add([
                Table.Cell(request.account), Table.Cell("\(request.stage)"),
                Table.Cell(request.askedAt?.display(.short) ?? "–"),
                Table.Cell(request.due?.display(.short) ?? "–"),
            ])
        }
        try terminal.print(table)
    }
}
