internal import Entries

/// Turns the rows of one table into cases.
struct CSVImport {
    private let map: ImportMap
    private let table: ImportMap.Table
    private var collector: CaseCollector
    /// Cases of a table whose rows are events, in the order of their first rows.
    private var cases: [SourceCase] = []
    private var places: [ExactText: Int] = [:]

    init(map: ImportMap, table: ImportMap.Table, collector: CaseCollector) {
        self.map = map
        self.table = table
        self.collector = collector
    }

    mutating func run(_ rows: inout CSVRows) throws -> SourceSummary {
        let header: CSVHeader
        do throws(ExchangeError) {
            header = try CSVHeader(rows.next())
            try header.check(map, table)
        } catch {
            guard let other = rows.likelySeparator else { throw error }
            throw ExchangeError.unusableHeader(
                reason: .otherSeparator(other, not: table.separator))
        }
        while let row = try rows.next() {
            switch row {
            case .bad(let line, let reason):
                leaveOut(line, reason)
            case .row(let line, let fields) where fields.count != header.names.count:
                let reason = Words.wrongColumnCount(fields.count, expected: header.names.count)
                leaveOut(line, reason)
            case .row(let line, let fields):
                try take(
                    CSVRecord(header: header, fields: fields, line: line),
                    consumed: rows.bytesConsumed)
            }
        }
        for added in cases { try add(added, consumed: rows.bytesConsumed) }
        try collector.flush(consumed: rows.bytesConsumed)
        return collector.summary
    }

    private mutating func take(_ record: CSVRecord, consumed: Int) throws {
        guard let name = record[table.caseName] else {
            return leaveOut(record.line, .rowWithoutCase)
        }
        switch table.rows {
        case .cases(let columns):
            let attributes = record.attributes(except: table.ownColumns(columns))
            let events = self.events(of: record, columns, caseName: name)
            try add(
                SourceCase(name: name, attributes: attributes, events: events, line: record.line),
                consumed: consumed)
        case .events(let columns): addEvent(record, columns, caseName: name)
        }
    }

    /// A row that is a case has nobody knows how many events; else it is one.
    private mutating func leaveOut(_ line: Int, _ reason: Words) {
        switch table.rows {
        case .cases:
            collector.problem(RowProblem(line: line, loss: .row, cases: 1, reason: reason))
        case .events:
            collector.problem(RowProblem(line: line, loss: .row, events: 1, reason: reason))
        }
    }

    private mutating func add(_ added: SourceCase, consumed: Int) throws {
        var bytes = added.name.utf8.count
        for attribute in added.attributes + added.events.flatMap(\.attributes) {
            bytes += attribute.key.utf8.count + attribute.value.utf8.count
        }
        try collector.add(added, bytes: bytes, consumed: consumed)
    }

    /// Reports a time that cannot be read; an empty one is reported with the case if it matters.
    private mutating func time(of record: CSVRecord, _ column: String, caseName: String) -> Instant?
    {
        guard let text = record[column] else { return nil }
        if let instant = map.instant(text) { return instant }
        collector.problem(
            RowProblem(
                line: record.line, caseName: caseName, loss: .nothing,
                reason: .unreadableTime(text, field: column)))
        return nil
    }

    // MARK: A row is a case

    /// One event for each dated column that is not empty, and always one for the first.
    private mutating func events(
        of record: CSVRecord, _ columns: [ImportMap.DatedColumn], caseName: String
    ) -> [SourceEvent] {
        var events: [SourceEvent] = []
        for (index, column) in columns.enumerated() where index == 0 || record[column.time] != nil {
            let time = time(of: record, column.time, caseName: caseName)
            var fields = column.fields
            if time == nil { fields.append(column.time) }
            var label = column.activity.filled { record[$0] ?? "" }
            if label.isEmpty {
                label = column.time
                collector.problem(
                    RowProblem(
                        line: record.line, caseName: caseName, loss: .nothing,
                        reason: .labelFromColumn(label)))
            }
            events.append(
                SourceEvent(
                    activity: label, time: time,
                    resource: column.resource.flatMap { record[$0] },
                    attributes: record.attributes(of: fields)))
        }
        return Self.ordered(events)
    }

    /// The first event, then the others by time; one without a time stays behind its neighbour.
    private static func ordered(_ events: [SourceEvent]) -> [SourceEvent] {
        var latest = Instant(milliseconds: .min)
        let timed = events.dropFirst().enumerated().map { place, event in
            latest = event.time ?? latest
            return (time: latest, place: place, event: event)
        }
        let later = timed.sorted { ($0.time, $0.place) < ($1.time, $1.place) }
        return events.prefix(1) + later.map(\.event)
    }

    // MARK: A row is an event

    private mutating func addEvent(
        _ record: CSVRecord, _ columns: ImportMap.EventColumns, caseName: String
    ) {
        let place = places[ExactText(caseName)] ?? cases.count
        if place == cases.count {
            places[ExactText(caseName)] = place
            cases.append(SourceCase(name: caseName, line: record.line))
        }
        for attribute in record.attributes(of: columns.caseFields)
        where cases[place].attributes[attribute.key] == nil {
            cases[place].attributes.append(attribute)
        }
        guard let activity = record[columns.activity] else {
            collector.problem(
                RowProblem(
                    line: record.line, caseName: caseName, loss: .event, events: 1,
                    reason: .eventWithoutActivity))
            return
        }
        let time = time(of: record, columns.time, caseName: caseName)
        var own = Set([table.caseName, columns.activity] + columns.caseFields)
        own.formUnion([columns.resource, columns.lifecycle].compactMap(\.self))
        if time != nil { own.insert(columns.time) }
        cases[place].events.append(
            SourceEvent(
                activity: activity, time: time, resource: columns.resource.flatMap { record[$0] },
                lifecycle: columns.lifecycle.flatMap { record[$0] },
                attributes: record.attributes(except: own), line: record.line))
    }
}
