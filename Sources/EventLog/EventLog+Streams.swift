package import Entries
internal import LMDB

extension EventLog {
    /// The number of entries in a stream, 0 if there is no such stream.
    package func version(of subject: String) throws -> Int {
        try reading { try $0.version(of: subject) }
    }

    /// The entries of one stream after `version`, in order.
    package func readStream(
        _ subject: String, afterVersion version: Int = 0, limit: Int = .max
    ) throws -> [Entry] {
        try reading { try $0.stream(subject, afterVersion: version, limit: limit) }
    }

    /// The entries of one stream before `version`, the latest first.
    package func readStreamBackwards(
        _ subject: String, beforeVersion version: Int = .max, limit: Int
    ) throws -> [Entry] {
        try reading {
            try $0.streamBackwards(subject, beforeVersion: version, limit: limit)
        }
    }

    /// Entries after `position` whose type begins with `prefix`; looks at `scanLimit` at most.
    package func read(
        type prefix: String, after position: Position, limit: Int, scanLimit: Int = 10_000
    ) throws -> TypedPage {
        let prefix = Array(prefix.utf8)
        return try reading {
            try $0.entries(type: prefix, after: position, limit: limit, scanLimit: scanLimit)
        }
    }

    /// Entries before `position` whose type begins with `prefix`, the latest first.
    package func read(
        type prefix: String, before position: Position, limit: Int, scanLimit: Int = 10_000
    ) throws -> TypedPage {
        let prefix = Array(prefix.utf8)
        return try reading {
            try $0.entries(type: prefix, before: position, limit: limit, scanLimit: scanLimit)
        }
    }
}

/// What a search by type found.
package struct TypedPage: Sendable {
    package let entries: [Entry]
    /// The position to go on from, in the same direction; nil if there is nothing further there.
    package let next: Position?
}
