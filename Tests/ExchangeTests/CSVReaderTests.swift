import Entries
import Exchange
import Testing

@Suite struct CSVReaderTests {
    private let requests: ImportMap
    private let steps: ImportMap

    init() throws {
        requests = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "test", "zone": "America/New_York",
                 "times": ["MM/dd/yyyy hh:mm:ss a"],
                 "case": {"kind": "grievance", "service": "s", "clear": ["type"]},
                 "csv": {"rows": "cases", "case": "id", "events": [
                   {"activity": "Created", "time": "created"},
                   {"activity": "Status: {status}", "time": "changed", "fields": ["status"],
                    "resource": "who"},
                   {"activity": "Closed", "time": "closed"}]}}
                """#.utf8))
        steps = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "test", "zone": "Asia/Bangkok",
                 "case": {"kind": "service", "service": "s"},
                 "csv": {"rows": "events", "separator": ";", "case": "id", "activity": "what",
                   "time": "when", "resource": "who", "case-fields": ["area"]}}
                """#.utf8))
    }

    private func read(_ text: String, _ map: ImportMap) throws -> (
        cases: [SourceCase], summary: SourceSummary, problems: [RowProblem]
    ) { try CSVReader.read(Array(text.utf8), map: map) }

    private let header = "id,type,created,status,changed,closed,who\n"

    @Test func `a row becomes a case with an event for each dated column that is filled`() throws {
        let read = try read(
            header
                + "1,pothole,07/08/2024 09:00:00 AM,Open,07/08/2024 12:30:00 PM,,officer 1\n"
                + "2,lamp,01/08/2024 12:00:00 AM,,,01/09/2024 01:00:00 AM,\n", requests)
        let expected = [
            SourceCase(
                name: "1", attributes: [SourceAttribute("type", "pothole")],
                events: [
                    SourceEvent(
                        activity: "Created", time: Instant(rfc3339: "2024-07-08T13:00:00Z")),
                    SourceEvent(
                        activity: "Status: Open", time: Instant(rfc3339: "2024-07-08T16:30:00Z"),
                        resource: "officer 1", attributes: [SourceAttribute("status", "Open")]),
                ], line: 2),
            SourceCase(
                name: "2", attributes: [SourceAttribute("type", "lamp")],
                events: [
                    SourceEvent(
                        activity: "Created", time: Instant(rfc3339: "2024-01-08T05:00:00Z")),
                    SourceEvent(activity: "Closed", time: Instant(rfc3339: "2024-01-09T06:00:00Z")),
                ], line: 3),
        ]
        #expect(read.cases == expected)
        #expect(read.problems == [])
    }

    @Test func `the first column opens the case, the others follow by their time`() throws {
        let read = try read(
            header
                + "1,t,07/08/2024 09:00:00 AM,Done,07/08/2024 08:00:00 AM,07/08/2024 07:00:00 AM,\n",
            requests)
        #expect(read.cases.first?.events.map(\.activity) == ["Created", "Closed", "Status: Done"])
    }

    @Test func `a time that cannot be read is kept as text and reported`() throws {
        let read = try read(
            header + "1,t,soon,,,07/08/2024 07:00:00 AM,\n2,t,soon,,,,\n3,t,,,,,\n", requests)
        #expect(read.cases.map(\.name) == ["1"])
        #expect(read.cases.first?.events.map { $0.time == nil } == [true, false])
        #expect(read.cases.first?.events.first?.attributes == [SourceAttribute("created", "soon")])
        #expect(read.problems.map(\.line) == [2, 2, 3, 3, 4])
        #expect(read.problems.map(\.loss) == [.nothing, .nothing, .nothing, .row, .row])
    }

    @Test func `quotes, doubled quotes, separators and line breaks in fields are read`() throws {
        let read = try read(
            "\u{FEFF}id,type,created,status,changed,closed,who\r\n"
                + "\"1\",\"a \"\"big\"\",\r\nหลุม\",2024-07-08,,,,\"\"\r\n\r\n"
                + "2,t,2024-07-08,,,,", requests)
        #expect(read.cases.map(\.name) == ["1", "2"])
        #expect(read.cases.first?.attributes["type"] == "a \"big\",\r\nหลุม")
        #expect(read.cases.map(\.line) == [2, 5])
        #expect(read.problems == [])
    }

    @Test(arguments: [
        "x,t,2024-07-08,,,", "x,t,2024-07-08,,,,,", "x,t \"a\",2024-07-08,,,,",
        "\"x\"y,t,2024-07-08,,,,", "x,t\r,2024-07-08,,,,", "x,t\u{0},2024-07-08,,,,",
        ",t,2024-07-08,,,,", "x,\(String(repeating: "t", count: 70_000)),2024-07-08,,,,",
        "x,\"t,2024-07-08,,,,",
    ])
    func `a bad row costs itself only`(bad: String) throws {
        let good = "1,\"t\",2024-07-08,,,,\n"
        let read = try read(header + good + bad + "\n" + good.replacing("1", with: "2"), requests)
        #expect(read.cases.map(\.name) == ["1", "2"])
        #expect(read.problems.map(\.line) == [3])
        #expect(read.problems.map(\.loss) == [.row])
    }

    @Test func `text that is not UTF-8 is a bad row`() throws {
        let bytes = Array(header.utf8) + Array("1,t".utf8) + [0xB7] + Array(",2024-07-08,,,,".utf8)
        let read = try CSVReader.read(bytes, map: requests)
        #expect(read.cases.isEmpty)
        #expect(read.problems.map(\.line) == [2])
    }

    @Test func `an open quote at the end of a large file costs one row`() throws {
        let rows = (0..<30_000).map { "\($0),t,2024-07-08,,,,\n" }.joined()
        let read = try read(header + "x,\"t,2024-07-08,,,,\n" + rows, requests)
        #expect(read.cases.count == 30_000)
        #expect(read.problems.map(\.line) == [2])
    }

    @Test(arguments: ["", "\n\n", "id,id\n", "id,,\n", "\"id\n", "\u{FF}\u{FE}i\u{0}"])
    func `a header that names no columns is an error`(text: String) {
        #expect(throws: ExchangeError.self) { try read(text, requests) }
    }

    @Test func `columns that the map wants and the file lacks are named`() {
        #expect(throws: ExchangeError.missingColumns(["changed", "status", "who"])) {
            try read("id,type,created,closed\n", requests)
        }
    }

    @Test func `a map without a table is not for CSV`() {
        #expect(throws: ExchangeError.wrongMap(reason: .mapWithoutCSV)) {
            try read(header, ImportMap())
        }
    }

    @Test func `a map with a table is not for logs`() {
        #expect(throws: ExchangeError.wrongMap(reason: .mapWithCSV)) {
            try XESReader.read(SourceFile(bytes: []), map: requests) { _ in
            } deliver: { _ in
            }
        }
    }

    @Test func `rows that are events are gathered by case`() throws {
        let read = try read(
            """
            id;what;when;who;area;fee
            1;open;2024-07-08T09:00;officer 1;north;
            2;open;2024-07-08;;;
            1;close;2024-07-07T09:00;;;35
            1;;2024-07-07T09:00;;;
            ;close;2024-07-07T09:00;;;

            """, steps)
        let expected = [
            SourceCase(
                name: "1", attributes: [SourceAttribute("area", "north")],
                events: [
                    SourceEvent(
                        activity: "open", time: Instant(rfc3339: "2024-07-08T02:00:00Z"),
                        resource: "officer 1", line: 2),
                    SourceEvent(
                        activity: "close", time: Instant(rfc3339: "2024-07-07T02:00:00Z"),
                        attributes: [SourceAttribute("fee", "35")], line: 4),
                ], line: 2),
            SourceCase(
                name: "2", attributes: [],
                events: [
                    SourceEvent(
                        activity: "open", time: Instant(rfc3339: "2024-07-07T17:00:00Z"), line: 3)
                ], line: 3),
        ]
        #expect(read.cases == expected)
        #expect(read.problems.map(\.line) == [5, 6])
        #expect(read.problems.map(\.loss) == [.event, .row])
    }

    @Test(arguments: [(";", "semicolon"), ("\t", "tab"), ("|", "bar")])
    func `a file with another separator is told by it`(separator: String, name: String) throws {
        for quote in ["", "\""] {
            let columns = ["id", "type", "created", "status", "changed", "closed", "who"]
            let text = columns.map { quote + $0 + quote }.joined(separator: separator) + "\n"
            let error = try #require(throws: ExchangeError.self) { try read(text, requests) }
            guard case .unusableHeader(let reason) = error else {
                Issue.record("\(error)")
                continue
            }
            let shown = separator == "\t" ? "Tab" : separator
            #expect(reason.english.hasPrefix("This file is separated by \(shown), the map says ,"))
            let written = separator == "\t" ? "\\t" : separator
            #expect(reason.english.contains("\"separator\": \"\(written)\""))
        }
        // A column is missing, and the separator is right.
        #expect(throws: ExchangeError.self) { try read("id,type\n", requests) }
    }

    @Test func `a step whose label would be empty takes the name of its column`() throws {
        let map = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "test", "zone": "Asia/Bangkok",
                 "case": {"kind": "service", "service": "s"},
                 "csv": {"rows": "cases", "case": "id", "events": [
                   {"activity": "Created", "time": "created"},
                   {"activity": "{st}", "time": "changed", "fields": ["st"]}]}}
                """#.utf8))
        let read = try read(
            "id,created,st,changed\n1,2024-07-08,,2024-07-09\n2,2024-07-08,open,2024-07-09\n", map)
        #expect(
            read.cases.map { $0.events.map(\.activity) } == [
                ["Created", "changed"], ["Created", "open"],
            ])
        #expect(read.problems.map(\.line) == [2] && read.problems[0].loss == .nothing)
        #expect(read.problems[0].reason.english.contains("“changed”"))
    }
}
