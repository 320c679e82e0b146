import Cairo
import Paper
import QRCodes
import TestSupport
import Testing
import Threads

@Suite struct PaperTests {
    private func paper(_ blocks: [Block]) -> Paper {
        var paper = Paper(
            title: "คำร้องทดสอบ", author: "เทศบาลตัวอย่าง", created: "2024-07-08T10:56:42Z")
        paper.blocks = blocks
        return paper
    }

    /// What pdftotext reads, in the order in which it was drawn.
    private func text(_ paper: Paper) throws -> String {
        let scratch = try Scratch()
        let path = try scratch.write(paper.pdf(), as: "paper.pdf")
        return try OutsideTool.pdftotext.run(["-raw", path, "-"])
    }

    private static let everything: [Block] = [
        .title("แบบคำร้อง", subtitle: "ทดสอบ"), .heading("ผู้ยื่นคำร้อง"), .seal("KT"), .rule,
        .fields([
            [Field("ชื่อ", .text("นายสมชาย ใจดี")), Field("โทรศัพท์", .boxes([3, 3, 4]))],
            [Field("รายละเอียด", .blank(lines: 3))],
        ]),
        .choices(Choices("ขออนุญาตในนาม", [.init("บุคคลธรรมดา", isTicked: true), .init("นิติบุคคล")])),
        .table(
            Table(columns: [.init("ที่"), .init("เรื่อง", share: 3)], rows: [["1", "ถนนชำรุด"]])),
        .box([.paragraph("สำหรับเจ้าหน้าที่")]),
        .columns([
            Column(.points(120), QRCode("KT1080767000011").map { [.code(Code($0))] } ?? []),
            Column(.share(1), [.signature(Signature(role: "ผู้ยื่นคำร้อง", name: "นายสมชาย ใจดี"))]),
        ]),
    ]

    @Test func `the same paper has the same bytes, on whatever thread and after whatever`() throws {
        let first = try paper(Self.everything).pdf()
        _ = try paper([.paragraph("ข้อความอื่น")]).pdf()
        #expect(try paper(Self.everything).pdf() == first)
        let other = Once<[UInt8]>()
        let made = paper(Self.everything)
        let worker = WorkerThread { other.set((try? made.pdf()) ?? []) }
        worker.join()
        #expect(other.value == first)
        var later = paper(Self.everything)
        later.created = "2024-07-08T10:56:43Z"
        #expect(try later.pdf() != first)
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdftotext)))
    func `Thai is read as it was written, stacked marks and dropped feet included`() throws {
        let words = [
            "ผู้ยื่นคำร้อง", "น้ำท่วมขัง", "กุฏิ", "ญาติ", "ฐาน", "ปั่น", "เนินกุ่ม", "ศูนย์เด็กเล็ก", "ฎีกา", "ปิ๊บ",
        ]
        let read = try text(paper(words.map { .paragraph($0) }))
        #expect(read.split(separator: "\n").prefix(words.count).map(String.init) == words)
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdftotext)))
    func `no line begins with a mark of repetition`() throws {
        for length in 20...60 {
            let filler = String(repeating: "ก", count: length)
            let read = try text(paper([.paragraph("\(filler) อื่น ๆ และเวลา 08.30 น. เป็นต้น ฯลฯ")]))
            for line in read.split(separator: "\n") {
                #expect(!line.hasPrefix("ๆ") && !line.hasPrefix("ฯ") && !line.hasPrefix("น."))
            }
        }
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdfinfo)))
    func `a paper says what it is, in which language, and how it is built`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(paper(Self.everything).pdf(), as: "paper.pdf")
        let info = try OutsideTool.pdfinfo.run(["-isodates", path])
        for line in ["คำร้องทดสอบ", "เทศบาลตัวอย่าง", "2024-07-08T10:56:42Z", "(A4)"] {
            #expect(info.contains(line))
        }
        #expect(info.contains(#/Tagged: +yes/#))
        let structure = try OutsideTool.pdfinfo.run(["-struct", path])
        for tag in ["Document", "H1", "H2", "P", "Table"] { #expect(structure.contains(tag)) }
        #expect(String(decoding: try paper([]).pdf(), as: UTF8.self).contains("/Lang (th)"))
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdffonts)))
    func `every font is embedded and none was put in its place`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(paper(Self.everything).pdf(), as: "paper.pdf")
        let fonts = try OutsideTool.pdffonts.run([path]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        #expect(fonts.allSatisfy { $0.contains("Laksaman") })
    }

    @Test func `a font that is not there is an error, not another font`() throws {
        #expect(throws: CairoError.self) {
            let metadata = PDFMetadata(title: "", author: "", created: "", language: "th")
            _ = try PDF.write(size: .a4, metadata: metadata) { canvas in
                try canvas.needFont("No Such Font")
            }
        }
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdftoppm, .zbarimg)))
    func `a camera reads the code`() throws {
        let address = "https://example.test/kathu/check/7K3M9QXT2F4H?p=KT1080767000011"
        let code = try #require(QRCode(address))
        let scratch = try Scratch()
        let path = try scratch.write(paper([.code(Code(code, side: 70))]).pdf(), as: "code.pdf")
        _ = try OutsideTool.pdftoppm.run(["-r", "120", "-png", path, scratch.path("code")])
        let read = try OutsideTool.zbarimg.run(["-q", "--raw", scratch.path("code-1.png")])
        #expect(read == address + "\n")
    }

    @Test func `a text too long for a code makes none`() {
        #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
        #expect(QRCode("") == nil)
    }

    @Test func `what cannot be printed is left out and harms nothing`() throws {
        let odd = "ก\u{0}ข\u{202E}ค\u{1B}ง\t\u{FEFF}จ\u{2028}ฉ"
        let shown = try text(paper([.paragraph(odd)]))
        #expect(shown.hasPrefix("กขคง จ\nฉ"))
    }
}
