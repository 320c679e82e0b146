import Entries
import Foundation
import Terminal
import TestSupport
import Testing
import Workflow

@testable import khamrong

private struct PlaceCommand: Verb {
    static let name = "place"
    static let summary = "where"
    static let options = OfficePlace.options
    init(_ arguments: Arguments) throws(UsageError) {}
    func run(on terminal: Terminal) throws -> ExitCode { .good }
}

@Suite struct OfficePlaceTests {
    private func place(_ words: String...) throws(UsageError) -> OfficePlace {
        try OfficePlace(Arguments(words, for: PlaceCommand.self))
    }

    @Test func `keys lie beside the data unless said otherwise`() throws {
        let place = try place("--data", "/srv/x/data/", "--office", "KT")
        #expect(place.paths.office == "/srv/x/data/KT")
        #expect(place.paths.keys == "/srv/x/data-keys/KT")
        let other = try self.place("--data=/srv/x/data", "--keys=/mnt/keys", "--office=KT")
        #expect(other.paths.keys == "/mnt/keys/KT")
    }

    @Test func `keys inside the data are refused, also behind a link`() throws {
        let scratch = try Scratch()
        let data = scratch.path("data")
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("link"), withDestinationPath: data)
        let link = scratch.path("link")
        for keys in [data, "\(data)/keys", "\(data)/../data/keys", link, "\(link)/keys"] {
            let error = #expect(throws: UsageError.self) {
                try place("--data", data, "--keys", keys, "--office", "KT")
            }
            #expect(error?.message == "--keys must not lie inside --data")
        }
        #expect(throws: Never.self) {
            try place("--data", data, "--keys", "\(data)2", "--office", "KT")
        }
    }

    @Test func `the only office need not be named`() throws {
        let scratch = try Scratch()
        #expect(throws: UsageError.self) { try place("--data", scratch.path()) }
        for office in ["KT", "BK"] {
            try FileManager.default.createDirectory(
                atPath: scratch.path("\(office)/log"), withIntermediateDirectories: true)
            if office == "KT" { #expect(try place("--data", scratch.path()).office == "KT") }
        }
        let error = #expect(throws: UsageError.self) { try place("--data", scratch.path()) }
        #expect(error?.message == "--office is one of BK, KT")
    }

    @Test func `an office that is not there is answered with those that are`() throws {
        let town = try Town()
        let asked = try town.run("status", "--office", "BK")
        #expect(asked.status == 4 && asked.errors.contains("data are: KT"), "\(asked.errors)")
    }

    @Test func `no file is written where the office lies`() throws {
        let town = try Town()
        let data = town.paths.data
        try FileManager.default.createSymbolicLink(
            atPath: "\(town.root)/way", withDestinationPath: data)
        for out in ["\(town.paths.log)/data.mdb", "\(data)/x", "\(town.root)/way/x"] {
            for words in [
                ["export", "csv", "--out", out], ["settings", "export", "--out", out],
                ["evidence", "KT1", "--out", out], ["prove", "1", "--entry", out],
            ] {
                let refused = try Shell.khamrong(words + ["--data", data])
                #expect(refused.status == 2, "\(words)")
                #expect(refused.errors.contains("must not lie inside"), "\(refused.errors)")
            }
        }
        for place in ["\(data)/../data/b", "\(town.root)/way/b", "\(data)-keys/b"] {
            let refused = try town.run(
                "backup", "all", place, "--vault", "\(town.root)/v")
            #expect(refused.status == 2 && refused.errors.contains("inside"), "\(refused.errors)")
        }
        #expect(try town.run("verify", "--log").status == 0)
    }

    @Test func `keys of an office that was sign no other log`() throws {
        let town = try Town()
        let seed = "\(town.paths.keys)/log.seed"
        let key = try Data(contentsOf: URL(filePath: seed))
        try FileManager.default.moveItem(
            atPath: town.paths.office, toPath: "\(town.root)/away")
        for words in [
            ["init", "--office", "KT", "--name", "ก", "--prefix", "KT"],
            ["generate", "--office", "KT", "--petitions", "1"],
        ] {
            let refused = try Shell.khamrong(words + ["--data", town.paths.data])
            #expect(refused.status == 4, "\(refused.errors)")
            #expect(refused.errors.contains("keys of an office that was made before"))
        }
        #expect(try Data(contentsOf: URL(filePath: seed)) == key)
    }

    @Test func `passwords that are gone are not replaced by none`() throws {
        let town = try Town()
        let accounts = "\(town.paths.vault)/accounts.sqlite"
        for isEmptied in [true, false] {
            try FileManager.default.removeItem(atPath: accounts)
            if isEmptied { _ = FileManager.default.createFile(atPath: accounts, contents: nil) }
            let refused = try town.run(
                "officer", "add", "a", "--name", "ก ข", "--roles", "administrator")
            #expect(refused.status == 4, "\(refused.errors)")
            #expect(refused.errors.contains("restore it from a backup"), "\(refused.errors)")
            let found = try town.run("verify")
            #expect(found.status == 1 && found.output.contains("accounts.sqlite"), "\(found)")
        }
    }

    @Test func `a clock of the Buddhist era is told, and so is a history that cannot be`() throws {
        let now = try #require(Instant(rfc3339: "2569-11-30T08:00:00+07:00"))
        #expect(SystemClock.fault(at: now)?.contains("2026-11-30T01:00:00.000Z") == true)
        #expect(SystemClock.fault(at: SystemClock.now()) == nil)
        let scratch = try Scratch()
        for (until, said) in [
            ("2570-11-30T00:00:00+07:00", "2027-11-29T17:00:00.000Z"),
            ("2024-01-05T00:00:00Z", "the earliest is 2024-02-29T17:00:00.000Z"),
            ("0001-01-01T00:00:00Z", "the earliest is"),
        ] {
            let refused = try Shell.khamrong(
                "generate", "--data", scratch.path("data"), "--petitions", "1", "--until", until)
            #expect(refused.status == 2 && refused.errors.contains(said), "\(refused.errors)")
        }
    }

    @Test(.enabled(if: geteuid() == 0))
    func `a log that may not be read is not called gone`() throws {
        let town = try Town()
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: town.root)
        for path in [town.paths.data, town.paths.office] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        let asked = try Shell.khamrong(["status", "--data", town.paths.data], user: 65534)
        #expect(asked.status == 4, "\(asked.errors)")
        #expect(asked.errors.contains("this user may not use"), "\(asked.errors)")
    }

    @Test(.enabled(if: geteuid() == 0))
    func `a directory that may not be read is not called empty`() throws {
        let town = try Town()
        let data = town.paths.data
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: town.root)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: data)
        let asked = try Shell.khamrong(["status", "--data", data], user: 65534)
        #expect(asked.status == 2 && asked.errors.contains("may not be read"), "\(asked.errors)")
    }

    @Test(arguments: ["../KT", "", "K T", "-KT", "ก", String(repeating: "K", count: 33)])
    func `a code is no path`(code: String) {
        #expect(throws: UsageError.self) { try place("--data=/srv", "--office=\(code)") }
    }
}
