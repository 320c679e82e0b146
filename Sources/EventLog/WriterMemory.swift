internal import Entries
internal import LMDB

/// What the writer remembers between batches, so that it need not look it up.
///
/// Belongs to the writer's thread, and runs ahead of the log: what is decided counts. When a batch
/// is not kept, all of it is read anew.
final class WriterMemory {
    /// Where the next entry joins.
    struct Edge {
        var head: Position = 0
        /// The last entry's time.
        var time = Instant(milliseconds: .min)
        var frontier = Frontier()
        var lastStreamNumber: UInt32 = 0
        /// The greatest event id so far: a greater one cannot be a repetition.
        var greatestID: EventID?
        /// The last position whose rows in the indices have been handed over.
        var indexed: Position = 0
    }

    var edge: Edge
    var window: IdempotencyWindow
    /// The recorded time of the batch.
    private(set) var batchTime = Instant(milliseconds: 0)
    private(set) var tail: UnindexedTail
    private var streams = RecentStreams()
    /// What the log may not show yet.
    var pending = PendingRows()
    /// The head before the batch.
    private(set) var headBefore: Position

    init(_ transaction: borrowing ReadTransaction, now: Instant) throws {
        var edge = Edge()
        edge.head = try transaction.head
        edge.frontier = try transaction.frontier(atSize: edge.head) ?? Frontier()
        if edge.head > 0 { edge.time = try transaction.entry(at: edge.head).envelope.time }
        edge.indexed = try transaction.indexed
        tail = try UnindexedTail(transaction)
        edge.lastStreamNumber = max(try transaction.lastIndexedNumber(), tail.greatestNumber)
        edge.greatestID = [try transaction.greatestIndexedID(), tail.greatestID].compactMap(\.self)
            .max()
        self.edge = edge
        headBefore = edge.head
        window = try IdempotencyWindow(transaction, now: max(now, edge.time))
        rereadStreams()
    }

    /// Begins a batch whose entries carry `time`.
    func begin(at time: Instant) {
        headBefore = edge.head
        batchTime = time
        window.begin(at: time)
        if streams.isFull {
            streams.age()
            keepUnindexed()
        }
    }

    /// Forgets what can be read in `transaction`.
    func see(_ transaction: borrowing ReadTransaction, head: Position) throws {
        pending.drop(through: head)
        tail.drop(through: try transaction.indexed)
    }

    var unindexed: Int { Int(edge.head - edge.indexed) }

    /// The stream as it stands after what the batch has brought so far.
    func stream(
        _ subject: String, in transaction: borrowing ReadTransaction
    ) throws -> StreamState {
        if let state = streams.state(of: subject) { return state }
        // Those that the indices do not hold are among the recent ones.
        let number = try transaction.indexedNumber(of: subject)
        let version = try number.map { try transaction.indexedVersion(ofStream: $0) } ?? 0
        let state = StreamState(subject, number: number, version: version)
        streams.add(state)
        return state
    }

    /// Takes the place of the next entry of a stream.
    func takePlace(
        in subject: String, in transaction: borrowing ReadTransaction
    ) throws -> (stream: StreamState, place: StoredEntry.Place) {
        let state = try stream(subject, in: transaction)
        state.version += 1
        if state.number == nil {
            edge.lastStreamNumber += 1
            state.number = edge.lastStreamNumber
        }
        return (
            state,
            StoredEntry.Place(
                stream: state.number ?? 0, version: UInt32(clamping: state.version))
        )
    }

    /// Gives back the places that a decision took which is not carried out.
    func leaveStreams(lastNumber: UInt32) {
        edge.lastStreamNumber = lastNumber
        rereadStreams()
    }

    /// An entry was stored behind the head.
    func stored(_ id: EventID, in stream: StreamState, at place: StoredEntry.Place) {
        edge.head += 1
        edge.time = batchTime
        edge.greatestID = max(edge.greatestID ?? id, id)
        tail.append(UnindexedEntry(id: id, stream: stream, place: place))
    }

    /// The rows that bring the indices to the head.
    func takeIndexRows() -> IndexRows {
        defer { edge.indexed = edge.head }
        return tail.rows(after: edge.indexed)
    }

    /// What is not in the indices is all that must be known of streams; the rest is looked up.
    private func rereadStreams() {
        streams = RecentStreams()
        tail.resetStreams()
        keepUnindexed()
    }

    private func keepUnindexed() {
        for entry in tail.entries { streams.add(entry.stream) }
    }
}
