import Entries
import Spreadsheets
import TestSupport
import Testing

/// Workbooks, read back by a program that is not ours.
@Suite(.enabled(if: OutsideTool.areInstalled(OutsideTool("python3"))))
struct WorkbookTests {
    private func cases(_ texts: [String]) throws -> [UInt8] {
        let book = try Workbook()
        try book.beginSheet("คำร้อง [1/2]", [Heading("เลขที่", width: 20), Heading("จำนวน")])
        for text in texts {
            let day = CivilDate(year: 2026, month: 11, day: 28)!
            try book.add([.text(text), .number(7), .decimal(0.5), .moment(day, minute: 510)])
        }
        try book.beginSheet("ว่าง", [])
        return try book.finish()
    }

    /// A part of the file, as another program unpacks it.
    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let scratch = try Scratch()
        let code =
            "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
        return try OutsideTool("python3").run(
            ["-X", "utf8", "-c", code, try scratch.write(bytes, as: "book.xlsx"), "xl/\(name)"])
    }

    @Test func `what was written is there, in its rows`() throws {
        let bytes = try cases(["KT1080767000011", "ถนน <เป็น> หลุม & น้ำขัง"])
        let sheet = try part("worksheets/sheet1.xml", of: bytes)
        #expect(sheet.contains("เลขที่") && sheet.contains("KT1080767000011"))
        #expect(sheet.contains("ถนน &lt;เป็น&gt; หลุม &amp; น้ำขัง"))
        // 28 November 2026, half past eight, as a spreadsheet counts days.
        #expect(sheet.contains("<v>46354.35416666"))
        #expect(try part("workbook.xml", of: bytes).contains("name=\"คำร้อง 12\""))
    }

    @Test func `no text becomes a formula`() throws {
        let sheet = try part("worksheets/sheet1.xml", of: try cases(["=1+1", "@SUM(A1)", "+1"]))
        #expect(!sheet.contains("<f>") && sheet.contains("=1+1"))
    }

    @Test func `equal content makes equal bytes`() throws {
        #expect(try cases(["ก", "ข"]) == cases(["ก", "ข"]))
        #expect(try cases(["ก"]) != cases(["ข"]))
    }

    @Test func `a text longer than a cell holds is cut, and the workbook is whole`() throws {
        let sheet = try part(
            "worksheets/sheet1.xml", of: try cases([String(repeating: "ย", count: 40_000)]))
        #expect(sheet.contains(String(repeating: "ย", count: 32_767)))
        #expect(!sheet.contains(String(repeating: "ย", count: 32_768)))
    }
}
