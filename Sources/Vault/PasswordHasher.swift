package import Crypto
internal import Threads

/// Hashes passwords on the calling thread, two at a time: each takes the memory and the time of
/// its cost. Any thread may use it.
package final class PasswordHasher: Sendable {
    package enum Failure: Error, Equatable, Sendable {
        /// Too many wait already.
        case busy
        case outOfMemory
    }

    private struct Turns {
        var running = 0, waiting = 0, taken = 0
    }

    private static let atOnce = 2

    private let cost: Argon2id.Cost
    private let waiting: Int
    private let turns = Monitor(Turns())

    package init(cost: Argon2id.Cost = Argon2id.defaultCost, waiting: Int = 64) {
        self.cost = cost
        self.waiting = waiting
    }

    /// How many hashes it has computed: what an answer cost, which a clock tells badly.
    package var count: Int { turns.with { $0.taken } }

    package func hash(_ password: String) throws(Failure) -> String {
        try takeTurn()
        defer { endTurn() }
        guard let hash = Argon2id.hash(password, cost: cost) else { throw .outOfMemory }
        return hash
    }

    /// Whether `password` is right. Without a hash it takes as long and says no, so that nobody
    /// learns from the time which accounts there are.
    package func verify(_ password: String, against hash: String?) throws(Failure) -> Bool {
        try takeTurn()
        defer { endTurn() }
        guard let hash else {
            _ = Argon2id.hash(password, cost: cost)
            return false
        }
        return Argon2id.verify(password, against: hash)
    }

    private func takeTurn() throws(Failure) {
        let isAdmitted = turns.with { turns in
            guard turns.waiting < waiting else { return false }
            turns.waiting += 1
            return true
        }
        guard isAdmitted else { throw .busy }
        turns.wait { turns -> Void? in
            guard turns.running < Self.atOnce else { return nil }
            turns.waiting -= 1
            turns.running += 1
            turns.taken += 1
            return ()
        }
    }

    private func endTurn() {
        turns.with { $0.running -= 1 }
        turns.signal()
    }
}
