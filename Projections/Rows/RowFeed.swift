internal import SQLite
internal import Threads

/// Puts rows down as the values of a statement, on a thread of its own while another runs the
/// statement: a rebuild writes hundreds of thousands of wide rows at once. Whoever runs it lends a
/// hand where the rows are dearer than their writing.
final class RowFeed<Row: ViewRow>: Sendable {
    /// Fewer rows are put down by whoever writes them.
    static var fewRows: Int { 4096 }
    private static var blockSize: Int { 512 }
    private static var mostWaiting: Int { 6 }

    private struct Belt {
        /// The number of the next block that nobody puts down yet.
        var next = 0
        /// Blocks that wait for those before them to be written.
        var ready: [Int: ValueRows] = [:]
        var written = 0
        var failure: (any Error)?
        /// Whoever was fed has gone.
        var isUnwanted = false
    }

    private let belt = Monitor(Belt())
    private let blocks: Blocks

    /// What is to be put down, block by block.
    private struct Blocks: Sendable {
        let slots: RowSlots<Row>
        let order: [Int]
        let prepare: @Sendable (inout Row) -> Void

        var count: Int { (order.count + RowFeed.blockSize - 1) / RowFeed.blockSize }

        func rows(_ block: Int) throws -> ValueRows {
            let start = block * RowFeed.blockSize
            let end = min(start + RowFeed.blockSize, order.count)
            return try RowFeed.rows(slots, order[start..<end], prepare: prepare)
        }
    }

    /// Feeds those of `slots` that `order` names, each once `prepare` has completed it.
    init(
        _ slots: RowSlots<Row>, order: [Int],
        prepare: @escaping @Sendable (inout Row) -> Void = { _ in }
    ) {
        blocks = Blocks(slots: slots, order: order, prepare: prepare)
        let (belt, blocks) = (belt, blocks)
        _ = WorkerThread {
            while let block = belt.wait({ Self.take(&$0, blocks.count) }) {
                Self.put(block, of: blocks, on: belt)
            }
        }
    }

    deinit {
        belt.with { $0.isUnwanted = true }
        belt.broadcast()
    }

    /// The next rows, nil at the end; waits for them.
    func next() throws -> ValueRows? {
        let count = blocks.count
        while true {
            let step = try belt.wait { belt -> Step? in
                if let failure = belt.failure { throw failure }
                if belt.written == count { return .end }
                if let rows = belt.ready.removeValue(forKey: belt.written) {
                    belt.written += 1
                    return .write(rows)
                }
                return Self.take(&belt, count)?.map { .putDown($0) }
            }
            switch step {
            case .end: return nil
            case .putDown(let block): Self.put(block, of: blocks, on: belt)
            case .write(let rows):
                belt.broadcast()
                return rows
            }
        }
    }

    private enum Step: Sendable {
        case end
        case write(ValueRows)
        case putDown(Int)
    }

    /// A block to put down: nil within if there is none left, nil if it is not time yet.
    private static func take(_ belt: inout Belt, _ count: Int) -> Int?? {
        if belt.isUnwanted || belt.failure != nil || belt.next == count { return .some(nil) }
        guard belt.next < belt.written + mostWaiting else { return nil }
        defer { belt.next += 1 }
        return belt.next
    }

    private static func put(_ block: Int, of blocks: Blocks, on belt: Monitor<Belt>) {
        do {
            let rows = try blocks.rows(block)
            belt.with { $0.ready[block] = rows }
        } catch {
            belt.with { $0.failure = error }
        }
        belt.broadcast()
    }

    /// Some rows as values.
    static func rows(
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
