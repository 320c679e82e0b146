import Entries
import Exchange
import Testing

@Suite struct ImportMapTests {
    @Test func `only an activity that leads ahead may do so from any stage`() throws {
        func map(_ label: String) -> [UInt8] {
            Array(
                """
                {"format": "khamrong-import-map/1", "system": "s", "zone": "Asia/Bangkok",
                 "case": {"kind": "service", "service": "s"},
                 "activities": {"pay": "completed", "ask": "returned"},
                 "from-any-stage": ["\(label)"]}
                """.utf8)
        }
        let paying = try ImportMap.parse(map("pay"))
        #expect(paying.skippingActivities == ["pay"])
        for label in ["ask", "other"] {
            #expect(throws: ImportMapError.self) { try ImportMap.parse(map(label)) }
        }
    }

    private let smallest = """
        {
          "format": "khamrong-import-map/1",
          "system": "old-desk",
          "zone": "Asia/Bangkok",
          "case": { "kind": "complaint", "service": "road" }
        }
        """

    private func problems(_ text: String) -> [String] {
        do {
            _ = try ImportMap.parse(Array(text.utf8))
            return []
        } catch {
            return error.problems.map { "\($0.line) \($0.field): \($0.reason.english)" }
        }
    }

    @Test func `what is told of a case comes from its own columns`() throws {
        func problems(_ case: String, _ csv: String) -> [String] {
            self.problems(
                """
                {"format": "khamrong-import-map/1", "system": "s", "zone": "Asia/Bangkok",
                 "case": {"kind": "service", "service": "s", \(`case`)},
                 "csv": {"case": "id", \(csv)}}
                """)
        }
        let events = #""rows": "events", "activity": "a", "time": "t""#
        let cases = #"""
            "rows": "cases", "events": [{"activity": "x", "time": "t", "resource": "off"}]
            """#
        for (named, csv) in [
            (#""category": {"field": "cat"}"#, events), (#""title": "cat""#, events),
            (#""officer": {"field": "off"}"#, cases), (#""due": "t""#, cases),
        ] {
            let found = problems(named, csv)
            #expect(found.count == 1 && found[0].contains("is a column of events"), "\(found)")
        }
        #expect(problems(#""title": "cat""#, events + #", "case-fields": ["cat"]"#).isEmpty)
        #expect(problems(#""title": "cat""#, cases).isEmpty)
    }

    @Test func `a due time of a Buddhist year is left out, and that is said`() throws {
        let text = smallest.replacing(
            #""service": "road""#, with: #""service": "road", "due": "until""#)
        let map = try ImportMap.parse(Array(text.utf8))
        var said: [String] = []
        for (until, due) in [
            ("2569-02-10T00:00:00+07:00", nil),
            ("2026-02-10T00:00:00+07:00", Instant(rfc3339: "2026-02-10T00:00:00+07:00")),
        ] {
            let source = SourceCase(
                name: "7", attributes: [SourceAttribute("until", until)],
                events: [SourceEvent(activity: "open", time: Instant(milliseconds: 0))])
            #expect(map.mapped(source) { said.append($0.reason.english) }.due == due)
        }
        #expect(said.count == 1 && said[0].contains("Buddhist"), "\(said)")
    }

    @Test func `the smallest map seals everything`() throws {
        let map = try ImportMap.parse(Array(smallest.utf8))
        let time = Instant(milliseconds: 0)
        let source = SourceCase(
            name: "7", attributes: [SourceAttribute("phone", "0")],
            events: [
                SourceEvent(
                    activity: "open", time: time, resource: "officer",
                    attributes: [SourceAttribute("text", "a hole", .string)])
            ])
        let mapped = map.mapped(source) { Issue.record("\($0)") }
        #expect(mapped.kind == .complaint)
        #expect(mapped.service == "road")
        #expect(mapped.clear == [])
        #expect(mapped.sealed == source.attributes)
        #expect(mapped.joinsClocks == false)
        #expect(mapped.events.map(\.word) == [.stepRecorded])
        #expect(mapped.events.first?.clear == [])
        #expect(mapped.events.first?.sealed == source.events.first?.attributes)
        #expect(mapped.events.first?.resource == "officer")
    }

    @Test func `fields become our words by value, otherwise, or as they are`() throws {
        let map = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "s", "zone": "Asia/Bangkok",
                 "times": ["d/M/yyyy H:mm"], "open-cases-join-clocks": true,
                 "case": {"kind": "service", "service": {"field": "form", "otherwise": "other"},
                   "channel": {"field": "way", "words": {"Desk": "counter"}, "otherwise": "other"},
                   "department": {"field": "unit", "words": {"ช่าง": "works"}},
                   "officer": {"field": "by"}, "category": "roads", "due": "due",
                   "title": "subject", "place": "where", "clear": ["where", "unit"]},
                 "event": {"clear": ["sum"]},
                 "activities": {"รับ": "received", "ปิด": "completed"}}
                """#.utf8))
        let source = SourceCase(
            name: "7",
            attributes: [
                SourceAttribute("way", "Desk"), SourceAttribute("unit", "คลัง"),
                SourceAttribute("due", "8/7/2024 9:05"), SourceAttribute("subject", "ไฟ"),
                SourceAttribute("where", "ถนน"),
            ],
            events: [
                SourceEvent(
                    activity: "รับ", time: nil,
                    attributes: [SourceAttribute("sum", "1"), SourceAttribute("who", "2")]),
                SourceEvent(activity: "อื่น", time: nil),
            ])
        let mapped = map.mapped(source) { Issue.record("\($0)") }
        #expect(mapped.service == "other")
        #expect(mapped.channel == "counter")
        #expect(mapped.department == "คลัง")
        #expect(mapped.officer == nil)
        #expect(mapped.category == "roads")
        #expect(mapped.due == Instant(rfc3339: "2024-07-08T02:05:00Z"))
        #expect(mapped.title == MappedText(text: "ไฟ", isClear: false))
        #expect(mapped.place == MappedText(text: "ถนน", isClear: true))
        #expect(mapped.clear.map(\.key) == ["unit", "where"])
        #expect(mapped.sealed.map(\.key) == ["way", "due", "subject"])
        #expect(mapped.joinsClocks)
        #expect(mapped.events.map(\.word) == [.received, .stepRecorded])
        #expect(mapped.events.first?.clear.map(\.key) == ["sum"])
        #expect(mapped.events.first?.sealed.map(\.key) == ["who"])
    }

    @Test(arguments: [(["a"], true), (["a", "z"], false), (["a", "z", "r"], true)])
    func `only a case that nothing has ended there joins the clocks`(
        labels: [String], joins: Bool
    ) {
        var map = ImportMap()
        map.openCasesJoinClocks = true
        map.activities = ["a": .submitted, "z": .completed, "r": .reopened]
        let source = SourceCase(
            name: "1", events: labels.map { SourceEvent(activity: $0, time: nil) })
        #expect(map.mapped(source) { Issue.record("\($0)") }.joinsClocks == joins)
    }

    @Test func `a due time that cannot be read is reported with its case`() throws {
        var map = ImportMap()
        map.due = "due"
        let source = SourceCase(
            name: "7", attributes: [SourceAttribute("due", "later")], events: [], line: 12)
        var problems: [RowProblem] = []
        #expect(map.mapped(source) { problems.append($0) }.due == nil)
        #expect(problems.map(\.line) == [12])
        #expect(problems.map(\.caseName) == ["7"])
    }

    @Test func `everything that is wrong is named with its line and field`() {
        let found = problems(
            #"""
            {
              "format": "khamrong-import-map/1",
              "system": "Old Desk",
              "zone": "Bangkok",
              "times": ["dd.MM.yy"],
              "case": {
                "kind": "wish",
                "service": { "words": { "a": "b" } },
                "colour": "red"
              },
              "csv": { "rows": "cases", "case": "id", "separator": "::",
                "events": [
                  { "activity": "Closed {", "time": "closed" },
                  { "time": 5 }
                ] },
              "activities": { "Closed": "finished" }
            }
            """#)
        #expect(found.count == 11, "\(found.joined(separator: "\n"))")
        for text in [
            "3 system: “Old Desk” must be", "4 zone: “Bangkok” is no time zone",
            "5 times: “dd.MM.yy” is no pattern", "7 case.kind: “wish” is not known here",
            "8 case.service.field: It is missing", "9 case: “colour” is not known",
            "csv.separator: The separator is one of", "csv.events[1].activity: “Closed {” has a",
            "csv.events[2].activity: It is missing", "14 csv.events[2].time: This is a text, not",
            "16 activities: “finished” is not known here",
        ] {
            #expect(
                found.contains { $0.contains(text) }, "\(text) in \(found.joined(separator: "\n"))")
        }
    }

    @Test func `words that the office does not have are named with those that it has`() {
        let found = problems(
            #"""
            {
              "format": "khamrong-import-map/2",
              "system": "",
              "zone": "Asia/Bangkok",
              "case": {
                "kind": "service",
                "service": "Bad Service!",
                "channel": {
                  "field": "way",
                  "words": {
                    "Internet": "wob",
                    "Desk": ""
                  },
                  "otherwise": "pigeon"
                },
                "department": { "field": "unit",
                  "words": { "General": "Général Dept" } },
                "clear": [""]
              },
              "activities": {},
              "from-any-stage": ["pay"]
            }
            """#)
        let expected = [
            "2 format: “khamrong-import-map/2” is not known here; known are khamrong-import-map/1.",
            "3 system: It must not be empty.",
            "7 case.service: “Bad Service!” is no code: a code has letters",
            "11 case.channel.words: “wob” is not known here; known are web, line, counter, ",
            "12 case.channel.words: It must not be empty.",
            "14 case.channel.otherwise: “pigeon” is not known here; known are web, ",
            "17 case.department.words: “Général Dept” is no code",
            "18 case.clear: It must not be empty.",
            "21 from-any-stage: “pay” cannot be used: no label of activities becomes one of ",
        ]
        #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
        for (line, beginning) in zip(found, expected) {
            #expect(line.hasPrefix(beginning), "\(line)")
        }
        #expect(
            problems(smallest.replacing(#""road" "#, with: #""road", "channel": "pigeon" "#))
                .first?.hasPrefix("5 case.channel: “pigeon” is not known here") == true)
        #expect(
            problems(smallest.replacing(#""road""#, with: "5")) == [
                "5 case.service: This is an object { }, not a number."
            ])
    }

    @Test func `what a map names and no case has is told by its place in the map`() throws {
        let map = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "s", "zone": "Asia/Bangkok",
                 "case": {"kind": "service", "service": {"field": "form", "otherwise": "other"},
                   "officer": {"field": "nosuchfield"}, "due": "no-such", "title": "subject",
                   "clear": ["nosuch", "form", "concept:name"]},
                 "event": {"clear": ["sum", "never", "org:resource"]},
                 "activities": {"open": "submitted", "klose": "completed"}}
                """#.utf8))
        var unmet = UnmetNames(map)
        #expect(unmet.names.count == 10)
        unmet.meet(
            SourceCase(
                name: "1", attributes: [SourceAttribute("form", "a")],
                events: [SourceEvent(activity: "open", time: nil)]))
        unmet.meet(
            SourceCase(
                name: "2", attributes: [SourceAttribute("subject", "b")],
                events: [
                    SourceEvent(
                        activity: "pay", time: nil, attributes: [SourceAttribute("sum", "1")])
                ]))
        #expect(
            unmet.names == [
                "case.officer.field “nosuchfield”", "case.due “no-such”", "case.clear “nosuch”",
                "event.clear “never”", "activities “klose”",
            ])
        let words = try #require(unmet.words)
        #expect(words.english.hasPrefix("named in the map, never in the file: case.officer"))
        unmet.meet(
            SourceCase(
                name: "3",
                attributes: ["nosuchfield", "no-such", "nosuch"].map { SourceAttribute($0, "") },
                events: [
                    SourceEvent(
                        activity: "klose", time: nil, attributes: [SourceAttribute("never", "1")])
                ]))
        #expect(unmet.words == nil)
    }

    @Test(arguments: [
        ("", "1 : The file ends"), ("[]", "1 : A map is a JSON object"), ("{}", "system: It is"),
        ("{\n\"a\": 1,\n\"a\": 2}", "3 : “a” is there twice"), ("{\"a\": tru}", "Expected true"),
        ("{} {}", "text after the end"), ("{\"a\"", "1 : The file ends in the middle."),
        ("{\"a\": \"\\x\"}", "backslash"),
        ("{\"a\": \"b\n\"}", "control character"), ("{\"a\": \"\\ud800\"}", "backslash"),
        ("{,}", "Expected \""),
        (String(repeating: "[", count: 100), "nested too deep"), ("{\"a\": [1 2]}", "Expected ]"),
    ])
    func `what is no JSON is refused with its line`(text: String, expected: String) {
        let found = problems(text)
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func `JSON's escapes are read`() throws {
        let text = smallest.replacing(
            "\"system\"",
            with: #""about": "\u0e16\u0e19\u0e19 \"\\\/\b\f\n\r\t \ud83d\udea7", "system""#)
        let map = try ImportMap.parse(Array(text.utf8))
        #expect(map.about == "ถนน \"\\/\u{8}\u{c}\n\r\t 🚧")
    }

    @Test(arguments: ShippedMaps.names) func `the maps that come with it are right`(name: String)
        throws
    {
        let map = try ImportMap.parse(ShippedMaps.bytes(name))
        #expect(map.activities.values.contains(.submitted))
        #expect(map.activities.values.contains(.completed))
        #expect(!map.about.isEmpty)
    }

    /// A case with one event, each with one clear field.
    private func mapped(
        caseNote: String = "", eventNotes: [String], activity: String = "open",
        resource: String? = nil
    ) throws -> (MappedCase, [RowProblem]) {
        let text = smallest.replacing(
            #""service": "road""#,
            with: #""service": "road", "title": "note", "clear": ["note"]"#
        ).replacing(
            #""zone""#, with: #""event": {"clear": ["n0", "n1", "n2", "n3", "n4"]}, "zone""#)
        let map = try ImportMap.parse(Array(text.utf8))
        let source = SourceCase(
            name: "7", attributes: [SourceAttribute("note", caseNote)],
            events: [
                SourceEvent(
                    activity: activity, time: Instant(milliseconds: 0), resource: resource,
                    attributes: eventNotes.enumerated().map {
                        SourceAttribute("n\($0)", $1)
                    }, line: 9)
            ], line: 3)
        var problems: [RowProblem] = []
        return (map.mapped(source) { problems.append($0) }, problems)
    }

    @Test func `a clear value that is too long is sealed, and that is said`() throws {
        let long = String(repeating: "ก", count: 2001)
        let (mapped, problems) = try mapped(caseNote: long, eventNotes: [long, "short"])
        #expect(mapped.clear == [] && mapped.sealed.map(\.value) == [long])
        #expect(mapped.title == MappedText(text: long, isClear: false))
        #expect(mapped.events[0].clear.map(\.value) == ["short"])
        #expect(mapped.events[0].sealed.map(\.value) == [long])
        #expect(problems.map(\.loss) == [.openness, .openness])
        #expect(problems.map(\.line) == [3, 9])
        #expect(problems.allSatisfy { $0.reason.english.contains("2000 letters") })
        let most = String(repeating: "ก", count: 2000)
        let (fitting, none) = try self.mapped(caseNote: most, eventNotes: [most])
        #expect(none == [] && fitting.sealed == [] && fitting.events[0].sealed == [])
    }

    @Test func `clear values that have no room together are sealed from there on`() throws {
        let value = String(repeating: "ก", count: 2000)
        let (mapped, problems) = try mapped(
            eventNotes: Array(repeating: value, count: 4) + ["short"])
        #expect(mapped.events[0].clear.map(\.key) == ["n0", "n1", "n2", "n4"])
        #expect(mapped.events[0].sealed.map(\.key) == ["n3"])
        #expect(problems.map(\.loss) == [.openness])
    }

    @Test func `a label that is too long begins in the clear and is sealed whole`() throws {
        let long = String(repeating: "ข", count: 301)
        let (mapped, problems) = try mapped(eventNotes: [], activity: long, resource: long)
        let event = mapped.events[0]
        #expect(event.activity == String(repeating: "ข", count: 299) + "…")
        #expect(event.resource == event.activity)
        #expect(event.sealed.map(\.key) == ["concept:name", "org:resource"])
        #expect(event.sealed.map(\.value) == [long, long])
        #expect(problems.count == 2 && problems.allSatisfy { $0.loss == .openness })
    }
}
