package import Crypto

/// Hashes passwords, two at a time: each takes the memory and the time of its cost.
package struct PasswordHasher: Sendable {
    package enum Failure: Error, Equatable, Sendable {
        /// Too many wait already.
        case busy
        case outOfMemory
    }

    private let queue: WorkQueue
    private let cost: Argon2id.Cost

    package init(cost: Argon2id.Cost = Argon2id.defaultCost, waiting: Int = 64) {
        queue = WorkQueue(threads: 2, capacity: waiting)
        self.cost = cost
    }

    package func hash(_ password: String) async throws(Failure) -> String {
        let hash = try await run { [cost] in Argon2id.hash(password, cost: cost) }
        guard let hash else { throw .outOfMemory }
        return hash
    }

    /// Whether `password` is right. Without a hash it takes as long and says no, so that nobody
    /// learns from the time which accounts there are.
    package func verify(_ password: String, against hash: String?) async throws(Failure) -> Bool {
        try await run { [cost] in
            guard let hash else {
                _ = Argon2id.hash(password, cost: cost)
                return false
            }
            return Argon2id.verify(password, against: hash)
        }
    }

    private func run<Result: Sendable>(
        _ body: @escaping @Sendable () -> Result
    ) async throws(Failure) -> Result {
        do { return try await queue.run(body) } catch { throw .busy }
    }
}
