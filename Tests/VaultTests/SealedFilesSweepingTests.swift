import Crypto
import Entries
import Files
import Foundation
import TestSupport
import Testing
import Vault

@Suite struct SealedFilesSweepingTests: ~Copyable {
    let scratch: Scratch
    let files: SealedFiles
    let vault: Vault

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        try vault.settle(head: 0) { _ in false }
        files = SealedFiles(scratch.path("files"))
        self.vault = vault
        self.scratch = scratch
    }

    private func path(_ file: SealedFile) -> String {
        scratch.path("files/\(file.key.description.suffix(2))/\(file.key)-\(file.file)")
    }

    private func age(_ path: String, hours: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -3600 * hours)], ofItemAtPath: path)
    }

    private func exists(_ file: SealedFile) -> Bool {
        FileManager.default.fileExists(atPath: path(file))
    }

    @Test func `files of an erased key go, others stay`() throws {
        let keys = try vault.newKeys(40)
        let sealed = try keys.flatMap { key in
            try (0..<3).map { try files.seal([UInt8($0)], under: key, after: 0) }
        }
        let erased = keys[..<10].map(\.reference)
        try vault.erase(erased, at: 5)
        #expect(try files.remove(under: erased) == 30)
        #expect(try files.remove(under: erased) == 0)
        for file in sealed { #expect(exists(file) == !erased.contains(file.key)) }
        #expect(throws: VaultError.erasedKey(erased[0], at: 5)) { try vault.key(erased[0]) }
        #expect(throws: SealedFileError.missing(sealed[0].file)) {
            try files.open(sealed[0].file, with: keys[0]) { _ in }
        }
    }

    @Test func `files of erased keys that came back go again`() throws {
        let keys = try vault.newKeys(2)
        let sealed = try keys.map { try files.seal([1], under: $0, after: 0) }
        for file in try files.loose(ofAge: 0) { try files.keep(file) }
        try vault.erase([keys[0].reference], at: 5)
        #expect(try files.removeErased(by: vault) == 1)
        #expect(sealed.map { exists($0) } == [false, true])
        // A key that the vault does not know is no erased key.
        let stranger = KeyHandle(
            KeyReference(high: 3, low: 3), secret: .random(), office: "demo.example/log")
        _ = try files.seal([1], under: stranger, after: 0)
        #expect(try files.removeErased(by: vault) == 0)
    }

    @Test func `a loose file is found once it is a day old, until it is kept`() throws {
        let key = try vault.newKey()
        let sealed = try (0..<3).map { try files.seal([1], under: key, after: 10 + $0) }
        try age(path(sealed[0]), hours: 25)
        try age(path(sealed[1]), hours: 23)
        try age(path(sealed[2]), hours: -25)
        let loose = try files.loose()
        #expect(loose.map(\.file) == [sealed[0].file])
        #expect(loose.map(\.head) == [10])
        #expect(loose.map(\.key) == [key.reference])
        try files.keep(try #require(loose.first))
        #expect(try files.loose() == [])
        #expect(try files.read(sealed[0].file, with: key, limit: 1) == [1])
        let early = try files.loose(ofAge: 0)
        #expect(early.map(\.file) == [sealed[1].file])
        try files.remove(try #require(early.first))
        #expect(sealed.map { exists($0) } == [true, false, true])
    }

    @Test func `a damaged file is not swept`() throws {
        let sealed = try files.seal([1], under: try vault.newKey(), after: 10)
        try Data([9]).write(to: URL(filePath: path(sealed)))
        let loose = try files.loose(ofAge: 0)
        #expect(loose.map(\.head) == [0])
        #expect(throws: SealedFileError.damaged(sealed.file)) { try files.remove(loose[0]) }
        #expect(exists(sealed))
    }

    @Test func `what a killed process left half-written goes after a day`() throws {
        _ = try files.seal([1], under: try vault.newKey(), after: 0)
        let left = scratch.path("files/new/0123456789abcdef0123456789abcdef")
        try Data([1, 2, 3]).write(to: URL(filePath: left))
        #expect(try files.removeDrafts() == 0)
        try age(left, hours: 25)
        #expect(try files.removeDrafts() == 1)
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(try files.loose(ofAge: 0).count == 1)
    }

    @Test func `there is nothing to sweep where there are no files yet`() throws {
        #expect(try files.loose(ofAge: 0) == [])
        #expect(try files.removeDrafts() == 0)
        #expect(try files.removeErased(by: vault) == 0)
        #expect(try files.remove(under: [KeyReference(high: 1, low: 1)]) == 0)
        // Files of others are nobody's to sweep.
        _ = try files.seal([1], under: try vault.newKey(), after: 0)
        try Data([1]).write(to: URL(filePath: scratch.path("files/ab")))
        try Data([1]).write(to: URL(filePath: scratch.path("files/note.txt")))
        #expect(try files.loose(ofAge: 0).count == 1)
    }
}
