import Entries
import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct XESWriterTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// What is read back of `cases`, with what was reported when they were written.
    private func roundTrip(
        _ cases: [SourceCase], header: SourceHeader = .standard, name: String = "out.xes.gz"
    ) throws -> (cases: [SourceCase], header: SourceHeader, problems: [RowProblem]) {
        var written: [RowProblem] = []
        var writer = try XESWriter(TargetFile(path: scratch.path(name)), header: header) {
            written.append($0)
        }
        for source in cases { try writer.write(source) }
        try writer.finish()
        let bytes = Array(try Data(contentsOf: URL(filePath: scratch.path(name))))
        let read = try XESReader.read(bytes)
        #expect(read.problems == [])
        let unplaced = read.cases.map { source in
            var source = source
            source.line = 0
            for index in source.events.indices { source.events[index].line = 0 }
            return source
        }
        return (unplaced, read.summary.header, written)
    }

    @Test func `a log reads as a person would write it`() throws {
        var writer = try XESWriter(TargetFile(path: scratch.path("a.xes"))) { _ in }
        try writer.write(
            SourceCase(
                name: "A&B",
                events: [
                    SourceEvent(
                        activity: "open", time: Instant(milliseconds: 0), resource: "me",
                        lifecycle: "complete",
                        attributes: [
                            SourceAttribute(
                                "parts", "", .list, children: [SourceAttribute("p", "1", .int)])
                        ])
                ]))
        try writer.finish()
        let text = try String(contentsOfFile: scratch.path("a.xes"), encoding: .utf8)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <log xes.version="1849-2016" xes.features="nested-attributes" \
                xmlns="http://www.xes-standard.org/">
                \t<extension name="Concept" prefix="concept" \
                uri="http://www.xes-standard.org/concept.xesext"/>
                \t<extension name="Time" prefix="time" \
                uri="http://www.xes-standard.org/time.xesext"/>
                \t<extension name="Organizational" prefix="org" \
                uri="http://www.xes-standard.org/org.xesext"/>
                \t<extension name="Lifecycle" prefix="lifecycle" \
                uri="http://www.xes-standard.org/lifecycle.xesext"/>
                \t<classifier name="Activity" keys="concept:name"/>
                \t<trace>
                \t\t<string key="concept:name" value="A&amp;B"/>
                \t\t<event>
                \t\t\t<string key="concept:name" value="open"/>
                \t\t\t<date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>
                \t\t\t<string key="org:resource" value="me"/>
                \t\t\t<string key="lifecycle:transition" value="complete"/>
                \t\t\t<list key="parts"><values>
                \t\t\t\t<int key="p" value="1"/>
                \t\t\t</values></list>
                \t\t</event>
                \t</trace>
                </log>

                """)
    }

    @Test func `what a log says about itself is carried over`() throws {
        var header = SourceHeader()
        header.extensions = [.init(name: "Cost", prefix: "cost", uri: "http://a/b?c&d")]
        header.globals = [.init(scope: "trace", attributes: [SourceAttribute("x", "1", .float)])]
        header.classifiers = [.init(name: "A \"and\" B", keys: "a b")]
        header.attributes = [SourceAttribute("origin", "\t<here>\r\n")]
        let read = try roundTrip([], header: header)
        #expect(
            read.header.extensions.map(\.prefix) == ["cost", "concept", "time", "org", "lifecycle"])
        #expect(read.header.extensions.first == header.extensions.first)
        #expect(read.header.globals == header.globals)
        #expect(read.header.classifiers == header.classifiers)
        #expect(read.header.attributes == header.attributes)
    }

    @Test func `characters that XML forbids are replaced and reported`() throws {
        let time = Instant(milliseconds: 0)
        let source = SourceCase(
            name: "a\u{0}b",
            events: [
                SourceEvent(activity: "c\u{FFFE}", time: time),
                SourceEvent(
                    activity: "d", time: time, attributes: [SourceAttribute("\u{1F}", "\u{FFFF}")]),
            ])
        let read = try roundTrip([source])
        #expect(read.cases.first?.name == "a\u{FFFD}b")
        #expect(read.cases.first?.events.map(\.activity) == ["c\u{FFFD}", "d"])
        #expect(read.problems.map(\.event) == [nil, 1, 2, 2])
        #expect(read.problems.allSatisfy { $0.loss == .field })
    }

    @Test func `a value that its type forbids is written as a string and reported`() throws {
        let wrong = [
            SourceAttribute("a", "1.5", .int), SourceAttribute("b", "x", .float),
            SourceAttribute("c", "ja", .boolean), SourceAttribute("d", "soon", .date),
        ]
        let source = SourceCase(
            name: "1", attributes: wrong,
            events: [SourceEvent(activity: "a", time: Instant(milliseconds: 0))])
        let read = try roundTrip([source])
        #expect(read.cases.first?.attributes.map(\.type) == [.string, .string, .string, .string])
        #expect(read.cases.first?.attributes.map(\.value) == wrong.map(\.value))
        #expect(read.problems.count == 4)
    }

    @Test func `whatever is written is read back the same`() throws {
        var random = SeededGenerator.fresh()
        print("KHAMRONG_SEED=\(random.seed)")
        let cases = (0..<300).map { number in
            SourceCase(
                name: "\(number) " + Self.text(&random),
                attributes: Self.attributes(&random, depth: 0),
                events: (0...Int.random(in: 0...4, using: &random)).map { _ in
                    SourceEvent(
                        activity: Self.text(&random),
                        time: Instant(
                            milliseconds: .random(
                                in: -62_135_596_800_000...253_402_300_799_999, using: &random)),
                        resource: Bool.random(using: &random) ? Self.text(&random) : nil,
                        lifecycle: Bool.random(using: &random) ? Self.text(&random) : nil,
                        attributes: Self.attributes(&random, depth: 0))
                })
        }
        let read = try roundTrip(cases)
        #expect(read.cases == cases)
        // `==` holds canonically equal texts for the same.
        #expect(read.cases.map { Array("\($0)".utf8) } == cases.map { Array("\($0)".utf8) })
        #expect(read.problems == [])
        #expect(try roundTrip(cases, name: "out.xes").cases == cases)
    }

    private static let scalars: [Unicode.Scalar] = [
        "&", "<", ">", "\"", "'", "\t", "\n", "\r", " ", "]", ";", "#", "a", "9", "\u{7F}",
        "\u{85}",
        "é", "e", "\u{301}", "ก", "\u{E33}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{EFFF}",
        "\u{F000}", "\u{1F600}", "\u{10FFFF}", "\u{D7FF}", "\u{E000}",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...20, using: &random) {
            text.append(scalars.randomElement(using: &random) ?? "a")
        }
        return String(text)
    }

    private static func attributes(
        _ random: inout SeededGenerator, depth: Int
    ) -> [SourceAttribute] {
        (0..<Int.random(in: 0...(3 - depth), using: &random)).map { number in
            let type = SourceType.allCases.randomElement(using: &random) ?? .string
            let value =
                switch type {
                case .string, .id: text(&random)
                case .date:
                    Instant(milliseconds: .random(in: 0...1_000_000_000_000, using: &random))
                        .description
                case .int: "0\(Int.random(in: 0...99999, using: &random))"
                case .float: "\(Double.random(in: -1e9...1e9, using: &random))0"
                case .boolean: Bool.random(using: &random) ? "true" : "FALSE"
                case .list, .container: ""
                }
            return SourceAttribute(
                "\(number):" + text(&random), value, type,
                children: attributes(&random, depth: depth + 1))
        }
    }
}
