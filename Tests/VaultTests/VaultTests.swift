import Crypto
import Entries
import Foundation
import SQLite
import TestSupport
import Testing
import Vault

/// The vault of a new office in a scratch directory.
func place(in scratch: borrowing Scratch, office: String = "demo.example/log") -> VaultPlace {
    VaultPlace(
        directory: scratch.path("data/demo/vault"), keys: scratch.path("keys/demo"),
        data: scratch.path("data"), office: office)
}

@Suite struct VaultTests: ~Copyable {
    let scratch: Scratch
    let here: VaultPlace

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        self.scratch = scratch
        self.here = here
    }

    private func open(head: Position = 0, naming named: Set<KeyReference> = []) throws -> Vault {
        let vault = try Vault(opening: here)
        try vault.settle(head: head) { named.contains($0) }
        return vault
    }

    @Test func `a key comes back after the vault was closed`() throws {
        let event = EventID(at: Instant(milliseconds: 0), random: (0, 0))
        let key = try open().newKey()
        let sealed = key.seal([1, 2, 3], field: "text", number: 1, of: event)
        let vault = try open(naming: [key.reference])
        let opened = try vault.key(key.reference).open(
            sealed.bytes, as: sealed.section, of: event)
        #expect(opened.content == [1, 2, 3])
    }

    @Test func `no key is given out twice`() throws {
        let vault = try open()
        var references: Set<KeyReference> = []
        for _ in 0..<500 { references.insert(try vault.newKey().reference) }
        for key in try vault.newKeys(500) { references.insert(key.reference) }
        #expect(references.count == 1000)
        for reference in references { #expect(try vault.key(reference).reference == reference) }
    }

    @Test func `many keys are opened in one reading`() throws {
        let vault = try open()
        let keys = try vault.newKeys(3).map(\.reference)
        try vault.erase([keys[1]], at: 4)
        let fresh = try Vault(opening: here, mode: .read)
        #expect(try fresh.keys(keys).map { $0?.reference } == [keys[0], nil, keys[2]])
        let stranger = KeyReference(high: 7, low: 7)
        #expect(throws: VaultError.unknownKey(stranger)) { try fresh.keys([keys[0], stranger]) }
        #expect(try fresh.keys([]).isEmpty)
    }

    @Test func `new keys come last in the table`() throws {
        let first = try open().newKeys(50).map(\.reference)
        let second = try open(naming: Set(first)).newKeys(50).map(\.reference)
        let latest = first.map(\.hex).max { $0.lexicographicallyPrecedes($1) } ?? []
        #expect(second.allSatisfy { latest.lexicographicallyPrecedes($0.hex) })
    }

    @Test func `a key that the vault does not know is an error and is not made`() throws {
        let vault = try open()
        let reference = KeyReference(high: 7, low: 7)
        for _ in 0..<2 {
            #expect(throws: VaultError.unknownKey(reference)) { try vault.key(reference) }
        }
        #expect(throws: VaultError.unknownKey(reference)) { try vault.erase([reference], at: 1) }
    }

    @Test func `keys minted and not named by the log are destroyed at the next start`() throws {
        var vault: Vault? = try open(head: 5)
        let kept = try #require(try vault?.newKey())
        let lost = try #require(try vault?.newKey())
        let bulk = try #require(try vault?.newKeys(10))
        vault = nil

        let next = try Vault(opening: here)
        #expect(try next.unsettledSince() == 5)
        #expect(throws: VaultError.notMinting) { try next.newKey() }
        let destroyed = try next.settle(head: 9) { $0 == kept.reference }
        #expect(destroyed >= 11)
        #expect(try next.key(kept.reference).reference == kept.reference)
        for key in bulk + [lost] {
            #expect(throws: VaultError.unknownKey(key.reference)) { try next.key(key.reference) }
        }
        // What is settled is never asked for again.
        _ = try next.newKey()
        try next.settle(head: 10) { _ in false }
        #expect(try next.key(kept.reference).reference == kept.reference)
    }

    @Test func `the vault and the log are held against each other`() throws {
        let vault = try open()
        let keys = try vault.newKeys(6).map(\.reference)
        let stranger = KeyReference(high: 9, low: 9)
        try vault.settle(head: 0) { keys.contains($0) }
        try vault.erase([keys[1], keys[2]], at: 7)
        let found = try vault.reconcile(
            named: Set(keys.dropLast() + [stranger]), erased: [keys[1]: 7, keys[3]: 8])
        #expect(found.unknown == [stranger])
        #expect(found.notErased == [keys[3]])
        #expect(found.erasedWithoutEvent == [keys[2]])
        #expect(found.active - found.unnamed == 3)
        #expect(found.erased == 2)
        // The sixth, and whatever the pool has minted meanwhile.
        #expect(found.unnamed >= 1)
    }

    @Test func `many threads seal at once`() async throws {
        let vault = try open()
        let event = EventID(at: Instant(milliseconds: 0), random: (0, 0))
        let shared = try vault.newKey()
        let failures = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    (0..<200).count { number in
                        let content = [UInt8](repeating: UInt8(thread), count: number)
                        guard let own = try? vault.newKey() else { return true }
                        return [own, shared].contains { key in
                            let sealed = key.seal(content, field: "f", number: 1, of: event)
                            let again = try? vault.key(key.reference).open(
                                sealed.bytes, as: sealed.section, of: event)
                            return again?.content != content
                        }
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 0)
    }

    @Test func `a reader opens keys, sees erasures and mints nothing`() throws {
        let vault = try open()
        let keys = try vault.newKeys(2)
        let reader = try Vault(opening: here, mode: .read)
        #expect(try reader.key(keys[0].reference).reference == keys[0].reference)
        try vault.erase([keys[1].reference], at: 3)
        #expect(throws: VaultError.erasedKey(keys[1].reference, at: 3)) {
            try reader.key(keys[1].reference)
        }
        #expect(throws: VaultError.notMinting) { try reader.newKey() }
        #expect(throws: VaultError.notMinting) { try reader.settle(head: 0) { _ in true } }
        #expect(throws: VaultError.notMinting) { try reader.rotate() }
        #expect(throws: SQLiteError.self) { try reader.erase([keys[0].reference], at: 4) }
    }

    @Test func `a changed wrapped key is damaged, not erased`() throws {
        let reference = try open().newKey().reference
        let database = try connection()
        let stored = try #require(
            try database.first("SELECT wrapped FROM keys LIMIT 1") { $0.bytes(0) })
        var changed = stored
        changed[30] ^= 1
        try database.run("UPDATE keys SET wrapped = ?", changed)
        let vault = try Vault(opening: here)
        #expect(throws: VaultError.damagedKey(reference)) { try vault.key(reference) }
    }

    @Test func `minting that fails loses nothing and goes on afterwards`() throws {
        let vault = try open()
        var given = try vault.newKeys(10)
        let other = try connection()
        try other.execute("ALTER TABLE batches RENAME TO away")
        #expect(throws: SQLiteError.self) { try vault.newKeys(10) }
        // The pool serves what it has, then says why it has no more.
        #expect(throws: SQLiteError.self) {
            for _ in 0..<100_000 { given.append(try vault.newKey()) }
        }
        try other.execute("ALTER TABLE away RENAME TO batches")
        // One more failure may lie ready from before.
        if let key = try? vault.newKey() { given.append(key) }
        given += [try vault.newKey()] + (try vault.newKeys(10))
        #expect(Set(given.map(\.reference)).count == given.count)
        let reader = try Vault(opening: here, mode: .read)
        for key in given { #expect(try reader.key(key.reference).reference == key.reference) }
    }

    private func connection() throws -> Database {
        var settings = Database.Settings()
        settings.journal = .delete
        return try Database(
            path: here.directory + "/keys.sqlite", mode: .write, settings: settings)
    }
}
