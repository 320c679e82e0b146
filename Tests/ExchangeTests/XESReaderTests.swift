import Entries
import Exchange
import Testing

@Suite struct XESReaderTests {
    /// A log around `traces`.
    private func log(_ traces: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
              <classifier name="Activity" keys="concept:name"/>
              <string key="origin" value="a test"/>
              \(traces)
            </log>
            """.utf8)
    }

    private func event(_ activity: String, _ time: String = "2024-07-08T10:56:42+07:00") -> String {
        """
        <event><string key="concept:name" value="\(activity)"/>\
        <date key="time:timestamp" value="\(time)"/></event>
        """
    }

    @Test func `a case has its name, fields and events in the order of the file`() throws {
        let read = try XESReader.read(
            log(
                """
                <trace>
                  <string key="concept:name" value="ถนน &amp; ไฟ 1"/>
                  <int key="moo" value="07"/>
                  <event>
                    <string key="org:resource" value="officer 4"/>
                    <string key="concept:name" value="รับเรื่อง"/>
                    <date key="time:timestamp" value="2024-07-08T10:56:42.125+07:00"/>
                    <string key="lifecycle:transition" value="complete"/>
                    <float key="amount" value="35.10"/>
                  </event>
                  <event>
                    <string key="concept:name" value="ปิดเรื่อง"/>
                    <date key="time:timestamp" value="2024-07-08T04:00:00Z"/>
                  </event>
                </trace>
                """))
        let expected = SourceCase(
            name: "ถนน & ไฟ 1", attributes: [SourceAttribute("moo", "07", .int)],
            events: [
                SourceEvent(
                    activity: "รับเรื่อง", time: Instant(rfc3339: "2024-07-08T03:56:42.125Z"),
                    resource: "officer 4", lifecycle: "complete",
                    attributes: [SourceAttribute("amount", "35.10", .float)], line: 10),
                SourceEvent(
                    activity: "ปิดเรื่อง", time: Instant(rfc3339: "2024-07-08T04:00:00Z"), line: 17),
            ], line: 7)
        #expect(read.cases == [expected])
        #expect(read.problems == [])
        #expect(read.summary.header.extensions.map(\.prefix) == ["concept"])
        #expect(read.summary.header.classifiers == [.init(name: "Activity", keys: "concept:name")])
        #expect(read.summary.header.globals.map(\.scope) == ["event"])
        #expect(read.summary.header.attributes == [SourceAttribute("origin", "a test")])
    }

    @Test func `nested attributes keep their nesting, lists with and without values`() throws {
        let read = try XESReader.read(
            log(
                """
                <trace><string key="concept:name" value="1"/>
                  <list key="parts"><values><string key="part" value="a"/></values></list>
                  <list key="old"><string key="part" value="b"/></list>
                  <container key="box"><string key="c" value="1"><id key="d" value="2"/></string>
                  </container>\(event("open"))</trace>
                """))
        #expect(
            read.cases.first?.attributes == [
                SourceAttribute("parts", "", .list, children: [SourceAttribute("part", "a")]),
                SourceAttribute("old", "", .list, children: [SourceAttribute("part", "b")]),
                SourceAttribute(
                    "box", "", .container,
                    children: [
                        SourceAttribute("c", "1", children: [SourceAttribute("d", "2", .id)])
                    ]),
            ])
        #expect(read.problems == [])
    }

    @Test(arguments: [
        ("<trace>\(#"<string key="a" value="b"/>"#)</trace>", RowProblem.Loss.row),
        (#"<trace><string key="concept:name" value="1"/></trace>"#, .row),
        (
            #"<trace><string key="concept:name" value="1"/><event>"#
                + #"<string key="concept:name" value="x"/></event></trace>"#, .row
        ),
        (
            #"<trace><string key="concept:name" value="kept"/><event>"#
                + #"<string key="concept:name" value="x"/></event></trace>"#, .row
        ),
        (#"<event><string key="concept:name" value="1"/></event>"#, .event),
        (#"<weather kind="rain"><string key="a" value="b"/></weather>"#, .field),
    ])
    func `what cannot be used is reported and the rest goes on`(
        bad: String, loss: RowProblem.Loss
    ) throws {
        let kept = #"<trace><string key="concept:name" value="kept"/>\#(event("open"))</trace>"#
        let read = try XESReader.read(log(kept + bad + kept.replacing("kept", with: "also")))
        #expect(read.cases.map(\.name) == ["kept", "also"])
        #expect(read.problems.map(\.loss) == [loss])
        #expect(read.summary.losses == 1)
    }

    @Test func `an event without a readable time is kept and reported`() throws {
        let read = try XESReader.read(
            log(
                """
                <trace><string key="concept:name" value="1"/>\(event("a"))
                \(event("b", "yesterday"))\(event("c").replacing("date", with: "string"))</trace>
                """))
        #expect(read.cases.first?.events.map(\.activity) == ["a", "b", "c"])
        #expect(read.cases.first?.events.map { $0.time == nil } == [false, true, true])
        #expect(
            read.cases.first?.events[1].attributes
                == [SourceAttribute("time:timestamp", "yesterday", .date)])
        #expect(read.problems.map(\.event) == [2, 2, 3])
        #expect(read.summary.losses == 0)
    }

    @Test func `two events in one case may share everything, two cases may not share a name`()
        throws
    {
        let twice =
            #"<trace><string key="concept:name" value="é"/>\#(event("a"))\#(event("a"))</trace>"#
        let read = try XESReader.read(log(twice + twice + twice.replacing("é", with: "e\u{301}")))
        #expect(read.cases.map(\.events.count) == [2, 2])
        #expect(read.problems.map(\.loss) == [.row])
    }

    @Test func `a case beyond the limits is left out whole`() throws {
        var limits = SourceLimits()
        limits.attributesPerCase = 5
        let events = String(repeating: event("a"), count: 3)
        let read = try XESReader.read(
            log(
                """
                <trace><string key="concept:name" value="big"/>\(events)</trace>
                <trace><string key="concept:name" value="small"/>\(event("a"))</trace>
                """), limits: limits)
        #expect(read.cases.map(\.name) == ["small"])
        #expect(read.problems.map(\.caseName) == ["big"])
    }

    @Test func `values that are too long or too deep are left out alone`() throws {
        let long = String(repeating: "x", count: 70_000)
        let deep =
            String(repeating: #"<string key="d" value="1">"#, count: 40)
            + String(repeating: "</string>", count: 40)
        let read = try XESReader.read(
            log(
                """
                <trace><string key="concept:name" value="1"/><string key="long" value="\(long)"/>
                \(deep)<string key="kept" value="1"/>\(event("a"))</trace>
                """))
        #expect(read.cases.first?.attributes.map(\.key) == ["d", "kept"])
        #expect(read.problems.map(\.loss) == [.field, .field])
    }

    @Test func `entities from inside and outside are refused`() throws {
        let bomb = """
            <!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <log><string key="a" value="&b;"/></log>
            """
        let thief = """
            <!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/hostname">]><log>&a;</log>
            """
        for text in [bomb, thief, #"<!DOCTYPE log SYSTEM "http://localhost/x.dtd"><log/>"#] {
            #expect(throws: ExchangeError.refusedXML(line: 1, reason: .documentType)) {
                try XESReader.read(Array(text.utf8))
            }
        }
        #expect(throws: ExchangeError.self) {
            try XESReader.read(Array(#"<log><string key="a" value="&nope;"/></log>"#.utf8))
        }
    }

    @Test func `broken XML hands over what came before it and says the line`() throws {
        let whole = #"<trace><string key="concept:name" value="1"/>\#(event("a"))</trace>"#
        let file = SourceFile(bytes: Array("<log>\n\(whole)\n<trace><string key=</trace>".utf8))
        var names: [String] = []
        var reason: ExchangeError?
        do {
            _ = try XESReader.read(file) { _ in
            } deliver: {
                names += $0.cases.map(\.name)
            }
        } catch let error as ExchangeError { reason = error }
        #expect(names == ["1"])
        guard case .malformedXML(line: 3, _) = reason else {
            Issue.record("unexpected \(String(describing: reason))")
            return
        }
    }

    @Test(arguments: ["<log>\n<trace>", "<log>\n<tra", "<log>\n<!-- a"])
    func `a file that is cut off is called so`(_ text: String) {
        #expect(throws: ExchangeError.truncatedXML(line: 2)) {
            try XESReader.read(Array(text.utf8))
        }
    }

    @Test(arguments: [
        "", " ", "case,activity", "<html><body/></html>", "<log>", "\u{0}", "<log/><log/>",
    ])
    func `what is no log is an error`(text: String) {
        #expect(throws: ExchangeError.self) { try XESReader.read(Array(text.utf8)) }
    }

    @Test func `bytes that are not of the encoding are an error, wherever they stand`() throws {
        for encoding in ["UTF-8", "EUC-JP", "UTF-16LE", "windows-874"] {
            let head = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<log>".utf8)
            let good = Array("<string key=\"a\" value=\"b\"/>\n".utf8)
            for count in [0, 10, 5000] {
                let lines = repeatElement(good, count: count).joined()
                #expect(throws: ExchangeError.self) {
                    try XESReader.read(head + lines + [0xFF, 0xFD, 0xFF] + Array("</log>".utf8))
                }
            }
        }
    }

    @Test func `other encodings are read`() throws {
        let text =
            #"<?xml version="1.0" encoding="ISO-8859-1"?><log><trace>"#
            + #"<string key="concept:name" value="\#u{E9}"/>\#(event("a"))</trace></log>"#
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try XESReader.read(bytes).cases.map(\.name) == ["é"])
    }

    @Test func `an empty log is a log`() throws {
        let read = try XESReader.read(Array("<log/>".utf8))
        #expect(read.summary.cases == 0)
    }

    @Test func `what the taker of batches throws comes out and nothing follows`() {
        struct Full: Error {}
        let many = (0..<10).map {
            #"<trace><string key="concept:name" value="\#($0)"/>\#(event("a"))</trace>"#
        }
        var limits = SourceLimits()
        limits.batchCases = 2
        var batches = 0
        let bytes = log(many.joined())
        #expect(throws: Full.self) {
            try XESReader.read(SourceFile(bytes: bytes), limits: limits) { _ in
            } deliver: { _ in
                batches += 1
                if batches == 2 { throw Full() }
            }
        }
        #expect(batches == 2)
    }

    @Test func `what is wrong with an event is told by the line where the event begins`() throws {
        let read = try XESReader.read(
            Array(
                """
                <log>
                <trace>
                <string key="concept:name" value="1"/>
                <event>
                <string key="concept:name" value="open"/>
                <date key="time:timestamp" value="2024-07-08T04:00:00Z"/>
                </event>
                <event>
                <string key="concept:name" value="work"/>
                </event>
                <event>
                <date key="time:timestamp" value="2024-07-08T04:00:00Z"/>
                </event>
                </trace>
                </log>
                """.utf8))
        #expect(read.cases.map { $0.events.map(\.line) } == [[4, 8]])
        #expect(read.problems.map(\.line).sorted() == [8, 11])
    }
}
