import Paper
import TestSupport
import Testing

@Suite(.enabled(if: OutsideTool.areInstalled(.pdftotext)))
struct PaginationTests {
    private func pages(_ blocks: [Block], thai: Bool = false) throws -> [String] {
        var paper = Paper(title: "ทดสอบ", author: "เทศบาล", created: "2024-07-08T10:56:42Z")
        paper.runningHead = "หัวกระดาษ"
        paper.footer = ["เลขที่คำร้อง KT1080767000011"]
        paper.hasThaiDigits = thai
        paper.blocks = blocks
        let scratch = try Scratch()
        let path = try scratch.write(paper.pdf(), as: "paper.pdf")
        let text = try OutsideTool.pdftotext.run(["-raw", path, "-"])
        return text.split(separator: "\u{C}").map(String.init)
    }

    @Test func `every page has its number and foot, every one but the first its head`() throws {
        let pages = try pages((1...90).map { .paragraph("ข้อ \($0)") })
        #expect(pages.count > 2)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("หน้า \(index + 1)/\(pages.count)"))
            #expect(page.contains("KT1080767000011"))
            #expect(page.contains("หัวกระดาษ") == (index > 0))
        }
        let thai = try self.pages((1...40).map { .paragraph("ข้อ \($0)") }, thai: true)
        #expect(thai[0].contains("หน้า ๑/๒"))
    }

    @Test func `nothing is lost or doubled where a page ends`() throws {
        let pages = try pages((1...300).map { .paragraph("ข้อความลำดับ \($0) จบ") })
        let numbers = pages.joined().matches(of: #/ลำดับ (\d+) จบ/#).map { String($0.output.1) }
        #expect(numbers == (1...300).map { "\($0)" })
    }

    @Test func `a heading stays with what it is the heading of`() throws {
        for lines in 1...60 {
            let filler = (1...lines).map { Block.paragraph("บรรทัด \($0)") }
            let pages = try pages(filler + [.heading("หัวข้อท้าย"), .paragraph("เนื้อความท้าย")])
            let page = try #require(pages.first { $0.contains("หัวข้อท้าย") })
            #expect(page.contains("เนื้อความท้าย"), "after \(lines) lines")
        }
    }

    @Test func `a paragraph leaves no single line behind`() throws {
        let long = (1...12).map { "คำที่\($0) " + String(repeating: "ยาว ", count: 20) }.joined()
        for lines in 20...40 {
            let filler = (1...lines).map { Block.paragraph("บรรทัด \($0)") }
            let pages = try pages(filler + [.paragraph(long)])
            for page in pages {
                let own = page.split(separator: "\n").filter { $0.contains("ยาว") }
                #expect(own.count != 1, "after \(lines) lines")
            }
        }
    }

    @Test func `a table goes on over pages under its head`() throws {
        let rows = (1...80).map { ["\($0)", "แถวที่ \($0) จบแถว"] }
        let table = Table(columns: [.init("ลำดับ"), .init("รายการ", share: 4)], rows: rows)
        let pages = try pages([.table(table)])
        #expect(pages.count >= 3)
        #expect(pages.allSatisfy { $0.contains("รายการ") })
        let read = pages.joined().matches(of: #/แถวที่ (\d+) จบแถว/#).map { String($0.output.1) }
        #expect(read == (1...80).map { "\($0)" })
    }

    @Test func `a row longer than a page is broken and whole`() throws {
        let cell = (1...120).map { "ประโยคที่ \($0) ครบ" }.joined(separator: "\n")
        let table = Table(columns: [.init("ก"), .init("ข", share: 4)], rows: [["1", cell]])
        let pages = try pages([.table(table)])
        let read = pages.joined().matches(of: #/ประโยคที่ (\d+) ครบ/#).map { String($0.output.1) }
        #expect(read == (1...120).map { "\($0)" })
    }

    @Test func `a signature is not torn off what is signed`() throws {
        for lines in 20...34 {
            let filler = (1...lines).map { Block.paragraph("บรรทัด \($0)") }
            let end = Block.together([
                .paragraph("จึงเรียนมาเพื่อโปรดพิจารณา"),
                .signature(Signature(role: "ผู้ยื่นคำร้อง", name: "นายสมชาย ใจดี")),
            ])
            let pages = try pages(filler + [end])
            let page = try #require(pages.first { $0.contains("จึงเรียนมา") })
            #expect(page.contains("(นายสมชาย ใจดี)"), "after \(lines) lines")
        }
    }

    @Test func `fields that do not fit beside each other stand below each other`() throws {
        let pages = try pages([
            .fields([
                [
                    Field("ชื่อ", .text("นางสาวชื่อยาวมากเป็นพิเศษ นามสกุลก็ยาวมากเช่นเดียวกัน")),
                    Field("เลขประจำตัวประชาชน", .text("1-9999-00001-01-0")),
                ]
            ])
        ])
        #expect(pages[0].contains("1-9999-00001-01-0"))
    }
}
