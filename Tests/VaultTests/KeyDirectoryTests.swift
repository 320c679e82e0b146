import Foundation
import TestSupport
import Testing
import Vault

@Suite struct KeyDirectoryTests: ~Copyable {
    let scratch: Scratch
    let files = FileManager.default

    init() throws { scratch = try Scratch() }

    private func mode(_ path: String) throws -> Int? {
        try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func error(opening here: VaultPlace) -> VaultError? {
        #expect(throws: VaultError.self) { try Vault(opening: here) }
    }

    @Test func `keys and vault are their owner's alone`() throws {
        let here = place(in: scratch)
        try Vault.create(here)
        #expect(try mode(here.keys) == 0o700)
        #expect(try mode(here.keys + "/kek.1") == 0o600)
        #expect(try mode(here.directory) == 0o700)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: here.keys)
        #expect(error(opening: here) == .keysOpenToOthers(here.keys))
        try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: here.keys)
        try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: here.keys + "/kek.1")
        #expect(error(opening: here) == .keysNotPrivate(here.keys + "/kek.1"))
    }

    @Test(arguments: ["data/keys", "data", "other/../data/x/y", "link/keys"])
    func `keys inside the data directory are refused`(keys: String) throws {
        var here = place(in: scratch)
        try files.createDirectory(atPath: here.data, withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: scratch.path("link"), withDestinationPath: here.data)
        here.keys = scratch.path() + "/" + keys
        let refused = #expect(throws: VaultError.self) { try Vault.create(here) }
        guard case .keysInsideData(here.keys, _) = refused else {
            Issue.record("refused with \(String(describing: refused))")
            return
        }
        #expect(try files.contentsOfDirectory(atPath: here.data).isEmpty)
    }

    @Test func `keys beside the data directory are fine`() throws {
        var here = place(in: scratch)
        here.keys = scratch.path("data-keys")
        try Vault.create(here)
        _ = try Vault(opening: here)
        #expect(files.fileExists(atPath: here.keys + "/kek.1"))
    }

    @Test func `paths may be relative`() throws {
        let up = files.currentDirectoryPath.split(separator: "/").map { _ in ".." }
        let root = up.joined(separator: "/") + scratch.path()
        let here = VaultPlace(
            directory: root + "/data/vault", keys: root + "/keys/demo", data: root + "/data",
            office: "demo.example/log")
        try Vault.create(here)
        _ = try Vault(opening: here)
        #expect(files.fileExists(atPath: scratch.path("keys/demo/kek.1")))
        var inside = here
        inside.keys = scratch.path("data/keys")
        #expect(throws: VaultError.self) { try Vault(opening: inside) }
    }

    @Test func `missing keys are named`() throws {
        let here = place(in: scratch)
        try Vault.create(here)
        let away = scratch.path("away")
        try files.moveItem(atPath: here.keys, toPath: away)
        #expect(error(opening: here) == .keysMissing(here.keys))
        try files.moveItem(atPath: away, toPath: here.keys)
        try files.removeItem(atPath: here.keys + "/kek.1")
        #expect(error(opening: here) == .epochKeyMissing(epoch: 1, keys: here.keys))
        #expect("\(VaultError.keysMissing("/k"))".contains("/k"))
    }

    @Test func `keys that this user may not read are not called missing`() throws {
        let here = place(in: scratch)
        try Vault.create(here)
        let owner = here.keys + "/office"
        // Root may read everything; nobody follows a link among keys.
        try files.moveItem(atPath: owner, toPath: scratch.path("owner"))
        try files.createSymbolicLink(atPath: owner, withDestinationPath: scratch.path("owner"))
        #expect(
            error(opening: here)
                == .keysNotReadable(here.keys, reason: "Too many levels of symbolic links"))
    }

    @Test func `another office's keys are refused`() throws {
        let here = place(in: scratch)
        try Vault.create(here)
        var other = place(in: scratch, office: "other.example/log")
        other.directory = scratch.path("data/other/vault")
        other.keys = scratch.path("keys/other")
        try Vault.create(other)

        var mixed = here
        mixed.keys = other.keys
        #expect(
            error(opening: mixed)
                == .keysOfAnotherOffice(
                    keys: other.keys, found: other.office, wanted: here.office))
        mixed = here
        mixed.directory = other.directory
        #expect(
            error(opening: mixed)
                == .vaultOfAnotherOffice(found: other.office, wanted: here.office))
        // Another key under the right name.
        try files.removeItem(atPath: here.keys + "/kek.1")
        try files.copyItem(atPath: other.keys + "/kek.1", toPath: here.keys + "/kek.1")
        #expect(error(opening: here) == .epochKeyWrong(epoch: 1, keys: here.keys))
    }

    @Test func `a vault is made once, and never beside keys of one that lived`() throws {
        let here = place(in: scratch)
        try Vault.create(here)
        let path = here.directory + "/keys.sqlite"
        #expect(throws: VaultError.vaultExists(path)) { try Vault.create(here) }
        try Vault(opening: here).rotate()
        try files.removeItem(atPath: path)
        #expect(error(opening: here) == .vaultMissing(path))
        #expect(throws: VaultError.keysWithoutVault(here.keys)) { try Vault.create(here) }
    }

    @Test func `making a vault that was killed half-way is taken up`() throws {
        let here = place(in: scratch)
        try Vault.create(here)
        try files.removeItem(atPath: here.directory)
        try Vault.create(here)
        let vault = try Vault(opening: here)
        try vault.settle(head: 0) { _ in false }
        let key = try vault.newKey()
        #expect(try vault.key(key.reference).reference == key.reference)
    }

    @Test func `a directory that cannot be written is an error that names it`() throws {
        var here = place(in: scratch)
        here.directory = "/proc/khamrong/vault"
        #expect(throws: (any Error).self) { try Vault.create(here) }
        here = place(in: scratch)
        here.keys = "/proc/khamrong"
        #expect(throws: (any Error).self) { try Vault.create(here) }
    }
}
