import Terminal
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("คำร้อง", 5), ("กำลังดำเนินการ", 12), ("น้ำท่วม", 5), ("ที่", 1),
        ("日本", 4), ("…", 1), ("e\u{301}", 1), ("\u{200B}", 0), ("ＡＢ", 4),
    ]) func `a text takes as many cells as a terminal gives it`(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    @Test(arguments: [
        ("ไฟทางดับ", 7, "ไฟทางดับ"), ("ไฟทางดับ", 6, "ไฟทาง…"), ("ที่นี่ที่นั่น", 3, "ที่นี่…"),
        ("日本語", 4, "日…"), ("abc", 1, "…"), ("abc", 0, ""),
    ]) func `a cut text keeps letters whole and says that it is cut`(
        text: String, width: Int, shown: String
    ) {
        let cut = DisplayWidth.truncated(text, to: width)
        #expect(cut == shown)
        #expect(DisplayWidth.of(cut) <= width)
    }

    @Test func `what could act on the terminal is made harmless`() {
        #expect(Printable.text("a\u{1B}[2Jb\u{7}") == "a\u{FFFD}[2Jb\u{FFFD}")
        #expect(Printable.text("two\nlines\u{202E}") == "two lines\u{FFFD}")
        #expect(Printable.text("คำร้อง") == "คำร้อง")
    }
}
