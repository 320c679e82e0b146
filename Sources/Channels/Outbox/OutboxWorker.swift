package import Entries
internal import Threads

/// Takes the messages of one channel out of the outbox and has them delivered, on threads of its
/// own, as many as the plan has connections: a provider that is slow or away keeps no other channel
/// waiting.
package final class OutboxWorker: Sendable {
    /// What is done with a message.
    package enum Delivery: Equatable, Sendable {
        case answered(ChannelAnswer)
        /// It was not sent, because the office has no provider for its channel.
        case shown
        /// It cannot be sent.
        case impossible(OutboxRow.Failure)
        /// Not at this hour; it does not count as a try.
        case held(until: Instant)
        /// The house is at fault: a damaged entry, a disk that fails.
        case broken(String)
    }

    fileprivate struct State {
        var isStopped = false
        var rings = 0
        var failuresInARow = 0
        /// The server is left alone until then.
        var pause: Instant?
        /// When the last messages went out, the oldest first; no more than go out in a minute.
        var departures: [Instant] = []
    }

    private let outbox: Outbox
    /// Nil: it carries whatever there is.
    private let channel: String?
    private let plan: RetryPlan
    private let clock: @Sendable () -> Instant
    private let chance: @Sendable () -> Double
    private let deliver: @Sendable (OutboxRow) -> Delivery
    private let tell: @Sendable (OutboxRow) throws -> Bool
    private let report: @Sendable (String) -> Void
    private let state = Monitor(State())
    private let threads = Monitor<[WorkerThread]>([])
    private static let longestWaitMilliseconds = 60_000

    /// `deliver` blocks as long as it needs, and is called by as many threads as there are
    /// connections; `tell` by one at a time. It hears of each message that has come to its
    /// end, once or again after a crash, and says whether it was taken down.
    package init(
        _ outbox: Outbox, channel: String? = nil, plan: RetryPlan = RetryPlan(),
        clock: @escaping @Sendable () -> Instant,
        chance: @escaping @Sendable () -> Double = { .random(in: 0...1) },
        report: @escaping @Sendable (String) -> Void = { _ in },
        deliver: @escaping @Sendable (OutboxRow) -> Delivery,
        tell: @escaping @Sendable (OutboxRow) throws -> Bool = { _ in true }
    ) {
        self.outbox = outbox
        self.channel = channel
        self.plan = plan
        self.clock = clock
        self.chance = chance
        self.report = report
        self.deliver = deliver
        self.tell = tell
    }

    /// Puts right what the last run left, and begins.
    package func start() throws {
        try recover()
        // One of them tells; messages that are sent meanwhile are told of together.
        threads.with { threads in
            threads = (0..<max(1, plan.connections)).map { place in
                WorkerThread { [self] in run(telling: place == 0) }
            }
        }
    }

    /// Puts right what the last run left: for whoever calls `sendOne` in place of `start`.
    package func recover() throws { try outbox.recover(at: clock(), channel: channel) }

    /// Wakes it: there are new messages.
    package func ring() {
        state.with { $0.rings += 1 }
        state.broadcast()
    }

    /// Waits for the message that is under way, and ends.
    package func stop() {
        state.with { $0.isStopped = true }
        state.broadcast()
        for thread in threads.with({ $0 }) { thread.join() }
    }

    private func run(telling isTelling: Bool) {
        while !state.with({ $0.isStopped }) {
            let heard = state.with { $0.rings }
            do {
                if isTelling { try tellAll() }
                if try sendOne() {
                    if !isTelling { ring() }
                    continue
                }
                // What the others have sent since.
                if isTelling, plan.connections > 1 { try tellAll() }
                pause(try waitMilliseconds(), unlessRungSince: heard)
            } catch {
                report("outbox: \(error)")
                pause(Self.longestWaitMilliseconds / 10, unlessRungSince: heard)
            }
        }
    }

    private func pause(_ milliseconds: Int, unlessRungSince heard: Int) {
        _ = state.wait(milliseconds: milliseconds) { state in
            state.isStopped || state.rings != heard ? () : nil
        }
    }

    private func waitMilliseconds() throws -> Int {
        let now = clock()
        guard let due = try outbox.nextDue(channel: channel) else {
            return Self.longestWaitMilliseconds
        }
        let free = state.with { [plan] in $0.free(at: now, plan) }
        let wait = max(due, free).milliseconds - now.milliseconds
        return min(max(wait, 1), Self.longestWaitMilliseconds)
    }

    /// Sends the next message if one is due and may go now; whether it did.
    package func sendOne() throws -> Bool {
        let now = clock()
        let isFree = state.with { [plan] in $0.free(at: now, plan) <= now }
        guard isFree, let row = try outbox.take(at: now, channel: channel) else { return false }
        let delivery = deliver(row)
        let end = clock()
        try outbox.settle(row, as: outcome(delivery, of: row, at: end), at: end)
        state.with { [plan, chance] in $0.note(delivery, at: end, plan, chance()) }
        return true
    }

    /// Tells of all that have come to their end and are not told of yet.
    package func tellAll() throws {
        while try tellSome() {}
    }

    private static let batch = 100

    /// Tells of the next; whether there may be more. They are marked together: what is told again
    /// after a crash is known by its key.
    private func tellSome() throws -> Bool {
        let rows = try outbox.untold(channel: channel, limit: Self.batch)
        var told: [OutboxRow] = []
        do {
            for row in rows where try tell(row) { told.append(row) }
        } catch {
            try outbox.markTold(told)
            throw error
        }
        try outbox.markTold(told)
        return rows.count == Self.batch && told.count == rows.count
    }

    private func outcome(
        _ delivery: Delivery, of row: OutboxRow, at now: Instant
    ) -> OutboxOutcome {
        switch delivery {
        case .shown: return .shown
        case .impossible(let failure): return .failed(failure, nil)
        case .held(let moment): return .held(moment)
        case .broken(let words): return again(row, at: now, words)
        case .answered(.accepted(let reply)): return .sent("\(reply)")
        case .answered(.temporary(let reply)): return again(row, at: now, "\(reply)")
        case .answered(.permanent(let reply, .recipient)): return .failed(.noRecipient, "\(reply)")
        case .answered(.permanent(let reply, .message)): return .failed(.refused, "\(reply)")
        case .answered(.permanent(let reply, .quota)): return .failed(.quota, "\(reply)")
        case .answered(.unknown(let reply)):
            // A notice that comes twice is known by its Message-ID; a code is not sent twice.
            return row.isCode ? .failed(.lost, "\(reply)") : again(row, at: now, "\(reply)")
        }
    }

    private func again(_ row: OutboxRow, at now: Instant, _ words: String) -> OutboxOutcome {
        if let moment = plan.again(row, at: now, chance: chance()) { return .again(moment, words) }
        return .failed(row.isCode ? .expired : .givenUp, words)
    }
}

extension OutboxWorker.State {
    /// From when on the next message may go.
    func free(at now: Instant, _ plan: RetryPlan) -> Instant {
        var free = pause ?? now
        if departures.count >= plan.mostAMinute, let oldest = departures.first {
            free = max(free, oldest.advanced(milliseconds: 60_000))
        }
        return free
    }

    mutating func note(
        _ delivery: OutboxWorker.Delivery, at now: Instant, _ plan: RetryPlan, _ chance: Double
    ) {
        guard case .answered(let answer) = delivery else { return }
        departures.append(now)
        if departures.count > plan.mostAMinute { departures.removeFirst() }
        if case .temporary(let reply) = answer, reply.code == nil {
            failuresInARow += 1
            let wait = plan.pause(failures: failuresInARow, chance: chance)
            pause = now.advanced(milliseconds: wait)
        } else {
            failuresInARow = 0
            pause = nil
        }
    }
}
