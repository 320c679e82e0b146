internal import Entries
internal import Events
internal import SQLite

/// Keeps one build of one view: what waits in memory, its file and how far both are.
protocol Keeping: AnyObject {
    var view: ViewName { get }
    var build: Int { get }
    /// The last position that was folded.
    var position: Position { get }
    /// Whether it met an event that it cannot fold.
    var hasStopped: Bool { get set }
    /// Whether it is still being filled for the first time.
    var isFresh: Bool { get }
    /// Whether nobody sees it before it is at its end.
    var isPassing: Bool { get }
    /// Folds those of `events` that it has not seen.
    func fold(_ events: [RecordedEvent]) throws
    /// Writes what waits, and how far it is, in one transaction.
    func commit() throws
    /// Makes room if too much waits.
    func spill() throws
    /// Ends the first filling.
    func finish() throws
    /// Hands out the file as it stands.
    func read(_ body: (Database) throws -> Void) throws
    /// Empties the file's journal, in which rows stand as they were before.
    func emptyJournal() throws
}

final class ViewKeeper<V: View>: Keeping {
    /// More rows than these are written before the end, so that memory stays bounded.
    static var mostPending: Int { 400_000 }
    /// Rows that never change do not wait for the end: they need not be found again.
    static var mostSettled: Int { 16_384 }

    let build: Int
    private(set) var position: Position
    private let file: ViewFile
    private let epoch: UInt64
    private var folded = V()
    private var surroundings: Surroundings
    private var hasSpilled = false
    var hasStopped = false

    var view: ViewName { V.name }
    var isFresh: Bool { file.isFresh }
    var isPassing: Bool { file.isPassing }

    /// `office` is the office as it stands at the file's position.
    init(
        file: ViewFile, build: Int, at checkpoint: Cursor, office: OfficeContext,
        open: @escaping SectionOpener
    ) {
        self.file = file
        self.build = build
        position = checkpoint.position
        epoch = checkpoint.epoch
        surroundings = Surroundings(office: office, open: open)
    }

    func fold(_ events: [RecordedEvent]) throws {
        let source = isFresh && !hasSpilled ? nil : file
        try folded.fold(events, after: &position, in: &surroundings, from: source)
    }

    func commit() throws {
        try file.database.transaction {
            try folded.write(to: file, in: surroundings.office)
            try file.write(
                ViewCheckpoint(
                    epoch: epoch, position: position, version: V.version,
                    rules: OfficeContext.rulesVersion))
        }
    }

    func spill() throws {
        if folded.settled > Self.mostSettled {
            try file.database.transaction { try folded.writeSettled(to: file) }
        }
        guard folded.pending > Self.mostPending else { return }
        try commit()
        hasSpilled = true
    }

    func finish() throws {
        try commit()
        try file.finish(indexes: V.indexes)
    }

    func read(_ body: (Database) throws -> Void) throws { try body(file.database) }

    func emptyJournal() throws {
        try file.database.execute("PRAGMA wal_checkpoint(TRUNCATE);")
    }
}
