import Entries
import EventLog
import TestSupport
import Testing
import Threads

@Suite struct RefusingTests {
    private let desk: Desk
    private var mint = Mint()

    init() throws { desk = try Desk() }

    private func refusal(_ entries: [NewEntry], _ writer: LogWriter<Clerk>) -> LogError? {
        writer.performAndWait(.init(entries: entries)).failure as? LogError
    }

    @Test mutating func `an entry over the limit is refused, one at the limit is not`() throws {
        let writer = try desk.writer()
        func entry(_ size: Int) -> NewEntry {
            mint.entry(data: #"{"text":"\#(String(repeating: "x", count: size))"}"#)
        }
        #expect(writer.performAndWait(.init(entries: [entry(100)])).positions == 1...1)
        let bytes = try #require(try desk.log.entry(at: 1)).bytes
        let room = Envelope.largestSize - bytes.count + 100
        #expect(writer.performAndWait(.init(entries: [entry(room)])).positions == 2...2)
        #expect(try desk.log.entry(at: 2)?.bytes.count == 65_535)
        #expect(refusal([entry(room + 1)], writer) == .entryTooLarge(size: 65_536))
        #expect(try desk.log.head == 2)
    }

    @Test(arguments: ["", "petition/ก", "petition/a b", String(repeating: "s", count: 512)])
    func `a stream's name is short and plain`(stream: String) throws {
        var mint = Mint()
        let writer = try desk.writer()
        #expect(refusal([mint.entry(stream)], writer) == .unusableStream(stream))
        #expect(try desk.log.version(of: stream) == 0)
        let longest = String(repeating: "s", count: 511)
        #expect(writer.performAndWait(.init(entries: [mint.entry(longest)])).positions == 1...1)
    }

    @Test mutating func `an event id is used once`() throws {
        let clerk = Clerk()
        let writer = try desk.writer(clerk)
        let early = mint.entry(), first = mint.entry(), later = mint.entry()
        _ = writer.performAndWait(.init(entries: [first]))
        #expect(refusal([first], writer) == .repeatedID(first.id))
        #expect(refusal([later, later], writer) == .repeatedID(later.id))
        #expect(refusal([early, first], writer) == .repeatedID(first.id))
        #expect(clerk.forgotten.value == 3)
        // An id that is minted earlier and comes later is as good as any.
        #expect(writer.performAndWait(.init(entries: [early, later])).positions == 2...3)
        #expect(try desk.log.position(of: early.id) == 2)
        #expect(try desk.log.version(of: early.stream) == 3)
    }

    @Test mutating func `what a refused command began leaves no trace in its batch`() throws {
        let writer = try desk.writer()
        let stream = mint.entry("petition/KT9")
        let bad = mint.entry("petition/ก")
        #expect(refusal([stream, bad], writer) == .unusableStream("petition/ก"))
        let other = mint.entry("petition/KT8")
        #expect(writer.performAndWait(.init(entries: [stream, other])).positions == 1...2)
        #expect(try Envelope(desk.log.read(after: 0, limit: 1)[0].bytes).streamVersion == 1)
        var verified = 0
        let result = try LogVerifier(desk.log).run { _ in
            verified += 1
            return true
        }
        #expect(verified == 0)
        #expect(result.streams == 2)
    }

    @Test mutating func `an error of the decider is the caller's, and writes nothing`() throws {
        let clerk = Clerk()
        let writer = try desk.writer(clerk)
        let outcome = writer.performAndWait(
            .init(entries: [mint.entry()], failure: Clerk.Failure(word: "no")))
        #expect(outcome.failure as? Clerk.Failure == Clerk.Failure(word: "no"))
        #expect(try desk.log.head == 0)
        #expect(clerk.forgotten.value == 0)
    }

    @Test mutating func `a full queue says so at once`() throws {
        var limits = WriterLimits()
        limits.queue = 3
        let writer = try desk.writer(limits: limits)
        let gate = Monitor(false)
        let words = Monitor<[String]>([])
        func submit(look: (@Sendable (borrowing AppendTransaction) throws -> Void)? = nil) {
            writer.submit(.init(entries: [mint.entry()], look: look)) { outcome in
                words.with {
                    switch outcome {
                    case .committed: $0.append("committed")
                    case .busy: $0.append("busy")
                    default: $0.append("other")
                    }
                }
                words.signal()
            }
        }
        submit { _ in gate.wait { $0 ? () : nil } }
        for _ in 0..<4 { submit() }
        #expect(words.with { $0 } == ["busy", "busy"])
        gate.with { $0 = true }
        gate.signal()
        words.wait { $0.count == 5 ? () : nil }
        #expect(words.with { $0 }.filter { $0 == "committed" }.count == 3)
        submit()
        words.wait { $0.count == 6 ? () : nil }
        #expect(words.with { $0 }.last == "committed")
    }

    @Test mutating func `closing carries out what waits and then refuses`() throws {
        let writer = try desk.writer()
        let done = Counter()
        for _ in 0..<50 {
            writer.submit(.init(entries: [mint.entry()])) { outcome in
                if outcome.positions != nil { done.increment() }
            }
        }
        writer.close()
        #expect(done.value == 50)
        #expect(try desk.log.head == 50)
        guard case .closed = writer.performAndWait(.init(entries: [mint.entry()])) else {
            Issue.record("a closed writer took a command")
            return
        }
    }

    @Test func `a log has one writer`() throws {
        let writer = try desk.writer()
        #expect(throws: LogError.lockedByAnother) { try desk.writer() }
        writer.close()
        let next = try desk.writer()
        next.close()
    }
}
