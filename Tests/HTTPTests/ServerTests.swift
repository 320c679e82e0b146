import HTTP
import TestSupport
import Testing
import Threads

@Suite struct ServerTests {
    private let site: Site

    init() throws {
        site = try Site { router in
            router.get("/") { _ in .html("<p>สวัสดี") }
            router.get("/petitions/{number}") { request in
                .text("\(request.parameters["number"] ?? "")|\(request.query["lang"] ?? "")")
            }
            router.get("/direct", lane: .direct) { _ in .text("direct") }
            router.get("/slow", lane: .slow) { _ in .text("slow") }
            router.get("/broken") { _ in throw Broken() }
            router.get("/gone") { _ in throw Refusal.refused(.gone) }
            router.post("/forms") { request in
                .text(request.form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "\n"))
            }
        }
    }

    private struct Broken: Error {}

    @Test func `pages come from every lane`() throws {
        #expect(try site.get("/").text == "<p>สวัสดี")
        #expect(try site.get("/direct").text == "direct")
        #expect(try site.get("/slow").text == "slow")
    }

    @Test func `a path and a query are decoded`() throws {
        let answer = try site.get("/petitions/%E0%B8%81%2B1?lang=en&x=1")
        #expect(answer.status == 200)
        #expect(answer.text == "ก+1|en")
    }

    @Test(arguments: ["/%", "/%zz", "/%ff", "/a%00b", "/a%2Fb", "/a//b", "/../x", "/%2e%2e/x"])
    func `a path that is not clean is refused`(path: String) throws {
        #expect(try site.get(path).status == 400)
    }

    @Test func `what is not there is not found and what is not allowed says what is`() throws {
        #expect(try site.get("/nothing").status == 404)
        let answer = try site.post("/petitions/1", "a=b")
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
        let options = try site.ask("OPTIONS /forms HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(options.status == 204)
        #expect(options["Allow"] == "POST, OPTIONS")
        #expect(try site.ask("BREW /forms HTTP/1.1\r\nHost: h\r\n\r\n").status == 501)
    }

    @Test func `HEAD is GET without the body`() throws {
        let client = try Client(port: site.port)
        client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n")
        let answer = try client.receive(isHead: true)
        #expect(answer.status == 200)
        #expect(answer["Content-Length"] == String("<p>สวัสดี".utf8.count))
        client.send("GET /direct HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try client.receive().text == "direct")
    }

    @Test func `a connection carries many requests, also sent ahead`() throws {
        let client = try Client(port: site.port)
        let one = "GET /petitions/1 HTTP/1.1\r\nHost: h\r\n\r\n"
        let two = "GET /direct HTTP/1.1\r\nHost: h\r\n\r\n"
        client.send(one + two + one)
        #expect(try client.receive().text == "1|")
        #expect(try client.receive().text == "direct")
        #expect(try client.receive().text == "1|")
        for refused in ["/nothing", "/broken"] {
            client.send("GET \(refused) HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(try client.receive().status >= 404)
        }
        client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc")
        #expect(try client.receive().status == 405)
        client.send(one)
        #expect(try client.receive().text == "1|")
    }

    @Test func `a handler that fails tells its owner and nobody else`() throws {
        let answer = try site.get("/broken")
        #expect(answer.status == 500)
        #expect(!answer.text.contains("Broken"))
        #expect(site.failures.with { $0 } == ["Broken()"])
        #expect(try site.get("/gone").status == 410)
    }

    @Test func `every answer carries the security fields`() throws {
        for path in ["/", "/nothing", "/broken", "/%"] {
            let answer = try site.get(path)
            #expect(answer["X-Content-Type-Options"] == "nosniff")
            let policy = try #require(answer["Content-Security-Policy"])
            #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"))
            #expect(answer["Strict-Transport-Security"] == nil)
        }
    }

    @Test func `a form arrives in its order`() throws {
        let answer = try site.post("/forms", "b=%E0%B8%81&a=1+2&b=3")
        #expect(answer.text == "b=ก\na=1 2\nb=3")
        #expect(try site.post("/forms", "a=%f").status == 400)
        #expect(try site.post("/forms", "a=b", type: "application/json").status == 415)
    }

    @Test func `the access log names the route and never the path`() throws {
        _ = try site.get("/petitions/KT1080767000011?code=1234")
        let record = try #require(site.log(1).first)
        #expect(record.route == "/petitions/{number}")
        #expect(record.status == .ok)
        #expect(record.method == .get)
        #expect(record.client == IPAddress("127.0.0.1"))
        #expect(record.byteCount == "KT1080767000011|".utf8.count)
        #expect(record.isComplete)
        #expect(record.request.count == 16)
    }
}
