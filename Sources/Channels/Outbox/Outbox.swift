package import Entries
internal import SQLite
internal import Threads

/// `outbox.sqlite`: messages to people, one a row, stored before they are sent.
///
/// A row and the place in the log up to which events have become rows are written together, so
/// that no event is told twice or forgotten, whatever ends the program. Any thread may use it;
/// every call waits for the disk.
package final class Outbox: Sendable {
    let database: Monitor<Database>
    private static let format = 1

    static let schema = """
        CREATE TABLE messages (
          number INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          event TEXT NOT NULL,
          position INTEGER NOT NULL,
          stream TEXT NOT NULL,
          template TEXT NOT NULL,
          channel TEXT NOT NULL,
          role TEXT NOT NULL,
          expires INTEGER,
          created INTEGER NOT NULL,
          state TEXT NOT NULL DEFAULT 'waiting',
          failure TEXT,
          tries INTEGER NOT NULL DEFAULT 0,
          due INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          answer TEXT,
          told INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX messages_to_send ON messages (due) WHERE state = 'waiting';
        CREATE INDEX messages_to_tell ON messages (number)
          WHERE told = 0 AND state IN ('sent', 'failed', 'shown');
        CREATE INDEX messages_by_stream ON messages (stream);
        CREATE TABLE follower (epoch INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;
        """

    /// Opens the file, made where there is none. One process at a time has it open for sending.
    package init(_ path: String) throws {
        var settings = Database.Settings()
        // That a code is on its way must be known after a power failure too.
        settings.synchronous = .full
        let database = try Database(path: path, settings: settings)
        try database.settle(schema: Self.schema, format: Self.format)
        try database.execute(Self.indices)
        self.database = Monitor(database)
    }

    /// What `take` looks up when ten thousand wait; files from before get them too.
    private static let indices = """
        CREATE INDEX IF NOT EXISTS messages_next
          ON messages (channel, expires IS NULL, due, number) WHERE state = 'waiting';
        CREATE INDEX IF NOT EXISTS messages_to_expire ON messages (expires)
          WHERE state = 'waiting' AND expires IS NOT NULL;
        """

    /// Up to where the log has been read; nil before the first time.
    package func checkpoint() throws -> Cursor? {
        try database.with { database in
            try database.first("SELECT epoch, position FROM follower") {
                Cursor(epoch: UInt64($0.int64(0)), position: Position($0.int64(1)))
            }
        }
    }

    /// Adds messages, and notes that the log has been read up to `cursor`: both or neither.
    ///
    /// A message that is there already stays as it is. Returns how many are new.
    @discardableResult
    package func add(
        _ rows: [NewOutboxRow], through cursor: Cursor, at now: Instant
    ) throws -> Int {
        try database.with { database in
            try database.transaction {
                var added = 0
                for row in rows {
                    try database.insert(row, at: now)
                    added += database.changes
                }
                try database.execute("DELETE FROM follower")
                try database.run(
                    "INSERT INTO follower VALUES (?, ?)", cursor.epoch, cursor.position)
                return added
            }
        }
    }

    /// Adds a message that follows from another, when that one could not reach its person.
    package func add(_ row: NewOutboxRow, at now: Instant) throws {
        try database.with { database in try database.insert(row, at: now) }
    }
}

extension Database {
    fileprivate func insert(_ row: NewOutboxRow, at now: Instant) throws {
        try run(
            """
            INSERT OR IGNORE INTO messages
              (key, event, position, stream, template, channel, role, expires, created, due, changed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, row.key, "\(row.event)", row.position, row.stream, row.template, row.channel,
            row.role, row.expires?.milliseconds, now.milliseconds, now.milliseconds,
            now.milliseconds)
    }
}
