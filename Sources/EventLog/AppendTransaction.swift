package import Entries

/// What a decision may ask: the log as it stands after the commands before it.
@safe package struct AppendTransaction: ~Copyable {
    /// The recorded time of all entries of this batch; never before the last entry's.
    package let time: Instant

    /// The position that the first entry of this decision will have.
    package var nextPosition: Position { 0 }

    package func version(of subject: String) throws -> Int { 0 }

    package func readStream(
        _ subject: String, afterVersion version: Int = 0, limit: Int = .max
    ) throws -> [Entry] { [] }

    package func read(after position: Position, limit: Int) throws -> [Entry] { [] }

    package func position(of id: EventID) throws -> Position? { nil }

    package func section(at position: Position, number: Int) throws -> [UInt8]? { nil }

    /// The command that was carried out under this key within the last 30 days.
    package func recall(_ key: IdempotencyKey) -> Recalled? { nil }
}
