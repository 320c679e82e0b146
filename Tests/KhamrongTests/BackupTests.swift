import EventLog
import Foundation
import TestSupport
import Testing
import Workflow

/// A backup as the person at the terminal makes it.
@Suite struct BackupTests {
    @Test func `the entries are archived, checked, and a changed archive is told from it`() throws {
        let town = try Town()
        let file = town.scratch.path("kept.entries")
        let made = try town.run("backup", "entries", file)
        #expect(made.status == 0, "\(made.errors)")
        let good = try town.run("backup", "check", file)
        #expect(good.status == 0)
        #expect(good.errors.contains("the archive is whole"))
        let again = try town.run("backup", "entries", file)
        #expect(again.status != 0)
        #expect(again.errors.contains("there is a file"))
        var bytes = try Data(contentsOf: URL(filePath: file))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: file))
        let bad = try town.run("backup", "check", file)
        #expect(bad.status != 0)
        #expect(bad.errors.contains("is not as it was written"))
    }

    @Test func `an office is backed up by one command and made again by another`() throws {
        let town = try Town()
        let history = try town.history(cases: 20) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        try town.fileOne()
        let (backup, vault) = (town.scratch.path("backup"), town.scratch.path("vault-backup"))
        let made = try town.run("backup", "all", backup, "--vault", vault)
        #expect(made.status == 0, "\(made.errors)")
        func archive(_ kind: String, _ directory: String) throws -> String {
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(directory)/KT")
            return "\(directory)/KT/\(try #require(names.first { $0.hasPrefix(kind) }))"
        }
        let parts = [
            "--entries", try archive("entries", backup), "--vault", try archive("vault", vault),
            "--data", town.paths.data, "--office", "KT",
        ]
        let sealed = try archive("sealed", backup)
        for path in [parts[1], parts[3], sealed] {
            #expect(try town.run("backup", "check", path).status == 0, "\(path)")
        }
        let over = try Shell.khamrong(["restore", "--sealed", sealed] + parts)
        #expect(over.status == 4 && over.errors.contains("there is"), "\(over.errors)")
        let head = try Office(reading: town.paths).log.head
        try FileManager.default.removeItem(atPath: town.paths.office)
        let partly = try Shell.khamrong(["restore", "--sealed", "none"] + parts)
        #expect(partly.status == 3, "\(partly.errors)")
        #expect(partly.output.contains("sealed sections are missing"))
        try FileManager.default.removeItem(atPath: town.paths.office)
        let whole = try Shell.khamrong(["restore", "--sealed", sealed] + parts)
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(whole.output.contains("/log3"), "a name is never taken twice")
        #expect(try Office(reading: town.paths).log.head == head + 1)
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test func `a backup that would lie with the data or another one is refused`() throws {
        let town = try Town()
        let backup = town.scratch.path("backup")
        for vault in [backup, "\(backup)/vault", "\(town.paths.keysRoot)/vault"] {
            let refused = try town.run("backup", "all", backup, "--vault", vault)
            #expect(refused.status == 2, "\(vault)")
        }
    }

    @Test func `the archive of another office is not taken for this one's`() throws {
        let town = try Town()
        let other = try Town(in: town.scratch.path("other"))
        let file = town.scratch.path("other.entries")
        #expect(try other.run("backup", "entries", file).status == 0)
        let longer = try town.history(cases: 1) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(longer).status == 0)
        let checked = try town.run("backup", "check", file)
        #expect(checked.status != 0)
        #expect(checked.errors.contains("does not begin with it"))
    }
}
