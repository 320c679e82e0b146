import Entries
import Events
import Rules
import TestSupport
import Testing

/// An office's settings as a file, out and in again.
@Suite struct SettingsFileTests {
    static let now = TestOffice.time(2026, 6, 1)
    static let today = CivilDate(year: 2026, month: 6, day: 1)!

    static let opened = TestOffice.fold(OfficeSettings.opening(OpeningTests.office))

    static func document(_ settings: OfficeSettings) -> SettingsDocument {
        SettingsDocument(settings, on: today)
    }

    static func read(_ text: String) -> (document: SettingsDocument, problems: [SettingsProblem]) {
        var problems: [SettingsProblem] = []
        let document = SettingsDocument.read(Array(text.utf8), &problems)
        return (document, problems)
    }

    static func plan(
        _ document: SettingsDocument, in settings: OfficeSettings = opened
    ) -> SettingsPlan {
        SettingsPlan(document, in: settings, by: .system, at: now)
    }

    /// What `text` would do to a new office.
    static func plan(_ text: String, in settings: OfficeSettings = opened) throws -> SettingsPlan {
        let (document, problems) = read(text)
        try #require(problems.isEmpty, "\(problems)")
        return plan(document, in: settings)
    }

    private static func events(_ plan: SettingsPlan) -> [String] {
        plan.changes.map { type(of: $0.event.data).name }
    }

    @Test func `what is exported and applied again changes nothing`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        for _ in 0..<20 {
            let settings = RandomSettings.make(&generator)
            let text = Self.document(settings).text
            let (document, problems) = Self.read(text)
            #expect(problems == [])
            #expect(document == Self.document(settings))
            let plan = Self.plan(document, in: settings)
            #expect(plan.changes.map(\.path) == [], "\(text)")
            #expect(plan.problems == [])
            #expect(plan.lines == [])
            #expect(plan.command == nil)
        }
    }

    @Test func `the file of one office makes another one like it`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        for _ in 0..<20 {
            var wanted = Self.document(RandomSettings.make(&generator))
            // Another office counts the versions of its services for itself.
            for index in wanted.services.indices {
                wanted.services[index].definition.version = 0
            }
            let plan = Self.plan(wanted, in: RandomSettings.make(&generator))
            #expect(plan.problems == [])
            let again = Self.plan(wanted, in: plan.after)
            #expect(again.changes.map(\.path) == [])
        }
    }

    @Test func `a part that is left out stays, and one that is empty is taken away`() throws {
        #expect(try Self.plan(#"{"format": "khamrong-settings/1"}"#).changes.isEmpty)
        let news = OfficeEvent.NewsPublished(
            news: "1", title: LocalText("ข่าว"), body: LocalText("เนื้อข่าว"))
        var settings = Self.opened
        settings.apply(.newsPublished(news))
        let plan = try Self.plan(
            #"{"format": "khamrong-settings/1", "news": []}"#, in: settings)
        #expect(plan.changes.map(\.event) == [.newsWithdrawn(.init(news: "1"))])
        let agencies = try Self.plan(#"{"format": "khamrong-settings/1", "agencies": []}"#)
        #expect(agencies.changes.isEmpty)
        #expect(agencies.kept.contains("agencies[pea]"))
    }

    @Test func `steps come in an order that the rules accept`() throws {
        let plan = try Self.plan(
            """
            {"format": "khamrong-settings/1",
             "categories": [{"code": "pothole", "name": "หลุมบ่อ", "parent": "new-road"},
                            {"code": "new-road", "name": "ถนน", "department": "roads"}],
             "departments": [{"code": "roads", "name": "งานถนน", "parent": "technics"},
                             {"code": "technics", "name": "กองเทคนิค", "calendar": "night"},
                             {"code": "works", "name": "กองช่าง", "withdrawn": true,
                              "successor": "roads"}],
             "services": [],
             "hours": [{"hours": [{"weekday": 1, "open_minute": 510, "close_minute": 990}]},
                       {"calendar": "always-open"},
                       {"calendar": "night",
                        "hours": [{"weekday": 1, "open_minute": 0, "close_minute": 60}]}]}
            """)
        #expect(plan.problems == [])
        #expect(!plan.after.isDepartment("works"))
        #expect(plan.after.standingDepartment("works") == "roads")
        #expect(plan.after.calendarCode(of: "roads") == "night")
        #expect(plan.after.isCategory("pothole") && !plan.after.isCategory("road"))
        let command = try #require(plan.command)
        var circumstances = Circumstances(now: Self.now, settings: Self.opened)
        circumstances.sections = []
        let events = try OfficeSettings.decide(
            command, in: Self.opened, by: .system, with: circumstances)
        #expect(events == plan.changes.map(\.event))
    }

    @Test func `several proposals hold together or not at all`() throws {
        let good = OfficeEvent.agencyDefined(.init(code: "new", name: LocalText("ใหม่")))
        let bad = OfficeEvent.agencyDefined(.init(code: "no blank", name: LocalText("ใหม่")))
        let circumstances = Circumstances(now: Self.now, settings: Self.opened)
        let command = try #require(OfficeCommand(together: [good, bad]))
        #expect(throws: OfficeRefusal.invalid(.code)) {
            try OfficeSettings.decide(
                command, in: Self.opened, by: .system, with: circumstances)
        }
        #expect(OfficeCommand(together: []) == nil)
        let both = Command.office(try #require(OfficeCommand(together: [good, good])))
        #expect(both.name == "office/settle")
        #expect(try Command.decoded(both.encoded()) == both)
        #expect(throws: OfficeRefusal.nothingChanges) {
            guard case .office(let command) = both else { return }
            _ = try OfficeSettings.decide(
                command, in: Self.opened, by: .system, with: circumstances)
        }
    }

    @Test func `a definition that differs is the next version, and running cases keep theirs`()
        throws
    {
        var document = Self.document(Self.opened)
        let place = try #require(
            document.services.firstIndex { $0.definition.code == "complaint" })
        document.parts = [.services]
        document.services[place].definition.name = LocalText("ร้องเรียนใหม่")
        document.services[place].definition.version = 0
        let plan = Self.plan(document)
        #expect(plan.problems == [])
        #expect(Self.events(plan) == ["service-defined"])
        #expect(plan.after.definition(of: "complaint")?.version == 2)
        #expect(plan.after.definition(of: "complaint", version: 1)?.name.thai != "ร้องเรียนใหม่")
        #expect(
            plan.lines.map(\.path) == [
                "services[complaint].definition.name.th",
                "services[complaint].definition.version",
            ] || plan.lines.map(\.path).contains("services[complaint].definition.version"))
        // Made from a version that is no longer the newest.
        document.services[place].definition.version = 1
        document.services[place].definition.name = LocalText("อีกชื่อ")
        var later = plan.after
        for _ in 0..<2 {
            var next = later.definition(of: "complaint")!
            next.version += 1
            later.apply(.serviceDefined(.init(definition: next)))
        }
        let stale = Self.plan(document, in: later)
        #expect(stale.problems.map(\.path) == ["services[complaint].definition.version"])
    }

    @Test func `hours of today leave the past as it was counted`() throws {
        let plan = try Self.plan(
            """
            {"format": "khamrong-settings/1",
             "hours": [{"hours": [{"weekday": 6, "open_minute": 510, "close_minute": 720}]},
                       {"calendar": "always-open"}]}
            """)
        #expect(plan.problems == [])
        let monday = CivilDate(year: 2026, month: 5, day: 25)!.dayNumber
        #expect(plan.after.calendar[nil].isWorkingDay(monday))
        #expect(!plan.after.calendar[nil].isWorkingDay(monday + 7))
        #expect(plan.after.calendar[nil].isWorkingDay(monday + 12))
    }
}
