package import Entries
internal import Rules
package import SQLite

extension Search {
    /// A case or an account that was found.
    package struct Hit: Equatable, Sendable {
        /// A petition's number, or an account.
        package var name: String
        package var isAccount: Bool
        package var at: Instant
        /// Since when it shows nothing of a person any more, and the event that says so.
        package var erasedAt: Instant?
        package var erasedPosition: Position?
    }

    /// What holds every term of `query`: first by number, then by text, the best first.
    ///
    /// Terms of one or two letters, which the index does not know, are looked for in the texts
    /// themselves: alone they cost a walk over all of them.
    package static func hits(
        _ query: String, limit: Int = 50, in database: Database
    ) throws -> [Hit] {
        let terms = SearchTerms(query).terms
        guard !terms.isEmpty else { return [] }
        var hits = try byNumber(terms, limit, database)
        for hit in try byText(terms, limit, database)
        where hits.count < limit && !hits.contains(hit) {
            hits.append(hit)
        }
        return hits
    }

    /// The numbers of the cases that hold every term of `query`, the newest first: what a filter
    /// of the queue narrows further. Unlike `hits` it weighs nothing, which costs much where many
    /// fit.
    package static func numbers(
        _ query: String, limit: Int, in database: Database
    ) throws -> [String] {
        let terms = SearchTerms(query).terms
        guard !terms.isEmpty else { return [] }
        var found = try byNumber(terms, limit, database, isNewestFirst: true)
            .filter { !$0.isAccount }.map(\.name)
        let known = Set(found)
        for hit in try byText(terms, limit, database, isWeighed: false)
        where !hit.isAccount && !known.contains(hit.name) && found.count < limit {
            found.append(hit.name)
        }
        return found
    }

    private static let columns = "d.number, d.is_account, d.at, d.erased_at, d.erased_position"

    /// Terms of one or two letters alone cost a walk over all numbers.
    private static func byNumber(
        _ terms: [String], _ limit: Int, _ database: Database, isNewestFirst: Bool = false
    ) throws -> [Hit] {
        let long = terms.filter { !SearchTerms.isShort($0) }
        guard !long.isEmpty else { return try byShortNumber(terms, limit, database) }
        let short = terms.filter { SearchTerms.isShort($0) }
        let conditions =
            ["names MATCH ?"]
            + short.map { _ in "instr(lower(d.number) || ' ' || d.reference, ?) > 0" }
        let sought = [long.map(phrase).joined(separator: " AND ")] + short
        return try read(
            """
            SELECT \(columns) FROM names JOIN documents d ON d.id = names.rowid
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY names.rowid \(isNewestFirst ? "DESC" : "ASC") LIMIT ?
            """, sought.map { $0 as any Bindable } + [limit], database)
    }

    private static func byShortNumber(
        _ terms: [String], _ limit: Int, _ database: Database
    ) throws -> [Hit] {
        let condition = terms.map { _ in "instr(lower(number) || ' ' || reference, ?) > 0" }
        let found = """
            SELECT subject FROM documents WHERE \(condition.joined(separator: " AND "))
            ORDER BY number LIMIT ?
            """
        return try read(
            "SELECT \(columns) FROM documents d WHERE subject IN (\(found)) ORDER BY d.number",
            terms.map { $0 as any Bindable } + [limit], database)
    }

    private static func byText(
        _ terms: [String], _ limit: Int, _ database: Database, isWeighed: Bool = true
    ) throws -> [Hit] {
        let long = terms.filter { !SearchTerms.isShort($0) }
        let short = terms.filter { SearchTerms.isShort($0) }
        var conditions = short.map { _ in "instr(d.text, ?) > 0" }
        var values = short.map { $0 as any Bindable }
        var source = "documents d"
        var order = "d.at DESC"
        if !long.isEmpty {
            source = "texts JOIN documents d ON d.id = texts.rowid"
            order = isWeighed ? "bm25(texts)" : "texts.rowid DESC"
            conditions.append("texts MATCH ?")
            values.append(long.map(phrase).joined(separator: " AND "))
        }
        return try read(
            """
            SELECT \(columns) FROM \(source)
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?
            """, values + [limit], database)
    }

    /// A term between quotes: nothing in it is an operator.
    private static func phrase(_ term: String) -> String {
        "\""
            + term.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\"") + "\""
    }

    private static func read(
        _ sql: String, _ values: [any Bindable], _ database: Database
    ) throws -> [Hit] {
        try database.prepare(sql).rows(values.map { Optional($0) }) { row in
            Hit(
                name: row.text(0), isAccount: row.bool(1), at: Instant(milliseconds: row.int(2)),
                erasedAt: row.optionalInt(3).map { Instant(milliseconds: $0) },
                erasedPosition: row.optionalInt(4).map { Position(clamping: $0) })
        }
    }
}
