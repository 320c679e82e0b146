internal import CLMDB
internal import Glibc
internal import Threads

/// What an environment is opened for.
package enum OpenMode: Sendable {
    /// File and tables are made if they are not there.
    case create
    /// As `create`, for a file that nobody counts on yet: no commit waits for the disk until
    /// `settle`. It outlives the death of this process, but no power failure.
    case draft
    /// The tables must be there. Reading needs it too, where files can be written: readers keep
    /// the pages that they see by an entry in the lock file.
    case write
    /// For a file system or files that nobody can write.
    case read
}

/// A directory with an LMDB file, open in this process at most once.
///
/// Read transactions may run on any thread and end on any other. A thread must not begin a
/// transaction while it holds another: growing the map waits until this process has none.
// Safe to send: LMDB's handle may be used by all threads; replacing it waits for its users.
@safe public final class Environment: @unchecked Sendable {
    package let mode: OpenMode
    private let tables: [TableSpecification]
    private let gate: Monitor<Gate>

    /// What stands behind the gate: the open environment and how many transactions use it.
    private struct Gate {
        /// Where the file was seen last: it may be moved while it is open.
        var directory: String
        var file: FileIdentity
        var open: OpenEnvironment?
        var transactions = 0
        var isShut = false
    }

    /// Opens the environment in `directory`, or returns the one that this process has open.
    ///
    /// The directory must be there. The mode of one that is open already stays as it is.
    package static func open(
        _ directory: String, tables: [TableSpecification], mapSize: Int, mode: OpenMode
    ) throws(LMDBError) -> Environment {
        try Registry.shared.environment(in: directory) { () throws(LMDBError) in
            try Environment(directory, tables: tables, mapSize: mapSize, mode: mode)
        }
    }

    private init(
        _ directory: String, tables: [TableSpecification], mapSize: Int, mode: OpenMode
    ) throws(LMDBError) {
        let open = try OpenEnvironment(
            directory, tables: tables, mapSize: mapSize, mode: mode)
        self.mode = mode.makes ? .write : mode
        self.tables = tables
        guard let file = FileIdentity(dataFileIn: directory) else {
            open.close()
            throw LMDBError(code: ENOENT, function: "stat")
        }
        gate = Monitor(Gate(directory: directory, file: file, open: open))
    }

    deinit {
        gate.with { $0.open }?.close()
        Registry.shared.forget(gate.with { $0.file })
    }

    var identity: FileIdentity { gate.with { $0.file } }

    /// Tells it that its file was found in `directory`, where `reopen` must look for it.
    func found(in directory: String) { gate.with { $0.directory = directory } }

    /// The size of the map: what the file may grow to before it must be mapped anew.
    package var mapSize: Int { gate.with { $0.open?.mapSize ?? 0 } }

    /// The bytes of the file that hold pages, used or free.
    package var usedSize: Int { gate.with { $0.open?.usedSize ?? 0 } }

    /// How many commits the oldest read transaction of any process has missed; nil without one.
    package var oldestReaderAge: Int? { gate.with { $0.open?.oldestReaderAge } }

    /// Doubles the map. Waits until this process has no transaction; new ones wait meanwhile.
    package func grow() throws(LMDBError) {
        try alone { (gate) throws(LMDBError) in
            guard let open = gate.open else { throw .lost }
            try open.resize(to: open.mapSize * 2)
        }
    }

    /// Takes over the map's size after another process has made it larger.
    func adoptSize() throws(LMDBError) {
        try alone { (gate) throws(LMDBError) in try gate.open?.resize(to: 0) }
    }

    /// Closes the environment and opens it again, as after a failed commit.
    ///
    /// If that fails, every further transaction fails with `isLost` until it succeeds.
    package func reopen() throws(LMDBError) {
        try alone { (gate) throws(LMDBError) in
            let mapSize = gate.open?.mapSize ?? 0
            gate.open?.close()
            gate.open = nil
            gate.open = try OpenEnvironment(
                gate.directory, tables: tables, mapSize: mapSize, mode: mode)
        }
    }

    /// Writes the file anew without its free pages, in which what was removed can still be read,
    /// and goes on with that one. Only who alone writes the environment may ask.
    ///
    /// Waits until this process has no transaction; new ones wait until it is done, a second or
    /// two for a gigabyte. Another process that has the old file open goes on reading it as it was.
    package func compact() throws(LMDBError) {
        try Registry.shared.replaceFile(of: self) { () throws(LMDBError) in
            try alone { (gate) throws(LMDBError) in try Self.compact(&gate, tables, mode) }
        }
    }

    /// Goes on with the file that stands in the directory now, if another process has written it
    /// anew since it was opened here. Whoever becomes the one who writes must ask: what is written
    /// to the old file is lost.
    package func adoptFile() throws(LMDBError) {
        let (directory, file) = gate.with { ($0.directory, $0.file) }
        guard let found = FileIdentity(dataFileIn: directory), found != file else { return }
        try Registry.shared.replaceFile(of: self) { () throws(LMDBError) in
            try alone { (gate) throws(LMDBError) in
                guard let file = FileIdentity(dataFileIn: gate.directory), file != gate.file,
                    let open = gate.open
                else { return }
                let mapSize = open.mapSize
                open.close()
                gate.open = nil
                gate.file = file
                gate.open = try OpenEnvironment(
                    gate.directory, tables: tables, mapSize: mapSize, mode: mode)
            }
        }
    }

    private static func compact(
        _ gate: inout Gate, _ tables: [TableSpecification], _ mode: OpenMode
    ) throws(LMDBError) {
        guard let open = gate.open else { throw .lost }
        let mapSize = open.mapSize
        try Directory.replaceDataFile(in: gate.directory) { (copy) throws(LMDBError) in
            try open.copyCompact(to: copy)
        }
        open.close()
        gate.open = nil
        gate.file = FileIdentity(dataFileIn: gate.directory) ?? gate.file
        gate.open = try OpenEnvironment(
            gate.directory, tables: tables, mapSize: mapSize, mode: mode)
    }

    /// Waits until all that was committed is on the disk; from here on every commit does.
    ///
    /// For what was opened as a draft; on any other it is one flush too many.
    package func settle() throws(LMDBError) {
        try alone { (gate) throws(LMDBError) in
            guard let open = gate.open else { throw .lost }
            try open.settle()
        }
    }

    /// Whether a commit waits for the disk.
    package var isSettled: Bool { gate.with { $0.open?.isSettled ?? false } }

    /// Whether the file holds every page that it uses; costs two small readings.
    package func isWhole() throws(LMDBError) -> Bool {
        try !PageFile.isCutOff(in: gate.with { $0.directory })
    }

    /// Frees what readers left behind that died; how many there were.
    @discardableResult package func removeDeadReaders() throws(LMDBError) -> Int {
        let open = try enter()
        defer { leave() }
        return try open.removeDeadReaders()
    }

    func enter() throws(LMDBError) -> OpenEnvironment {
        let open: OpenEnvironment?? = gate.wait { gate in
            guard !gate.isShut else { return nil }
            guard let open = gate.open else { return .some(nil) }
            gate.transactions += 1
            return .some(open)
        }
        guard case .some(.some(let open)) = open else { throw .lost }
        return open
    }

    func leave() {
        let isLastBeforeChange = gate.with { gate in
            gate.transactions -= 1
            return gate.transactions == 0 && gate.isShut
        }
        if isLastBeforeChange { gate.broadcast() }
    }

    /// Runs `body` while no transaction of this process is open.
    private func alone(_ body: (inout Gate) throws(LMDBError) -> Void) throws(LMDBError) {
        gate.wait { gate in
            guard !gate.isShut else { return nil as Void? }
            gate.isShut = true
            return ()
        }
        let failure: LMDBError? = gate.wait { gate in
            guard gate.transactions == 0 else { return nil as LMDBError?? }
            gate.isShut = false
            do throws(LMDBError) { try body(&gate) } catch { return .some(error) }
            return .some(nil)
        }
        gate.broadcast()
        if let failure { throw failure }
    }
}

extension OpenMode {
    /// Whether file and tables are made if they are not there.
    var makes: Bool { self == .create || self == .draft }
}

extension LMDBError {
    static let lost = LMDBError(code: MDB_PANIC, function: "mdb_env_open")
}
