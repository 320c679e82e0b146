import Entries
import EventLog
import Events
import Projections
import Rules
import Terminal
import Workflow

/// Says what is different between two moments.
struct DiffCommand: Verb {
    static let name = "diff"
    static let summary = "say what happened between two moments: to the queue, a case or a figure"
    static let options =
        OfficePlace.options + [from, to, petition, report, fiscalYear, Option.json]
    static let notes = """
        A moment is a position of the log or a time with its zone. Without --to it is now; without
        --petition or --report the officers' queue is compared.

          khamrong diff --from 100000 --to 120000
          khamrong diff --from 2026-01-01T00:00:00+07:00 --petition KT1080767000011
          khamrong diff --from 100000 --to 120000 --report deadlines --fiscal-year 2569
        """

    private static let from = Option("from", "MOMENT", "the first moment")
    private static let to = Option("to", "MOMENT", "the second moment; default: now")
    private static let petition = Option("petition", "NUMBER", "only this case, event by event")
    private static let report = Option(
        "report", "NAME", "the figures of this report",
        words: Reporting.Report.allCases.filter { $0 != .events }.map(\.rawValue))
    private static let fiscalYear = Option(
        "fiscal-year", "2567",
        "with --report: only this fiscal year of the Buddhist era; not with "
            + Reporting.Report.notByYear)

    private let place: OfficePlace
    private let start: Until
    private let end: Until
    private let number: String?
    private let report: Reporting.Report?
    private let year: Int?
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        guard let from = try HistoryOptions.moment(Self.from, arguments) else {
            throw UsageError("diff needs --from MOMENT")
        }
        start = from
        end = try HistoryOptions.moment(Self.to, arguments) ?? .head
        number = arguments[Self.petition]
        report = arguments[Self.report].flatMap(Reporting.Report.init)
        year = try arguments.integer(Self.fiscalYear, in: 2400...2700)
        isJSON = arguments.has(.json)
        if number != nil, report != nil {
            throw UsageError("--petition and --report are two different questions")
        }
        if year != nil, report == nil { throw UsageError("--fiscal-year belongs to --report") }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            try HistoryOptions.check(start, Self.from, in: office.log)
            try HistoryOptions.check(end, Self.to, in: office.log)
            do {
                if let number { return try compare(number, office, terminal) }
                if let report { return try compare(report, office, terminal) }
                return try compareQueue(office, terminal)
            } catch DifferenceProblem.backwards {
                throw UsageError(
                    "the second moment lies before the first: swap --from and --to")
            } catch is ReportTable.NoColumn {
                throw UsageError("\(report?.rawValue ?? "the report") is not by fiscal year")
            }
        }
    }

    /// Both moments are folded.
    private func bar(_ office: Office, _ terminal: Terminal) throws -> ProgressBar {
        let total = try start.end(in: office.log) + end.end(in: office.log)
        return terminal.progress("comparing", of: Int(total), unit: "entries")
    }

    private func compareQueue(_ office: Office, _ terminal: Terminal) throws -> ExitCode {
        let bar = try bar(office, terminal)
        let difference = try office.queueDifference(from: start, to: end) { bar.reach(Int($0)) }
        bar.finish()
        let words = try DiffWords(of: office)
        if isJSON {
            try terminal.print(try difference.json(words))
            return .good
        }
        var table = Table([
            Table.Column("case", .whole), Table.Column("what"), Table.Column("before"),
            Table.Column("after"),
        ])
        for one in difference.cases {
            if one.before == nil {
                table.add([
                    Table.Cell(one.number), "filed", "–",
                    Table.Cell(one.after.course.status.label.thai),
                ])
                continue
            }
            for change in one.changes {
                table.add(
                    [Table.Cell(one.number)]
                        + (try change.cells(words, in: one.after.course.service)))
            }
        }
        try terminal.print(table)
        try terminal.print()
        let (before, after) = (difference.countsBefore, difference.countsAfter)
        try terminal.print(
            Readable.count(difference.cases.count, "case") + " changed; open "
                + "\(Readable.count(before.open)) → \(Readable.count(after.open)), overdue "
                + "\(Readable.count(before.overdue)) → \(Readable.count(after.overdue)); "
                + PastMoment.span(difference.from, difference.to))
        return .good
    }

    private func compare(
        _ number: String, _ office: Office, _ terminal: Terminal
    ) throws -> ExitCode {
        guard let difference = try office.caseDifference(number, from: start, to: end) else {
            throw Failure("there was no petition \(number) at the second moment")
        }
        if isJSON {
            try terminal.print(difference.json)
            return .good
        }
        let before = difference.before?.status.label.thai ?? "–"
        try terminal.print(
            "\(difference.after.number)  \(before) → \(difference.after.status.label.thai)")
        try terminal.print()
        var table = Table([
            .number("position"), Table.Column("recorded", .whole), Table.Column("activity"),
            Table.Column("by", .leaves),
        ])
        for event in difference.events {
            table.add([
                .count(Int(event.position)), Table.Cell(event.time.display(.short)),
                Table.Cell(event.activity), Table.Cell(event.resource ?? ""),
            ])
        }
        try terminal.print(table)
        return .good
    }

    private func compare(
        _ report: Reporting.Report, _ office: Office, _ terminal: Terminal
    ) throws -> ExitCode {
        let bar = try bar(office, terminal)
        let difference = try office.figureDifference(report, year: year, from: start, to: end) {
            bar.reach(Int($0))
        }
        bar.finish()
        let words = try DiffWords(of: office)
        if isJSON {
            try terminal.print(try difference.json(words))
            return .good
        }
        var table = Table([
            Table.Column("of"), Table.Column("what"), Table.Column("before"),
            Table.Column("after"),
        ])
        for row in difference.rows {
            let key = try zip(difference.keys, row.of).map { try words.words($1, of: $0) ?? $1 }
            for change in row.changes {
                table.add(
                    [Table.Cell(key.joined(separator: " "))] + (try change.cells(words)))
            }
        }
        try terminal.print(table)
        try terminal.print()
        try terminal.print(
            "\(report.rawValue), \(PastMoment.span(difference.from, difference.to))")
        return .good
    }
}

extension PastMoment {
    fileprivate static func span(_ from: PastMoment, _ to: PastMoment) -> String {
        "positions \(Readable.count(Int(from.position))) to \(Readable.count(Int(to.position)))"
    }

    fileprivate var json: JSON {
        ["position": .integer(Int(position)), "time": .string(at.description)]
    }
}

extension QueueDifference {
    fileprivate func json(_ words: DiffWords) throws -> JSON {
        [
            "from": from.json, "to": to.json,
            "open_before": .integer(countsBefore.open), "open_after": .integer(countsAfter.open),
            "overdue_before": .integer(countsBefore.overdue),
            "overdue_after": .integer(countsAfter.overdue),
            "cases": .array(
                try cases.map { one in
                    let service = one.after.course.service
                    return [
                        "number": .string(one.number), "is_new": .boolean(one.before == nil),
                        "changes": .array(
                            try one.changes.map { try $0.json(words, in: service) }),
                    ]
                }),
        ]
    }
}

extension FigureDifference {
    fileprivate func json(_ words: DiffWords) throws -> JSON {
        [
            "from": from.json, "to": to.json,
            "rows": .array(
                try rows.map { row in
                    [
                        "of": .array(row.of.map { .string($0) }),
                        "changes": .array(try row.changes.map { try $0.json(words) }),
                    ]
                }),
        ]
    }
}

extension CaseDifference {
    fileprivate var json: JSON {
        JSON.object {
            $0["from"] = from.json
            $0["to"] = to.json
            $0["number"] = .string(after.number)
            $0["status_before"] = before.map { .string($0.status.rawValue) }
            $0["status_after"] = .string(after.status.rawValue)
            $0["events"] = .array(
                events.map { event in
                    [
                        "position": .integer(Int(event.position)),
                        "type": .string(event.event.type), "activity": .string(event.activity),
                        "recorded_at": .string(event.time.description),
                    ]
                })
        }
    }
}
