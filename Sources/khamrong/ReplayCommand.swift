import Entries
import EventLog
import Events
import Projections
import Rules
import Terminal
import Workflow

/// Shows a case as it stood at a moment.
struct ReplayCommand: Verb {
    static let name = "replay"
    static let summary = "show a case, or the officers' queue, as it stood at any moment"
    static let options =
        OfficePlace.options
        + [HistoryOptions.until, HistoryOptions.occurred, petition, view, Option.json]
    static let notes = """
        A petition is named by its number, or by its name in the system it was imported from.

          khamrong replay --petition KT1080767000011 --until 2026-01-31T16:30:00+07:00
          khamrong replay --view officer-queue --until 120000
        """

    private static let petition = Option("petition", "NUMBER", "the case to show")
    private static let view = Option(
        "view", "VIEW", "the view to show", words: ["officer-queue"])

    private let place: OfficePlace
    private let until: Until
    private let number: String?
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        until = try HistoryOptions.until(arguments)
        number = arguments[Self.petition]
        isJSON = arguments.has(.json)
        switch (number, arguments[Self.view]) {
        case (nil, nil): throw UsageError("replay needs --petition NUMBER or --view VIEW")
        case (.some, .some): throw UsageError("replay shows a --petition or a --view, not both")
        default: break
        }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            try HistoryOptions.check(until, HistoryOptions.until, in: office.log)
            guard let number else { return try showQueue(of: office, on: terminal) }
            let bar = terminal.progress(
                "looking for \(Printable.text(number))", of: Int(try until.end(in: office.log)),
                unit: "entries")
            let found = try office.log.history(of: number, until: until) { bar.reach(Int($0)) }
            bar.finish()
            guard let history = found else {
                throw Failure(
                    until == .head
                        ? "there is no petition \(number)"
                        : "there was no petition \(number) at that moment")
            }
            if isJSON {
                try terminal.print(history.json(until))
            } else {
                try show(history, on: terminal)
            }
            return .good
        }
    }

    private func showQueue(of office: Office, on terminal: Terminal) throws -> ExitCode {
        let bar = terminal.progress(
            "replaying", of: Int(try until.end(in: office.log)), unit: "entries")
        let past = try office.queue(until: until) { bar.reach(Int($0)) }
        bar.finish()
        let rows = past.rows
        if isJSON {
            try terminal.print(.array(rows.map(\.json)))
            return .good
        }
        try QueueTable.print(rows.filter(\.course.isOpen), at: past.at, on: terminal)
        try terminal.print()
        try terminal.print(
            "\(Readable.count(rows.count { $0.course.isOpen })) open of "
                + Readable.count(rows.count, "case") + ", \(until.words(endingAt: past.end))")
        return .good
    }

    private func show(_ history: CaseHistory, on terminal: Terminal) throws {
        let petition = history.petition
        try terminal.print("\(petition.number)  \(petition.status.label.thai)")
        if let source = petition.source {
            try terminal.print("imported from \(source.system) as \(source.name)")
        }
        try terminal.print(until.words(endingAt: history.end))
        try terminal.print()
        var table = Table([
            .number("position"), Table.Column("happened", .whole), Table.Column("activity"),
            Table.Column("by", .leaves), Table.Column("status", .leaves),
        ])
        for event in history.events {
            var status = ""
            if case .petition(let fact) = event.event, let move = fact.transition {
                status = move.status.label.thai
            }
            table.add([
                .count(Int(event.position)), Table.Cell(event.occurredAt.display(.short)),
                Table.Cell(event.activity), Table.Cell(event.resource ?? ""), Table.Cell(status),
            ])
        }
        try terminal.print(table)
    }
}

extension Until {
    /// What is shown: the log up to a position, or whatever the log tells today of another time.
    fileprivate func words(endingAt end: Position) -> String {
        guard case .occurred(let instant) = self else {
            return "as the log stood at position \(Readable.count(Int(end)))"
        }
        return "what had happened by \(instant.display()), whenever it was recorded"
    }
}

extension CaseHistory {
    fileprivate func json(_ until: Until) -> JSON {
        JSON.object {
            $0["number"] = .string(petition.number)
            if case .occurred(let instant) = until {
                $0["occurred_until"] = .string(instant.description)
            } else {
                $0["position"] = .integer(Int(end))
            }
            $0["state"] = .string(petition.state)
            $0["status"] = .string(petition.status.rawValue)
            $0["version"] = .integer(petition.version)
            $0["owner"] = petition.owner.map { .string($0) }
            $0["department"] = petition.department.map { .string($0) }
            $0["source_case"] = petition.source.map { .string($0.name) }
            $0["events"] = .array(
                events.map { event in
                    JSON.object {
                        $0["position"] = .integer(Int(event.position))
                        $0["type"] = .string(event.event.type)
                        $0["activity"] = .string(event.activity)
                        $0["recorded_at"] = .string(event.time.description)
                        $0["occurred_at"] = .string(event.occurredAt.description)
                        $0["by"] = event.resource.map { .string($0) }
                    }
                })
        }
    }
}
