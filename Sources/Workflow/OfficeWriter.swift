package import Entries
package import EventLog
package import Events
package import Rules
internal import Sockets
internal import Threads
package import Vault

/// The one writer of an office; while it lives, other processes reach it through its socket.
package final class OfficeWriter: CommandPort {
    private let desk: Desk
    private let values: UniqueValues
    let erasures: Erasures
    let log: EventLog
    let snapshots: String
    package let vault: Vault
    package let filings: UnfinishedFilings
    /// Databases beside the log that were damaged when this writer came, and are new now.
    package let setAside: [SetAside]
    private let listener: UnixListener
    private let acceptor: WorkerThread
    private let connections = Monitor<[ObjectIdentifier: UnixConnection]>([:])

    /// The most bytes of one frame on the socket.
    static let largestFrame = 64 << 20

    /// - Parameter first: done with the log as soon as it is this writer's, before anything is
    ///   written.
    /// - Throws: `LogError.lockedByAnother` while another process is the writer.
    package init(
        _ paths: OfficePaths, log: EventLog, clock: @escaping @Sendable () -> Instant,
        limits: WriterLimits = WriterLimits(),
        notices: @escaping @Sendable (WriterNotice) -> Void = { _ in },
        faults: @escaping @Sendable () -> CommitFault? = { nil },
        first: (EventLog) throws -> Void = { _ in }
    ) throws {
        let unique = Once<UniqueValues>()
        // The lock comes first: only its holder may give out keys or listen.
        let writer = try LogWriter(
            log, decider: OfficeDecider(code: paths.code, unique: unique), clock: clock,
            limits: limits, notices: notices, faults: faults)
        try first(log)
        let vault = try Vault(opening: paths.place(log.origin))
        let setAside = try SetAside.setAside(paths, at: clock())
        let filings = try UnfinishedFilings(paths.drafts, vault: vault)
        // Drafts that are only out of reach keep their keys and uploads, until their time is over.
        let hasLostDrafts = try SetAside.removeOldDrafts(paths, at: clock())
        try vault.settle(with: log, sparing: hasLostDrafts ? nil : try filings.keys())
        if !hasLostDrafts { try filings.tidy() }
        let accounts = try Accounts(vault)
        let erasures = Erasures(
            vault: vault, accounts: accounts, files: SealedFiles(paths.files), filings: filings)
        // What was kept was kept by a writer that had destroyed everything up to there.
        try erasures.finish(in: log, after: try accounts.uniqueEntries()?.through ?? 0)
        let values = try UniqueValues(log: log, vault: vault, accounts: accounts)
        unique.set(values)
        let desk = Desk(
            sealer: Sealer(log: log, vault: vault, unique: values, clock: clock), writer: writer,
            erasures: erasures)
        let listener = try UnixListener(directory: paths.office, name: OfficePaths.socketName)
        self.desk = desk
        self.values = values
        self.erasures = erasures
        self.log = log
        snapshots = paths.snapshots
        self.vault = vault
        self.filings = filings
        self.setAside = setAside
        self.listener = listener
        let connections = self.connections
        acceptor = WorkerThread {
            while let connection = listener.accept() {
                let id = ObjectIdentifier(connection)
                connections.with { $0[id] = connection }
                _ = WorkerThread {
                    Self.serve(connection, desk)
                    connections.with { _ = $0.removeValue(forKey: id) }
                }
            }
        }
    }

    package func submit(
        _ drafts: [Draft], completion: @escaping @Sendable ([CommandOutcome]) -> Void
    ) {
        desk.submit(drafts, completion: completion)
    }

    /// A key for a case or an account that a draft is going to open (`Draft.key`), so that files
    /// can be sealed under it before. One that no event names is destroyed at the next start.
    package func newKey() throws -> KeyHandle { try desk.sealer.newKey() }

    /// The key of a stream, to seal further files under; nil if there is no such stream.
    package func key(of stream: StreamName) throws -> KeyHandle? {
        try desk.sealer.key(of: stream)
    }

    /// The account that has this value as its own alone; nil if nobody has.
    package func holder(
        of value: String, as unique: AccountRefusal.Unique
    ) throws -> String? {
        try values.holder(of: value, as: unique)
    }

    package func submitAndWait(_ drafts: [Draft]) -> [CommandOutcome] {
        desk.submitAndWait(drafts)
    }

    package var figures: WriterFigures { desk.writer.figures }

    package func close() {
        listener.shutDown()
        acceptor.join()
        for connection in connections.with({ Array($0.values) }) { connection.shutDown() }
        // Asked while the lock is held: another writer may go on at once after it.
        let head = try? log.head
        desk.writer.close()
        // Only to spare the next start: the log has it all.
        if erasures.settle(), let head { try? values.keep(through: head) }
        // Keys put down now would fall into a file that is another's, or has gone.
        vault.stopMinting()
    }

    /// Answers one connection frame by frame until it closes.
    private static func serve(_ connection: UnixConnection, _ desk: Desk) {
        do {
            while let frame = try connection.receive(limit: largestFrame) {
                let drafts = try SocketFrame.drafts(frame)
                try connection.send(SocketFrame.encoded(desk.submitAndWait(drafts)))
            }
        } catch {
            // A client that broke off, or one of another version: its connection ends, and it
            // hears `unknown` for what it had sent.
            connection.shutDown()
        }
    }
}

/// Seals what comes in on the caller's thread, then queues it to the writer.
private struct Desk: Sendable {
    let sealer: Sealer
    let writer: LogWriter<OfficeDecider>
    let erasures: Erasures

    func submit(_ drafts: [Draft], completion: @escaping @Sendable ([CommandOutcome]) -> Void) {
        do {
            let requests = try sealer.requests(from: drafts)
            queue(requests) { [sealer] outcomes in
                sealer.settle(requests, outcomes)
                completion(outcomes)
            }
        } catch {
            completion(.init(repeating: .failed("\(error)"), count: drafts.count))
        }
    }

    func submitAndWait(_ drafts: [Draft]) -> [CommandOutcome] {
        do {
            let requests = try sealer.requests(from: drafts)
            let outcomes = performAndWait(requests)
            sealer.settle(requests, outcomes)
            return outcomes
        } catch {
            return .init(repeating: .failed("\(error)"), count: drafts.count)
        }
    }

    private func performAndWait(_ requests: [Frozen<Request>]) -> [CommandOutcome] {
        guard Erasures.concern(requests) else {
            return Self.answers(writer.performAndWait(requests), count: requests.count)
        }
        let answer = Monitor<[CommandOutcome]?>(nil)
        queue(requests) { outcomes in
            answer.with { $0 = outcomes }
            answer.signal()
        }
        return answer.wait { $0 }
    }

    private func queue(
        _ requests: [Frozen<Request>],
        completion: @escaping @Sendable ([CommandOutcome]) -> Void
    ) {
        writer.submit(requests) { [erasures] outcome in
            let answers = Self.answers(outcome, count: requests.count)
            erasures.destroy(requests, answers, then: completion)
        }
    }

    private static func answers(
        _ outcome: WriteOutcome<[CommandOutcome]>, count: Int
    ) -> [CommandOutcome] {
        switch outcome {
        case .committed(let outcomes, _): outcomes
        case .busy, .closed: .init(repeating: .busy, count: count)
        case .unknown(let error): .init(repeating: .unknown("\(error)"), count: count)
        case .failed(let error): .init(repeating: .failed("\(error)"), count: count)
        }
    }
}
