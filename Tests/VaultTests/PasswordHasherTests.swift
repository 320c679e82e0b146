import Crypto
import Foundation
import Testing
import Threads
import Vault

@Suite struct PasswordHasherTests {
    let cheap = Argon2id.Cost(operations: 1, memoryBytes: 8 << 20)

    @Test func `a password is verified against its hash`() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let hash = try await hasher.hash("Kham#rong9")
        #expect(try await hasher.verify("Kham#rong9", against: hash))
        #expect(try await hasher.verify("Kham#rong8", against: hash) == false)
        #expect(try await hasher.verify("Kham#rong9", against: nil) == false)
    }

    @Test func `memory that cannot be had is said`() async {
        let hasher = PasswordHasher(cost: Argon2id.Cost(operations: 1, memoryBytes: 1 << 45))
        await #expect(throws: PasswordHasher.Failure.outOfMemory) { try await hasher.hash("a") }
    }

    @Test func `too many passwords at once are refused`() async {
        let hasher = PasswordHasher(cost: cheap, waiting: 2)
        let outcomes = await withTaskGroup(of: PasswordHasher.Failure?.self) { group in
            for number in 0..<40 {
                group.addTask {
                    do throws(PasswordHasher.Failure) {
                        _ = try await hasher.hash("password \(number)")
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: [PasswordHasher.Failure?]()) { $0.append($1) }
        }
        #expect(outcomes.contains(.busy))
        #expect(outcomes.contains(nil))
        #expect(!outcomes.contains(.outOfMemory))
    }

    @Test func `no more run at once than there are threads`() async throws {
        let queue = WorkQueue(threads: 2, capacity: 100)
        let counts = Monitor((running: 0, most: 0))
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 {
                group.addTask {
                    try await queue.run {
                        counts.with { counts in
                            counts.running += 1
                            counts.most = max(counts.most, counts.running)
                        }
                        Thread.sleep(forTimeInterval: 0.002)
                        counts.with { $0.running -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(counts.with { $0.most } == 2)
    }
}
