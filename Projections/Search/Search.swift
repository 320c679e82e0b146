internal import Entries
package import Events
internal import Rules
internal import SQLite

/// Full text over cases and accounts, with everything that was filed: the only view that holds
/// plaintext about people, for officers who may see it.
package struct Search: View {
    package static let name = ViewName.search
    package static let version = 3
    package static let needsSections = true
    package static var opens: Set<String> { SearchRow.sought }
    package static var schema: String { Resource.text(PackageResources.Search_sql) }
    package static var indexes: String { Resource.text(PackageResources.SearchIndexes_sql) }
    package static let tables: [any TableRow.Type] = [SearchRow.self]
    package static let derived = ["texts", "names"].map { index in
        DerivedTable(
            index,
            setUp:
                "PRAGMA query_only=OFF; CREATE VIRTUAL TABLE temp.\(index)_terms USING fts5vocab(main, \(index), row)",
            select: "SELECT term, cnt FROM \(index)_terms ORDER BY term", hasOpenKeys: false)
    }

    private var documents = RowCache<SearchRow>()

    package init() {}

    package var pending: Int { documents.count }

    package mutating func fold(
        _ event: RecordedEvent, in surroundings: Surroundings, from file: ViewFile?
    ) throws {
        try documents.fold(event, in: surroundings, from: file)
    }

    package mutating func write(to file: ViewFile, in office: OfficeContext) throws {
        let add = try file.database.prepare("INSERT INTO texts(rowid, text) VALUES (?, ?)")
        let remove = try file.database.prepare(
            "INSERT INTO texts(texts, rowid, text) VALUES ('delete', ?, ?)")
        let call = try file.database.prepare("INSERT INTO names(rowid, name) VALUES (?, ?)")
        var hasErased = false
        try file.write(
            &documents,
            change: { before, after in
                if before == nil, let after { try call.run(Int(clamping: after.id), after.names) }
                let old = before?.pieces.text ?? ""
                let new = after?.pieces.text ?? ""
                if old == new { return }
                if let before, !old.isEmpty {
                    try remove.run(Int(clamping: before.id), old)
                    hasErased = hasErased || after?.erasedAt != before.erasedAt
                }
                if let after, !new.isEmpty { try add.run(Int(clamping: after.id), new) }
            })
        // What was deleted stays in older segments of the index until they are merged.
        if hasErased { try file.database.run("INSERT INTO texts(texts) VALUES ('optimize')") }
    }
}
