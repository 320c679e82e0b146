import Entries
import EventLog
import Events
import Projections
import Rules
import Terminal
import Workflow

/// Says how an office stands.
struct StatusCommand: Verb {
    static let name = "status"
    static let summary = "say how an office stands: its log, its last entry, its views"
    static let options = OfficePlace.options + [Option.json]

    private let place: OfficePlace
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isJSON = arguments.has(.json)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            let status = try OfficeStatus(of: office)
            if isJSON {
                try terminal.print(status.json)
            } else {
                try terminal.print(status.table)
            }
            return .good
        }
    }
}

extension OfficeStatus {
    fileprivate var json: JSON {
        JSON.object {
            $0["office"] = .string(code)
            $0["name"] = .string(name)
            $0["origin"] = .string(origin)
            $0["epoch"] = .integer(Int(epoch))
            $0["position"] = .integer(Int(head))
            $0["last_recorded_at"] = lastRecorded.map { .string($0.description) }
            $0["log_bytes"] = .integer(logBytes)
            $0["has_writer"] = .boolean(hasWriter)
            $0["views"] = .array(
                views.map { view in
                    JSON.object {
                        $0["view"] = .string(view.view.rawValue)
                        $0["position"] = view.position.map { .integer(Int($0)) }
                    }
                })
            $0["held"] = .array(
                held.map { held in
                    JSON.object {
                        $0["worker"] = .string(held.worker.rawValue)
                        $0["subject"] = .string(held.item.subject)
                        $0["since"] = .string(held.item.since.description)
                        $0["tried"] = .string(held.item.tried.description)
                        $0["reason"] = .string(held.item.reason)
                    }
                })
        }
    }

    fileprivate var table: Table {
        var table = Table([Table.Column("what"), Table.Column("is")])
        func row(_ what: String, _ value: String) {
            table.add([Table.Cell(what), Table.Cell(value)])
        }
        row("office", "\(name) (\(code))")
        row("origin", origin)
        row("position", "\(Readable.count(Int(head))), epoch \(epoch)")
        if let lastRecorded {
            row("last entry", lastRecorded.display())
        }
        row("log", Readable.size(bytes: logBytes))
        for (view, position) in views {
            let state =
                switch position.map({ head - min($0, head) }) {
                case nil: "not built yet"
                case 0: "shows all of it"
                case let behind?: Readable.count(Int(behind), "entry", "entries") + " behind"
                }
            row("view \(view.rawValue)", state)
        }
        row("writer", hasWriter ? "a process writes this office now" : "nobody writes now")
        for (worker, item) in held {
            row(
                "held back",
                "\(worker.rawValue): \(item.subject) since \(item.since.display()): \(item.reason)")
        }
        return table
    }
}
