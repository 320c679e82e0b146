import Foundation
import TestSupport
import Testing

/// One small import, seen by the tools of others.
@Suite(.enabled(if: Run.python != nil, "KHAMRONG_PYTHON is not set"))
struct ImportedOfficeTests: ~Copyable {
    private let office: ScratchOffice

    init() throws {
        let office = try ScratchOffice()
        let scratch = try Scratch()
        let log = scratch.path("receipts.xes")
        try Data(Self.log(cases: 200).utf8).write(to: URL(filePath: log))
        try office.importing("xes", log, map: "wabo")
        self.office = office
    }

    /// Cases as those of the log that the map is for.
    private static func log(cases: Int) -> String {
        let steps = [
            "Confirmation of receipt", "T02 Check confirmation of receipt",
            "T05 Print and send confirmation of receipt", "T06 คำขอ & <ที่เหลือ>",
            "T10 Determine necessity to stop indication",
        ]
        var log = "<log>\n"
        for number in 1...cases {
            log += "<trace><string key=\"concept:name\" value=\"case-\(number)\"/>"
            log += "<string key=\"department\" value=\"General\"/>\n"
            for (day, step) in steps.prefix(number % steps.count + 1).enumerated() {
                let label = step.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                log += "<event><string key=\"concept:name\" value=\"\(label)\"/>"
                log += "<date key=\"time:timestamp\" value=\"2011-10-1\(day)T13:42:22.688+02:00\"/>"
                log += "<string key=\"org:resource\" value=\"Resource0\(day)\"/></event>\n"
            }
            log += "</trace>\n"
        }
        return log + "</log>\n"
    }

    @Test func `the strict reader of CloudEvents takes the exported lines`() throws {
        struct Answer: Decodable {
            let lines: Int, read: Int, ids: Int
            let faults: [String]
        }
        let lines = try office.exported("cloudevents", as: "export.ndjson")
        let answer: Answer = try Run.script("cloudevents_lines", lines, "300")
        #expect(answer.faults == [])
        #expect(answer.lines > 600 && answer.ids == answer.lines)
        #expect(answer.read >= 300)
    }

    @Test func `any SQLite client reads the views of the reporting file`() throws {
        struct Answer: Decodable {
            let rows: [String: Int]
            let isReadOnly: Bool

            enum CodingKeys: String, CodingKey {
                case rows
                case isReadOnly = "is_read_only"
            }
        }
        let answer: Answer = try Run.script("views", office.reporting)
        #expect(answer.isReadOnly)
        #expect(answer.rows["petitions"] == 200)
        #expect(answer.rows["events", default: 0] > 600)
        let views = try String(
            contentsOf: Run.root.appending(path: "Projections/Reporting/ReportingViews.sql"),
            encoding: .utf8
        ).matches(of: /CREATE VIEW (\w+)/).map { String($0.output.1) }
        #expect(Set(answer.rows.keys) == Set(views))
    }
}
