import Entries
import Events
import Rules
import Testing

/// What is wrong with a settings file is said with its place, in both languages.
@Suite struct SettingsProblemTests {
    @Test(arguments: [
        ("", "", 1), ("[]", "", 1), ("{\"format\": 1}", "format", 1),
        ("{\n\"format\": \"x\"}", "format", 2),
        ("{\"format\": \"khamrong-settings/1\",\n\"wishes\": []}", "wishes", 2),
        (
            "{\"format\": \"khamrong-settings/1\", \"departments\": [\n{\"code\": \"a\"}]}",
            "departments[a].name", 2
        ),
        (
            "{\"format\": \"khamrong-settings/1\", \"categories\": [{\"code\": \"a\", "
                + "\"name\": \"ก\",\n\"kinds\": [\"wish\"]}]}", "categories[a].kinds", 2
        ),
        (
            "{\"format\": \"khamrong-settings/1\",\n\"holidays\": [{\"date\": \"13/4/2570\"}]}",
            "holidays[13/4/2570].date", 2
        ),
        (
            "{\"format\": \"khamrong-settings/1\", \"registration\": "
                + "{\"reset\": \"code\",\n\"reset_minutes\": 1.5}}",
            "registration.reset_minutes", 2
        ),
        ("{\"format\": \"khamrong-settings/1\", \"menu\": {}}", "menu", 1),
        ("{\"format\": \"khamrong-settings/1\", \"photos\": [1]}", "photos[1]", 1),
    ]) func `a file that cannot be read names the place`(text: String, path: String, line: Int) {
        let problems = SettingsFileTests.read(text).problems
        #expect(problems.contains { $0.path == path && $0.line == line }, "\(problems)")
        #expect(problems.allSatisfy { !$0.wording.thai.isEmpty && !$0.wording.english.isEmpty })
    }

    @Test(arguments: [
        (#""photos": [{"code": "a", "label": " "}]"#, "photos"),
        (#""passwords": {"least": 4, "most": 64}"#, "passwords"),
        (#""registration": {"reset": "link", "reset_minutes": 5}"#, "registration"),
        (#""agencies": [{"code": "a b", "name": "ก"}]"#, "agencies[a b]"),
        (#""agencies": [{"code": "a", "name": "ก"}, {"code": "a", "name": "ข"}]"#, "agencies[a]"),
        (
            #""holidays": [{"date": "2020-01-01", "name": "ก", "kind": "local"}]"#,
            "holidays[2020-01-01]"
        ),
        (
            #""departments": [{"code": "a", "name": "ก", "parent": "b"},"#
                + #"{"code": "b", "name": "ข", "parent": "a"}]"#, "departments[a]"
        ),
        (
            #""templates": [{"template": "code", "channel": "sms", "body": "www.x.example"}]"#,
            "templates[code sms]"
        ),
        (#""numbering": {"prefix": "K", "digit": 1, "width": 6}"#, "numbering"),
    ]) func `what the rules refuse names the place too`(part: String, path: String) throws {
        let plan = try SettingsFileTests.plan("{\"format\": \"khamrong-settings/1\", \(part)}")
        #expect(plan.problems.contains { $0.path == path }, "\(plan.problems)")
        #expect(
            plan.problems.allSatisfy { !$0.wording.thai.isEmpty && !$0.wording.english.isEmpty })
    }

    @Test func `a definition that cannot work is refused with its own words`() throws {
        var document = SettingsFileTests.document(SettingsFileTests.opened)
        document.parts = [.services]
        document.services[0].definition.states.removeAll()
        let plan = SettingsFileTests.plan(document)
        let code = document.services[0].definition.code
        let problem = try #require(plan.problems.first)
        #expect(problem.path == "services[\(code)].definition")
        #expect(problem.wording.english.hasPrefix("This definition cannot work"))
    }

    @Test func `a text that no entry holds is refused before anything is sent`() throws {
        let text = String(repeating: "ก", count: 40_000)
        let plan = try SettingsFileTests.plan(
            #"{"format": "khamrong-settings/1", "terms": "\#(text)"}"#)
        #expect(plan.problems.map(\.path) == ["terms"])
    }
}
