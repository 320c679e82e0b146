import Entries
import Foundation
import TestSupport
import Testing
import Vault

@Suite struct AccountsTests: ~Copyable {
    let scratch: Scratch
    let vault: Vault
    let accounts: Accounts
    let now = Instant(milliseconds: 1_720_436_202_000)

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        let accounts = try Accounts(vault)
        self.scratch = scratch
        self.vault = vault
        self.accounts = accounts
    }

    @Test func `a password's hash is kept, replaced and forgotten`() throws {
        #expect(try accounts.passwordHash(of: "a1") == nil)
        try accounts.setPassword(hash: "first", of: "a1", at: now)
        try accounts.setPassword(hash: "second", of: "a1", at: now)
        try accounts.setPassword(hash: "other", of: "a2", at: now)
        #expect(try Accounts(vault).passwordHash(of: "a1") == "second")
        try accounts.forget("a1")
        #expect(try accounts.passwordHash(of: "a1") == nil)
        #expect(try accounts.passwordHash(of: "a2") == "other")
    }

    @Test func `unique values come back as far as they were kept`() throws {
        #expect(try accounts.uniqueEntries() == nil)
        let hasher = accounts.uniqueHasher()
        let id = hasher.hash("1101700230705", kind: "national-id")
        let mail = hasher.hash("a@example.com", kind: "e-mail")
        #expect(id != hasher.hash("1101700230705", kind: "e-mail"))
        let early = UniqueEntries(accounts: [id: "a1"], through: 10)
        #expect(try accounts.add(early, hashedBy: hasher) == false)
        try accounts.replace(early, hashedBy: hasher)
        #expect(
            try accounts.add(UniqueEntries(accounts: [mail: "a2"], through: 12), hashedBy: hasher))
        let kept = try Accounts(vault).uniqueEntries()
        #expect(kept == UniqueEntries(accounts: [id: "a1", mail: "a2"], through: 12))
        try accounts.forget("a1")
        #expect(try accounts.uniqueEntries()?.accounts == [mail: "a2"])
    }

    @Test func `a new epoch makes the unique values stale`() throws {
        let hasher = accounts.uniqueHasher()
        let hash = hasher.hash("1101700230705", kind: "national-id")
        try accounts.replace(UniqueEntries(accounts: [hash: "a1"], through: 5), hashedBy: hasher)
        try vault.rotate()
        #expect(try accounts.uniqueEntries() == nil)
        #expect(try accounts.add(UniqueEntries(through: 6), hashedBy: hasher) == false)
        let next = accounts.uniqueHasher()
        #expect(next.hash("1101700230705", kind: "national-id") != hash)
        try accounts.replace(UniqueEntries(through: 6), hashedBy: next)
        #expect(try accounts.uniqueEntries() == UniqueEntries(through: 6))
    }

    @Test func `the files are their owner's alone`() throws {
        _ = try Sessions(vault.place)
        for name in ["keys", "accounts", "sessions"] {
            let path = vault.place.directory + "/\(name).sqlite"
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }
}
