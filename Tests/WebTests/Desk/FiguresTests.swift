import Entries
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// The figures of the desk: right, drawn so that everybody can read them, and counted again to the
/// same bytes.
@Suite struct FiguresTests {
    /// Three cases of fiscal year 2569: one finished, one open, one that nobody took in.
    private func filled() throws -> (site: WebSite, numbers: [String]) {
        let site = try WebSite()
        try site.appoint()
        let browser = site.browser()
        let numbers = try (0..<3).map { _ in try browser.file() }
        try site.complete(numbers[0])
        try site.take(numbers[1], .start(.init()))
        return (site, numbers)
    }

    @Test func `the page counts the year, draws each figure and says where it was counted`() throws
    {
        let (site, _) = try filled()
        let officer = try site.officer("officer-2", .head)
        let head = try site.reported()
        try officer.open("desk/figures")
        #expect(officer.status == 200)
        #expect(officer.text.contains("<dt>รับเข้า</dt><dd>3</dd>"))
        #expect(officer.text.contains("<dt>สำเร็จ</dt><dd>1</dd>"))
        #expect(officer.text.contains("<dt>เปิดอยู่</dt><dd>2</dd>"))
        #expect(officer.text.contains("ตำแหน่ง 1 ถึง \(head)"))
        // Every chart has a title, a sentence, a table and a way to count it again.
        let charts = officer.count("<svg class=\"chart\"")
        #expect(charts == 13)
        #expect(officer.count("role=\"img\"") == charts)
        #expect(officer.count("</desc>") == charts)
        #expect(officer.count("<summary>ตาราง") == charts)
        #expect(officer.count("--until \(head) --csv") == charts)
        #expect(!officer.text.contains("style="))
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `the page speaks English, and of the years before`() throws {
        let (site, _) = try filled()
        let officer = try site.officer("officer-2", .auditor)
        try officer.open("desk/figures?year=2568&lang=en")
        #expect(officer.status == 200)
        #expect(officer.text.contains("Figures of 2568"))
        #expect(officer.text.contains("<dt>Filed</dt><dd>–</dd>"))
        #expect(officer.text.contains("desk/figures?year=2569"))
        for year in ["2571", "12", "x", "-1"] {
            try officer.open("desk/figures?year=\(year)")
            #expect(officer.status == 404, "\(year)")
        }
    }

    @Test func `what the page says is what the log says at the position that it names`() throws {
        let (site, numbers) = try filled()
        let officer = try site.officer("officer-2", .head)
        try site.reported()
        let figures = try site.office.deskFigures.snapshot(of: 2569)
        let files = try Reporting.Report.allCases.filter { !$0.isList }.map { report in
            try officer.open("desk/figures/csv/\(report.rawValue)?year=2569").body
        }
        // The office goes on; the position stays.
        site.clock.advance(seconds: 3600)
        try site.take(
            numbers[1], .answer(.init()), [PlainSection(Message(text: "ช่างจะไปดูวันพรุ่งนี้"))])
        _ = try site.browser().file()
        let again = try site.office.office.asItStood(
            .reporting, at: figures.checkpoint.position
        ) { database in
            try Reporting.Report.allCases.filter { !$0.isList }.map { report in
                try Reporting.table(
                    report, year: report.isByYear ? 2569 : nil, in: database
                ).csv
            }
        }
        #expect(files == again)
        #expect(files.allSatisfy { $0.contains(0x0A) })
        let later = try site.officer("officer-3", .head)
        try site.reported()
        try later.open("desk/figures")
        #expect(later.text.contains("<dt>รับเข้า</dt><dd>4</dd>"))
    }

    @Test func `a file says its name, year and position, and lists of cases are none`() throws {
        let (site, _) = try filled()
        let officer = try site.officer("officer-2", .dpo)
        try site.reported()
        try officer.open("desk/figures/csv/fiscal_years?year=2569")
        let position = try site.office.deskFigures.snapshot(of: 2569).checkpoint.position
        #expect(officer.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(
            officer.header("Content-Disposition")?.contains("fiscal_years-2569-at-\(position).csv")
                == true)
        #expect(officer.text.hasPrefix("fiscal_year,cases,open_cases,completed"))
        #expect(officer.text.contains("\r\n2569,3,2,1,"))
        for name in ["petitions", "events", "clocks", "sqlite_schema", "x"] {
            try officer.open("desk/figures/csv/\(name)")
            #expect(officer.status == 404, "\(name)")
        }
    }

    @Test(.enabled(if: OutsideTool.areInstalled(OutsideTool("python3"))))
    func `the workbook holds every report and its source`() throws {
        let (site, _) = try filled()
        let officer = try site.officer("officer-2", .mayor)
        let answer = try officer.open("desk/figures/xlsx?year=2569")
        #expect(officer.status == 200)
        let scratch = try Scratch()
        let code =
            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
            + "print(z.read('xl/workbook.xml').decode())"
        let book = try OutsideTool("python3").run(
            ["-X", "utf8", "-c", code, try scratch.write(answer.body, as: "book.xlsx")])
        for report in Reporting.Report.allCases where !report.isList {
            #expect(book.contains("name=\"\(report.rawValue)\""))
        }
        #expect(book.contains("name=\"ที่มา\""))
    }

    @Test func `an office without a case has figures of nothing`() throws {
        let site = try WebSite()
        let officer = try site.officer("officer-2", .administrator)
        try officer.open("desk/figures")
        #expect(officer.status == 200)
        #expect(officer.text.contains("<dt>รับเข้า</dt><dd>–</dd>"))
        #expect(site.failures.with { $0 } == [])
    }
}

extension WebSite {
    /// Waits until the reports show all that was recorded; how far that is.
    @discardableResult
    fileprivate func reported() throws -> Position {
        let head = try office.office.log.head
        #expect(office.views.wait(for: .reporting, at: head, milliseconds: 10_000))
        return head
    }
}
