package import Entries
internal import LMDB

extension EventLog {
    /// Reads every entry after `position` up to `end` (nil: the head as it is now), in order.
    ///
    /// `read` turns entries into values on several threads at once; `deliver` gets the values of
    /// each piece in order on the calling thread. Every entry was compared with its hash. Throws
    /// what either throws, and `LogDamage` at the first position where the log is damaged.
    package func replay<Value: Sendable>(
        after position: Position = 0, through end: Position? = nil, threads: Int = 2,
        read: @escaping @Sendable (Entry) throws -> Value,
        deliver: ([Value]) throws -> Void
    ) throws {
        let end = try end ?? head
        guard position < end else { return }
        let scan = ParallelScan(
            after: position, through: end, pieceSize: 512, threads: threads
        ) { piece in
            var values: [Value] = []
            values.reserveCapacity(piece.count)
            var last = piece.lowerBound - 1
            while last < piece.upperBound {
                let left = Int(piece.upperBound - last)
                let entries = try self.read(after: last, limit: left)
                guard let final = entries.last else {
                    self.note(.hole(at: last + 1))
                    throw LogDamage.hole(at: last + 1)
                }
                for entry in entries { values.append(try read(entry)) }
                last = final.position
            }
            return values
        }
        try scan.run { values in
            try deliver(values)
            return true
        }
    }

    /// Compares every entry up to the head as it is now with its hash, in order; about a second
    /// for a million on two threads.
    ///
    /// It looks at no index, no section and no node of the tree: `LogVerifier` does.
    ///
    /// - Parameter progress: hears how many entries were compared, and says whether to go on.
    /// - Throws: the first `LogDamage`.
    package func compare(
        threads: Int = 2, progress: (_ done: Position, _ of: Position) -> Bool
    ) throws {
        struct Enough: Error {}
        let head = try head
        var done: Position = 0
        do {
            try replay(through: head, threads: threads) { _ in
            } deliver: { piece in
                done += Position(piece.count)
                guard progress(done, head) else { throw Enough() }
            }
        } catch is Enough {}
    }
}
