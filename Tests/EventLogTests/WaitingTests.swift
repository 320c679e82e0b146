import EventLog
import Glibc
import TestSupport
import Testing
import Threads

@Suite struct WaitingTests {
    private let desk: Desk
    private var mint = Mint()

    init() throws { desk = try Desk() }

    @Test mutating func `who waits for an idle writer carries the command out`() throws {
        let writer = try desk.writer()
        let own = pthread_self()
        let threads = Monitor<[pthread_t]>([])
        for _ in 0..<3 {
            let entry = mint.entry()
            let outcome = writer.performAndWait(
                .init(entries: [entry], look: { _ in threads.with { $0.append(pthread_self()) } }))
            #expect(outcome.positions != nil)
        }
        #expect(threads.with { $0 } == [own, own, own])
        #expect(try desk.log.head == 3)
    }

    @Test mutating func `what comes meanwhile waits for its turn, and closing for all`() throws {
        let writer = try desk.writer()
        let (gate, isHeld) = (Monitor(false), Monitor(false))
        let entries = (0..<4).map { _ in mint.entry() }
        let caller = WorkerThread {
            let outcome = writer.performAndWait(
                .init(
                    entries: [entries[0]],
                    look: { _ in
                        isHeld.with { $0 = true }
                        isHeld.signal()
                        gate.wait { $0 ? () : nil }
                    }))
            #expect(outcome.positions == 1...1)
        }
        isHeld.wait { $0 ? () : nil }
        let versions = Monitor<[Clerk.Answer?]>([])
        for entry in entries[1...] {
            writer.submit(.init(entries: [entry])) { outcome in
                versions.with { $0.append(outcome.answer) }
            }
        }
        let closer = WorkerThread { writer.close() }
        gate.with { $0 = true }
        gate.signal()
        closer.join()
        caller.join()
        #expect(
            versions.with { $0 } == [.done(version: 2), .done(version: 3), .done(version: 4)])
        #expect(try desk.log.head == 4)
    }
}
