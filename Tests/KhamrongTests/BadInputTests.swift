import Foundation
import TestSupport
import Testing
import Workflow

/// What the program says to what a person got wrong.
@Suite(.timeLimit(.minutes(10))) struct BadInputTests {
    @Test(arguments: [
        ("{", "line 1"), (#"{"format": "khamrong-import-map/7"}"#, "format"),
        (#"{"format": "khamrong-import-map/1", "system": "x", "colour": 1}"#, "colour"),
    ])
    func `a map that cannot be used is told line by line, and nothing is imported`(
        map: String, words: String
    ) throws {
        let town = try Town()
        let history = try town.history(cases: 2)
        try Data(map.utf8).write(to: town.scratch.url.appending(path: "map.json"))
        let before = try town.recorded()
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.status == 4 && result.output == "")
        #expect(result.errors.hasPrefix("khamrong: the map "))
        #expect(result.errors.contains("cannot be used:\n  line "))
        #expect(result.errors.contains(words))
        #expect(try town.recorded() == before)
    }

    @Test func `files that are not there are named`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        let noMap = try town.run("import", "csv", history[2], "--map", "/nowhere/map.json")
        #expect(noMap.status == 4)
        #expect(noMap.errors == "khamrong: cannot read the map /nowhere/map.json\n")
        let noFile = try town.run("import", "csv", "/nowhere/h.csv", "--map", history[4])
        #expect(noFile.status == 4)
        #expect(noFile.errors.contains("/nowhere/h.csv"))
    }

    @Test(arguments: [
        (["verify", "--loudly"], "--loudly"), (["import", "pdf", "x", "--map", "y"], "pdf"),
        (["import", "xes"], "FILE"), (["replay"], "--petition NUMBER or --view VIEW"),
        (["replay", "--petition", "KT1", "--until", "yesterday"], "yesterday"),
        (["digest", "the-weather"], "the-weather"),
        (["report", "times", "--limit", "0"], "--limit"),
        (["status", "--office", "../KT"], "--office"), (["status", "--data", ""], "--data"),
        (["init"], "--name"), (["queue", "--limit"], "--limit"),
    ])
    func `a command line that is not understood ends with 2, says why and changes nothing`(
        words: [String], reason: String
    ) throws {
        let town = try Town()
        let place = words.contains("--data") ? [] : ["--data", town.paths.data]
        let result = try Shell.khamrong(words + place)
        #expect(result.status == 2 && result.output == "", "\(result.errors)")
        #expect(result.errors.contains(reason))
        #expect(result.errors.contains("Try: khamrong \(words[0]) --help"))
    }

    @Test func `an office is made once`() throws {
        let town = try Town()
        let again = try town.run("init", "--office", "KT", "--name", "ก", "--prefix", "KT")
        #expect(again.status == 4)
        #expect(again.errors.contains("there is an office in \(town.paths.office) already"))
        #expect(try town.run("verify").status == 0)
    }
}
