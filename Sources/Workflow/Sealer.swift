internal import Crypto
internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Threads
internal import Vault

/// Makes requests of drafts: finds or mints the key, seals the sections, mints the event id.
///
/// It does on the caller's thread what would be slow at the writer. Any thread may use it.
final class Sealer: Sendable {
    private let log: EventLog
    private let vault: Vault
    private let clock: @Sendable () -> Instant
    private let unique: UniqueValues
    private let keys: Monitor<StreamKeys>
    /// The last id that was minted.
    private let last: Monitor<EventID?>
    private let minted = Monitor(MintedKeys())

    init(
        log: EventLog, vault: Vault, unique: UniqueValues, clock: @escaping @Sendable () -> Instant
    ) {
        self.unique = unique
        self.log = log
        self.vault = vault
        self.clock = clock
        keys = Monitor(StreamKeys())
        last = Monitor(nil)
    }

    /// The requests of `drafts`, in their order. Throws when a key is unknown; where it is erased,
    /// the request bears its refusal.
    func requests(from drafts: [Draft]) throws -> [Frozen<Request>] {
        let opening = try keys.with { keys in try keys.importKeys(for: drafts, log, vault) }
        let ids = newIDs(drafts.count)
        return try drafts.indices.map { index in
            Frozen(
                try request(from: drafts[index], id: ids[index], importKey: opening?[index]))
        }
    }

    /// Ids that are greater than all before them, as far as the clock allows it: the log adds such
    /// ones at the end of its index, and need not look there for a repetition.
    private func newIDs(_ count: Int) -> [EventID] {
        let now = clock()
        return last.with { last in
            (0..<count).map { _ in
                let random = (SecureRandom.current.next(), SecureRandom.current.next())
                var id = EventID(at: now, random: random)
                if let last { id = id.ordered(after: last, random: random.1) }
                last = id
                return id
            }
        }
    }

    private func request(
        from draft: Draft, id: EventID, importKey: KeyHandle?
    ) throws -> Request {
        var request = Request(
            actor: draft.actor, command: draft.command, id: id, enteredAt: draft.enteredAt)
        request.occurredAt = draft.occurredAt
        request.expectedVersion = draft.expectedVersion
        if let key = draft.idempotencyKey {
            request.idempotency = Idempotency(of: draft, under: key)
        }
        request.cause = draft.cause
        request.correlation = draft.correlation
        request.hasRemedy = draft.hasRemedy
        request.isOwnerProven = draft.isOwnerProven
        request.petitionerLevel = draft.petitionerLevel
        request.otherNumber = draft.otherNumber
        request.source = draft.source
        if case .account = draft.command {
            request.claims = try unique.claims(in: draft.sections)
        }
        let key: KeyHandle?
        do {
            key = try importKey ?? handle(for: draft, request: &request)
        } catch VaultError.erasedKey {
            request.refusal = .erased
            return request
        }
        if draft.command.mayOpen || draft.command.stream == nil { request.key = key?.reference }
        guard !draft.sections.isEmpty, let key else { return request }
        if draft.actor.isOfficer, case .petition = draft.command {
            for section in draft.sections {
                guard let (field, most) = try section.excess() else { continue }
                request.refusal = .textTooLong(field: field, most: most)
                return request
            }
        }
        for (index, section) in draft.sections.enumerated() {
            if let kind = SectionKind(rawValue: section.field) { request.kinds.insert(kind) }
            request.sections.append(
                key.seal(
                    section.content, field: section.field, number: index + 1, of: id,
                    padding: section.isText ? .text : .short))
        }
        return request
    }

    /// The key of the draft's stream; a new one where there is none yet.
    private func handle(for draft: Draft, request: inout Request) throws -> KeyHandle? {
        if draft.sections.isEmpty && !draft.command.mayOpen && draft.key == nil { return nil }
        let known = try draft.command.stream.flatMap { try reference(of: $0) }
        if let key = draft.key, key != known {
            let repeatable = draft.idempotencyKey.map { "\(draft.actor.id)\n\($0)" }
            let claimant = repeatable ?? "\(request.id)"
            guard known == nil, minted.with({ $0.claim(key, by: claimant) }) else {
                request.refusal = .keyNotFresh
                return nil
            }
            request.hasClaimedKey = true
        }
        if let key = known ?? draft.key { return try vault.key(key) }
        return try vault.newKey()
    }

    private func reference(of stream: StreamName) throws -> KeyReference? {
        try keys.with { keys in try keys.key(of: stream, in: log) }
    }
}

// MARK: - Keys for files

extension Sealer {
    /// A key for a stream that a draft is going to open.
    func newKey() throws -> KeyHandle {
        let key = try vault.newKey()
        minted.with { $0.add(key.reference) }
        return key
    }

    /// The key of a stream; nil if there is no such stream, or none is needed for it.
    func key(of stream: StreamName) throws -> KeyHandle? {
        try reference(of: stream).map(vault.key)
    }

    /// Takes note of what became of requests that came with a key.
    func settle(_ requests: [Frozen<Request>], _ outcomes: [CommandOutcome]) {
        for (request, outcome) in zip(requests, outcomes) {
            guard let key = request.value.key else { continue }
            if request.value.command.mayOpen, request.value.source == nil { remember(key, outcome) }
            guard request.value.hasClaimedKey else { continue }
            switch outcome {
            case .accepted: minted.with { $0.spend(key) }
            case .unknown: break
            case .refused, .failed, .busy:
                guard request.value.idempotency == nil else { continue }
                minted.with { $0.release(key) }
            }
        }
    }

    /// Who opened a stream comes back to it: its key need not be looked for in the log then.
    private func remember(_ key: KeyReference, _ outcome: CommandOutcome) {
        guard case .accepted(let receipt) = outcome, !receipt.isRepeat,
            receipt.positions?.count == receipt.version,
            let stream = StreamName(subject: receipt.stream)
        else { return }
        keys.with { $0.opened(stream, under: key) }
    }
}

extension Command {
    /// Whether it may be the first of its stream, so that a key must be at hand.
    var mayOpen: Bool {
        switch self {
        case .petition(let number, let command):
            if case .importStep = command { false } else { number == nil }
        case .account(_, .register): true
        case .account: false
        case .office: false
        }
    }

    /// The stream that it is about, where that is known before it is decided.
    var stream: StreamName? {
        switch self {
        case .petition(let number, _): number.map { StreamName(.petition, $0) }
        case .account(let id, _): StreamName(.account, id)
        case .office: nil
        }
    }
}
