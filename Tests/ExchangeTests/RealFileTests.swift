import Entries
import Exchange
import Foundation
import TestSupport
import Testing

/// Where the real case histories lie that are not part of the project.
private enum RealFiles {
    static let folder = ProcessInfo.processInfo.environment["KHAMRONG_SHARED"].map { $0 + "/data" }
    static var arePresent: Bool { folder != nil }

    static func path(_ name: String) -> String { "\(folder ?? "")/\(name)" }
}

@Suite(.enabled(if: RealFiles.arePresent, "KHAMRONG_SHARED is not set"))
struct RealFileTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func cases(_ path: String) throws -> (cases: [SourceCase], summary: SourceSummary) {
        var cases: [SourceCase] = []
        let summary = try XESReader.read(SourceFile(path: path)) { _ in
        } deliver: { batch in
            cases += batch.cases.map { source in
                var source = source
                source.line = 0
                for index in source.events.indices { source.events[index].line = 0 }
                return source
            }
        }
        return (cases, summary)
    }

    @Test(arguments: [
        ("wabo", "WABO_receipt.xes.gz", 1434, 8577),
        ("bpic15", "BPIC15_1.xes.gz", 1199, 52_217),
        ("fines", "RoadTrafficFines.xes.gz", 150_370, 561_470),
    ])
    func `a log has all its cases and events, and its map fits it`(
        name: String, file: String, cases: Int, events: Int
    ) throws {
        let map = try ImportMap.parse(ShippedMaps.bytes(name))
        var seen = (activities: Set<String>(), caseFields: Set<String>(), fields: Set<String>())
        var words: [ImportMap.Word: Int] = [:]
        var delivered = 0
        var opened = 0
        let source = try SourceFile(path: RealFiles.path(file))
        let summary = try XESReader.read(source, map: map) {
            #expect($0.loss == .nothing)
        } deliver: { batch in
            delivered += batch.cases.count
            for source in batch.cases {
                let mapped = map.mapped(source) { Issue.record("\($0)") }
                if mapped.events.first?.word == .submitted { opened += 1 }
                seen.caseFields.formUnion(source.attributes.map(\.key))
                for event in source.events {
                    seen.activities.insert(event.activity)
                    seen.fields.formUnion(event.attributes.map(\.key))
                }
                for event in mapped.events { words[event.word, default: 0] += 1 }
            }
        }
        #expect(summary.cases == cases)
        #expect(summary.events == events)
        #expect(delivered == cases)
        #expect(Set(map.activities.keys).isSubset(of: seen.activities) || name == "bpic15")
        #expect(map.clearCaseFields.isSubset(of: seen.caseFields))
        #expect(map.clearEventFields.isSubset(of: seen.fields))
        #expect(Double(opened) > Double(cases) * 0.94)
        for word: ImportMap.Word in [.received, .inProgress, .answered, .completed, .stepRecorded] {
            #expect(words[word, default: 0] > 0, "\(word)")
        }
    }

    @Test func `the city's requests are all read`() throws {
        let map = try ImportMap.parse(ShippedMaps.bytes("baltimore"))
        let file = try SourceFile(path: RealFiles.path("baltimore_2018_10k.csv.gz"))
        var mapped: [MappedCase] = []
        let summary = try CSVReader.read(file, map: map) {
            Issue.record("\($0)")
        } deliver: { batch in
            mapped += batch.cases.map { map.mapped($0) { Issue.record("\($0)") } }
        }
        #expect(summary.cases == 10_000)
        #expect(summary.events == 29_792)
        let words = mapped.flatMap(\.events).map(\.word)
        #expect(words.count { $0 == .completed } == 9567)
        #expect(words.count { $0 == .rejected } == 225)
        #expect(mapped.count { $0.due != nil } == 10_000 - 286)
        #expect(mapped.count { $0.channel == "phone" } == 4995)
        #expect(!mapped.contains { $0.clear["Address"] != nil || $0.place?.isClear == true })
    }

    @Test func `the same history as a log and as a table is the same`() throws {
        let map = try ImportMap.parse(
            Array(
                #"""
                {"format": "khamrong-import-map/1", "system": "wabo", "zone": "Europe/Amsterdam",
                 "case": {"kind": "service", "service": "s"},
                 "csv": {"rows": "events", "case": "case_id", "activity": "activity",
                   "time": "timestamp", "resource": "resource", "lifecycle": "lifecycle",
                   "case-fields": ["case_attrs"]}}
                """#.utf8))
        var table: [SourceCase] = []
        let file = try SourceFile(path: RealFiles.path("WABO_receipt.csv.gz"))
        _ = try CSVReader.read(file, map: map) {
            Issue.record("\($0)")
        } deliver: {
            table += $0.cases
        }
        let log = try cases(RealFiles.path("WABO_receipt.xes.gz")).cases
        // The table was cut off within its last case.
        #expect(table.count == 1432)
        #expect(table.map(\.name) == log.prefix(1432).map(\.name))
        for (left, right) in zip(table.dropLast(), log) {
            #expect(left.events.map(\.activity) == right.events.map(\.activity))
            #expect(left.events.map(\.time) == right.events.map(\.time))
            #expect(left.events.map(\.resource) == right.events.map(\.resource))
            #expect(left.events.map(\.lifecycle) == right.events.map(\.lifecycle))
        }
    }

    @Test(arguments: ["WABO_receipt.xes.gz", "BPIC15_1.xes.gz"])
    func `a log that is written again holds the same`(name: String) throws {
        let original = try cases(RealFiles.path(name))
        let path = scratch.path(name)
        var writer = try XESWriter(TargetFile(path: path), header: original.summary.header) {
            Issue.record("\($0)")
        }
        for source in original.cases { try writer.write(source) }
        try writer.finish()
        let copy = try cases(path)
        #expect(copy.cases == original.cases)
        #expect(copy.summary.header == original.summary.header)
    }
}
