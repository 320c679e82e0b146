import Entries
import EventLog
import Events
import Exchange
import Foundation
import Projections
import Rules
import TestSupport
import Testing
import Vault
import Workflow

@Suite struct CaseImportTests {
    private static let map = """
        {
          "format": "khamrong-import-map/1", "system": "old", "zone": "Asia/Bangkok",
          "case": { "kind": "complaint", "service": "old-complaint", "channel": "letter", "officer": { "field": "clerk" } },
          "event": { "clear": ["room"] },
          "activities": { "open": "submitted", "take": "received", "work": "in-progress", "end": "completed" },
          "from-any-stage": ["end"]
        }
        """

    /// Two cases whose events lie between each other in time.
    private static func xes(moreEvents: String = "", moreCases: String = "") -> String {
        func event(_ name: String, _ time: String, _ who: String?) -> String {
            let resource = who.map { "<string key=\"org:resource\" value=\"\($0)\"/>" } ?? ""
            return """
                <event><string key="concept:name" value="\(name)"/>\(resource)
                <date key="time:timestamp" value="2025-01-0\(time):00:00.000+07:00"/>
                <string key="room" value="7"/><string key="phone" value="0810000001"/></event>
                """
        }
        func trace(_ name: String, _ events: String) -> String {
            "<trace><string key=\"concept:name\" value=\"\(name)\"/>\(events)</trace>"
        }
        let first = event("open", "1T09", "a") + event("ask", "3T09", nil)
        let second =
            event("open", "2T09", "b") + event("take", "2T10", "b") + event("work", "2T11", "b")
            + event("end", "4T09", "c")
        return """
            <?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0">
            \(trace("A-1", first + moreEvents))\(trace("B-2", second))\(moreCases)</log>
            """
    }

    private func run(
        _ xes: String, as system: String? = nil, in test: TestOffice,
        _ scratch: borrowing Scratch,
        report: (RowProblem) -> Void = { Issue.record("\($0.reason.english)") }
    ) throws -> ImportResult {
        let path = scratch.path("cases.xes")
        try Data(xes.utf8).write(to: URL(filePath: path))
        let history = try SourceHistory(
            path: path, isXES: true, map: try ImportMap.parse(Array(Self.map.utf8)),
            system: system, now: test.clock.now(), report: report, progress: { _ in })
        return try ImportRun(
            office: test.office, port: test.port, history: history, map: .zero,
            now: test.clock.now()
        ).perform(report: report, progress: { _ in })
    }

    @Test func `a case keeps its officer, and one that ends at once is closed`() throws {
        let test = try TestOffice()
        let event = { (name: String, hour: Int) in
            "<event><string key=\"concept:name\" value=\"\(name)\"/>"
                + "<date key=\"time:timestamp\" value=\"2025-01-05T\(hour):00:00.000+07:00\"/></event>"
        }
        let more =
            "<trace><string key=\"concept:name\" value=\"C-3\"/>"
            + "<string key=\"clerk\" value=\"Resource21\"/>"
            + event("open", 10) + event("end", 11) + event("end", 12) + "</trace>"
        let result = try run(Self.xes(moreCases: more), in: test, try Scratch())
        #expect(result.tally == ImportTally(recorded: 9, steps: 2, refused: 0))
        let history = try #require(try test.office.log.history(of: "C-3"))
        #expect(history.petition.owner == "Resource21")
        #expect(history.petition.status == .completed)
        #expect(
            history.events.map { type(of: $0.event.data).name } == [
                "submitted", "completed", "step-recorded",
            ])
        var events: [RecordedEvent] = []
        try test.office.log.events { events.append($0) }
        let row = try #require(
            try OfficerQueue.fold(events).first { $0.number == history.petition.number })
        #expect(row.owner == "Resource21" && !row.course.isOpen)
    }

    private func imported(_ test: TestOffice) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        try test.office.log.events { if $0.frame.step != nil { events.append($0) } }
        return events
    }

    @Test func `one source event is one entry, and cases lie between each other by time`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        let result = try run(Self.xes(), in: test, scratch)
        #expect(result.tally == ImportTally(recorded: 6, steps: 1, refused: 0))
        let events = try imported(test)
        #expect(events.map(\.activity) == ["open", "open", "take", "work", "ask", "end"])
        #expect(
            events.map { type(of: $0.event.data).name } == [
                "submitted", "submitted", "received", "in-progress", "step-recorded", "completed",
            ])
        #expect(events.map(\.resource) == ["a", "b", "b", "b", nil, "c"])
        #expect(events.map(\.frame.isImported) == [true, true, true, true, true, true])
        #expect(events[0].occurredAt == Instant(rfc3339: "2025-01-01T09:00:00+07:00"))
        #expect(events[0].stream.name.hasPrefix("TS1010168"))
    }

    @Test func `what the map does not call clear is sealed`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        let first = try #require(try imported(test).first)
        let entry = try #require(try test.office.log.entry(at: first.position))
        #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("0810000001"))
        #expect(first.frame.step?.attributes.map(\.key) == ["room"])
        let section = try #require(first.frame.sections.first)
        let blob = try #require(
            try test.office.log.section(at: first.position, number: section.number))
        let opened = try test.office.vault.key(section.keyReference)
            .open(blob, as: section, of: first.id)
        let attributes = try StepAttributes.decoded(opened.content).attributes
        #expect(attributes.map(\.value) == ["0810000001"])
    }

    @Test func `running it twice adds nothing, and a file that grew adds what is new`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        let head = try test.office.log.head
        let again = try run(Self.xes(), in: test, scratch)
        #expect(again.alreadyThere == 6)
        #expect(again.tally == ImportTally())
        #expect(try test.office.log.head == head)
        let more = """
            <event><string key="concept:name" value="take"/>
            <date key="time:timestamp" value="2025-01-05T09:00:00.000+07:00"/></event>
            """
        let grown = try run(Self.xes(moreEvents: more), in: test, scratch)
        #expect(grown.tally == ImportTally(recorded: 1, steps: 0, refused: 0))
        #expect(try imported(test).last?.frame.step?.index == 3)
    }

    @Test func `a case with other steps than before is named and left as it is`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        let head = try test.office.log.head
        var problems: [RowProblem] = []
        let inserted = Self.xes().replacing("\"take\"", with: "\"look\"")
        let result = try run(inserted, in: test, scratch) { problems.append($0) }
        #expect(problems.map(\.caseName) == ["B-2"])
        #expect(problems.map(\.loss) == [.row])
        #expect(result.tally == ImportTally() && result.alreadyThere == 2)
        #expect(try test.office.log.head == head)
    }

    @Test func `two sources with cases of the same names are kept apart`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        let sister = try run(Self.xes(), as: "sister", in: test, scratch)
        #expect(sister.alreadyThere == 0 && sister.tally.recorded == 6)
        #expect(try test.office.log.importedSteps(of: "sister").count == 2)
    }

    @Test func `a case of years to come is left out, and Buddhist years are recognised`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        let buddhist = Self.xes().replacing("\"2025-", with: "\"2568-")
        #expect(buddhist != Self.xes())
        var said: [String] = []
        let result = try run(buddhist, in: test, scratch) { said.append($0.reason.english) }
        #expect(result.tally.recorded == 0)
        #expect(said.contains { $0.contains("has not come yet") && $0.contains("Buddhist") })
        #expect(try run(Self.xes(), in: test, scratch).tally.recorded == 6)
    }

    @Test func `an import that stopped goes on where it was`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        let path = scratch.path("cases.xes")
        try Data(Self.xes().utf8).write(to: URL(filePath: path))
        let history = try SourceHistory(
            path: path, isXES: true, map: try ImportMap.parse(Array(Self.map.utf8)),
            now: test.clock.now(), report: { _ in }, progress: { _ in })
        // The first run gets no further than the first event of each case.
        var begun = history.cases
        for index in begun.indices { begun[index].events = [begun[index].events[0]] }
        let part = CaseImport(
            system: "old", cases: begun, done: [:], now: test.clock.now())
        try ImportRun(
            office: test.office, port: test.port, history: history, map: .zero,
            now: test.clock.now()
        ).defineServices()
        _ = try part.run(through: test.port, report: { _ in }, progress: { _ in })
        let result = try run(Self.xes(), in: test, scratch)
        #expect(result.alreadyThere == 2)
        #expect(result.tally.recorded == 4)
        let counts = try test.office.log.importedSteps(of: "old")
        #expect(counts[SourceKey(system: "old", name: "A-1")]?.count == 2)
        #expect(counts[SourceKey(system: "old", name: "B-2")]?.count == 4)
        #expect(try imported(test).count == 6)
    }

    @Test func `a case is found by its old name, as it stood at any moment`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        let log = test.office.log
        #expect(try log.history(of: "B-2")?.petition.status == .completed)
        let moment = try #require(Until("2025-01-03T00:00:00+07:00", isOccurred: true))
        #expect(try log.history(of: "B-2", until: moment)?.petition.status == .inProgress)
        let before = try #require(Until("2025-01-02T00:00:00+07:00", isOccurred: true))
        let absent = try log.history(of: "B-2", until: before)
        #expect(absent == nil)
        let unknown = try log.history(of: "C-3")
        #expect(unknown == nil)
    }

    @Test func `an export has the cases as they were`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        var cases: [Exchange.SourceCase] = []
        try test.office.log.cases { cases.append($0) }
        #expect(cases.map(\.name) == ["A-1", "B-2"])
        #expect(
            cases.map { $0.events.map(\.activity) } == [
                ["open", "ask"], ["open", "take", "work", "end"],
            ])
        #expect(cases[0].events.map(\.resource) == ["a", nil])
    }

    @Test func `a long clear value loses neither its event nor what depends on it`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        let long = String(repeating: "ก", count: 5000)
        let grown = Self.xes().replacing(
            "<string key=\"room\" value=\"7\"/>", with: "<string key=\"room\" value=\"\(long)\"/>")
        var problems: [RowProblem] = []
        let result = try run(grown, in: test, scratch) { problems.append($0) }
        #expect(result.tally == ImportTally(recorded: 6, steps: 1, refused: 0))
        #expect(problems.count == 6 && problems.allSatisfy { $0.loss == .openness })
        let first = try #require(try imported(test).first)
        #expect(first.frame.step?.attributes == [])
        let section = try #require(first.frame.sections.first)
        let blob = try #require(
            try test.office.log.section(at: first.position, number: section.number))
        let opened = try test.office.vault.key(section.keyReference)
            .open(blob, as: section, of: first.id)
        let attributes = try StepAttributes.decoded(opened.content).attributes
        #expect(attributes.map(\.value) == [long, "0810000001"])
        // The same file is known again.
        let again = try run(grown, in: test, scratch) { _ in }
        #expect(again.alreadyThere == 6 && again.tally == ImportTally())
    }

    @Test func `a label or an officer with too many letters is no reason to lose an event`() throws
    {
        let test = try TestOffice()
        let scratch = try Scratch()
        let long = String(repeating: "x", count: 400)
        let grown = Self.xes(
            moreCases: "<trace><string key=\"concept:name\" value=\"C-3\"/>"
                + "<string key=\"clerk\" value=\"\(long)\"/><event>"
                + "<string key=\"concept:name\" value=\"\(long)\"/>"
                + "<date key=\"time:timestamp\" value=\"2025-01-05T09:00:00Z\"/></event></trace>")
        var problems: [RowProblem] = []
        let result = try run(grown, in: test, scratch) { problems.append($0) }
        #expect(result.tally.recorded == 7 && result.tally.refused == 0)
        #expect(problems.map(\.loss) == [.field, .openness])
        let history = try #require(try test.office.log.history(of: "C-3"))
        #expect(history.petition.owner == nil)
        #expect(history.events.first?.activity.hasSuffix("x…") == true)
    }

    @Test func `what lies ahead of the clock or before 1900 is refused with its line`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        let now = test.clock.now()
        func trace(_ name: String, _ time: String) -> String {
            "\n<trace><string key=\"concept:name\" value=\"\(name)\"/>\n<event>"
                + "<string key=\"concept:name\" value=\"open\"/>"
                + "<date key=\"time:timestamp\" value=\"\(time)\"/></event></trace>"
        }
        let cases =
            trace("soon", "\(now.advanced(milliseconds: 9 * 60_000))")
            + trace("ahead", "\(now.advanced(milliseconds: 11 * 60_000))")
            + trace("old", "1899-12-30T00:00:00+07:00")
            + trace("first", "1900-01-01T00:00:00+07:00")
        var problems: [RowProblem] = []
        let result = try run(Self.xes(moreCases: cases), in: test, scratch) { problems.append($0) }
        #expect(result.tally.recorded == 8)
        #expect(problems.map(\.caseName) == ["ahead", "old"])
        #expect(problems.map(\.loss) == [.row, .row])
        #expect(problems[0].reason.english.contains("has not come yet"))
        #expect(problems[1].reason.english.contains("before the year 1900"))
        let lines = Self.xes(moreCases: cases).split(separator: "\n")
        for problem in problems {
            #expect(lines[problem.line - 2].contains("\"\(problem.caseName ?? "")\""))
        }
    }

    @Test func `an export of sources with the same case names comes back whole`() throws {
        let test = try TestOffice()
        let scratch = try Scratch()
        _ = try run(Self.xes(), in: test, scratch)
        _ = try run(Self.xes(), as: "sister", in: test, scratch)
        let more =
            "<trace><string key=\"concept:name\" value=\"alone\"/><event>"
            + "<string key=\"concept:name\" value=\"open\"/>"
            + "<date key=\"time:timestamp\" value=\"2025-01-05T09:00:00Z\"/></event></trace>"
        _ = try run(Self.xes(moreCases: more), as: "third", in: test, scratch)
        let path = scratch.path("all.xes")
        var writer = try XESWriter(TargetFile(path: path)) { Issue.record("\($0.reason.english)") }
        try test.office.log.cases { try writer.write($0) }
        try writer.finish()
        let read = try XESReader.read(Array(try Data(contentsOf: URL(filePath: path))))
        #expect(read.problems == [])
        #expect(
            read.cases.map(\.name) == [
                "old/A-1", "old/B-2", "sister/A-1", "sister/B-2", "third/A-1", "third/B-2", "alone",
            ])
        #expect(read.cases.map { $0.attributes["khamrong:system"] }.last == "third")
        let names = try CaseNames(of: test.office.log, until: test.office.log.head)
        var imported: [StreamName: String] = [:]
        var inRows: Set<String> = []
        try test.office.log.events { event in
            let row = EventLog.csvRow(event, names: names, imported: &imported)
            if event.frame.step != nil { inRows.insert(row[4]) }
        }
        #expect(inRows == Set(read.cases.map(\.name)))
    }
}
