import HTTP
import TestSupport
import Testing

@Suite struct MultipartTests {
    private enum Heard: Equatable {
        case began(String, file: String?)
        case content([UInt8])
        case ended
    }

    /// Reads `body` in pieces of `size`; content that arrives in several pieces is put together.
    private func read(_ body: [UInt8], size: Int = .max, limit: Int = 4096) throws -> [Heard] {
        var parser = try MultipartParser(boundary: "x", headerLimit: limit)
        var heard: [Heard] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(size))
            rest = rest.dropFirst(piece.count)
            try parser.read(piece) { event in
                switch event {
                case .partBegan(let header):
                    heard.append(.began(header.field, file: header.fileName))
                case .content(let bytes):
                    if case .content(let before)? = heard.last {
                        heard[heard.count - 1] = .content(before + bytes)
                    } else {
                        heard.append(.content(Array(bytes)))
                    }
                case .partEnded: heard.append(.ended)
                }
            }
        }
        guard parser.isComplete else { throw Refusal.malformed(.body) }
        return heard
    }

    private func read(_ body: String, size: Int = .max, limit: Int = 4096) throws -> [Heard] {
        try read(Array(body.utf8), size: size, limit: limit)
    }

    private static let field = "Content-Disposition: form-data; name=\"a\"\r\n"

    @Test func `a form reads alike in pieces of any size`() throws {
        let photo: [UInt8] = [0xFF, 0, 0x0D, 0x0A, 0x2D, 0x2D, 0x0D, 0x0A, 0x2D, 0x2D, 0x0D]
        let body =
            Array("--x\r\n\(Self.field)\r\nกข\r\n--x\r\n".utf8)
            + Array("content-disposition: form-data; name=f; filename=\"ก.jpg\"\r\n".utf8)
            + Array("Content-Type: image/jpeg\r\n\r\n".utf8) + photo + Array("\r\n--x--\r\n".utf8)
        let whole: [Heard] = [
            .began("a", file: nil), .content(Array("กข".utf8)), .ended,
            .began("f", file: "ก.jpg"), .content(photo), .ended,
        ]
        for size in [1, 2, 3, 5, 7, 11, 64, 1000] {
            #expect(try read(body, size: size) == whole, "pieces of \(size)")
        }
    }

    @Test(arguments: [
        ("", "nothing"), ("--y\r\n", "another boundary"), ("junk\r\n--x\r\n", "a preamble"),
        ("--x\r\n\r\nv\r\n--x--", "no header"),
        ("--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--", "no name"),
        ("--x\r\nContent-Disposition: attachment; name=a\r\n\r\nv\r\n--x--", "no form-data"),
        ("--x\r\n\(field)\(field)\r\nv\r\n--x--", "two dispositions"),
        ("--x\r\n\(field)Bad Name: v\r\n\r\nv\r\n--x--", "a bad field"),
        ("--x\r\n\(field)A: \u{0}\r\n\r\nv\r\n--x--", "a NUL"),
        ("--x\r\n\(field)Content-Transfer-Encoding: base64\r\n\r\nv\r\n--x--", "base64"),
        ("--x\r\n\(field)\r\nv", "no end"), ("--x\r\n\(field)\r\nv\r\n--x-", "half an end"),
        ("--x\r\n\(field)\r\nv\r\n--x--\r\nmore", "an epilogue"),
        ("--x\r\n\(field)\r\nv\r\n--xy\r\n", "a longer boundary"),
    ])
    func `what is no form is refused`(body: String, why: String) {
        #expect(throws: Refusal.self, "\(why)") { try read(body) }
        #expect(throws: Refusal.self, "\(why)") { try read(body, size: 1) }
    }

    @Test func `a part's header has a limit wherever it ends`() {
        let long = "--x\r\n\(Self.field)A: " + String(repeating: "b", count: 100)
        #expect(throws: Refusal.tooLarge(.fields, limit: 64)) { try read(long, limit: 64) }
        #expect(throws: Refusal.tooLarge(.fields, limit: 64)) {
            try read(long, size: 9, limit: 64)
        }
    }

    @Test func `a file's name has no folders`() throws {
        let names = [
            "C:\\\\folder\\\\a.jpg": "a.jpg", "../../etc/passwd": "passwd", "": "", "a/": "a",
            "x\\\"y.pdf": "x\"y.pdf",
        ]
        for (sent, shown) in names {
            let body =
                "--x\r\nContent-Disposition: form-data; name=f; filename=\"\(sent)\"\r\n\r\n"
                + "\r\n--x--"
            #expect(try read(body).first == .began("f", file: shown), "\(sent)")
        }
    }

    @Test(arguments: ["", " ", "a b ", "a\"b", "ก", String(repeating: "a", count: 71)])
    func `a boundary that is none is refused`(boundary: String) {
        #expect(throws: Refusal.malformed(.body)) { try MultipartParser(boundary: boundary) }
    }
}
