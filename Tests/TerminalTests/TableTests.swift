import Terminal
import Testing

@Suite struct TableTests {
    private let queue: Table

    init() {
        var queue = Table([
            .init("เลขที่", .whole), .init("เรื่อง"), .number("วัน"), .init("สถานะ"),
        ])
        queue.add([
            "KT1080767000011", "ไฟทางดับหลายจุดหน้าโรงเรียน", .count(1234), .init("เกินกำหนด", .bad),
        ])
        queue.add(["KT1080767000012", "น้ำท่วม", .count(3), "ปกติ"])
        self.queue = queue
    }

    @Test func `columns stand under each other whatever marks the letters bear`() {
        let lines = queue.lines(width: nil, styles: false)
        #expect(
            lines == [
                "เลขที่             เรื่อง                        วัน  สถานะ",
                "───────────────  ───────────────────────  ─────  ────────",
                "KT1080767000011  ไฟทางดับหลายจุดหน้าโรงเรียน  1,234  เกินกำหนด",
                "KT1080767000012  น้ำท่วม                        3  ปกติ",
            ])
    }

    @Test func `a narrow terminal cuts words and never a number`() {
        for width in [38, 45, 50, 60] {
            let lines = queue.lines(width: width, styles: false)
            #expect(lines[2].hasPrefix("KT1080767000011 "))
            #expect(lines[2].contains("1,234"))
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        }
        #expect(queue.lines(width: 45, styles: false)[2].contains("…"))
    }

    @Test func `a terminal that has no room for the columns shows each row as a block`() {
        for width in [30, 37] {
            let lines = queue.lines(width: width, styles: false)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(width)")
            #expect(lines.contains("เลขที่: KT1080767000011") && lines.contains("วัน: 1,234"))
            #expect(lines.contains("เรื่อง: น้ำท่วม"), "nothing is cut")
        }
    }

    @Test func `a narrow terminal leaves out what may leave, the last first`() {
        var table = Table([
            .init("เลขที่", .whole), .init("category", .leaves), .init("owner", .leaves),
            .init("left", .whole),
        ])
        table.add(["KT1080767000011", "road-lighting", "front-office-1", "เกินกำหนด 3 วัน"])
        func titles(_ width: Int) -> String { table.lines(width: width, styles: false)[0] }
        #expect(titles(80).contains("category") && titles(80).contains("owner"))
        #expect(titles(42).contains("categ…") && !titles(42).contains("owner"))
        #expect(!titles(32).contains("categ"))
        #expect(table.lines(width: 32, styles: false)[2].hasSuffix("เกินกำหนด 3 วัน"))
    }

    @Test func `colour comes with its word and takes no room`() {
        let plain = queue.lines(width: 60, styles: false)
        let styled = queue.lines(width: 60, styles: true)
        #expect(styled[2].contains("\u{1B}[31mเกินกำหนด\u{1B}[0m"))
        #expect(plain.allSatisfy { !$0.contains("\u{1B}") })
        let stripped = styled.map { $0.replacing(#/\u{1B}\[[0-9]+m/#, with: "") }
        #expect(stripped == plain)
    }

    @Test func `a cell cannot smuggle an escape sequence`() {
        var table = Table([.init("title")])
        table.add(["\u{1B}[2Jgone\nforged line"])
        let lines = table.lines(width: nil, styles: true)
        #expect(lines[2] == "\u{FFFD}[2Jgone forged line")
    }
}
