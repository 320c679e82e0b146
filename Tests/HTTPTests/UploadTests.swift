import Foundation
import HTTP
import TestSupport
import Testing
import Threads

@Suite struct UploadTests {
    private let site: Site
    private let admitted: Monitor<Int>

    init() throws {
        let admitted = Monitor(0)
        self.admitted = admitted
        site = try Site({ ($0.drainedBytes, $0.idleSeconds) = (256 << 10, 1) }) { router in
            let limits = UploadLimits(
                fields: FieldLimits(fields: 3, nameBytes: 10, valueBytes: 100), files: 2,
                bytesPerFile: 100_000, bytesPerRequest: 150_000)
            let count: @Sendable (Request) throws(Refusal) -> Void = { _ in
                admitted.with { $0 += 1 }
                admitted.broadcast()
            }
            router.post("/photos", body: .upload(limits), admit: count) { request in
                let files = try request.files.map { file in
                    let bytes = try file.read(count: .max)
                    let again = try Data(contentsOf: URL(filePath: file.path))
                    let isSame = Array(again) == bytes
                    let sum = bytes.reduce(0) { $0 + Int($1) }
                    return "\(file.field) \(file.name) \(file.byteCount) \(sum) \(isSame)"
                }
                let fields = request.form.fields.map { "\($0.name)=\($0.value)" }
                return .text((fields + files).joined(separator: "\n"))
            }
            var patient = limits
            patient.letsLargeThrough = true
            router.post("/patient", body: .upload(patient)) { request in
                let files = request.files.map { "\($0.name) \($0.isCutOff) \($0.byteCount)" }
                let fields = request.form.fields.map { "\($0.name)=\($0.value)" }
                return .text((fields + files).joined(separator: "\n"))
            }
            router.post("/small", body: .bytes(limit: 10)) { .text("\($0.bytes.count)") }
        }
    }

    private static func part(_ name: String, _ value: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private static func part(_ name: String, file: String, _ content: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n\(content)\r\n"
    }

    private func send(_ parts: String...) throws -> Client.Answer {
        try site.post(
            "/photos", parts.joined() + "--b--\r\n", type: "multipart/form-data; boundary=b")
    }

    private var leftBehind: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: site.uploads) }
    }

    @Test func `a file that is too large comes without its bytes, and the form with it`() throws {
        let large = String(repeating: "x", count: 120_000)
        let answer = try site.post(
            "/patient",
            Self.part("a", "before") + Self.part("p", file: "large.jpg", large)
                + Self.part("p", file: "small.jpg", "123") + Self.part("b", "after") + "--b--\r\n",
            type: "multipart/form-data; boundary=b")
        #expect(answer.status == 200)
        #expect(answer.text == "a=before\nb=after\nlarge.jpg true 0\nsmall.jpg false 3")
        #expect(try leftBehind == [])
        // What all of it may have holds all the same.
        let most = try site.post(
            "/patient", Self.part("p", file: "large.jpg", large + large) + "--b--\r\n",
            type: "multipart/form-data; boundary=b")
        #expect(most.status == 413)
    }

    @Test func `fields and files arrive, and nothing stays on the disk`() throws {
        let content = String(repeating: "0123456789", count: 9000)
        let answer = try send(
            Self.part("a", "ก"), Self.part("f", file: "รูป.jpg", content),
            Self.part("none", file: "", ""), Self.part("g", file: "empty.jpg", ""))
        #expect(answer.status == 200)
        let sum = content.utf8.reduce(0) { $0 + Int($1) }
        #expect(answer.text == "a=ก\nf รูป.jpg 90000 \(sum) true\ng empty.jpg 0 0 true")
        #expect(try leftBehind == [])
    }

    @Test func `each limit has its refusal and the connection stays`() throws {
        let big = String(repeating: "x", count: 100_001)
        #expect(try send(Self.part("f", file: "a", big)).status == 413)
        let half = String(repeating: "x", count: 80_000)
        let two = try send(Self.part("f", file: "a", half), Self.part("g", file: "b", half))
        #expect(two.status == 413)
        let small = Self.part("f", file: "a", "x")
        #expect(try send(small, small, small).status == 413)
        let field = Self.part("a", "x")
        #expect(try send(field, field, field, field).status == 413)
        #expect(try send(Self.part("a", String(repeating: "x", count: 101))).status == 413)
        #expect(try send(Self.part("abcdefghijk", "x")).status == 413)
        #expect(try send(Self.part("a", "\u{0}")).status == 400)
        #expect(try site.post("/photos", "x", type: "multipart/form-data").status == 400)
        #expect(try site.post("/photos", "x", type: "text/plain").status == 415)
        #expect(try site.post("/photos", "a=b").text == "a=b")
        #expect(try leftBehind == [])
    }

    @Test func `a refused body of a moderate size is read away, a huge one is not`() throws {
        let client = try Client(port: site.port)
        let body = [UInt8](repeating: 0x41, count: 200_000)
        client.send("POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n")
        client.send(body)
        #expect(try client.receive().status == 413)
        client.send("POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc")
        #expect(try client.receive().text == "3")
        client.send("POST /small HTTP/1.1\r\nHost: h\r\nContent-Length: 17000000\r\n\r\n")
        let answer = try client.receive()
        #expect(answer.status == 413)
        #expect(answer["Connection"]?.lowercased() == "close")
        #expect(client.isClosed)
    }

    @Test func `who asks before sending is told before sending`() throws {
        let client = try Client(port: site.port)
        let head = "POST /small HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
        client.send(head + "Content-Length: 3\r\n\r\n")
        #expect(try client.receive().status == 100)
        client.send("abc")
        #expect(try client.receive().text == "3")
        client.send(head + "Content-Length: 1000\r\n\r\n")
        #expect(try client.receive().status == 413)
    }

    @Test func `a chunked body without end is cut off at the limit`() throws {
        let client = try Client(port: site.port)
        client.send("POST /small HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "1000\r\n" + String(repeating: "x", count: 4096) + "\r\n"
        var chunks = 0
        while chunks < 10_000, client.send(chunk) { chunks += 1 }
        #expect(chunks < 10_000)
        #expect(site.log(1).first?.isComplete == false)
    }

    @Test func `a chunked body within the limit arrives`() throws {
        let answer = try site.ask(
            "POST /small HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n")
        #expect(answer.text == "7")
    }

    @Test func `an upload broken off leaves nothing`() throws {
        for round in 1...20 {
            let client = try Client(port: site.port)
            client.send(
                "POST /photos HTTP/1.1\r\nHost: h\r\nContent-Length: 140000\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
                    + Self.part("f", file: "a", String(repeating: "x", count: 50_000)))
            _ = admitted.wait(milliseconds: 5000) { $0 == round ? true : nil }
            client.reset()
        }
        let records = site.log(20)
        #expect(records.count == 20)
        #expect(records.allSatisfy { !$0.isComplete && $0.status == nil })
        #expect(try leftBehind == [])
    }

    @Test func `a directory that cannot be written to is the owner's trouble`() throws {
        // Not “/nonexistent”: that is the home of users who have none, and some program makes it.
        let scratch = try Scratch()
        let broken = try Site({ $0.uploads = scratch.path("nowhere") }) { router in
            router.post("/photos", body: .upload()) { _ in .text("never") }
        }
        let body = Self.part("f", file: "a", "x") + "--b--"
        let type = "multipart/form-data; boundary=b"
        #expect(try broken.post("/photos", body, type: type).status == 500)
        #expect(broken.failures.with { $0 } == ["open: No such file or directory"])
    }
}
