internal import Entries
internal import LMDB

/// What the writer remembers between batches, so that it need not look it up.
///
/// Belongs to the writer's thread. What a batch has changed that is not kept is undone by `undo`.
final class WriterMemory {
    /// What one batch changes, small enough to keep a copy.
    struct Edge {
        var head: Position = 0
        /// The last entry's time.
        var time = Instant(milliseconds: .min)
        var frontier = Frontier()
        var lastStreamNumber: UInt32 = 0
        /// The greatest event id so far: a greater one cannot be a repetition.
        var greatestID: EventID?
    }

    var edge: Edge
    var window: IdempotencyWindow
    /// The recorded time of the batch.
    private(set) var batchTime = Instant(milliseconds: 0)
    private var streams = RecentStreams()
    private var before: Edge

    init(_ transaction: borrowing ReadTransaction, now: Instant) throws {
        var edge = Edge()
        edge.head = try transaction.head
        edge.frontier = try transaction.frontier(atSize: edge.head) ?? Frontier()
        if edge.head > 0 { edge.time = try Self.time(of: transaction.entry(at: edge.head)) }
        edge.lastStreamNumber = try transaction.lastStreamNumber()
        edge.greatestID = try Self.greatestID(transaction)
        self.edge = edge
        before = edge
        window = try IdempotencyWindow(transaction, now: max(now, edge.time))
    }

    private static func time(of entry: Entry) throws(LogDamage) -> Instant {
        do throws(CanonicalError) {
            return try Envelope(entry.bytes).time
        } catch {
            throw .envelope(at: entry.position, error)
        }
    }

    private static func greatestID(_ transaction: borrowing ReadTransaction) throws -> EventID? {
        try transaction.withCursor(over: Tables.ids) { cursor in
            try cursor.row(.last) { key, _ in
                guard key.count == 16,
                    let id = EventID(high: key.bigEndian(), low: key.bigEndian(at: 8))
                else { throw LogDamage.row(table: Tables.name(Tables.ids)) }
                return id
            }
        }
    }

    /// Begins a batch whose entries carry `time`.
    func begin(at time: Instant) {
        before = edge
        batchTime = time
        window.begin(at: time)
    }

    /// Forgets what the batch has brought.
    func undo() {
        edge = before
        window.undo()
        streams = RecentStreams()
    }

    /// The stream as it stands after what the batch has brought so far.
    func stream(
        _ subject: String, in transaction: borrowing ReadTransaction
    ) throws -> StreamState {
        if let state = streams.state(of: subject) { return state }
        let number = try transaction.streamNumber(subject)
        let version = try number.map { try transaction.version(ofStream: $0) } ?? 0
        let state = StreamState(number: number, version: version)
        streams.add(state, of: subject)
        return state
    }

    /// The place of the next entry of a stream, which is thereby taken.
    func nextPlace(
        in subject: String, in transaction: borrowing ReadTransaction
    ) throws -> (number: UInt32, version: Int, isNewStream: Bool) {
        let state = try stream(subject, in: transaction)
        state.version += 1
        if let number = state.number { return (number, state.version, false) }
        edge.lastStreamNumber += 1
        state.number = edge.lastStreamNumber
        return (edge.lastStreamNumber, state.version, true)
    }

    /// Gives back the places that a decision took which is not carried out.
    ///
    /// What came before it lies in the transaction and is read again from there.
    func leaveStreams(lastNumber: UInt32) {
        edge.lastStreamNumber = lastNumber
        streams = RecentStreams()
    }
}

/// Changed in place: looking a stream's name up costs more than all that is done with its state.
final class StreamState {
    /// Nil until the stream's first entry.
    var number: UInt32?
    var version: Int

    init(number: UInt32?, version: Int) {
        self.number = number
        self.version = version
    }
}

/// The streams that were used last, in two generations: a full one ages, the aged one goes.
struct RecentStreams {
    /// An import comes back to its cases in no order; each takes about a hundred bytes.
    private static let generationSize = 100_000
    private var young: [String: StreamState] = [:]
    private var old: [String: StreamState] = [:]

    /// What is asked for is young again: what a decision has changed must outlast it.
    mutating func state(of subject: String) -> StreamState? {
        if let state = young[subject] { return state }
        guard let state = old[subject] else { return nil }
        add(state, of: subject)
        return state
    }

    mutating func add(_ state: StreamState, of subject: String) {
        if young.count >= Self.generationSize {
            old = young
            young = [:]
        }
        young[subject] = state
    }
}
