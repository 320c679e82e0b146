internal import Entries
internal import LMDB
internal import Threads

/// What the writer's thread does: decides batch after batch until the queue is closed, each while
/// the one before it is written. A caller who waits for one command does it in the thread's place
/// while that has nothing to do.
struct WriterLoop<Decider: Deciding> {
    typealias Queue = CommandQueue<Decider.Command, Decider.Answer>
    typealias Outcome = WriteOutcome<Decider.Answer>

    private let log: EventLog
    private var decider: Decider
    private let queue: Queue
    private let committer: Committer<Decider>
    private let clock: @Sendable () -> Instant
    private let limits: WriterLimits
    private let notices: @Sendable (WriterNotice) -> Void
    /// Nil after a commit has failed, until it is read anew.
    private var memory: WriterMemory?
    private var isClockBehind = false
    private var hasFailed = false
    /// What is decided and not handed over.
    private var batch = Batch<Decider.Command, Decider.Answer>()

    init(
        log: EventLog, decider: Decider, queue: Queue, committer: Committer<Decider>,
        clock: @escaping @Sendable () -> Instant, limits: WriterLimits,
        notices: @escaping @Sendable (WriterNotice) -> Void
    ) {
        self.log = log
        self.decider = decider
        self.queue = queue
        self.committer = committer
        self.clock = clock
        self.limits = WriterLimits(atLeastOne: limits)
        self.notices = notices
    }

    /// Reads what the writer must remember.
    mutating func load() throws { _ = try loaded() }

    private mutating func loaded() throws -> WriterMemory {
        let now = clock()
        let loaded = try log.reading { try WriterMemory($0, now: now) }
        memory = loaded
        return loaded
    }

    /// The memory, read anew if a commit has failed.
    private mutating func readyMemory() throws -> WriterMemory {
        if let memory { return memory }
        if hasFailed { try log.environment.reopen() }
        hasFailed = false
        return try loaded()
    }

    // MARK: Batches

    /// Carries out one command on this very thread, while nobody else is at work.
    mutating func carryOut(_ job: Queue.Job) {
        var jobs = [job][...]
        decide(&jobs)
        take(committer.commit(handOver()))
    }

    /// Carries out `jobs` and what comes while they are; returns when nothing waits to be written.
    mutating func carryOut(_ jobs: [Queue.Job]) {
        var (waiting, isCommitting) = (jobs[...], false)
        while true {
            if !waiting.isEmpty, !isFull { decide(&waiting) }
            if !isCommitting {
                if batch.isEmpty { return }
                committer.start(handOver())
                isCommitting = true
            }
            switch queue.next(withJobs: waiting.isEmpty && !isFull) {
            case .jobs(let jobs): waiting = jobs[...]
            case .finished(let commit):
                isCommitting = false
                if let again = take(commit) { waiting = again + waiting }
            }
        }
    }

    private var isFull: Bool {
        batch.jobs.count >= limits.batchCommands || batch.bytes >= limits.batchBytes
    }

    /// What is to be decided again, since something before it did not come to be.
    @discardableResult private mutating func take(_ commit: Commit) -> ArraySlice<Queue.Job>? {
        switch commit {
        case .kept(let swept):
            if let swept { memory?.window.swept = swept }
            return nil
        case .failed:
            memory = nil
            hasFailed = true
            decider.forget()
            let jobs = batch.jobs[...]
            batch = Batch()
            return jobs
        }
    }

    /// The batch, with the rows of the indices if it is time for them.
    private mutating func handOver() -> Batch<Decider.Command, Decider.Answer> {
        var whole = Batch<Decider.Command, Decider.Answer>()
        swap(&whole, &batch)
        guard let memory, whole.head != nil else { return whole }
        if isIndexDue(memory) {
            whole.index = memory.takeIndexRows()
            whole.sweep = memory.window.sweep
        }
        return whole
    }

    /// Whether the entries that the indices do not hold are many: a few, for whom reads a stream
    /// looks at them all; in a flood many more, since each commit adds as many.
    private func isIndexDue(_ memory: WriterMemory) -> Bool {
        let isFlood = Int(memory.edge.head - memory.headBefore) > limits.unindexed
        return memory.unindexed > limits.unindexed * (isFlood ? 256 : 1)
    }

    // MARK: Decisions

    /// Decides the first of `jobs`, as many as fit into the batch, at least one.
    private mutating func decide(_ jobs: inout ArraySlice<Queue.Job>) {
        do {
            try add(&jobs)
        } catch {
            // Nothing is written of those that are left.
            decider.forget()
            for job in jobs { batch.add(job, .failed(error)) }
            jobs = []
        }
    }

    private mutating func add(_ jobs: inout ArraySlice<Queue.Job>) throws {
        // What comes behind damage could not be kept: a backup from before it is restored.
        if let damage = log.damage { throw damage }
        let memory = try readyMemory()
        if batch.isEmpty { memory.begin(at: try recordedTime(after: memory.edge.time)) }
        let transaction = try AppendTransaction(log, memory: memory)
        repeat {
            guard let job = jobs.first else { return }
            let outcome = outcome(of: job.command, in: transaction)
            batch.add(job, outcome)
            jobs.removeFirst()
        } while !isFull
    }

    /// Decides one command and adds what follows to the batch.
    private mutating func outcome(
        of command: Decider.Command, in transaction: borrowing AppendTransaction
    ) -> Outcome {
        let decision: Decision<Decider.Answer>
        do {
            decision = try decider.decide(command, in: transaction)
        } catch {
            if let damage = error as? LogDamage { log.note(damage) }
            return .failed(error)
        }
        do {
            let prepared = try transaction.prepare(decision)
            let positions = transaction.append(prepared, idempotency: decision.idempotency) {
                batch.add($0)
            }
            return .committed(decision.answer, positions: positions)
        } catch {
            // It has decided what will not be.
            decider.forget()
            return .failed(error)
        }
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
}
