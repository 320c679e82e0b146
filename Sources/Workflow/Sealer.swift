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
            request.idempotencyKey = key
            request.fingerprint = draft.fingerprint(under: key)
        }
        request.cause = draft.cause
        request.correlation = draft.correlation
        request.hasRemedy = draft.hasRemedy
        request.isOwnerProven = draft.isOwnerProven
        request.otherNumber = draft.otherNumber
        request.source = draft.source
        if case .account = draft.command {
            request.claims = try unique.claims(in: draft.sections)
        }
        let key: KeyHandle?
        do {
            key = try handle(for: draft, importKey: importKey)
        } catch VaultError.erasedKey {
            request.refusal = .erased
            return request
        }
        if draft.command.mayOpen || draft.command.stream == nil { request.key = key?.reference }
        guard !draft.sections.isEmpty, let key else { return request }
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
    private func handle(for draft: Draft, importKey: KeyHandle?) throws -> KeyHandle? {
        if let importKey { return importKey }
        if draft.sections.isEmpty && !draft.command.mayOpen { return nil }
        if let stream = draft.command.stream,
            let known = try keys.with({ keys in try keys.key(of: stream, in: log) })
        {
            return try vault.key(known)
        }
        return try vault.newKey()
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
