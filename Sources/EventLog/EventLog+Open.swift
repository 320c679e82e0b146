package import Entries
internal import LMDB

extension EventLog {
    /// Makes an empty log in `directory`, which is made too if it is not there.
    package static func create(
        at directory: String, origin: String, now: Instant, mapSize: Int = defaultMapSize
    ) throws -> EventLog {
        try make(at: directory, origin: origin, now: now, mapSize: mapSize, mode: .create)
    }

    /// Makes an empty log that nobody may count on yet, so that it is quickly filled: its commits
    /// do not wait for the disk, and `open` refuses it, until `finish` has made a log of it.
    ///
    /// It is marked in its own file, wherever that is moved or copied to.
    ///
    /// - Parameter epoch: greater than 1 for a log that is restored shorter than it was.
    package static func draft(
        at directory: String, origin: String, epoch: UInt64 = 1, now: Instant,
        mapSize: Int = defaultMapSize
    ) throws -> EventLog {
        try make(
            at: directory, origin: origin, epoch: epoch, now: now, mapSize: mapSize, mode: .draft)
    }

    /// Makes a draft a log like any other: what it holds is on the disk, every commit from here on
    /// waits until it is, and others may open it. On a log that is no draft it changes nothing.
    package func finish() throws {
        try environment.settle()
        // Durable by itself, and after everything else: an unmarked log is a whole one.
        try environment.write { _ = try $0.remove(Meta.draftKey, from: Tables.meta) }
    }

    /// Whether acknowledged means durable: not in a draft.
    package var isDurable: Bool { environment.isSettled }

    private static func make(
        at directory: String, origin: String, epoch: UInt64 = 1, now: Instant, mapSize: Int,
        mode: OpenMode
    ) throws -> EventLog {
        guard now.isWritable else { throw LogError.unusableTime }
        guard !Directory.holdsEnvironment(directory) else {
            throw LogError.exists(directory: directory)
        }
        do {
            try Directory.make(directory)
            let environment = try Environment.open(
                directory, tables: Tables.all, mapSize: mapSize, mode: mode)
            try environment.write { transaction in
                try Meta(origin: origin, epoch: epoch, created: now).write(to: &transaction)
                guard mode == .draft else { return }
                try transaction.put([1], under: Meta.draftKey, in: Tables.meta)
            }
            // The names of the files are durable before anybody is told that there is a log.
            try Directory.sync(directory)
            try Directory.sync("\(directory)/..")
            return try EventLog(directory: directory, environment: environment)
        } catch let error as LMDBError {
            throw reason(error, directory)
        }
    }

    /// The form of the files that this version writes.
    package static var format: Int { Int(Meta.format) }

    /// Opens the log in `directory`. One left by a process that died just opens.
    package static func open(
        at directory: String, mapSize: Int = defaultMapSize
    ) throws -> EventLog {
        guard Directory.holdsEnvironment(directory) else {
            throw Directory.isClosed(directory)
                ? LogError.notPermitted(directory: directory) : .absent(directory: directory)
        }
        let environment = try openEnvironment(in: directory, mapSize: mapSize)
        let isDraft = try environment.read { transaction in
            try transaction.value(under: Meta.draftKey, in: Tables.meta) { _ in true } ?? false
        }
        guard !isDraft else { throw LogError.unfinished(directory: directory) }
        return try EventLog(directory: directory, environment: environment)
    }

    private static func openEnvironment(in directory: String, mapSize: Int) throws -> Environment {
        func open(_ mode: OpenMode) throws -> Environment {
            do throws(LMDBError) {
                return try Environment.open(
                    directory, tables: Tables.all, mapSize: mapSize, mode: mode)
            } catch {
                let reason = reason(error, directory)
                throw reason is LMDBError
                    ? LogError.unusable(directory: directory, reason: "\(error)") : reason
            }
        }
        do {
            return try open(.write)
        } catch LogError.readOnly {
            return try open(.read)
        } catch LogError.notPermitted {
            return try open(.read)
        }
    }

    private static func reason(_ error: LMDBError, _ directory: String) -> any Error {
        if error.isCutOff { return LogDamage.cutOff }
        if error.isForbidden { return LogError.notPermitted(directory: directory) }
        if error.isReadOnly { return LogError.readOnly(directory: directory) }
        if error.isDamage || error.isMissingTable {
            return LogError.notALog(directory: directory)
        }
        return error
    }
}

/// What the log says of itself.
struct Meta {
    static let format: UInt32 = 2
    /// There as long as the log is a draft.
    static let draftKey = "draft"
    /// The last position that the indices hold; absent at first.
    static let indexedKey = "indexed"
    /// The last position at which no idempotency key is kept that has left the window; absent at
    /// first.
    static let sweptKey = "swept"

    let origin: String
    let epoch: UInt64
    let created: Instant

    init(origin: String, epoch: UInt64, created: Instant) {
        self.origin = origin
        self.epoch = epoch
        self.created = created
    }

    init(_ transaction: borrowing ReadTransaction) throws {
        let format = try Self.number("format", UInt32.self, transaction)
        guard format == Self.format else { throw LogError.unknownFormat(Int(format)) }
        let origin = try transaction.value(under: "origin", in: Tables.meta) { $0.copied() }
        guard let origin, let origin = String(validating: origin, as: UTF8.self) else {
            throw LogDamage.row(table: Tables.name(Tables.meta))
        }
        self.origin = origin
        epoch = try Self.number("epoch", UInt64.self, transaction)
        let created = try Self.number("created", Int64.self, transaction)
        self.created = Instant(milliseconds: Int(created))
    }

    func write(to transaction: inout WriteTransaction) throws {
        let created = UInt64(bitPattern: Int64(self.created.milliseconds))
        let table = Tables.meta
        try transaction.put(ShortBytes().appending(Self.format), under: "format", in: table)
        try transaction.put(origin, under: "origin", in: table)
        try transaction.put(ShortBytes().appending(epoch), under: "epoch", in: table)
        try transaction.put(ShortBytes().appending(created), under: "created", in: table)
    }

    private static func number<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ key: String, _ type: Integer.Type, _ transaction: borrowing ReadTransaction
    ) throws -> Integer {
        let number = try transaction.value(under: key, in: Tables.meta) { row in
            guard row.count == Integer.bitWidth / 8 else {
                throw LogDamage.row(table: Tables.name(Tables.meta))
            }
            return row.bigEndian(type)
        }
        guard let number else { throw LogDamage.row(table: Tables.name(Tables.meta)) }
        return number
    }

    /// A position that the log notes of itself; 0 if it has not yet.
    static func position(
        _ key: String, _ transaction: borrowing ReadTransaction
    ) throws -> Position {
        try transaction.value(under: key, in: Tables.meta) { row in
            guard row.count == 8 else { throw LogDamage.row(table: Tables.name(Tables.meta)) }
            return row.bigEndian(Position.self)
        } ?? 0
    }
}
