package import Entries
internal import SQLite
internal import Threads

extension Outbox {
    static let columns = """
        SELECT number, event, position, stream, template, channel, role, expires, created, state,
          failure, tries, due, changed, answer, told
        FROM messages
        """

    /// The newest messages first, those of one state if one is named; `before` goes on after a
    /// page.
    package func rows(
        _ state: OutboxRow.State? = nil, before number: Int = .max, limit: Int = 50
    ) throws -> [OutboxRow] {
        try database.with { database in
            try database.rows(
                Self.columns + """
                     WHERE number < ? AND (? IS NULL OR state = ?)
                    ORDER BY number DESC LIMIT ?
                    """, number, state?.rawValue, state?.rawValue, limit, read: Self.row
            ).compactMap { $0 }
        }
    }

    /// The messages of one case or account, the newest first.
    package func rows(of stream: String, limit: Int = 50) throws -> [OutboxRow] {
        try database.with { database in
            try database.rows(
                Self.columns + " WHERE stream = ? ORDER BY number DESC LIMIT ?", stream, limit,
                read: Self.row
            ).compactMap { $0 }
        }
    }

    /// The message under that key; nil if its event has not become one.
    package func row(_ key: String) throws -> OutboxRow? {
        try database.with { database in
            try database.first(Self.columns + " WHERE key = ?", key, read: Self.row)
                .flatMap { $0 }
        }
    }

    /// How many there are of each state.
    package func counts() throws -> [OutboxRow.State: Int] {
        try database.with { database in
            let rows = try database.rows("SELECT state, count(*) FROM messages GROUP BY state") {
                (OutboxRow.State(rawValue: $0.text(0)), $0.int(1))
            }
            return rows.reduce(into: [:]) { counts, row in
                if let state = row.0 { counts[state] = row.1 }
            }
        }
    }

    /// Takes out what ended before then and is known to the log. Returns how many.
    package func sweep(before moment: Instant) throws -> Int {
        try database.with { database in
            try database.run(
                """
                DELETE FROM messages WHERE told = 1 AND changed < ?
                  AND state IN ('sent', 'failed', 'shown')
                """, moment.milliseconds)
            return database.changes
        }
    }

    static func row(_ row: borrowing Row) -> OutboxRow? {
        guard let event = EventID(text: row.text(1).utf8),
            let state = OutboxRow.State(rawValue: row.text(9))
        else { return nil }
        return OutboxRow(
            number: row.int(0),
            message: NewOutboxRow(
                event: event, position: Position(row.int64(2)), stream: row.text(3),
                template: row.text(4), channel: row.text(5), role: row.text(6),
                expires: row.optionalInt(7).map { Instant(milliseconds: $0) }),
            created: Instant(milliseconds: row.int(8)), state: state,
            failure: row.optionalText(10).flatMap(OutboxRow.Failure.init),
            tries: row.int(11), due: Instant(milliseconds: row.int(12)),
            changed: Instant(milliseconds: row.int(13)), answer: row.optionalText(14),
            isTold: row.bool(15))
    }
}
