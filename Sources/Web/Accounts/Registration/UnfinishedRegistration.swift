internal import Crypto
internal import Entries
internal import Events
internal import Threads
internal import Vault

/// What somebody has said so far who is not registered yet.
struct UnfinishedRegistration: Sendable {
    /// The name that the account will have: fixed at the beginning, so that sending twice
    /// registers once.
    let account: String
    let terms: Int
    let notice: Int
    /// As typed, without the password.
    var typed: Typed?
    var identity = Identity()
    var contact: Contact?
    var passwordHash: String?
    /// Set once the person is registered: whoever sends it again is led on.
    var isFinished = false

    init(account: String, terms: Int, notice: Int) {
        self.account = account
        self.terms = terms
        self.notice = notice
    }

    /// Whether all is said that the photos come after.
    var hasDetails: Bool { typed != nil && passwordHash != nil }

    /// Forgets who it was about.
    mutating func finish() {
        self = UnfinishedRegistration(account: account, terms: terms, notice: notice)
        isFinished = true
    }
}

/// The registrations that are under way, each its visitor's; in memory only, within limits.
final class UnfinishedRegistrations: Sendable {
    private struct Held: Sendable {
        var registration: UnfinishedRegistration
        var touched: Instant
    }

    private let most: Int
    private let patienceMilliseconds: Int
    private let held = Monitor<[Digest: Held]>([:])

    init(most: Int = 2000, patienceMinutes: Int = 120) {
        self.most = most
        patienceMilliseconds = patienceMinutes * 60_000
    }

    func find(_ visitor: Visitor, at now: Instant) -> UnfinishedRegistration? {
        let key = Self.key(visitor)
        return held.with { held in
            guard let found = held[key], isFresh(found, now) else { return nil }
            return found.registration
        }
    }

    func keep(_ registration: UnfinishedRegistration, of visitor: Visitor, at now: Instant) {
        let key = Self.key(visitor)
        held.with { held in
            if held[key] == nil, held.count >= most { makeRoom(in: &held, at: now) }
            held[key] = Held(registration: registration, touched: now)
        }
    }

    /// Lets those go that nobody came back to; if there are none, the oldest.
    private func makeRoom(in held: inout [Digest: Held], at now: Instant) {
        held = held.filter { isFresh($0.value, now) }
        guard held.count >= most else { return }
        if let oldest = held.min(by: { $0.value.touched < $1.value.touched })?.key {
            held[oldest] = nil
        }
    }

    private static func key(_ visitor: Visitor) -> Digest {
        SHA256.hash(Array(visitor.secret.utf8))
    }

    private func isFresh(_ found: Held, _ now: Instant) -> Bool {
        now.milliseconds - found.touched.milliseconds < patienceMilliseconds
    }
}
