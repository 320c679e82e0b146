import Events
import Foundation
import Rules
import TestSupport
import Testing
import Workflow

/// `khamrong settings`, as an administrator calls it.
@Suite(.timeLimit(.minutes(10))) struct SettingsTests {
    private func settings(_ town: borrowing Town) throws -> OfficeSettings {
        try Office(reading: town.paths).log.settings(of: "KT")
    }

    private func write(_ text: String, in town: borrowing Town) throws -> String {
        let path = town.scratch.path("new.json")
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test func `settings go out into a file and change nothing when they come in again`() throws {
        let town = try Town()
        let file = town.scratch.path("settings.json")
        #expect(try town.run("settings", "export", "--out", file).status == 0)
        let before = try settings(town)
        let applied = try town.run("settings", "apply", file)
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(applied.output == "0 changes recorded\n")
        #expect(try settings(town) == before)
        let again = town.scratch.path("again.json")
        #expect(FileManager.default.createFile(atPath: again, contents: nil))
        let handle = try #require(FileHandle(forWritingAtPath: again))
        let printed = try Shell.khamrong(
            ["settings", "export", "--data", town.paths.data], output: handle)
        #expect(printed.status == 0)
        #expect(
            try Data(contentsOf: URL(filePath: again)) == Data(contentsOf: URL(filePath: file)))
    }

    @Test func `a dry run shows what would change, and the same file then changes it once`() throws
    {
        let town = try Town()
        let file = try write(
            """
            {"format": "khamrong-settings/1", "news": [
              {"news": "n1", "title": "น้ำไม่ไหล", "body": "วันนี้", "until": "2199-01-01"}],
             "disclosure": {"entries_public": true, "register_public": true}}
            """, in: town)
        let before = try settings(town)
        let tried = try town.run("settings", "apply", file, "--dry-run")
        #expect(tried.status == 0 && tried.output.contains("news[n1]: เผยแพร่ข่าว"))
        #expect(tried.output.contains("2 changes; nothing was changed"))
        #expect(try settings(town) == before)
        let applied = try town.run("settings", "apply", file, "--json")
        #expect(applied.status == 0 && applied.output.contains(#""applied":2"#), "\(applied)")
        #expect(try settings(town).news["n1"]?.title.thai == "น้ำไม่ไหล")
        #expect(try town.run("settings", "apply", file).output == "0 changes recorded\n")
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test func `a published time that is not the clock's is remarked upon and taken`() throws {
        let town = try Town()
        let file = town.scratch.path("settings.json")
        #expect(try town.run("settings", "export", "--out", file).status == 0)
        var text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        let service = try #require(
            try settings(town).services.values.compactMap(\.newest)
                .first { $0.code == "grievance" && !$0.promised.isEmpty })
        let days = try #require(service.promised.last?.time.amount)
        let place = try #require(text.range(of: #""code": "grievance""#))
        let promised = try #require(
            text.range(of: #""promised""#, range: place.upperBound..<text.endIndex))
        let end = try #require(
            text.range(of: "]", range: promised.upperBound..<text.endIndex)?.upperBound)
        let part = promised.lowerBound..<end
        text.replaceSubrange(
            part,
            with: text[part].replacing(#""amount": \#(days)"#, with: #""amount": \#(days + 1)"#))
        let changed = try write(text, in: town)
        let tried = try town.run("settings", "apply", changed, "--dry-run", "--json")
        #expect(tried.status == 0 && tried.output.contains(#""remarks":["#), "\(tried)")
        let applied = try town.run("settings", "apply", changed)
        #expect(applied.status == 0 && applied.output.contains("recorded"), "\(applied)")
        #expect(applied.errors.contains("services[grievance]"), "\(applied.errors)")
        #expect(applied.errors.contains("People are told of more time than is set"))
    }

    @Test func `nothing of a file is taken if any of it is refused`() throws {
        let town = try Town()
        let before = try settings(town)
        let refused = try town.run(
            "settings", "apply",
            try write(
                """
                {"format": "khamrong-settings/1",
                 "disclosure": {"entries_public": true, "register_public": true},
                 "agencies": [{"code": "no blank", "name": "ก"}]}
                """, in: town))
        #expect(refused.status == 4 && refused.output == "nothing was changed\n")
        #expect(refused.errors.contains("agencies[no blank]: A code has letters"))
        let unread = try town.run(
            "settings", "apply", try write("{\n\"wishes\": 1}", in: town), "--json")
        #expect(unread.status == 4)
        #expect(unread.output.contains(#""line":2,"path":"wishes""#), "\(unread.output)")
        #expect(try town.run("settings", "apply", town.scratch.path("absent")).status == 4)
        #expect(try town.run("settings", "apply").status == 2)
        #expect(try town.run("settings", "export", "file").status == 2)
        #expect(try town.run("settings", "export", "--dry-run").status == 2)
        #expect(try settings(town) == before)
    }

    @Test func `settings go through the socket of the process that holds the writer`() throws {
        let town = try Town()
        let (office, port) = try Office.open(town.paths, clock: Town.now)
        let applied = try town.run(
            "settings", "apply",
            try write(
                """
                {"format": "khamrong-settings/1",
                 "disclosure": {"entries_public": true, "register_public": true},
                 "texts": [{"key": "a", "text": "ก"}]}
                """, in: town))
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(try office.log.settings(of: "KT").disclosure.areEntriesPublic)
        port.close()
        #expect(try settings(town).texts["a"] == LocalText("ก"))
    }

    @Test func `a next number that was given out already is refused with the reason`() throws {
        let town = try Town()
        #expect(
            try Shell.khamrong(
                try town.history(cases: 3) + ["--data", town.paths.data]
            ).status == 0)
        func file(_ next: Int) throws -> String {
            try write(
                """
                {"format": "khamrong-settings/1",
                 "numbering": {"prefix": "KT", "digit": 1, "width": 6, "next": \(next)}}
                """, in: town)
        }
        for words in [["--dry-run"], []] {
            let refused = try Shell.khamrong(
                ["settings", "apply", try file(3), "--data", town.paths.data] + words)
            #expect(refused.status == 4 && refused.output == "nothing was changed\n")
            #expect(
                refused.errors.contains("Number 3 was given out already; the next is 4 or more"))
        }
        let taken = try town.run("settings", "apply", try file(10))
        #expect(taken.status == 0 && taken.output.hasSuffix("1 change recorded\n"), "\(taken)")
        try town.fileOne()
        #expect(try Office(reading: town.paths).log.upcomingNumber == 11)
    }
}
