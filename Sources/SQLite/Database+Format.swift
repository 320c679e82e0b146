/// A newer version of the program has written this file: it is left as it is.
package struct NewerFormat: Error, Equatable, Sendable {
    package let path: String
    package let found: Int
}

extension NewerFormat: CustomStringConvertible {
    package var description: String {
        "\(path) has format \(found), which is newer than this program; nothing was changed"
    }
}

extension Database {
    /// Makes the tables of a file that has none yet.
    /// - Throws: `NewerFormat` for a file whose format is above `format`.
    package func settle(schema: String, format: Int) throws {
        guard try checkedFormat(format) == 0 else { return }
        try transaction { try execute(schema + "PRAGMA user_version = \(format);") }
    }

    /// The file's own format; 0 if it has no tables yet.
    /// - Throws: `NewerFormat` for one above `format`.
    @discardableResult
    package func checkedFormat(_ format: Int) throws -> Int {
        var found = 0
        try prepare("PRAGMA user_version").forEach { found = $0.int(0) }
        guard found <= format else { throw NewerFormat(path: path, found: found) }
        return found
    }
}
