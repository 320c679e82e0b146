internal import Entries
internal import Threads

/// Slows down whoever tries again and again: a few tries at once, then one after each while.
///
/// It keeps a seeded hash of each key and when it has rested enough, no more; a restart forgets.
final class TryBudget: Sendable {
    private let atOnce: Int
    private let milliseconds: Int
    private let mostKeys: Int
    /// When the tries of a key will all have been slept off.
    private let rested = Monitor<[Int: Instant]>([:])

    /// `atOnce` tries are free, after them one comes back each `seconds`.
    init(atOnce: Int, thenEverySeconds seconds: Int, mostKeys: Int = 50_000) {
        self.atOnce = atOnce
        milliseconds = seconds * 1000
        self.mostKeys = mostKeys
    }

    /// Counts one try; nil if it may be made, otherwise after how many seconds.
    func take(_ key: String, at now: Instant) -> Int? {
        let key = Self.hash(key)
        return rested.with { rested in
            let before = max(rested[key] ?? now, now)
            let wait = before.milliseconds - now.milliseconds - (atOnce - 1) * milliseconds
            guard wait <= 0 else { return (wait + 999) / 1000 }
            if rested[key] == nil, rested.count >= mostKeys { makeRoom(in: &rested, at: now) }
            rested[key] = before.advanced(milliseconds: milliseconds)
            return nil
        }
    }

    /// The try turned out well: it does not count.
    func giveBack(_ key: String) {
        let key = Self.hash(key)
        rested.with { rested in
            rested[key] = rested[key]?.advanced(milliseconds: -milliseconds)
        }
    }

    /// The key has shown that it is whom it says: all its tries are forgotten.
    func forget(_ key: String) {
        let key = Self.hash(key)
        rested.with { _ = $0.removeValue(forKey: key) }
    }

    /// Lets those go that have rested; if none has, half of all.
    private func makeRoom(in rested: inout [Int: Instant], at now: Instant) {
        rested = rested.filter { $0.value > now }
        guard rested.count >= mostKeys else { return }
        for key in rested.keys.prefix(mostKeys / 2) { rested[key] = nil }
    }

    private static func hash(_ key: String) -> Int {
        var hasher = Hasher()
        hasher.combine(key)
        return hasher.finalize()
    }
}
