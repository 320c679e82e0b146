import EventLog
import Foundation
import TestSupport
import Testing
import Workflow

/// What the program does where it cannot write, or has not got its keys.
@Suite(.timeLimit(.minutes(10))) struct PlaceFailureTests {
    private static let commands = [
        ["status"], ["digest"], ["queue"], ["report"], ["export", "csv"], ["rebuild"],
    ]

    private func refusals(_ town: borrowing Town) throws -> Set<String> {
        let history = try town.history(cases: 2)
        var said: Set<String> = []
        for command in Self.commands + [history] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 4 && result.output == "", "\(command)")
            said.insert(result.errors)
        }
        return said
    }

    @Test func `without its keys the office stays shut, and its log can be verified`() throws {
        let town = try Town()
        let keys = town.paths.keysRoot
        try FileManager.default.moveItem(atPath: keys, toPath: town.scratch.path("elsewhere"))
        let words = "there is no keys directory for this office at \(town.paths.keys)\n"
        #expect(try refusals(town) == ["khamrong: \(words)"])
        let verified = try town.run("verify")
        #expect(verified.status == 1 && verified.output.hasPrefix(words))
        #expect(verified.output.contains("\ntree: "))
        try FileManager.default.moveItem(atPath: town.scratch.path("elsewhere"), toPath: keys)
        #expect(try town.run("verify").status == 0)
    }

    @Test func `keys of another office are not taken`() throws {
        let town = try Town()
        let name = URL(filePath: "\(town.paths.keys)/office")
        try Data("elsewhere.example/bk\n".utf8).write(to: name)
        #expect(
            try refusals(town) == [
                "khamrong: the keys in \(town.paths.keys) belong to “elsewhere.example/bk”, not to "
                    + "“khamrong.example/kt”\n"
            ])
    }

    @Test func `a directory that is nobody's keys is not called another office's`() throws {
        let town = try Town()
        try FileManager.default.removeItem(atPath: "\(town.paths.keys)/office")
        #expect(
            try refusals(town) == [
                "khamrong: \(town.paths.keys) is no keys directory: it holds no file “office” that "
                    + "says whose keys they are\n"
            ])
    }

    @Test func `keys that others may look into are refused with what mends it`() throws {
        let town = try Town()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: town.paths.keys)
        #expect(
            try refusals(town) == [
                "khamrong: others than their owner may look into the keys: chmod 700 "
                    + "\(town.paths.keys)\n"
            ])
    }

    @Test func `an import looks for the keys before it reads the file`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        // Whoever reads it meets a bad row at once.
        try Data("case,activity,time,who\nbad\n".utf8).write(to: URL(filePath: history[2]))
        let result = try Shell.khamrong(
            history + ["--data", town.paths.data, "--keys", town.scratch.path("nowhere")])
        #expect(result.status == 4)
        #expect(
            result.errors
                == "khamrong: there is no keys directory for this office at "
                + "\(town.scratch.path("nowhere"))/KT\n")
    }

    @Test(.enabled(if: SmallDisk.canMount, "only root can become somebody else"))
    func `another user is told to be the office's own`() throws {
        let town = try Town()
        let log = town.paths.log
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: town.paths.office)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: log)
        let result = try Shell.khamrong(["status", "--data", town.paths.data], user: 65534)
        #expect(result.status == 4 && result.output == "")
        #expect(result.errors.hasPrefix("khamrong: this user may not use \(log)"))
    }

    @Test func `a vault that is missing is not made anew`() throws {
        let town = try Town()
        try FileManager.default.removeItem(atPath: town.paths.vault)
        let words = "there is no vault at \(town.paths.vault)/keys.sqlite\n"
        #expect(try refusals(town) == ["khamrong: \(words)"])
        #expect(!FileManager.default.fileExists(atPath: town.paths.vault))
        let verified = try town.run("verify")
        #expect(verified.status == 1 && verified.output.hasPrefix(words))
    }

    @Test(.enabled(if: SmallDisk.canMount, "only root can mount a small file system"))
    func `in a read-only directory the log is read and nothing is written`() throws {
        let disk = try SmallDisk(kilobytes: 32_768)
        let town = try Town(in: disk.path)
        let history = try town.history(cases: 2)
        #expect(try Shell.khamrong(history + ["--data", town.paths.data]).status == 0)
        let shown = [["queue"], ["report"], ["digest"]]
        let before = try shown.map { try Shell.khamrong($0 + ["--data", town.paths.data]).output }
        try disk.remount("ro")
        for (command, output) in zip(shown, before) {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 0 && result.output == output, "\(command): \(result.errors)")
            #expect(result.errors.contains("is shown as it stood at position "))
        }
        for command in [["status"], ["export", "csv"], ["verify"]] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 0, "\(command): \(result.errors)")
        }
        try disk.remount("rw")
        try FileManager.default.removeItem(atPath: town.paths.views)
        try disk.remount("ro")
        for command in [
            ["status"], ["replay", "--view", "officer-queue", "--until", "200"],
            ["diff", "--from", "5"], ["report", "--until", "200"],
        ] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 0 && result.errors == "", "\(command): \(result.errors)")
        }
        for command in shown {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 4 && result.output == "")
            #expect(result.errors.contains("the views cannot be brought to the log's head in"))
        }
        let exported = try town.run("export", "csv", "--out", "\(disk.path)/x.csv")
        #expect(exported.status == 4 && exported.errors.contains("the disk is read-only."))
        let more = try town.history(cases: 4)
        let imported = try Shell.khamrong(more + ["--data", town.paths.data])
        #expect(imported.status == 4)
        #expect(
            imported.errors
                == "khamrong: \(town.paths.log) cannot be written to; nothing was changed\n")
        let made = try Shell.khamrong(
            "init", "--data", "\(disk.path)/more", "--office", "BK", "--name", "ก", "--prefix", "BK"
        )
        #expect(made.status == 4)
        #expect(made.errors.contains("Read-only file system"))
        #expect(!made.errors.contains("NSCocoaErrorDomain"))
    }

    @Test func `write-protected files are read, and nothing is written`() throws {
        let town = try Town()
        let history = try town.history(cases: 2)
        #expect(try Shell.khamrong(history + ["--data", town.paths.data]).status == 0)
        let shown = [["queue"], ["report"], ["digest"]]
        let before = try shown.map { try Shell.khamrong($0 + ["--data", town.paths.data]).output }
        // Nothing is protected from root, who reads as somebody else.
        let reader = SmallDisk.canMount ? 65534 : nil
        if let reader { try Self.run("chown", "-R", "\(reader)", town.root) }
        try Self.run("chmod", "-R", "a-w", town.paths.data)
        for (command, output) in zip(shown, before) {
            let result = try Shell.khamrong(
                command + ["--data", town.paths.data], user: reader)
            #expect(result.status == 0 && result.output == output, "\(command): \(result.errors)")
            #expect(result.errors.contains("is shown as it stood at position "))
        }
        for command in [
            ["status"], ["export", "csv"], ["verify"], ["verify", "--views"],
            ["report", "--until", "200"],
        ] {
            let result = try Shell.khamrong(
                command + ["--data", town.paths.data], user: reader)
            #expect(result.status == 0, "\(command): \(result.errors)")
        }
        let imported = try Shell.khamrong(history + ["--data", town.paths.data], user: reader)
        #expect(imported.status == 4)
        #expect(imported.errors.contains("cannot be written to; nothing was changed"))
        try Self.run("chmod", "-R", "u+w", town.root)
    }

    @Test(.enabled(if: SmallDisk.canMount, "only root can mount a small file system"))
    func `on a full disk everything can be read`() throws {
        let disk = try SmallDisk(kilobytes: 32_768)
        let town = try Town(in: disk.path)
        let history = try town.history(cases: 2)
        #expect(try Shell.khamrong(history + ["--data", town.paths.data]).status == 0)
        let shown = [["queue"], ["report"], ["digest"], ["status"]]
        let before = try shown.map { try Shell.khamrong($0 + ["--data", town.paths.data]).output }
        let filler = "\(disk.path)/filler"
        #expect(FileManager.default.createFile(atPath: filler, contents: nil))
        let file = try FileHandle(forWritingTo: URL(filePath: filler))
        while (try? file.write(contentsOf: Data(count: 4096))) != nil {}
        try file.close()
        for (command, output) in zip(shown, before) {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 0 && result.output == output, "\(command): \(result.errors)")
        }
        for command in [
            ["export", "csv"], ["verify"], ["verify", "--views"], ["report", "--until", "200"],
            ["replay", "--view", "officer-queue", "--until", "200"], ["rebuild", "--dry-run"],
        ] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 0, "\(command): \(result.errors)")
        }
        let more = try town.history(cases: 400)
        let refused = try Shell.khamrong(more + ["--data", town.paths.data])
        #expect(refused.status == 4 && refused.errors.contains("run the same command again"))
        try FileManager.default.removeItem(atPath: filler)
        #expect(try Shell.khamrong(more + ["--data", town.paths.data]).status == 0)
        #expect(try town.run("verify", "--views").status == 0)
    }

    private static func run(_ words: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `a log that the system does not open is named with the reason`() throws {
        let town = try Town()
        let lock = "\(town.paths.log)/lock.mdb"
        try FileManager.default.removeItem(atPath: lock)
        try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
        let result = try town.run("status")
        #expect(result.status == 4 && result.output == "")
        #expect(
            result.errors.hasPrefix(
                "khamrong: the log in \(town.paths.log) cannot be opened: open: Is a directory"))
    }

    @Test func `an office whose log is gone is not called none`() throws {
        let town = try Town()
        try FileManager.default.removeItem(atPath: town.paths.log)
        for command in [["status"], ["queue"], ["serve"], try town.history(cases: 1)] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 1 && result.output == "", "\(command)")
            #expect(
                result.errors == "khamrong: the log of this office is gone: there is none in "
                    + "\(town.paths.log)\nnothing was changed; restore a backup\n")
        }
    }

    @Test(.enabled(if: SmallDisk.canMount, "only root can mount a small file system"))
    func `an import that fills the disk says so, and goes on when there is room`() throws {
        let disk = try SmallDisk(kilobytes: 1700)
        let town = try Town(in: disk.path)
        let history = try town.history(cases: 400) + ["--data", town.paths.data]
        let full = try Shell.khamrong(history)
        #expect(full.status == 4 && full.output == "")
        #expect(full.errors.contains("run the same command again"))
        try disk.remount("size=65536k")
        let rest = try Shell.khamrong(history)
        #expect(rest.status == 0, "\(rest.errors)")
        let recorded = try town.recorded()
        #expect(recorded.count == 1600 && recorded.values.allSatisfy { $0 == 1 })
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test(.enabled(if: SmallDisk.canMount, "only root can mount a small file system"))
    func `a disk that is too small for an office leaves no half of one`() throws {
        let disk = try SmallDisk(kilobytes: 200)
        let words = [
            "init", "--data", "\(disk.path)/data", "--office", "KT", "--name", "ก", "--prefix",
            "KT",
        ]
        let made = try Shell.khamrong(words)
        #expect(made.status == 4 && made.output == "")
        let left = try FileManager.default.contentsOfDirectory(atPath: "\(disk.path)/data")
        #expect(left == [])
        try disk.remount("size=65536k")
        #expect(try Shell.khamrong(words).status == 0)
    }
}
