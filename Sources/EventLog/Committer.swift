internal import Entries
internal import LMDB
internal import Threads

/// What became of a batch.
enum Commit: Sendable {
    /// `swept` is up to where old idempotency keys are gone, if some were looked for.
    case kept(swept: Position?)
    /// Nothing was written, or it is not known whether it was; the callers have been told.
    case failed
}

/// Writes batches, one after the other, on a thread of its own: while one waits for the disk, the
/// next is decided.
final class Committer<Decider: Deciding>: Sendable {
    typealias Queue = CommandQueue<Decider.Command, Decider.Answer>
    typealias Commands = Batch<Decider.Command, Decider.Answer>

    private struct Desk: Sendable {
        var batch: Commands?
        var isOver = false
    }

    private let log: EventLog
    private let queue: Queue
    private let notices: @Sendable (WriterNotice) -> Void
    private let faults: @Sendable () -> CommitFault?
    private let desk = Monitor(Desk())
    private let done = Monitor(WriterFigures())
    private let batchesUntilReaderCheck = Monitor(0)

    init(
        _ log: EventLog, queue: Queue, notices: @escaping @Sendable (WriterNotice) -> Void,
        faults: @escaping @Sendable () -> CommitFault?
    ) {
        self.log = log
        self.queue = queue
        self.notices = notices
        self.faults = faults
    }

    var figures: WriterFigures {
        var figures = done.with { $0 }
        figures.waiting = queue.unanswered
        return figures
    }

    /// Carries out what is handed over until `stop`; blocks.
    func run() {
        while let batch = desk.wait({ desk -> Commands?? in
            if let batch = desk.batch.take() { return .some(batch) }
            return desk.isOver ? .some(nil) : nil
        }) {
            queue.finished(commit(batch))
        }
    }

    func stop() {
        desk.with { $0.isOver = true }
        desk.signal()
    }

    /// Has the thread commit `batch`; the queue hears when it has.
    func start(_ batch: consuming Commands) {
        desk.with { [batch] in $0.batch = batch }
        desk.signal()
    }

    /// Commits `batch` here and now, and answers all of it.
    func commit(_ batch: Commands) -> Commit {
        do {
            let swept = try store(batch)
            announce(batch.head)
            // Before the callers hear of it, so that each has room for its next command.
            queue.answered(batch.jobs.count)
            done.with { $0.keep(batch.jobs.lazy.map(\.arrival), isStored: !batch.rows.isEmpty) }
            batch.answer()
            removeDeadReaders()
            return .kept(swept: swept)
        } catch let failure as FailedCommit {
            done.with { $0.fail() }
            notices(.commitFailed(failure.cause))
            queue.answered(batch.jobs.count)
            batch.answer(all: .unknown(failure.cause))
        } catch {
            queue.answered(batch.jobs.count)
            batch.answer(all: .failed(error))
        }
        return .failed
    }

    /// The commit failed, so that it is not known whether it was kept.
    private struct FailedCommit: Error {
        let cause: LMDBError
    }

    /// Whatever it throws but `FailedCommit` has left nothing behind.
    private func store(_ batch: borrowing Commands) throws -> Position? {
        guard !batch.rows.isEmpty else { return nil }
        while true {
            do {
                return try write(batch)
            } catch let full as LMDBError where full.isMapFull {
                guard grow() else { throw full }
            }
        }
    }

    private func write(_ batch: borrowing Commands) throws -> Position? {
        var changes = try WriteTransaction(log.environment)
        let rows = batch.rows.span
        for index in rows.indices {
            try changes.add(rows[index].bytes, under: rows[index].key.integer, in: Tables.entries)
        }
        try batch.index?.write(to: &changes)
        let swept = try batch.sweep?.run(&changes)
        try commit(changes)
        return swept
    }

    private func commit(_ changes: consuming WriteTransaction) throws {
        let fault = faults()
        if fault == .lost { throw FailedCommit(cause: .injected) }
        do throws(LMDBError) {
            try changes.commit()
        } catch {
            throw error.isMapFull ? error : FailedCommit(cause: error)
        }
        if fault == .kept { throw FailedCommit(cause: .injected) }
    }

    private func announce(_ head: Position?) {
        guard let head else { return }
        log.arrivals.with { $0 = head }
        log.arrivals.broadcast()
    }

    private func grow() -> Bool {
        do throws(LMDBError) {
            try log.environment.grow()
        } catch {
            return false
        }
        notices(.grown(mapSize: log.environment.mapSize))
        return true
    }

    /// Readers that died without a word keep old pages from being used again, so that the file
    /// grows. A failure here harms nobody and shows itself with the next batch.
    private func removeDeadReaders() {
        let isDue = batchesUntilReaderCheck.with { left in
            left -= 1
            if left < 0 { left = 1000 }
            return left == 1000
        }
        if isDue { _ = try? log.environment.removeDeadReaders() }
    }
}

extension LMDBError {
    /// What a commit fails with that is made to fail.
    static let injected = LMDBError(code: 5, function: "injected")
}
