import Entries
import Foundation
import SQLite
import TestSupport
import Testing
import Vault

@Suite struct FilingRemovalTests {
    private let desk: FilingDesk

    init() throws { desk = try FilingDesk() }

    private func begin(_ account: String? = nil, at now: Instant? = nil) throws -> FilingID {
        let id = try desk.filings.begin(for: account, answers: [1], at: now ?? desk.now).id
        _ = try desk.filings.addFile(
            photo, content: [1, 2, 3], to: id, for: account, at: now ?? desk.now)
        return id
    }

    /// The wrapped keys in the vault.
    private func wrapped() throws -> Set<[UInt8]> {
        let database = try desk.database("data/demo/vault/keys.sqlite")
        return Set(try database.rows("SELECT wrapped FROM keys") { $0.bytes(0) })
    }

    @Test func `a finished filing is gone, and its key and files with the next sweep`() throws {
        let id = try begin()
        let other = try begin()
        let keys = try desk.filings.keys()
        let before = try desk.keyCount()
        try desk.filings.finish(id, for: nil)
        #expect(throws: FilingError.gone) { try desk.filings.filing(id, for: nil) }
        try desk.filings.finish(id, for: nil)
        try desk.filings.sweep(at: desk.now)
        #expect(desk.names(in: "drafts/files").count == 1)
        #expect(try desk.keyCount() == before - 1)
        let gone = try #require(keys.subtracting(try desk.filings.keys()).first)
        #expect(throws: VaultError.unknownKey(gone)) { try desk.vault.key(gone) }
        #expect(try desk.content(of: 1, in: other) == [1, 2, 3])
    }

    @Test func `a filing that nobody has touched for thirty days goes`() throws {
        let old = try begin("a-1")
        let young = try begin("a-1", at: desk.after(days: 1))
        let touched = try begin("a-1")
        _ = try desk.filings.save(
            [2], in: touched, for: "a-1", seen: 2, at: desk.after(days: 5))
        try desk.filings.sweep(at: desk.after(days: 29))
        #expect(try desk.filings.list(of: "a-1").count == 3)
        try desk.filings.sweep(at: desk.after(days: 30))
        #expect(try desk.filings.list(of: "a-1").map(\.id) == [touched, young])
        #expect(throws: FilingError.gone) { try desk.filings.filing(old, for: "a-1") }
        #expect(desk.names(in: "drafts/files").count == 2)
    }

    @Test func `all filings of an account that is to be forgotten go`() throws {
        _ = try begin("a-1")
        _ = try begin("a-1")
        let other = try begin("a-2")
        try desk.filings.finishAll(of: "a-1")
        #expect(try desk.filings.list(of: "a-1").isEmpty)
        #expect(try desk.filings.list(of: "a-2").map(\.id) == [other])
        #expect(desk.names(in: "drafts/files").count == 1)
    }

    @Test func `killed between the end of a filing and its destruction, the rest is done at start`()
        throws
    {
        let id = try begin()
        let before = try wrapped()
        try desk.filings.finish(id, for: nil)
        try desk.restart()
        #expect(desk.names(in: "drafts/files") == [])
        #expect(try desk.filings.keys().isEmpty)
        #expect(try wrapped().isDisjoint(with: before))
    }

    @Test func `killed in the middle of an upload, nothing of it stays`() throws {
        let id = try begin()
        // One that was being written, and one that was written and not noted.
        let folder = desk.path("drafts/files/new")
        try Data([1]).write(to: URL(filePath: folder + "/0123"))
        let key = try desk.vault.newKey()
        _ = try SealedFiles(desk.path("drafts/files")).seal([5], under: key, after: 0)
        #expect(desk.names(in: "drafts/files").count == 3)
        try desk.restart()
        #expect(desk.names(in: "drafts/files").count == 1)
        #expect(try desk.content(of: 1, in: id) == [1, 2, 3])
    }

    @Test func `a key that was minted for a filing that never came goes at the next start`() throws
    {
        let key = try desk.vault.newKey()
        let id = try begin()
        try desk.restart()
        #expect(throws: VaultError.unknownKey(key.reference)) {
            try desk.vault.key(key.reference)
        }
        // Those of filings are settled once and for all.
        try desk.vault.settle(head: 20) { _ in false }
        #expect(try desk.filings.filing(id, for: nil).answers == [1])
    }

    @Test func `an upload that breaks off leaves nothing`() throws {
        struct Broken: Error {}
        let id = try desk.filings.begin(for: nil, answers: [], at: desk.now).id
        #expect(throws: Broken.self) {
            try desk.filings.addFile(photo, to: id, for: nil, at: desk.now) { write in
                try write([UInt8](repeating: 1, count: 100_000).span)
                throw Broken()
            }
        }
        #expect(desk.names(in: "drafts/files") == [])
        #expect(try desk.filings.filing(id, for: nil).version == 1)
    }

    @Test func `a filing that ends while a file is on its way does not take it`() throws {
        let id = try desk.filings.begin(for: nil, answers: [], at: desk.now).id
        #expect(throws: FilingError.gone) {
            try desk.filings.addFile(photo, to: id, for: nil, at: desk.now) { write in
                try desk.filings.finish(id, for: nil)
                try write([1].span)
            }
        }
        #expect(desk.names(in: "drafts/files") == [])
    }
}
