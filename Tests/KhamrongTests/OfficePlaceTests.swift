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
        #expect(asked.status == 4 && asked.errors.contains("there are KT"), "\(asked.errors)")
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
