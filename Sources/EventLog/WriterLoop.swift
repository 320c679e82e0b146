internal import Entries
internal import LMDB
internal import Threads

/// What the writer's thread does: batch after batch until the queue is closed. A caller who waits
/// for one command does it in the thread's place while that has nothing to do.
struct WriterLoop<Decider: Deciding> {
    typealias Queue = CommandQueue<Decider.Command, Decider.Answer>
    typealias Outcome = WriteOutcome<Decider.Answer>

    private let log: EventLog
    private var decider: Decider
    private let queue: Queue
    private let clock: @Sendable () -> Instant
    private let limits: WriterLimits
    private let notices: @Sendable (WriterNotice) -> Void
    private let faults: @Sendable () -> CommitFault?
    /// Nil after a commit has failed, until it is read anew.
    private var memory: WriterMemory?
    private var isClockBehind = false
    private var batchesUntilReaderCheck = 0

    init(
        log: EventLog, decider: Decider, queue: Queue, clock: @escaping @Sendable () -> Instant,
        limits: WriterLimits, notices: @escaping @Sendable (WriterNotice) -> Void,
        faults: @escaping @Sendable () -> CommitFault?
    ) {
        self.log = log
        self.decider = decider
        self.queue = queue
        self.clock = clock
        self.limits = WriterLimits(atLeastOne: limits)
        self.notices = notices
        self.faults = faults
    }

    /// Reads what the writer must remember.
    mutating func load() throws { _ = try loaded() }

    private mutating func loaded() throws -> WriterMemory {
        let now = clock()
        let loaded = try log.environment.read { try WriterMemory($0, now: now) }
        memory = loaded
        return loaded
    }

    /// Carries out `jobs` and tells who sent them.
    mutating func carryOut(_ jobs: [Queue.Job]) {
        var rest = jobs[...]
        while !rest.isEmpty {
            let outcomes = outcomes(of: rest.prefix(limits.batchCommands))
            // Before the callers hear of it, so that each has room for its next command.
            queue.answered(outcomes.count)
            for index in outcomes.indices {
                rest[rest.startIndex + index].completion(outcomes[index])
            }
            rest = rest.dropFirst(outcomes.count)
        }
        removeDeadReaders()
    }

    /// Readers that died without a word keep old pages from being used again, so that the file
    /// grows. A failure here harms nobody and shows itself with the next batch.
    private mutating func removeDeadReaders() {
        batchesUntilReaderCheck -= 1
        guard batchesUntilReaderCheck < 0 else { return }
        batchesUntilReaderCheck = 1000
        _ = try? log.environment.removeDeadReaders()
    }

    /// Carries out the first of `jobs`, as many as make a batch, at least one.
    private mutating func outcomes(of jobs: ArraySlice<Queue.Job>) -> [Outcome] {
        while true {
            do {
                return try batch(jobs)
            } catch let failure as FailedCommit {
                let answered = jobs.prefix(failure.commands).map { _ in
                    Outcome.unknown(failure.cause)
                }
                recover(from: failure.cause)
                return answered
            } catch {
                // Nothing was written. What a full map stopped is decided again in a larger one.
                decider.forget()
                guard let full = error as? LMDBError, full.isMapFull, grow() else {
                    return jobs.map { _ in .failed(error) }
                }
            }
        }
    }

    /// The commit failed, so that it is not known whether it was kept.
    private struct FailedCommit: Error {
        let cause: LMDBError
        let commands: Int
    }

    /// One write transaction. Whatever it throws but `FailedCommit` has left nothing behind.
    private mutating func batch(_ jobs: ArraySlice<Queue.Job>) throws -> [Outcome] {
        let memory = try readyMemory()
        let time = try recordedTime(after: memory.edge.time)
        var transaction = try AppendTransaction(log, memory: memory)
        memory.begin(at: time)
        let head = memory.edge.head
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(jobs.count)
        do {
            for index in jobs.indices where transaction.storedBytes < limits.batchBytes {
                outcomes.append(try outcome(of: jobs[index].command, in: &transaction))
            }
            if memory.edge.head == head { return outcomes }
            if isIndexDue(transaction, added: memory.edge.head - head) { try transaction.index() }
            try commit(transaction, commands: outcomes.count)
        } catch {
            memory.undo()
            throw error
        }
        announce(memory.edge.head)
        return outcomes
    }

    /// Whether the entries that the indices do not hold are many: a few, for whom reads a stream
    /// looks at them all; in a flood many more, since each commit adds as many.
    private func isIndexDue(_ transaction: borrowing AppendTransaction, added: Position) -> Bool {
        let isFlood = Int(added) > limits.unindexed
        return transaction.unindexed > limits.unindexed * (isFlood ? 256 : 1)
    }

    private func commit(_ transaction: consuming AppendTransaction, commands: Int) throws {
        let fault = faults()
        if fault == .lost { throw FailedCommit(cause: .injected, commands: commands) }
        do throws(LMDBError) {
            try transaction.commit()
        } catch {
            throw error.isMapFull ? error : FailedCommit(cause: error, commands: commands)
        }
        if fault == .kept { throw FailedCommit(cause: .injected, commands: commands) }
    }

    /// Decides one command and stores what follows. Throws only if the batch cannot be kept.
    private mutating func outcome(
        of command: Decider.Command, in transaction: inout AppendTransaction
    ) throws -> Outcome {
        let decision: Decision<Decider.Answer>
        do {
            decision = try decider.decide(command, in: transaction)
        } catch {
            return .failed(error)
        }
        let prepared: PreparedEntries
        do {
            prepared = try transaction.prepare(decision)
        } catch {
            // It has decided what will not be.
            decider.forget()
            return .failed(error)
        }
        let positions = try transaction.append(prepared, idempotency: decision.idempotency)
        return .committed(decision.answer, positions: positions)
    }

    /// The clock's time, or the last entry's while the clock stands before it.
    private mutating func recordedTime(after last: Instant) throws -> Instant {
        let now = clock()
        guard now.isWritable else { throw LogError.unusableTime }
        let isBehind = now < last
        if isBehind, !isClockBehind { notices(.clockBehind(clock: now, last: last)) }
        isClockBehind = isBehind
        return isBehind ? last : now
    }

    private func announce(_ head: Position) {
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

    /// Drops all memory and opens the log anew; what stands in it then is what was kept.
    private mutating func recover(from cause: LMDBError) {
        memory = nil
        decider.forget()
        notices(.commitFailed(cause))
    }

    /// The memory, read anew if a commit has failed.
    private mutating func readyMemory() throws -> WriterMemory {
        if let memory { return memory }
        try log.environment.reopen()
        return try loaded()
    }
}

extension LMDBError {
    /// What a commit fails with that is made to fail.
    static let injected = LMDBError(code: 5, function: "injected")
}
