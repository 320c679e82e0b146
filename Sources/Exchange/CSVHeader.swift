internal import Entries

/// The names of a table's columns.
struct CSVHeader {
    let names: [String]
    private let places: [String: Int]

    init(_ row: CSVRows.Row?) throws(ExchangeError) {
        let fields: [String]
        switch row {
        case nil: throw .unusableHeader(reason: .emptyFile)
        case .bad(_, let reason): throw .unusableHeader(reason: reason)
        case .row(_, let names): fields = names
        }
        names = fields
        var places: [String: Int] = [:]
        for (index, name) in fields.enumerated() {
            if name.isEmpty { throw .unusableHeader(reason: .columnWithoutName(index + 1)) }
            if places.updateValue(index, forKey: name) != nil {
                throw .unusableHeader(reason: .repeatedColumn(name))
            }
        }
        self.places = places
    }

    /// Where the column is; the map's columns have been checked before.
    func place(of name: String) -> Int? { places[name] }

    func check(_ map: ImportMap, _ table: ImportMap.Table) throws(ExchangeError) {
        let missing = Set(map.columns(of: table)).filter { places[$0] == nil }
        guard missing.isEmpty else { throw .missingColumns(missing.sorted()) }
    }
}

extension ImportMap {
    /// Every column that the map names.
    func columns(of table: Table) -> [String] {
        var names = [table.caseName] + clearCaseFields + clearEventFields
        names += [service, category, channel, department, officer].compactMap { $0?.field }
        names += [due, title, place].compactMap(\.self)
        switch table.rows {
        case .cases(let events):
            for event in events {
                names += event.activity.columns + event.fields + [event.time]
                names += [event.resource].compactMap(\.self)
            }
        case .events(let columns):
            names += [columns.activity, columns.time] + columns.caseFields
            names += [columns.resource, columns.lifecycle].compactMap(\.self)
        }
        return names
    }

    /// The moment that a field's text means: ISO 8601, or one of the map's formats.
    func instant(_ text: String) -> Instant? {
        for format in timeFormats {
            if let instant = format.instant(text, in: zone) { return instant }
        }
        return TimeDigits.iso(Array(text.utf8), in: zone)
    }
}
