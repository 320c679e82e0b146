import Testing

/// What a script found when it compared a source with what was exported.
private struct Likeness: Decodable {
    let cases: Int, events: Int, activities: Int
    let sameLabels: Bool
    let differences: [String]

    enum CodingKeys: String, CodingKey {
        case cases, events, activities, differences
        case sameLabels = "same_labels"
    }

    func expect(cases: Int, events: Int) {
        #expect(differences == [])
        #expect(self.cases == cases && self.events == events)
        #expect(sameLabels && activities > 0)
    }
}

/// What was imported comes out again for other programs as it went in.
@Suite(
    .enabled(if: Run.python != nil, "KHAMRONG_PYTHON is not set"),
    .enabled(if: Run.shared != nil, "KHAMRONG_SHARED is not set"), .serialized)
struct ExportTests {
    @Test(arguments: [
        ("wabo", "WABO_receipt.xes.gz", 1434, 8577), ("bpic15", "BPIC15_1.xes.gz", 1199, 52_217),
    ])
    func `pm4py reads an exported log as it reads the source`(
        map: String, file: String, cases: Int, events: Int
    ) throws { try compare(map: map, file: file, cases: cases, events: events) }

    @Test(.enabled(if: Run.takesItsTime, "KHAMRONG_LARGE is not set"))
    func `pm4py reads the largest log as it reads the source`() throws {
        try compare(
            map: "fines", file: "RoadTrafficFines.xes.gz", cases: 150_370, events: 561_470)
    }

    private func compare(map: String, file: String, cases: Int, events: Int) throws {
        let source = try #require(Run.shared) + "/" + file
        let office = try ScratchOffice()
        try office.importing("xes", source, map: map)
        let export = try office.exported("xes", as: "export.xes.gz")
        let likeness: Likeness = try Run.script("same_log", source, export)
        likeness.expect(cases: cases, events: events)
    }

    @Test func `the rows of a table come out with the labels that its map gives them`() throws {
        let source = try #require(Run.shared) + "/baltimore_2018_10k.csv.gz"
        let office = try ScratchOffice()
        try office.importing("csv", source, map: "baltimore")
        let export = try office.exported("xes", as: "export.xes")
        let map = Run.path("Docs/Import/baltimore.json")
        let likeness: Likeness = try Run.script("same_table", source, map, export)
        likeness.expect(cases: 10_000, events: 29_792)
    }
}
