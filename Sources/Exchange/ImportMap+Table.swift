internal import Entries

extension ImportMap {
    mutating func readTable(_ node: JSONNode, _ problems: inout [ImportMapError.Problem]) {
        guard var fields = MapFields(node, path: "csv", problems: &problems) else { return }
        let caseName = fields.neededText("case")
        let separator = Self.separator(&fields)
        let rows: Table.Rows
        switch fields.neededText("rows") {
        case "events": rows = .events(EventColumns(&fields))
        case "cases": rows = .cases(Self.datedColumns(&fields, &problems))
        case let other:
            rows = .cases([])
            if !other.isEmpty {
                fields.report("rows", .mapUnknown(other, known: ["cases", "events"]))
            }
        }
        table = Table(separator: separator, caseName: caseName, rows: rows)
        fields.finish(&problems)
    }

    private static func separator(_ fields: inout MapFields) -> UInt8 {
        let comma = UInt8(ascii: ",")
        guard let text = fields.text("separator") else { return comma }
        guard [",", ";", "|", "\t"].contains(text), let byte = text.utf8.first else {
            fields.report("separator", .mapBadSeparator)
            return comma
        }
        return byte
    }

    private static func datedColumns(
        _ fields: inout MapFields, _ problems: inout [ImportMapError.Problem]
    ) -> [DatedColumn] {
        let before = fields.problems.count
        let nodes = fields.nodes("events")
        if nodes.isEmpty, fields.problems.count == before {
            fields.report("events", .mapMissing)
        }
        return nodes.enumerated().compactMap { index, node in
            let path = fields.name("events[\(index + 1)]")
            guard var own = MapFields(node, path: path, problems: &problems) else { return nil }
            let text = own.neededText("activity")
            let activity = Template(text)
            if activity == nil, !text.isEmpty {
                own.report("activity", .mapBadTemplate(text))
            }
            let time = own.neededText("time")
            let resource = own.text("resource")
            let columns = own.texts("fields").map(\.text)
            own.finish(&problems)
            return activity.map {
                DatedColumn(activity: $0, time: time, resource: resource, fields: columns)
            }
        }
    }
}

extension ImportMap.Table {
    /// Of rows that are cases, the columns that do not belong to the case.
    func ownColumns(_ columns: [ImportMap.DatedColumn]) -> Set<String> {
        var own: Set<String> = [caseName]
        for column in columns {
            own.formUnion(column.fields + [column.time])
            if let resource = column.resource { own.insert(resource) }
        }
        return own
    }

    /// Whether a column is one of the case, so that something of the case can be told from it.
    func isOfCase(_ column: String) -> Bool {
        switch rows {
        case .cases(let columns): !ownColumns(columns).contains(column)
        case .events(let columns): columns.caseFields.contains(column)
        }
    }
}

extension ImportMap.EventColumns {
    init(_ fields: inout MapFields) {
        activity = fields.neededText("activity")
        time = fields.neededText("time")
        resource = fields.text("resource")
        lifecycle = fields.text("lifecycle")
        caseFields = fields.texts("case-fields").map(\.text)
    }
}
