import Entries
import Foundation
import SQLite
import TestSupport
import Testing
import Vault

@Suite struct ErasureTests: ~Copyable {
    let scratch: Scratch
    let here: VaultPlace
    let vault: Vault

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        try vault.settle(head: 0) { _ in false }
        self.scratch = scratch
        self.here = here
        self.vault = vault
    }

    private func wrapped(_ reference: KeyReference) throws -> [UInt8] {
        let database = try Database(path: here.directory + "/keys.sqlite", mode: .read)
        let bytes = Hex.decode(reference.hex) ?? []
        let sql = "SELECT wrapped FROM keys WHERE reference = ?"
        return try #require(try database.first(sql, bytes) { $0.bytes(0) })
    }

    /// Whether any file of the vault holds any sixteen of `bytes` in a row.
    private func isInFiles(_ bytes: [UInt8]) throws -> Bool {
        let files = FileManager.default
        return try files.contentsOfDirectory(atPath: here.directory).contains { name in
            // A journal of the pool may be gone by now.
            let content = files.contents(atPath: here.directory + "/" + name) ?? Data()
            return stride(from: 0, to: bytes.count - 15, by: 8).contains {
                content.range(of: Data(bytes[$0..<($0 + 16)])) != nil
            }
        }
    }

    @Test func `an erased key leaves no bytes in any file of the vault`() throws {
        let keys = try vault.newKeys(2000).map(\.reference)
        let bytes = try keys.map { try wrapped($0) }
        #expect(try isInFiles(bytes[0]))
        let erased = Array(keys[..<20])
        try vault.erase(erased, at: 42)
        for index in 0..<20 { #expect(try !isInFiles(bytes[index])) }
        #expect(try isInFiles(bytes[20]))
        // Those that were never named go the same way.
        try vault.settle(head: 0) { reference in reference != keys[30] }
        #expect(try !isInFiles(bytes[30]))
        #expect(try isInFiles(bytes[31]))
    }

    @Test func `an erased key stays erased, at the event that said so first`() throws {
        let key = try vault.newKey()
        try vault.erase([key.reference], at: 42)
        try vault.erase([key.reference], at: 50)
        #expect(vault.erasure(of: key.reference) == 42)
        #expect(throws: VaultError.erasedKey(key.reference, at: 42)) {
            try vault.key(key.reference)
        }
        let again = try Vault(opening: here)
        try again.settle(head: 60) { _ in false }
        #expect(again.erasure(of: key.reference) == 42)
        #expect(throws: VaultError.erasedKey(key.reference, at: 42)) {
            try again.key(key.reference)
        }
    }

    @Test func `erasing several is all or none`() throws {
        let key = try vault.newKey()
        let stranger = KeyReference(high: 1, low: 1)
        #expect(throws: VaultError.unknownKey(stranger)) {
            try vault.erase([key.reference, stranger], at: 1)
        }
        #expect(try vault.key(key.reference).reference == key.reference)
        #expect(vault.erasure(of: key.reference) == nil)
    }

    @Test func `a new epoch keeps the survivors, and the old key is gone`() throws {
        let event = EventID(at: Instant(milliseconds: 0), random: (0, 0))
        let keys = try vault.newKeys(50)
        let sealed = keys[0].seal([1], field: "text", number: 1, of: event)
        try vault.erase([keys[1].reference], at: 3)
        let before = try wrapped(keys[0].reference)
        try vault.rotate()
        #expect(try !isInFiles(before))
        #expect(!FileManager.default.fileExists(atPath: here.keys + "/kek.1"))
        #expect(FileManager.default.fileExists(atPath: here.keys + "/kek.2"))
        let named = Set(keys.map(\.reference))

        let again = try Vault(opening: here)
        try again.settle(head: 0) { named.contains($0) }
        let opened = try again.key(keys[0].reference).open(
            sealed.bytes, as: sealed.section, of: event)
        #expect(opened.content == [1])
        #expect(again.erasure(of: keys[1].reference) == 3)
        try again.rotate()
        _ = try again.newKey()
        #expect(try again.key(keys[49].reference).reference == keys[49].reference)
    }

    @Test func `a rotation that was killed is taken up`() throws {
        let key = try vault.newKey()
        // Before it held: a key file that wraps nothing.
        try Data(repeating: 1, count: 32).write(to: URL(filePath: here.keys + "/kek.2"))
        try vault.rotate()
        // After it held: the old file is still there.
        try Data(repeating: 1, count: 32).write(to: URL(filePath: here.keys + "/kek.1"))
        let again = try Vault(opening: here)
        #expect(!FileManager.default.fileExists(atPath: here.keys + "/kek.1"))
        #expect(try again.key(key.reference).reference == key.reference)
    }
}
