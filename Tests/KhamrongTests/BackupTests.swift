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
