package import Entries
internal import SQLite
internal import Threads

/// `webhooks.sqlite`: how far each receiver has come, what is on its way to it, and what became of
/// each delivery.
///
/// Any thread may use it; changes are on the disk on return.
package final class WebhookStore: Sendable {
    let database: Monitor<Database>
    private static let format = 2
    /// Deliveries that are remembered of each receiver.
    private static let remembered = 1000

    private static let schema = """
        CREATE TABLE receivers (
          code TEXT NOT NULL PRIMARY KEY,
          epoch INTEGER NOT NULL,
          position INTEGER NOT NULL,
          state TEXT NOT NULL DEFAULT 'active',
          pending INTEGER,
          failures INTEGER NOT NULL DEFAULT 0,
          due INTEGER NOT NULL DEFAULT 0,
          answer TEXT,
          changed INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE deliveries (
          number INTEGER PRIMARY KEY,
          code TEXT NOT NULL,
          id TEXT NOT NULL,
          epoch INTEGER NOT NULL,
          after INTEGER NOT NULL,
          through INTEGER NOT NULL,
          state TEXT NOT NULL,
          tries INTEGER NOT NULL,
          answer TEXT NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX deliveries_by_id ON deliveries (code, id);
        CREATE INDEX deliveries_by_state ON deliveries (code, state, number);
        """

    /// Since format 2.
    private static let usesSchema = """
        CREATE TABLE uses (
          code TEXT NOT NULL PRIMARY KEY,
          requests INTEGER NOT NULL,
          last INTEGER NOT NULL
        ) STRICT;
        """

    package init(_ path: String) throws {
        var settings = Database.Settings()
        settings.synchronous = .full
        let database = try Database(path: path, settings: settings)
        let found = try database.checkedFormat(Self.format)
        if found < Self.format {
            let missing = (found == 0 ? Self.schema : "") + Self.usesSchema
            try database.transaction {
                try database.execute(missing + "PRAGMA user_version = \(Self.format);")
            }
        }
        self.database = Monitor(database)
    }

    package enum State: String, Sendable {
        case active
        /// It failed for more than a day, or somebody halted it: nothing is sent until it is
        /// resumed, and then all that came meanwhile, in order.
        case paused
        /// It said that it is gone for good.
        case disabled
    }

    /// Where a receiver stands.
    package struct Receiver: Equatable, Sendable {
        package let code: String
        package var cursor: Cursor
        package var state = State.active
        /// Where the batch ends that is on its way; the same is sent again, whatever comes.
        package var pending: Position?
        package var failures = 0
        package var due = Instant(milliseconds: 0)
        package var answer: String?
        /// When this was last written: a receiver that is halted, is so since then.
        package private(set) var since = Instant(milliseconds: 0)

        package init(
            code: String, cursor: Cursor, state: State = .active, pending: Position? = nil,
            failures: Int = 0, due: Instant = Instant(milliseconds: 0), answer: String? = nil,
            since: Instant = Instant(milliseconds: 0)
        ) {
            (self.code, self.cursor, self.state, self.pending) = (code, cursor, state, pending)
            (self.failures, self.due, self.answer) = (failures, due, answer)
            self.since = since
        }
    }

    package enum Outcome: String, Sendable {
        case delivered, failed
        /// Laid aside so that the others could go on.
        case parked
    }

    package struct Delivery: Equatable, Sendable {
        package let code: String, id: String
        package let after: Cursor, through: Position
        package let outcome: Outcome
        package let tries: Int
        package let answer: String
        package let at: Instant
    }

    package func receivers() throws -> [Receiver] {
        try database.with { database in
            try database.rows(
                """
                SELECT code, epoch, position, state, pending, failures, due, answer, changed
                FROM receivers ORDER BY code
                """, read: Self.receiver)
        }
    }

    package func receiver(_ code: String) throws -> Receiver? {
        try receivers().first { $0.code == code }
    }

    private static func receiver(_ row: borrowing Row) -> Receiver {
        Receiver(
            code: row.text(0),
            cursor: Cursor(epoch: UInt64(row.int64(1)), position: Position(row.int64(2))),
            state: State(rawValue: row.text(3)) ?? .paused,
            pending: row.isNull(4) ? nil : Position(row.int64(4)), failures: row.int(5),
            due: Instant(milliseconds: row.int(6)), answer: row.optionalText(7),
            since: Instant(milliseconds: row.int(8)))
    }

    /// Keeps where a receiver stands, with the delivery that brought it there: both or neither.
    package func keep(
        _ receiver: Receiver, with delivery: Delivery? = nil, at now: Instant
    ) throws {
        try database.with { database in
            try database.transaction {
                try database.run(
                    """
                    INSERT INTO receivers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (code) DO UPDATE SET epoch = excluded.epoch,
                      position = excluded.position, state = excluded.state,
                      pending = excluded.pending, failures = excluded.failures,
                      due = excluded.due, answer = excluded.answer, changed = excluded.changed
                    """, receiver.code, receiver.cursor.epoch, receiver.cursor.position,
                    receiver.state.rawValue, receiver.pending, receiver.failures,
                    receiver.due.milliseconds, receiver.answer, now.milliseconds)
                if let delivery { try database.keep(delivery) }
                try database.run(
                    """
                    DELETE FROM deliveries WHERE code = ? AND state <> 'parked' AND number <= (
                      SELECT max(number) - ? FROM deliveries WHERE code = ?)
                    """, receiver.code, Self.remembered, receiver.code)
            }
        }
    }

    package func keep(_ delivery: Delivery) throws {
        try database.with { try $0.keep(delivery) }
    }

    /// The newest first; only parked ones the oldest first, as they are sent again.
    package func deliveries(
        of code: String, _ outcome: Outcome? = nil, limit: Int = 50
    ) throws -> [Delivery] {
        let order = outcome == .parked ? "after" : "number DESC"
        return try database.with { database in
            try database.rows(
                """
                SELECT code, id, epoch, after, through, state, tries, answer, at FROM deliveries
                WHERE code = ? AND (? IS NULL OR state = ?) ORDER BY \(order) LIMIT ?
                """, code, outcome?.rawValue, outcome?.rawValue, limit
            ) { row in
                Delivery(
                    code: row.text(0), id: row.text(1),
                    after: Cursor(
                        epoch: UInt64(row.int64(2)), position: Position(row.int64(3))),
                    through: Position(row.int64(4)),
                    outcome: Outcome(rawValue: row.text(5)) ?? .failed, tries: row.int(6),
                    answer: row.text(7), at: Instant(milliseconds: row.int(8)))
            }
        }
    }

    /// Forgets a receiver that is no more.
    package func remove(_ code: String) throws {
        try database.with { database in
            try database.transaction {
                for table in ["receivers", "deliveries", "uses"] {
                    try database.run("DELETE FROM \(table) WHERE code = ?", code)
                }
            }
        }
    }
}

extension Database {
    /// One row a delivery: a repetition takes the place of the try before.
    fileprivate func keep(_ delivery: WebhookStore.Delivery) throws {
        try run(
            """
            INSERT INTO deliveries (code, id, epoch, after, through, state, tries, answer, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code, id) DO UPDATE SET state = excluded.state, tries = excluded.tries,
              answer = excluded.answer, at = excluded.at
            """, delivery.code, delivery.id, delivery.after.epoch, delivery.after.position,
            delivery.through, delivery.outcome.rawValue, delivery.tries, delivery.answer,
            delivery.at.milliseconds)
    }
}
