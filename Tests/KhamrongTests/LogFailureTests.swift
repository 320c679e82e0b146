import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Workflow

/// What the program does when its log is not what it should be.
@Suite(.timeLimit(.minutes(10))) struct LogFailureTests {
    /// Changes one letter of the entry at `position`, in every copy of its page.
    private func damage(_ town: borrowing Town, at position: Position) throws {
        let entry = try #require(try EventLog.open(at: town.paths.log).entry(at: position))
        let id = Data(try Envelope(entry.bytes).id.text)
        var bytes = try Data(contentsOf: town.dataFile)
        while let place = bytes.firstRange(of: id) { bytes[place.lowerBound] = 0x78 }
        try bytes.write(to: town.dataFile)
    }

    @Test func `a sound office is found sound`() throws {
        let town = try Town()
        let table = try town.run("verify", "--views")
        #expect(table.status == 0 && table.errors == "")
        #expect(table.output.hasSuffix("Everything is as it must be.\n"))
        #expect(table.output.contains("citizen-dashboard, officer-queue, reporting, search"))
        let json = try town.run("verify", "--json")
        #expect(json.status == 0)
        #expect(json.output.hasPrefix(#"{"findings":[],"verified":{"entry_bytes":"#))
    }

    @Test func `a damaged entry is found at its position, and nothing goes over it`() throws {
        let town = try Town()
        let history = try town.history(cases: 2)
        try damage(town, at: 100)
        let before = try Data(contentsOf: town.dataFile)
        let words = "the entry at position 100 was changed: its bytes do not fit their hash\n"
        let verified = try town.run("verify")
        #expect(verified.status == 1)
        #expect(verified.output.hasPrefix(words))
        #expect(verified.errors.contains("Nothing was changed."))
        let json = try town.run("verify", "--json")
        #expect(json.status == 1)
        #expect(json.output.contains(#""code":"log","position":100,"#))
        let officer = [
            "officer", "add", "late", "--name", "สมชาย ใจดี", "--email", "late@example.com",
            "--roles", "handler",
        ]
        for command in [["digest"], ["export", "csv"], history, officer] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 1, "\(command)")
            #expect(result.errors.hasPrefix("khamrong: the log is damaged: \(words)"))
        }
        #expect(try Data(contentsOf: town.dataFile) == before)
    }

    @Test(arguments: [2, 3, 5])
    func `empty pages end every command with a word, not with a signal`(every: Int) throws {
        let town = try Town()
        let history = try town.history(cases: 50) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        var bytes = try Data(contentsOf: town.dataFile)
        for page in stride(from: 2, to: bytes.count / 4096, by: every) {
            bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(count: 4096))
        }
        try bytes.write(to: town.dataFile)
        for command in [["export", "csv"], ["rebuild"], ["replay", "--view", "officer-queue"]] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(!result.bySignal && result.status == 1, "\(command): \(result.errors)")
            #expect(
                result.errors.hasPrefix("khamrong: the log is damaged: ")
                    || result.errors.contains("or its first pages are damaged"), "\(command)")
        }
        let verified = try town.run("verify")
        #expect(!verified.bySignal && verified.status == 1)
    }

    @Test func `a page that leads anywhere ends a command with a word, not with a signal`() throws {
        let town = try Town()
        let history = try town.history(cases: 50) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        let whole = try Data(contentsOf: town.dataFile)
        let pages = whole.count / 4096
        var found = 0
        for page in stride(from: 2, to: pages, by: max(1, pages / 60)) {
            var bytes = whole
            for index in page * 4096..<(page + 1) * 4096 { bytes[index] ^= 0x55 }
            try bytes.write(to: town.dataFile)
            let result = try Shell.khamrong([
                "export", "csv", "--data", town.paths.data, "--out", "\(town.root)/out.csv",
            ])
            #expect(!result.bySignal && [0, 1].contains(result.status), "\(page)")
            guard result.status == 1 else { continue }
            #expect(result.errors.hasPrefix("khamrong: the log is damaged: "), "\(page)")
            found += 1
        }
        #expect(found > 10)
    }

    @Test(arguments: [0, 40_960])
    func `a file whose end is missing is refused by every command, and left as it is`(
        bytes: Int
    ) throws {
        let town = try Town()
        let history = try town.history(cases: 20) + ["--data", town.paths.data]
        #expect(try Shell.khamrong(history).status == 0)
        let whole = try Data(contentsOf: town.dataFile)
        try whole.prefix(bytes).write(to: town.dataFile)
        let commands = [
            ["status"], ["digest"], ["queue"], ["report"], ["export", "csv"], ["rebuild"],
            ["replay", "--view", "officer-queue"],
        ]
        for command in commands.map({ $0 + ["--data", town.paths.data] }) + [history] {
            let result = try Shell.khamrong(command)
            #expect(result.status == 1 && !result.bySignal, "\(command)")
            #expect(
                result.errors.hasPrefix("khamrong: the log is damaged: the file ends before pages"))
        }
        let verified = try town.run("verify")
        #expect(verified.status == 1 && !verified.bySignal)
        #expect(verified.output.contains("the file ends before pages that it uses"))
        let json = try town.run("verify", "--json")
        #expect(json.status == 1 && json.output.hasPrefix(#"{"findings":[{"code":"unreadable","#))
        #expect(try Data(contentsOf: town.dataFile) == whole.prefix(bytes))
        try whole.write(to: town.dataFile)
        #expect(try town.run("verify").status == 0)
    }

    @Test(arguments: [
        ("th.khamrong.petition.teleported.v1", "unknown-type", "which this version does not know"),
        ("th.khamrong.petition.noted.v9", "newer-version", "this version knows it up to v1"),
    ])
    func `an event of a newer product is named, and nothing goes over it`(
        type: String, code: String, words: String
    ) throws {
        let town = try Town()
        let history = try town.history(cases: 2)
        #expect(try town.run("digest").status == 0)
        try town.append(type: type)
        let position = try EventLog.open(at: town.paths.log).head
        let verified = try town.run("verify", "--json")
        #expect(verified.status == 1)
        #expect(verified.output.contains(#""code":"\#(code)","position":\#(position),"#))
        for command in [["queue"], ["export", "csv"], history] {
            let result = try Shell.khamrong(command + ["--data", town.paths.data])
            #expect(result.status == 4, "\(command)")
            #expect(result.errors.contains("position \(position) holds \(type)"))
            #expect(result.errors.contains(words))
            #expect(result.errors.contains("written by a newer version of khamrong: use that one"))
        }
        #expect(try EventLog.open(at: town.paths.log).head == position)
    }

    @Test func `recorded time does not go back with the clock, and the person is told`() throws {
        let town = try Town()
        let history = try town.history(cases: 2)
        let later = Town.now().advanced(milliseconds: 3_600_000)
        let (office, port) = try Office.open(town.paths, clock: { later })
        // One of the days is no holiday yet.
        let outcomes = port.submitAndWait(
            (7..<14).map { days in
                let day = OfficeEvent.HolidayDeclared(
                    date: CivilDate(dayNumber: later.local.date.dayNumber + days),
                    name: LocalText("วันหยุดพิเศษ"), kind: .local)
                return Draft(.office(OfficeCommand(.holidayDeclared(day))), by: .system, at: later)
            })
        port.close()
        #expect(outcomes.contains { if case .accepted = $0 { true } else { false } })
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.status == 0)
        #expect(result.errors.hasPrefix("the clock stands at "))
        #expect(result.errors.contains("before the last entry (\(later))"))
        let last = try #require(try office.log.entry(at: office.log.head))
        #expect(try Envelope(last.bytes).time == later)
        #expect(try town.run("verify").status == 0)
    }
}
