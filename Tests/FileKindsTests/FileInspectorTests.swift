import Events
import FileKinds
import Files
import TestSupport
import Testing

@Suite struct FileInspectorTests {
    private let inspector = FileInspector(allowed: FileKind.allCases, largestBytes: 5 << 20)

    private static let pdf = Array("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n".utf8)
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        + Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0]
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8)
        + [1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9]
    private static func compound(_ stream: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
            + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private func kind(_ bytes: [UInt8], _ name: String) throws -> FileKind {
        try inspector.inspect(FileContent(bytes), name: name).kind
    }

    @Test func `each kind is known by its content`() throws {
        let files: [(FileKind, [UInt8])] = [
            (.pdf, Self.pdf), (.png, Self.png), (.jpeg, Self.jpeg), (.docx, SmallZip.docx.bytes),
            (.xlsx, SmallZip.xlsx.bytes), (.doc, Self.compound("WordDocument")),
            (.xls, Self.compound("Workbook")),
        ]
        #expect(Set(files.map(\.0)) == Set(FileKind.allCases))
        for (expected, bytes) in files {
            #expect(try kind(bytes, "ไฟล์.\(expected.fileExtension)") == expected)
            #expect(try kind(bytes, "ไม่มีนามสกุล") == expected)
        }
    }

    @Test func `a file on the disk is read in pieces`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(SmallZip.xlsx.bytes, as: "ตาราง.xlsx")
        let content = try FileContent(FileReader(path))
        #expect(try inspector.inspect(content, name: "ตาราง.xlsx").kind == .xlsx)
    }

    @Test func `an office document is known in whatever order it was packed`() throws {
        var zip = SmallZip("word/document.xml", "word/media/image1.png", "[Content_Types].xml")
        zip.comment = Array("PK\u{5}\u{6} in a comment".utf8)
        #expect(try kind(zip.bytes, "a.docx") == .docx)
    }

    @Test func `a file whose name lies is refused`() {
        #expect(throws: FileRefusal.lies(claimed: .pdf, found: .docx)) {
            try kind(SmallZip.docx.bytes, "คำขอ.pdf")
        }
        #expect(throws: FileRefusal.lies(claimed: .docx, found: .xlsx)) {
            try kind(SmallZip.xlsx.bytes, "a.DOCX")
        }
        #expect(throws: FileRefusal.lies(claimed: .jpeg, found: .pdf)) {
            try kind(Self.pdf, "photo.jpg")
        }
    }

    @Test func `photos may bear each other's names`() throws {
        #expect(try kind(Self.png, "photo.jpg") == .png)
        #expect(try kind(Self.jpeg, "photo.PNG") == .jpeg)
    }

    @Test(arguments: [
        "<!DOCTYPE html><script>alert(1)</script>", "#!/bin/sh\nrm -rf ~\n", "MZ\u{90}\u{0}\u{3}",
        "\u{7F}ELF", "GIF89a\u{1}\u{0}", "<?xml version=\"1.0\"?><svg/>", "ธรรมดา",
    ])
    func `anything else is refused, whatever it is called`(content: String) {
        for name in ["a.pdf", "a.jpg", "a.docx", "a"] {
            #expect(throws: FileRefusal.self) { try kind(Array(content.utf8), name) }
        }
    }

    @Test func `what the service does not take is refused with what it takes`() throws {
        let pictures = FileInspector(allowed: [.jpeg, .png], largestBytes: 1 << 20)
        do {
            _ = try pictures.inspect(FileContent(Self.pdf), name: "a.pdf")
            Issue.record("taken")
        } catch let refusal as FileRefusal {
            #expect(refusal.wording.thai == "ไฟล์ต้องเป็น JPG หรือ PNG")
        }
    }

    @Test func `size is judged before content`() {
        let small = FileInspector(allowed: [.pdf], largestBytes: 16 << 20)
        let unread = FileContent(size: 17 << 20) { _ in
            Issue.record("the content was read")
            return []
        }
        let refusal = FileRefusal.tooLarge(most: 16 << 20)
        #expect(throws: refusal) { try small.inspect(unread, name: "a.pdf") }
        #expect(refusal.wording.thai == "ไฟล์ต้องมีขนาดไม่เกิน 16 MB")
        #expect(throws: FileRefusal.empty) { try small.inspect(FileContent([]), name: "a.pdf") }
    }

    // MARK: Archives

    @Test func `a document that unpacks into gigabytes is refused`() {
        var bomb = SmallZip.docx
        bomb.entries[2].claimed = 4_000_000_000
        #expect(throws: FileRefusal.unpacksIntoTooMuch) { try kind(bomb.bytes, "a.docx") }
        var many = SmallZip.docx
        many.entries += (0..<400).map {
            SmallZip.Entry(name: "word/media/\($0).bin", claimed: 1 << 20)
        }
        #expect(throws: FileRefusal.unpacksIntoTooMuch) { try kind(many.bytes, "a.docx") }
    }

    @Test func `entries that share their bytes are refused`() {
        var bomb = SmallZip.docx
        bomb.entries[1].offset = 0
        #expect(throws: FileRefusal.unpacksIntoTooMuch) { try kind(bomb.bytes, "a.docx") }
    }

    @Test func `passwords and macros are refused by their names`() {
        var locked = SmallZip.docx
        locked.entries[2].isEncrypted = true
        #expect(throws: FileRefusal.encrypted) { try kind(locked.bytes, "a.docx") }
        var macro = SmallZip.docx
        macro.entries.append(SmallZip.Entry(name: "word/vbaProject.bin"))
        #expect(throws: FileRefusal.hasMacros) { try kind(macro.bytes, "a.docx") }
        #expect(throws: FileRefusal.encrypted) {
            try kind(Self.compound("EncryptedPackage"), "a.docx")
        }
    }

    @Test func `a directory that points out of the file is refused`() {
        let whole = SmallZip.docx.bytes
        for length in 0..<whole.count {
            #expect(throws: (any Error).self) { try kind(Array(whole.prefix(length)), "a.docx") }
        }
        var far = SmallZip.docx
        far.entries[0].offset = 0xFFFF_FFF0
        #expect(throws: ZipDirectory.Problem.notWithinFile) {
            try ZipDirectory(FileContent(far.bytes))
        }
    }

    @Test func `random damage to a directory is refused or stays within the file`() {
        var dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        var read = 0
        for _ in 0..<3000 {
            var bytes = SmallZip.docx.bytes
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(
                    in: 0...255, using: &dice)
            }
            guard let directory = try? ZipDirectory(FileContent(bytes)) else { continue }
            read += 1
            #expect(directory.entries.allSatisfy { $0.offset + $0.packed <= bytes.count })
        }
        #expect(read > 0)
    }

    @Test func `a PDF with a lock or a program is taken and noted`() throws {
        let head = "%PDF-1.4\n", end = "\n%%EOF\n"
        let active = Array((head + "/OpenAction << /S /JavaScript /JS (x) >>" + end).utf8)
        #expect(
            try inspector.inspect(FileContent(active), name: "a.pdf")
                == FileInspector.Finding(kind: .pdf, isActive: true))
        let locked = Array((head + "/Encrypt 5 0 R" + end).utf8)
        #expect(
            try inspector.inspect(FileContent(locked), name: "a.pdf")
                == FileInspector.Finding(kind: .pdf, isLocked: true))
        #expect(throws: FileRefusal.damaged) { try kind(Array(head.utf8), "a.pdf") }
    }

    @Test func `many may ask at once`() async throws {
        let inspector = inspector
        try await withThrowingTaskGroup(of: FileKind.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    try inspector.inspect(FileContent(Self.pdf), name: "a.pdf").kind
                }
            }
            for try await kind in group { #expect(kind == .pdf) }
        }
    }

    @Test func `settings and names speak of kinds`() {
        #expect(FileKind(extension: "JPG") == .jpeg)
        #expect(FileKind(extension: ".xlsx") == .xlsx)
        #expect(FileKind(name: "a.b.PDF") == .pdf)
        #expect(FileKind(name: "pdf") == nil)
        #expect(FileKind(name: "a.exe") == nil)
    }
}
