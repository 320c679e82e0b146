import Entries
import EventLog
import LMDB
import Synchronization
import TestSupport

/// A decider for tests: appends what it is told to, unless the stream has moved on.
struct Clerk: Deciding {
    struct Command: Sendable {
        var entries: [NewEntry]
        var expectedVersion: Int?
        var key: IdempotencyKey?
        var fingerprint: UInt64 = 0
        var failure: Failure?
        /// Asked inside the transaction before the decision.
        var look: (@Sendable (borrowing AppendTransaction) throws -> Void)?
    }

    enum Answer: Equatable, Sendable {
        case done(version: Int)
        case repeated(ClosedRange<Position>)
        case anotherRequest
        case stale(version: Int)
    }

    struct Failure: Error, Equatable { var word: String }

    let forgotten: Counter

    init(forgotten: Counter = Counter()) { self.forgotten = forgotten }

    mutating func decide(
        _ command: Command, in transaction: borrowing AppendTransaction
    ) throws -> Decision<Answer> {
        try command.look?(transaction)
        if let failure = command.failure { throw failure }
        if let key = command.key, let recalled = transaction.recall(key) {
            return Decision(
                recalled.fingerprint == command.fingerprint
                    ? .repeated(recalled.positions) : .anotherRequest)
        }
        let version = try command.entries.first.map { try transaction.version(of: $0.stream) } ?? 0
        if let expected = command.expectedVersion, expected != version {
            return Decision(.stale(version: version))
        }
        return Decision(
            .done(version: version + command.entries.count), entries: command.entries,
            idempotency: command.key.map {
                Idempotency(key: $0, fingerprint: command.fingerprint)
            })
    }

    mutating func forget() { forgotten.increment() }
}

final class Counter: Sendable {
    private let atomic = Atomic<Int>(0)
    var value: Int { atomic.load(ordering: .sequentiallyConsistent) }
    func increment() { atomic.add(1, ordering: .sequentiallyConsistent) }
}

/// Mints entries with ids of their own.
struct Mint {
    private var random: SeededGenerator
    private var instant = noon

    init(seed: UInt64 = 1) { random = SeededGenerator(seed: seed) }

    mutating func id() -> EventID {
        instant = instant.advanced(milliseconds: 1)
        return EventID(at: instant, random: (random.next(), random.next()))
    }

    mutating func entry(
        _ stream: String = "petition/KT1080767000001", type: String = "received",
        data: String = #"{"channel":"portal"}"#, sections: [[UInt8]] = []
    ) -> NewEntry {
        NewEntry(
            id: id(), stream: stream, type: "th.khamrong.petition.\(type).v1",
            actor: "officer/somsri", data: Array(data.utf8), sections: sections)
    }
}

/// 2024-07-08T05:00:00Z, noon in Bangkok.
let noon = Instant(milliseconds: 1_720_414_800_000)

/// A log in a scratch directory, with a clock that the test sets.
final class Desk {
    let scratch: Scratch
    let log: EventLog
    let clock = TestClock()
    static let origin = "petitions.example/kt"

    /// The log's tables, in the order of their numbers.
    static let tables = [
        TableSpecification("entries", hasIntegerKeys: true), TableSpecification("names"),
        TableSpecification("streams"), TableSpecification("ids"), TableSpecification("meta"),
    ]
    static let entries = Table(0), names = Table(1), streams = Table(2), ids = Table(3)
    static let meta = Table(4)

    /// The key of what lies at a position in the table of entries: the entry itself, one of its
    /// sections, or what is remembered of its command (255).
    static func row(_ position: Position, _ number: UInt64 = 0) -> UInt64 {
        position << 8 | number
    }

    /// The environment beneath the log, to count its rows or to damage them.
    func raw() throws -> Environment {
        try Environment.open(
            scratch.path("log"), tables: Self.tables, mapSize: 64 << 20, mode: .write)
    }

    init(mapSize: Int = 64 << 20) throws {
        scratch = try Scratch()
        log = try EventLog.create(
            at: scratch.path("log"), origin: Self.origin, now: noon, mapSize: mapSize)
    }

    func writer(
        _ clerk: Clerk = Clerk(), limits: WriterLimits = WriterLimits(),
        notices: @escaping @Sendable (WriterNotice) -> Void = { _ in }
    ) throws -> LogWriter<Clerk> {
        let clock = clock
        return try LogWriter(
            log, decider: clerk, clock: { clock.now }, limits: limits, notices: notices)
    }
}

extension WriterLimits {
    /// Every commit brings the indices to the head.
    static var indexedAtOnce: WriterLimits {
        var limits = WriterLimits()
        limits.unindexed = 0
        return limits
    }
}

final class TestClock: Sendable {
    private let milliseconds = Atomic<Int>(noon.milliseconds)
    var now: Instant {
        get { Instant(milliseconds: milliseconds.load(ordering: .sequentiallyConsistent)) }
        set { milliseconds.store(newValue.milliseconds, ordering: .sequentiallyConsistent) }
    }
}

extension WriteOutcome {
    /// The answer of a command that was committed; nil for every other outcome.
    var answer: Answer? {
        if case .committed(let answer, _) = self { answer } else { nil }
    }

    var positions: ClosedRange<Position>? {
        if case .committed(_, let positions) = self { positions } else { nil }
    }

    var failure: (any Error)? {
        if case .failed(let error) = self { error } else { nil }
    }
}
