import Crypto
import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import Vault
import Workflow

/// Whatever byte of an office is another one: what that alters is found by `verify`.
@Suite struct ByteChangeTests {
    /// `make changes` asks for 10,000.
    private static let count =
        ProcessInfo.processInfo.environment["KHAMRONG_CHANGES"].flatMap(Int.init) ?? 60

    @Test func `a changed byte that alters anything stored is found`() throws {
        var dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        let town = try Town()
        try fill(town)
        let content = try content(of: town.paths)
        let files = try self.files(of: town.paths)
        let total = files.reduce(0) { $0 + $1.size }
        var (found, idle) = (0, 0)
        for number in 1...Self.count {
            // Half of them anywhere, half in a file of any size: the log is most of the bytes.
            var place = Int.random(in: 0..<total, using: &dice)
            var file = files[Int.random(in: 0..<files.count, using: &dice)]
            if number.isMultiple(of: 2) {
                file = try #require(
                    files.first { file in
                        if place < file.size { return true }
                        place -= file.size
                        return false
                    })
            }
            let path = "\(town.paths.office)/\(file.name)"
            let offset = place % file.size
            let change = UInt8.random(in: 1...255, using: &dice)
            try flip(path, at: offset, change)
            if try isFound(in: town.paths) {
                found += 1
            } else {
                idle += 1
                let now = try? self.content(of: town.paths)
                #expect(now == content, "\(file.name), byte \(offset), ^\(change) is not found")
            }
            try flip(path, at: offset, change)
        }
        #expect(try !isFound(in: town.paths), "all is as it was")
        #expect(found > 0)
        print("\(Self.count) changes, \(found) found, \(idle) altered nothing")
    }

    // MARK: An office with something of everything

    private func fill(_ town: borrowing Town) throws {
        let words = try town.history(cases: 40) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(words).status == 0)
        for number in 1...3 { try town.fileOne(subject: "เรื่องที่ \(number)") }
        let (office, port) = try Office.open(town.paths, clock: now)
        defer { port.close() }
        let publisher = try Publisher(of: office)
        try publisher.publish()
    }

    /// What `verify` answers for. Left out is what nothing else knows of: the hashes of passwords,
    /// what is remembered of commands, the older of the two notes of what was signed, and what
    /// people have begun to file.
    private func files(of paths: OfficePaths) throws -> [(name: String, size: Int)] {
        try FileManager.default.subpathsOfDirectory(atPath: paths.office).sorted()
            .filter { name in
                name == "log/data.mdb" || name == "vault/keys.sqlite"
                    || name.hasPrefix("tiles/") || name.hasPrefix("files/")
            }
            .compactMap { name in
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: "\(paths.office)/\(name)")
                let size = attributes[.size] as? Int ?? 0
                return attributes[.type] as? FileAttributeType == .typeRegular && size > 0
                    ? (name, size) : nil
            }
    }

    private func flip(_ path: String, at offset: Int, _ change: UInt8) throws {
        // A kept file may only be read: its owner changes that, as an intruder would.
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let file = try FileHandle(forUpdating: URL(filePath: path))
        defer { try? file.close() }
        try file.seek(toOffset: UInt64(offset))
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: Data([byte ^ change]))
    }

    private func isFound(in paths: OfficePaths) throws -> Bool {
        try Shell.khamrong(["verify", "--data", paths.data]).status != 0
    }

    // MARK: All that is stored

    /// A digest of every value that somebody could be told.
    private func content(of paths: OfficePaths) throws -> Digest {
        let office = try Office(reading: paths)
        let hasher = SHA256Hasher()
        let log = office.log
        hasher.update(Array("\(log.origin) \(log.epoch) \(try log.head)".utf8))
        for entry in try log.read(after: 0, limit: .max) {
            hasher.update(entry.bytes)
            hasher.update(entry.leafHash.bytes)
            let id = try Envelope(entry.bytes).id
            hasher.update(Array("\(try log.position(of: id) ?? 0)".utf8))
        }
        try log.eachBeside(through: log.head) { row in
            if row.isSection { hasher.update(row.bytes) }
        }
        let keys = try office.log.read(after: 0, limit: .max).flatMap { entry in
            try Envelope(entry.bytes).sealedSections.map(\.keyReference)
        }
        for key in Set(keys).sorted(by: { $0.description < $1.description }) {
            let isThere = (try? office.vault.key(key)) != nil
            hasher.update(Array("\(key) \(isThere)".utf8))
        }
        for file in try files(of: paths) where file.name != "log/data.mdb" {
            guard !file.name.hasPrefix("vault/") else { continue }
            hasher.update(
                Array(try Data(contentsOf: URL(filePath: "\(paths.office)/\(file.name)"))))
        }
        return hasher.finish()
    }

    @Sendable private func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }
}
