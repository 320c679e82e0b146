internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Threads
internal import Vault

/// Destroys in the vault what the log says is erased.
///
/// The log comes first, so that nothing is destroyed that nobody erased. A crash between the two
/// leaves a key that still lives: the next writer destroys it before its first command.
final class Erasures: Sendable {
    private let vault: Vault
    private let accounts: Accounts
    private let files: SealedFiles
    private let filings: UnfinishedFilings
    private let state = Monitor(State())

    private struct State {
        var running = 0
        /// Whether something could not be destroyed and must be tried again at the next start.
        var isBehind = false
    }

    init(vault: Vault, accounts: Accounts, files: SealedFiles, filings: UnfinishedFilings) {
        self.vault = vault
        self.accounts = accounts
        self.files = files
        self.filings = filings
    }

    /// Whether everything is destroyed that was asked for; waits for what is under way.
    func settle() -> Bool { state.wait { $0.running == 0 ? !$0.isBehind : nil } }

    /// Destroys what entries after `position` say is erased and what may live here still.
    func finish(in log: EventLog, after position: Position) throws {
        for kind in [StreamKind.petition, .account] {
            let type = "\(EventType.prefix)\(kind.rawValue).\(PetitionEvent.Erased.name)."
            var next: Position? = position
            while let after = next {
                let page = try log.read(type: type, after: after, limit: 1000)
                for entry in page.entries {
                    let recorded = try RecordedEvent.read(entry)
                    guard let erased = Erased(recorded) else { continue }
                    try destroy(erased, at: recorded.position)
                }
                next = page.next
            }
        }
    }

    /// Removes files whose keys are no more, should one have been left.
    func removeFiles() throws { _ = try files.removeErased(by: vault) }

    /// Whether any of the requests would erase something.
    static func concern(_ requests: [Frozen<Request>]) -> Bool {
        requests.contains { $0.value.erased != nil }
    }

    /// Destroys what accepted requests erased, then answers. Nothing is slower for it where
    /// nothing was erased; the disk is waited for on a thread of its own.
    func destroy(
        _ requests: [Frozen<Request>], _ outcomes: [CommandOutcome],
        then completion: @escaping @Sendable ([CommandOutcome]) -> Void
    ) {
        guard Self.concern(requests) else { return completion(outcomes) }
        state.with { $0.running += 1 }
        _ = WorkerThread { [self] in
            completion(zip(requests, outcomes).map { outcome(of: $0.value, $1) })
            state.with { $0.running -= 1 }
            state.broadcast()
        }
    }

    private func outcome(of request: Request, _ outcome: CommandOutcome) -> CommandOutcome {
        guard let erased = request.erased, case .accepted(let receipt) = outcome,
            let positions = receipt.positions
        else { return outcome }
        do {
            try destroy(erased, at: positions.lowerBound)
            return outcome
        } catch {
            state.with { $0.isBehind = true }
            return .unknown("the erasure is recorded; the key goes at the next start: \(error)")
        }
    }

    private func destroy(_ erased: Erased, at position: Position) throws {
        do {
            try vault.erase([erased.key], at: position)
        } catch VaultError.unknownKey {
            // Gone already, and for ever; `verify` says that the vault never heard of it.
        }
        try files.remove(under: [erased.key])
        guard let account = erased.account else { return }
        try accounts.forget(account)
        try Sessions(vault.place).endAll(of: account)
        try filings.finishAll(of: account)
    }

    /// A key to be destroyed, and the account that goes with it.
    struct Erased: Sendable {
        let key: KeyReference
        var account: String?
    }
}

extension Erasures.Erased {
    fileprivate init?(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .petition(.erased(let data)): self.init(key: data.key)
        case .account(.erased(let data)):
            self.init(key: data.key, account: recorded.stream.name)
        default: return nil
        }
    }
}

extension Request {
    fileprivate var erased: Erasures.Erased? {
        switch command {
        case .petition(_, .erase(let data)): Erasures.Erased(key: data.key)
        case .account(let id, .erase(let data)): Erasures.Erased(key: data.key, account: id)
        default: nil
        }
    }
}
