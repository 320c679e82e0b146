import Foundation
import TestSupport
import Testing
import Workflow

/// What the program says to what a person got wrong.
@Suite(.timeLimit(.minutes(10))) struct BadInputTests {
    @Test(arguments: [
        ("{", "line 1"), ("{\n", "The file ends in the middle."),
        (#"{"format": "khamrong-import-map/7"}"#, "format"),
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
        #expect(
            noMap.errors
                == "khamrong: There is no /nowhere/map.json. (ไม่พบ /nowhere/map.json)\n")
        let noFile = try town.run("import", "csv", "/nowhere/h.csv", "--map", history[4])
        #expect(noFile.status == 4)
        #expect(noFile.errors.contains("/nowhere/h.csv"))
    }

    @Test func `what is no file to read or to write is named, and why`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        let folder = town.scratch.path()
        let read = try town.run("import", "csv", folder, "--map", history[4])
        #expect(read.status == 4 && read.errors.contains("\(folder) is a folder, not a file."))
        let fifo = town.scratch.path("fifo")
        let isMade = unsafe mkfifo(fifo, 0o600) == 0
        try #require(isMade)
        let waiting = try town.run("import", "csv", fifo, "--map", history[4])
        #expect(waiting.status == 4 && waiting.errors.contains("no file on a disk"))
        let pipe = try town.run("import", "csv", "/dev/null", "--map", history[4])
        #expect(pipe.status == 4 && pipe.errors.contains("/dev/null is no file on a disk, "))
        let full = try town.run("export", "csv", "--out", "/dev/full")
        #expect(full.status == 4 && full.errors.contains("The disk is full; /dev/full "))
        let output = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let printed = try Shell.khamrong(
            "export", "csv", "--data", town.paths.data, output: output)
        #expect(printed.errors.contains("The disk is full; standard output is not written."))
        #expect(!printed.errors.contains("operation could not be completed"))
        let written = try town.run("export", "csv", "--out", "/no/such/place/x.csv")
        #expect(written.status == 4)
        #expect(written.errors.hasPrefix("khamrong: There is no /no/such/place. "))
    }

    @Test func `a file of the wrong kind is told by what it is`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        func said(_ format: String, _ text: String) throws -> String {
            let file = town.scratch.url.appending(path: "file")
            try Data(text.utf8).write(to: file)
            var map = try String(contentsOfFile: history[4], encoding: .utf8)
            if format == "xes" {
                map = map.replacing(/,\s*"csv": \{.*?\}/.dotMatchesNewlines(), with: "")
            }
            try Data(map.utf8).write(to: town.scratch.url.appending(path: "own.json"))
            let result = try town.run(
                "import", format, file.path, "--map", town.scratch.path("own.json"))
            #expect(result.status == 4)
            return result.errors
        }
        #expect(try said("xes", "").contains("The file is empty."))
        #expect(try said("xes", "case,activity\n1,a\n").contains("import it as csv"))
        #expect(try said("csv", "<?xml version=\"1.0\"?><log/>").contains("import it as xes"))
        #expect(try said("csv", "").contains("The file is empty"))
    }

    @Test func `a key that a map does not have is named without a place before it`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        try Data(#"{"format": "khamrong-import-map/1", "sistem": "x"}"#.utf8)
            .write(to: town.scratch.url.appending(path: "map.json"))
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.errors.contains("  line 1: "))
        #expect(!result.errors.contains(", :"))
    }

    @Test
    func `what is refused of a CSV is named by its line, whatever lines are quoted before it`()
        throws
    {
        let town = try Town()
        let history = try town.history(cases: 0)
        let rows = """
            case,activity,time,who
            A,File,2020-01-10T10:00:00Z,"first
            second
            third"
            A,Take,,p1
            A,Work,soon,"p
            2"
            A,,2020-01-10T12:00:00Z,p3
            B,File

            """
        try Data(rows.utf8).write(to: URL(filePath: history[2]))
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.status == 3)
        for place in [
            "line 5, case A, event 2: The event has no time", "line 6, case A: “soon”",
            "line 6, case A, event 3: The event has no time", "line 8, case A: The event has no",
            "line 9: The row has 2 columns",
        ] {
            #expect(
                result.errors.contains("\n\(place)") || result.errors.hasPrefix(place), "\(place)")
        }
        // Another story of the same case, and where it begins.
        try Data(rows.replacing("A,Take,,p1", with: "A,Else,,p1").utf8)
            .write(to: URL(filePath: history[2]))
        let other = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(other.errors.contains("line 2, case A: The log has this case with other steps"))
    }

    @Test func `what the map names and the file never has is remarked at the end`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        let map = try String(contentsOfFile: history[4], encoding: .utf8)
        try Data(map.replacing(#""Close": "completed""#, with: #""Klose": "completed""#).utf8)
            .write(to: URL(filePath: history[4]))
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.status == 0)
        #expect(
            result.errors.hasPrefix(
                "named in the map, never in the file: activities “Klose” (แผนที่"))
    }

    @Test func `the counts are the file's, and what was not taken is refused`() throws {
        let town = try Town()
        let history = try town.history(cases: 0)
        let rows = """
            case,activity,time,who
            A,File,2020-01-10T10:00:00Z,p
            ,Take,2020-01-10T11:00:00Z,p
            A,,2020-01-10T12:00:00Z,p
            B,File,,p
            B,Take,,p
            C,File
            A,Close,2020-01-10T13:00:00Z,p

            """
        try Data(rows.utf8).write(to: URL(filePath: history[2]))
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.status == 3)
        #expect(result.output.hasPrefix("2 cases, 7 events in the file\n2 recorded "))
        #expect(result.output.contains("0 were there already, 5 refused; "))
        // The same case with another step, and one without a name: nothing of them is taken.
        let xes = { (events: String) in "<log><trace>\(events)</trace></log>" }
        let event =
            "<event><string key=\"concept:name\" value=\"Take\"/>"
            + "<date key=\"time:timestamp\" value=\"2020-01-10T10:00:00Z\"/></event>"
        let named = "<string key=\"concept:name\" value=\"A\"/>"
        let file = town.scratch.path("cases.xes")
        try Data(xes(named + event + "</trace><trace>" + event + event).utf8)
            .write(to: URL(filePath: file))
        let map = try String(contentsOfFile: history[4], encoding: .utf8)
            .replacing(/,\s*"csv": \{[^}]*\}/, with: "")
        try Data(map.utf8).write(to: URL(filePath: history[4]))
        let again = try town.run(
            "import", "xes", file, "--map", history[4], "--system", "other", "--json")
        #expect(again.status == 3)
        #expect(again.output.contains(#""cases":2,"events":3,"losses":1,"#))
        #expect(again.output.contains(#""recorded":1,"refused":2,"#))
    }

    @Test(arguments: [
        (["verify", "--loudly"], "--loudly"), (["import", "pdf", "x", "--map", "y"], "pdf"),
        (["import", "xes"], "FILE"), (["replay"], "--petition NUMBER or --view VIEW"),
        (["replay", "--petition", "KT1", "--until", "yesterday"], "yesterday"),
        (["digest", "the-weather"], "the-weather"),
        (["report", "times", "--limit", "0"], "--limit"),
        (["status", "--office", "../KT"], "--office"), (["status", "--data", ""], "--data"),
        (["init"], "--office"), (["init", "--office", "KT"], "--name"),
        (["queue", "--limit"], "--limit"),
        (["officer"], "(add, "), (["status", "KT"], "does not know what to do with “KT”"),
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

    @Test func `a name that cases of two systems bear is answered with their numbers`() throws {
        let town = try Town()
        let history = try town.history(cases: 2) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        #expect(try town.run("replay", "--petition", "C1").status == 0)
        #expect(try Shell.khamrong(history + ["--system", "other"]).status == 0)
        let asked = try town.run("replay", "--petition", "C1")
        #expect(asked.status == 2 && asked.output == "")
        #expect(asked.errors.contains("“C1” is the name of several cases"))
        #expect(asked.errors.matches(of: #/KT[0-9]{13}/#).count == 2)
    }

    @Test func `what steers a terminal is shown and not obeyed`() throws {
        let town = try Town()
        var history = try town.history(cases: 1)
        let rows = "case,activity,time,who\nC\u{1B}[2J,File,\u{1B}]0;x\u{07}1,p\n"
        try Data(rows.utf8).write(to: URL(filePath: history[2]))
        history += ["--data", town.paths.data]
        let imported = try Shell.khamrong(history)
        #expect(imported.status == 3)
        #expect(!(imported.errors + imported.output).unicodeScalars.contains("\u{1B}"))
        #expect(imported.errors.contains("\u{FFFD}"))
        let asked = try town.run("replay", "--petition", "\u{1B}[31mnone")
        #expect(asked.status == 4 && !asked.errors.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `an argument that is not UTF-8 is refused`() throws {
        let town = try Town()
        let made = try Shell.closed(
            ["init", "--data", town.paths.data, "--office", "BK", "--prefix", "BK", "--name"],
            #""$(printf '\377abc')""#)
        #expect(made == 2)
    }

    @Test func `values that were sealed instead are counted at the end`() throws {
        let town = try Town()
        let history = try town.history(cases: 2) + ["--data", town.paths.data]
        let rows = try String(contentsOfFile: history[2], encoding: .utf8)
        let long = String(repeating: "x", count: 400)
        try Data(rows.replacing(",p1\n", with: ",\(long)\n").utf8)
            .write(to: URL(filePath: history[2]))
        let result = try Shell.khamrong(history)
        #expect(result.status == 0)
        #expect(result.errors.contains("“org:resource” is longer than 300 letters"))
        #expect(
            result.output.contains("kept sealed, since they are too long to be clear: 4 values"))
        #expect(result.output.contains("8 recorded"))
        let json = try Shell.khamrong(history + ["--system", "again", "--json"])
        #expect(json.output.contains(#""refused":0,"sealed":4,"#))
    }

    @Test func `a file of the command line that cannot be read is named with the reason`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        let absent = town.scratch.path("absent")
        for (words, status) in [
            (["import", "csv", history[2], "--map", absent], 4),
            (["settings", "apply", absent], 4), (["verify-receipt", absent], 4),
            (["serve", "--settings", absent], 2),
        ] as [([String], Int32)] {
            let place = words[0] == "verify-receipt" ? [] : ["--data", town.paths.data]
            let result = try Shell.khamrong(words + place)
            #expect(result.status == status, "\(words): \(result.errors)")
            #expect(result.errors.contains(absent), "\(words)")
            let reason = status == 2 ? "No such file or directory" : "There is no \(absent)."
            #expect(result.errors.contains(reason), "\(result.errors)")
            #expect(!result.errors.contains("NSCocoa"))
        }
        let folder = try town.run("settings", "apply", town.scratch.path(""))
        #expect(folder.errors.contains("is a folder, not a file"))
    }

    @Test func `a map may come through a pipe`() throws {
        let town = try Town()
        let history = try town.history(cases: 1)
        let map = try String(contentsOfFile: history[4], encoding: .utf8)
        let result = try Shell.khamrong(
            ["import", "csv", history[2], "--map", "/dev/stdin", "--data", town.paths.data],
            input: map)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func `where output goes is said or refused, and a link is followed`() throws {
        let town = try Town()
        let empty = try town.run("export", "csv", "--out", "")
        #expect(empty.status == 2 && empty.errors.contains("“-” is standard output"))
        let printed = try town.run("export", "csv")
        let dash = try town.run("export", "csv", "--out", "-")
        #expect(dash.status == 0 && dash.output == printed.output && !printed.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: "-"))
        let (file, link) = (town.scratch.path("file.csv"), town.scratch.path("link.csv"))
        try Data("old".utf8).write(to: URL(filePath: file))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        #expect(try town.run("export", "csv", "--out", link).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == printed.output)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
        try FileManager.default.removeItem(atPath: file)
        let nowhere = try town.run("export", "csv", "--out", link)
        #expect(nowhere.status == 4 && nowhere.errors.contains("There is no \(link)"))
        let pack = try town.run("evidence", "KT1", "--out", "-")
        #expect(pack.status == 2 && pack.errors.contains("evidence needs --out FILE"))
    }

    @Test func `what an export that was killed has left goes with the next`() throws {
        let town = try Town()
        let file = town.scratch.path("all.csv")
        // No process has a number so high.
        let left = "\(file).99999999.part", others = "\(file).1.part"
        for path in [left, others] { try Data("half".utf8).write(to: URL(filePath: path)) }
        #expect(try town.run("export", "csv", "--out", file).status == 0)
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(FileManager.default.fileExists(atPath: others), "a process that lives")
    }

    @Test(arguments: [
        ["officer", "list", "somebody"], ["export", "csv", "--until", "+5"],
        ["generate", "--office", "x", "--name", "a\nb"],
        ["diff", "--from", "+1"], ["subscriber", "list", "somebody"],
    ])
    func `what would be passed over in silence is refused`(words: [String]) throws {
        let town = try Town()
        let result = try Shell.khamrong(words + ["--data", town.paths.data])
        #expect(result.status == 2 && result.output == "", "\(result)")
    }
}
