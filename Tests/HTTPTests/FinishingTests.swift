import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct FinishingTests {
    private let site: Site
    private let scratch: URL

    init() throws {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "khamrong-files-\(UUID().uuidString.lowercased())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        self.scratch = scratch
        let path = scratch.appending(path: "a.pdf").path
        try Data((0..<1000).map { UInt8($0 % 251) }).write(to: URL(filePath: path))
        site = try Site { router in
            router.get("/tagged") { _ in
                var response = Response.html(String(repeating: "<p>สวัสดี", count: 200))
                response.set(EntityTag("abc"))
                response.setCaching("private, no-cache")
                response.set(SetCookie("s", "1", isSecure: false))
                return response
            }
            router.get("/short") { _ in .text("short") }
            router.get("/file") { _ in .file(try OpenFile(path: path), .pdf) }
            router.get("/bytes") { _ in
                var response = Response.bytes(Array("0123456789".utf8), .pdf)
                response.headers["Accept-Ranges"] = "bytes"
                response.setDisposition(fileName: "คำร้อง \"1\".pdf")
                return response
            }
            router.get("/cookies") { request in
                .text(request.cookies.value("s", isSecure: false) ?? "none")
            }
        }
    }

    @Test func `text is compressed for whoever can read it`() throws {
        let plain = try site.get("/tagged")
        #expect(plain["Content-Encoding"] == nil)
        #expect(plain["Vary"] == "Accept-Encoding")
        #expect(plain["ETag"] == "\"abc\"")
        let packed = try site.get("/tagged", "Accept-Encoding: br, gzip;q=0.5\r\n")
        #expect(packed["Content-Encoding"] == "gzip")
        #expect(packed["ETag"] == "W/\"abc\"")
        #expect(packed.body.count < plain.body.count / 5)
        #expect(try unpacked(packed.body) == plain.body)
        #expect(try site.get("/tagged", "Accept-Encoding: gzip;q=0\r\n").body == plain.body)
        let short = try site.get("/short", "Accept-Encoding: gzip\r\n")
        #expect(short["Content-Encoding"] == nil)
    }

    /// By the tool that everybody has.
    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = scratch.appending(path: "packed.gz")
        try Data(bytes).write(to: path)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", path.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let result = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(result)
    }

    @Test func `what a visitor has is not sent again`() throws {
        for tag in ["\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"] {
            let answer = try site.get("/tagged", "If-None-Match: \(tag)\r\n")
            #expect(answer.status == 304, "\(tag)")
            #expect(answer["ETag"] == "\"abc\"")
            #expect(answer["Cache-Control"] == "private, no-cache")
            #expect(answer["Vary"] == "Accept-Encoding")
        }
        for tag in ["\"x\"", "abc", ""] {
            #expect(try site.get("/tagged", "If-None-Match: \(tag)\r\n").status == 200, "\(tag)")
        }
        let changed = try #require(try site.get("/file")["Last-Modified"])
        #expect(try site.get("/file", "If-Modified-Since: \(changed)\r\n").status == 304)
        let before = "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
        #expect(try site.get("/file", before).status == 200)
    }

    @Test(arguments: ["/file", "/bytes"]) func `a part of a file is sent`(path: String) throws {
        let whole = try site.get(path)
        #expect(whole["Accept-Ranges"] == "bytes")
        let count = whole.body.count
        let asked = [
            "0-4": 0..<5, "5-": 5..<count, "-3": (count - 3)..<count, "8-99999": 8..<count,
        ]
        for (range, expected) in asked {
            let part = try site.get(path, "Range: bytes=\(range)\r\n")
            #expect(part.status == 206, "\(range)")
            #expect(part.body == Array(whole.body[expected]), "\(range)")
            #expect(
                part["Content-Range"]
                    == "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/\(count)")
        }
        for range in ["99999-", "-0"] {
            let none = try site.get(path, "Range: bytes=\(range)\r\n")
            #expect(none.status == 416)
            #expect(none["Content-Range"] == "bytes */\(count)")
        }
        for range in ["5-4", "a-b", "0-1,3-4", "-"] {
            let answer = try site.get(path, "Range: bytes=\(range)\r\n")
            #expect(answer.status == 200, "\(range)")
            #expect(answer.body == whole.body)
        }
        #expect(try site.get(path, "Range: bytes=0-1\r\nIf-Range: \"x\"\r\n").status == 200)
    }

    @Test func `a name in Thai goes with a file`() throws {
        let answer = try site.get("/bytes")
        #expect(
            answer["Content-Disposition"] == "attachment; filename=\"______ _1_.pdf\"; "
                + "filename*=UTF-8''%E0%B8%84%E0%B8%B3%E0%B8%A3%E0%B9%89%E0%B8%AD%E0%B8%87"
                + "%20%221%22.pdf")
    }

    @Test func `nothing is kept unless a handler lets it be`() throws {
        #expect(try site.get("/short")["Cache-Control"] == "no-store")
        #expect(try site.get("/nothing")["Cache-Control"] == "no-store")
    }

    @Test func `cookies go out guarded and come back`() throws {
        let set = try #require(try site.get("/tagged")["Set-Cookie"])
        #expect(set == "s=1; Path=/; HttpOnly; SameSite=Lax")
        #expect(try site.get("/cookies", "Cookie: a=b; s=1; c=d\r\n").text == "1")
        #expect(try site.get("/cookies", "Cookie: a=b\r\nCookie: s=2\r\n").text == "2")
        #expect(try site.get("/cookies", "Cookie: s\r\n").text == "none")
    }
}
