import Crypto
import Foundation
import Testing
import Threads
import Vault

@Suite struct PasswordHasherTests {
    let cheap = Argon2id.Cost(operations: 1, memoryBytes: 8 << 20)

    @Test func `a password is verified against its hash`() throws {
        let hasher = PasswordHasher(cost: cheap)
        let hash = try hasher.hash("Kham#rong9")
        #expect(try hasher.verify("Kham#rong9", against: hash))
        #expect(try hasher.verify("Kham#rong8", against: hash) == false)
        #expect(try hasher.verify("Kham#rong9", against: nil) == false)
    }

    @Test func `memory that cannot be had is said`() {
        let hasher = PasswordHasher(cost: Argon2id.Cost(operations: 1, memoryBytes: 1 << 45))
        #expect(throws: PasswordHasher.Failure.outOfMemory) { try hasher.hash("a") }
    }

    @Test func `two at a time are hashed, some wait, more are refused`() {
        let hasher = PasswordHasher(cost: cheap, waiting: 2)
        let outcomes = Monitor<[PasswordHasher.Failure?]>([])
        let threads = (0..<40).map { number in
            WorkerThread {
                do throws(PasswordHasher.Failure) {
                    _ = try hasher.hash("password \(number)")
                    outcomes.with { $0.append(nil) }
                } catch {
                    outcomes.with { $0.append(error) }
                }
            }
        }
        for thread in threads { thread.join() }
        let all = outcomes.with { $0 }
        #expect(all.count == 40)
        #expect(all.contains(.busy))
        #expect(all.count { $0 == nil } >= 2)
        #expect(!all.contains(.outOfMemory))
    }
}
