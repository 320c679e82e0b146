internal import SQLite
internal import Threads

/// Puts rows down as the values of a statement, on a thread of its own while another runs the
/// statement: a rebuild writes hundreds of thousands of wide rows at once.
final class RowFeed: Sendable {
    /// Fewer rows are put down by whoever writes them.
    static let fewRows = 4096
    private static let blockSize = 1024
    private static let mostWaiting = 3

    private struct Belt {
        var blocks: [ValueRows] = []
        var failure: (any Error)?
        var isAtEnd = false
        /// Whoever was fed has gone.
        var isUnwanted = false
    }

    private let belt = Monitor(Belt())

    /// Feeds those of `slots` that `order` names, each once `prepare` has completed it.
    init<Row: ViewRow>(
        _ slots: RowSlots<Row>, order: [Int],
        prepare: @escaping @Sendable (inout Row) -> Void = { _ in }
    ) {
        let belt = belt
        _ = WorkerThread {
            do {
                for start in stride(from: 0, to: order.count, by: Self.blockSize) {
                    let end = min(start + Self.blockSize, order.count)
                    let rows = try Self.rows(slots, order[start..<end], prepare: prepare)
                    let isWanted = belt.wait { belt -> Bool? in
                        if belt.isUnwanted { return false }
                        guard belt.blocks.count < Self.mostWaiting else { return nil }
                        belt.blocks.append(rows)
                        return true
                    }
                    guard isWanted else { return }
                    belt.broadcast()
                }
            } catch {
                belt.with { $0.failure = error }
            }
            belt.with { $0.isAtEnd = true }
            belt.broadcast()
        }
    }

    deinit {
        belt.with { $0.isUnwanted = true }
        belt.broadcast()
    }

    /// The next rows, nil at the end; waits for them.
    func next() throws -> ValueRows? {
        let next = belt.wait { belt -> Result<ValueRows?, any Error>? in
            if let failure = belt.failure { return .failure(failure) }
            if !belt.blocks.isEmpty { return .success(belt.blocks.removeFirst()) }
            return belt.isAtEnd ? .success(nil) : nil
        }
        belt.broadcast()
        return try next.get()
    }

    /// Some rows as values.
    static func rows<Row: ViewRow>(
        _ slots: RowSlots<Row>, _ order: some Sequence<Int>,
        prepare: (inout Row) -> Void = { _ in }
    ) throws -> ValueRows {
        var binder = RowBinder()
        for slot in order {
            guard var row = slots[slot].row else { continue }
            prepare(&row)
            try binder.add(&row)
        }
        return binder.rows
    }
}
