package import Entries
internal import SQLite
internal import Threads

extension Outbox {
    /// Puts right what the last run left in the middle: a notice goes out again under the same
    /// Message-ID, a code does not.
    ///
    /// Call it before the first `take` of that channel.
    package func recover(at now: Instant, channel: String? = nil) throws {
        try database.with { database in
            try database.transaction {
                try database.run(
                    """
                    UPDATE messages SET state = 'failed', failure = 'lost', changed = ?
                    WHERE state = 'sending' AND expires IS NOT NULL
                      AND (? IS NULL OR channel = ?)
                    """, now.milliseconds, channel, channel)
                try database.run(
                    """
                    UPDATE messages SET state = 'waiting', changed = ?
                    WHERE state = 'sending' AND (? IS NULL OR channel = ?)
                    """, now.milliseconds, channel, channel)
            }
        }
    }

    /// The next message that is due, marked as being sent; codes come first, since they expire.
    ///
    /// `channel`: only of that one, whatever waits for others.
    package func take(at now: Instant, channel: String? = nil) throws -> OutboxRow? {
        try database.with { database in
            try database.transaction {
                try database.run(
                    """
                    UPDATE messages SET state = 'failed', failure = 'expired', changed = ?
                    WHERE state = 'waiting' AND expires <= ?
                    """, now.milliseconds, now.milliseconds)
                guard var row = try Self.next(in: database, at: now, channel) else { return nil }
                row.state = .sending
                row.tries += 1
                row.changed = now
                try database.run(
                    """
                    UPDATE messages SET state = 'sending', tries = ?, changed = ? WHERE number = ?
                    """, row.tries, now.milliseconds, row.number)
                return row
            }
        }
    }

    private static func next(
        in database: Database, at now: Instant, _ channel: String?
    ) throws -> OutboxRow? {
        let order = " ORDER BY expires IS NULL, due, number LIMIT 1"
        guard let channel else {
            return try database.first(
                columns + " WHERE state = 'waiting' AND due <= ?" + order, now.milliseconds,
                read: row
            ).flatMap { $0 }
        }
        // By its index, in that order.
        return try database.first(
            columns + " WHERE state = 'waiting' AND channel = ? AND due <= ?" + order, channel,
            now.milliseconds, read: row
        ).flatMap { $0 }
    }

    /// Writes down what became of a message that was taken.
    package func settle(_ row: OutboxRow, as outcome: OutboxOutcome, at now: Instant) throws {
        var (state, failure, answer) = (
            OutboxRow.State.waiting, OutboxRow.Failure?.none, row.answer
        )
        var due = now
        var tries = row.tries
        switch outcome {
        case .sent(let words): (state, answer) = (.sent, words)
        case .shown: state = .shown
        case .failed(let reason, let words): (state, failure, answer) = (.failed, reason, words)
        case .again(let moment, let words): (due, answer) = (moment, words)
        case .held(let moment): (due, tries, answer) = (moment, tries - 1, OutboxRow.quiet)
        }
        try database.with { database in
            try database.run(
                """
                UPDATE messages SET state = ?, failure = ?, answer = ?, due = ?, changed = ?,
                  tries = ?
                WHERE number = ?
                """, state.rawValue, failure?.rawValue, answer, due.milliseconds,
                now.milliseconds, tries, row.number)
        }
    }

    /// When there is something to send next; nil if nothing waits.
    package func nextDue(channel: String? = nil) throws -> Instant? {
        try database.with { database in
            try database.first(
                """
                SELECT min(due) FROM messages
                WHERE state = 'waiting' AND (? IS NULL OR channel = ?)
                """, channel, channel
            ) {
                $0.optionalInt(0).map { Instant(milliseconds: $0) }
            }.flatMap { $0 }
        }
    }

    /// Messages whose end the log does not know yet, the oldest first.
    package func untold(channel: String? = nil, limit: Int = 100) throws -> [OutboxRow] {
        try database.with { database in
            try database.rows(
                Self.columns + """
                     WHERE told = 0 AND state IN ('sent', 'failed', 'shown')
                      AND (? IS NULL OR channel = ?)
                    ORDER BY number LIMIT ?
                    """, channel, channel, limit, read: Self.row
            ).compactMap { $0 }
        }
    }

    package func markTold(_ rows: [OutboxRow]) throws {
        guard !rows.isEmpty else { return }
        try database.with { database in
            try database.transaction {
                for row in rows {
                    try database.run("UPDATE messages SET told = 1 WHERE number = ?", row.number)
                }
            }
        }
    }
}

/// What became of a message for now.
package enum OutboxOutcome: Equatable, Sendable {
    case sent(String)
    case shown
    case failed(OutboxRow.Failure, String?)
    /// Not at this hour: then, and as if nothing had been tried.
    case held(Instant)
    /// Not yet: once more then.
    case again(Instant, String?)
}
