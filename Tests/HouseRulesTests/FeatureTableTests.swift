import Testing

/// README says of each feature whether it is there, and which test shows it.
@Suite struct FeatureTableTests {
    private struct Row {
        let number: Substring, status: Substring, tests: [String]
    }

    private let rows: [Row]

    init() throws {
        let row = #/^\| (?<number>[FG]\d+) \|.*\| (?<status>[^|]+) \| (?<tests>[^|]+) \|$/#
        rows = try SourceTree.text("README.md").split(separator: "\n").compactMap { line in
            guard let match = line.wholeMatch(of: row)?.output else { return nil }
            let tests = match.tests.matches(of: #/`([^`]+)`/#).map { String($0.output.1) }
            return Row(number: match.number, status: match.status, tests: tests)
        }
    }

    @Test func `every feature has its row`() {
        let numbers = (1...35).map { "F\($0)" } + (1...11).map { "G\($0)" }
        #expect(rows.map { String($0.number) } == numbers)
    }

    @Test func `a feature is there, partly there or planned`() {
        let words: Set<Substring> = ["done", "partly", "planned"]
        #expect(rows.filter { !words.contains($0.status) }.map(\.number) == [])
    }

    @Test func `a feature that is there names a test that exists`() throws {
        let sources = try SourceTree.swift(in: "Tests").flatMap(\.lines).joined(separator: "\n")
        let functions = sources.matches(of: #/func `([^`]+)`/#).map { String($0.output.1) }
        let suites = sources.matches(of: #/struct (\w+Tests)\b/#).map { String($0.output.1) }
        let known = Set(functions + suites)
        for row in rows {
            #expect(row.tests.filter { !known.contains($0) } == [], "\(row.number)")
            #expect(row.status == "planned" || !row.tests.isEmpty, "\(row.number)")
        }
    }
}
