import Entries
import HTTP
import TestSupport
import Testing

@Suite struct ReadingTests {
    @Test func `fields are built and read alike`() throws {
        var fields: FormFields = ["q": "ที่ ดิน&=+%", "page": "2", "box": "a"]
        fields.append("box", "b")
        #expect(try FormFields.read(fields.encoded.utf8) == fields)
        fields["page"] = "3"
        fields["q"] = nil
        #expect(fields.encoded == "page=3&box=a&box=b")
        #expect(fields.all("box") == ["a", "b"])
        #expect(try FormFields.read("a&=b&&c=d=e".utf8) == ["a": "", "": "b", "c": "d=e"])
    }

    @Test(arguments: ["a=%", "a=%1", "a=%gg", "a=%00", "%00=a", "a=%1b", "a=%ff", "a=%c0%80"])
    func `a form that is not clean is refused`(text: String) {
        #expect(throws: Refusal.malformed(.form)) { try FormFields.read(text.utf8) }
    }

    @Test func `a form has limits`() {
        let limits = FieldLimits(fields: 2, nameBytes: 3, valueBytes: 4)
        #expect(throws: Never.self) { try FormFields.read("abc=1234&b=2".utf8, limits: limits) }
        for text in ["a&b&c", "abcd=1", "a=12345"] {
            #expect(throws: Refusal.tooLarge(.form, limit: 4), "\(text)") {
                try FormFields.read(text.utf8, limits: limits)
            }
        }
    }

    @Test func `the same letters in other bytes are another name`() {
        let fields: FormFields = ["\u{E9}": "one", "e\u{301}": "two"]
        #expect(fields["e\u{301}"] == "two")
    }

    @Test func `dates are written and read the one way`() {
        #expect(HTTPDate.text(seconds: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
        #expect(HTTPDate.text(Instant(milliseconds: -1)) == "Wed, 31 Dec 1969 23:59:59 GMT")
        for seconds in stride(from: 0, to: 4_000_000_000, by: 86_399_111) {
            #expect(HTTPDate.seconds(HTTPDate.text(seconds: seconds)) == seconds)
        }
        for text in ["", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 31 Feb 1994 08:49:37 GMT"] {
            #expect(HTTPDate.seconds(text) == nil)
        }
    }

    @Test func `a cookie behind TLS is tied to its host`() {
        #expect(
            SetCookie("session", "abc", maxAge: 60, sameSite: .strict, isSecure: true).text
                == "__Host-session=abc; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Strict")
        #expect(
            SetCookie("draft", "1", path: "/file", isSecure: true).text
                == "__Secure-draft=1; Path=/file; HttpOnly; Secure; SameSite=Lax")
        let cookies = Cookies(["Cookie": "__Host-session=abc; session=forged; session=2"])
        #expect(cookies.value("session", isSecure: true) == "abc")
        #expect(cookies.value("session", isSecure: false) == "forged")
        #expect(SetCookie.removing("s", isSecure: false).text.contains("Max-Age=0"))
    }

    @Test func `cookies of others do no harm`() {
        let cookies = Cookies(["Cookie": "a b=1; =2; c; d=ก; e=\"q\"; f=a=b;; g=,"])
        #expect(cookies.pairs.map(\.name) == ["e", "f"])
        #expect(cookies["e"] == "q")
        #expect(cookies["f"] == "a=b")
        let many = (0..<200).map { "n\($0)=1" }.joined(separator: ";")
        #expect(Cookies(["Cookie": many]).pairs.count == 64)
    }

    @Test(arguments: [
        ("th", "th"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("de, en;q=0.5", "en"),
        ("th;q=0.4, en;q=0.5", "en"), ("*", "th"), ("de", "th"), ("en;q=0", "th"), ("", "th"),
        ("en;q=x", "th"), ("EN-us", "en"), ("th-TH,th;q=0.9,en;q=0.8", "th"), ("engl", "th"),
    ])
    func `the language wished for most is taken`(field: String, language: String) {
        #expect(Preferences.language(field, of: ["th", "en"]) == language)
    }

    @Test func `a trace is taken when it is well formed`() throws {
        let text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        let trace = try #require(TraceParent(text))
        #expect(trace.trace == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(trace.isSampled)
        #expect(TraceParent("cc-" + text.dropFirst(3) + "-what-follows") != nil)
        for wrong in [
            "", "ff-" + text.dropFirst(3), text + "-more", text.uppercased(),
            "00-\(String(repeating: "0", count: 32))-00f067aa0ba902b7-01", String(text.dropLast()),
        ] { #expect(TraceParent(wrong) == nil, "\(wrong)") }
    }

    @Test func `media types are read with their parameters`() throws {
        let type = try #require(MediaType("Multipart/Form-Data; Boundary=\"a; b\"; charset=utf-8"))
        #expect(type.essence == "multipart/form-data")
        #expect(type.parameters == ["boundary": "a; b", "charset": "utf-8"])
        #expect(MediaType.html.text == "text/html; charset=utf-8")
        let slashed = try #require(MediaType(#"a/b; c="d\e\\f\"g""#))
        #expect(slashed.parameters == ["c": #"d\e\f"g"#])
        #expect(MediaType(slashed.text) == slashed)
        #expect(MediaType(fileExtension: "WOFF2") == .woff2)
        for wrong in ["", "text", "text/", "text/html; x", "a/b; c=\"d", "a/b; c=1; c=2", "a b/c"] {
            #expect(MediaType(wrong) == nil, "\(wrong)")
        }
    }

    @Test func `a field's value stays on its line`() {
        var response = Response(.ok)
        response.headers["X"] = "a\r\nSet-Cookie: b=c\u{0}"
        #expect(response.headers["x"] == "a  Set-Cookie: b=c ")
        response.headers.append("Vary", "Cookie")
        response.headers.insert("Accept-Encoding", into: "vary")
        response.headers.insert("cookie", into: "Vary")
        #expect(response.headers.all("Vary") == ["Cookie, Accept-Encoding"])
    }

    @Test func `routes do not depend on their order`() throws {
        var inner = Router()
        inner.get("/a/{x}") { .text("x\($0.parameters["x"] ?? "")") }
        inner.get("/a/b") { _ in .text("b") }
        inner.get("/{y}/b/c") { .text("y\($0.parameters["y"] ?? "")") }
        inner.get("/") { _ in .text("root") }
        let table = inner
        let site = try Site { router in
            router.add(table) { request, handler in
                var response = try handler(request)
                response.headers["X-Route"] = request.route
                return response
            }
        }
        let expected = ["/": "root", "/a/b": "b", "/a/c": "xc", "/a/b/c": "ya"]
        for (path, text) in expected { #expect(try site.get(path).text == text, "\(path)") }
        #expect(try site.get("/a/c")["X-Route"] == "/a/{x}")
        let slash = try site.get("/a/c/?q=%E0%B8%81")
        #expect(slash.status == 308)
        #expect(slash["Location"] == "/a/c?q=%E0%B8%81")
        #expect(try site.get("/a").status == 404)
    }

    @Test func `a parameter that is none of its kind is not found`() throws {
        let site = try Site { router in
            router.get("/pages/{number}") { request in
                .text("\(try request.parameter("number") { Int($0) } + 1)")
            }
        }
        #expect(try site.get("/pages/41").text == "42")
        #expect(try site.get("/pages/x").status == 404)
    }
}
