/// One row with the names of its columns. An empty field is a missing one.
struct CSVRecord {
    let header: CSVHeader
    let fields: [String]
    let line: Int

    subscript(_ column: String) -> String? {
        guard let place = header.place(of: column), !fields[place].isEmpty else { return nil }
        return fields[place]
    }

    func attributes(of columns: [String]) -> [SourceAttribute] {
        columns.compactMap { name in self[name].map { SourceAttribute(name, $0) } }
    }

    func attributes(except own: Set<String>) -> [SourceAttribute] {
        zip(header.names, fields).compactMap { name, value in
            value.isEmpty || own.contains(name) ? nil : SourceAttribute(name, value)
        }
    }
}
