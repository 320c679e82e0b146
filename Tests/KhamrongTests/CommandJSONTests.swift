import Foundation
import TestSupport
import Testing
import Workflow

/// What `Docs/Format/json.md` promises of commands that keep an office's people and systems.
@Suite(.timeLimit(.minutes(10))) struct CommandJSONTests {
    private func run(_ town: borrowing Town, _ words: [String]) throws -> Any {
        let said = try Shell.khamrong(words + ["--json", "--data", town.paths.data])
        #expect(said.status == 0, "\(words): \(said.errors)")
        return try JSONSerialization.jsonObject(with: Data(said.output.utf8))
    }

    private func object(_ town: borrowing Town, _ words: String...) throws -> [String: Any] {
        try #require(try run(town, words) as? [String: Any])
    }

    private func list(_ town: borrowing Town, _ words: String...) throws -> [[String: Any]] {
        try #require(try run(town, words) as? [[String: Any]])
    }

    @Test func `what is done about an officer`() throws {
        let town = try Town()
        let added = try object(
            town, "officer", "add", "works-1", "--name", "นางสาวใจดี ทดสอบ", "--roles", "handler")
        #expect(Set(added.keys) == ["officer", "password"])
        let changed = try object(town, "officer", "password", "works-1")
        #expect(changed["officer"] as? String == "works-1")
        #expect(changed["password"] as? String != added["password"] as? String)
        let dismissed = try object(
            town, "officer", "dismiss", "works-1", "--reason", "โอนย้าย")
        #expect(dismissed as? [String: String] == ["officer": "works-1"])
    }

    @Test func `what is done about a connected system`() throws {
        let town = try Town()
        #expect(try list(town, "subscriber", "list").isEmpty)
        let added = try object(
            town, "subscriber", "add", "city-map", "--name", "แผนที่", "--address",
            "https://map.example/hook")
        #expect(Set(added.keys) == ["key", "signing_secret", "subscriber"])
        let renewed = try object(town, "subscriber", "key", "city-map")
        #expect(renewed["key"] as? String != added["key"] as? String)
        let listed = try list(town, "subscriber", "list")
        #expect(
            listed.count == 1
                && Set(listed[0].keys) == [
                    "categories", "departments", "name", "requests", "scopes", "subscriber",
                    "types",
                ])
        let removed = try object(town, "subscriber", "remove", "city-map")
        #expect(removed as? [String: String] == ["subscriber": "city-map"])
    }

    @Test func `what is sent, and who asked to be forgotten`() throws {
        let town = try Town()
        #expect(try list(town, "webhook", "list").isEmpty)
        #expect(try list(town, "erase", "list").isEmpty)
        let done = try object(town, "erase", "complete")
        #expect(Set(done.keys) == ["completed", "keys", "sections"])
        let refused = try town.run("webhook", "pause", "city-map", "--json")
        #expect(refused.status == 2 && refused.errors.contains("webhook list and webhook show"))
    }

    @Test func `where there is nothing, words say so`() throws {
        let town = try Town()
        let compared = try town.run("rebuild", "--dry-run")
        #expect(compared.errors.contains("search has not been built yet"), "\(compared)")
        for (words, said) in [
            (["subscriber", "list"], "No other system is connected."),
            (["webhook", "list"], "Nothing was sent to any system yet."),
            (["erase", "list"], "Nobody asked to be forgotten."),
            (["report", "workload"], "There is nothing to show."),
        ] {
            let result = try Shell.khamrong(words + ["--data", town.paths.data])
            #expect(result.status == 0 && result.output.contains(said), "\(result)")
        }
    }
}
