import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import TestSupport
import Testing
import Workflow

@Suite struct LiveTests {
    private let site: WebSite
    private let officer: Browser

    init() throws {
        site = try WebSite()
        officer = try site.officer("officer-1", .handler)
    }

    /// Listens as a browser does, from what a page shows or from what was heard last.
    private func listen(after position: Position? = nil, last: Position? = nil) throws -> Ear {
        let client = try Client(port: site.port)
        let query = position.map { "?after=\($0)" } ?? ""
        let heard = last.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        client.send(
            """
            GET /test/desk/live\(query) HTTP/1.1\r\nHost: test.example\r\n\
            Accept: text/event-stream\r\nCookie: \(officer.cookieField)\r\n\(heard)\r\n
            """)
        let head = try client.head()
        #expect(head.status == 200 && head["Content-Type"] == "text/event-stream")
        #expect(head["Cache-Control"] == "no-store" && head["X-Accel-Buffering"] == "no")
        #expect(head["Content-Encoding"] == nil)
        let ear = Ear(client)
        #expect(try ear.next() == "retry: 3000")
        return ear
    }

    /// Takes a stream apart into what is said.
    private final class Ear {
        let client: Client
        private var heard = ""

        init(_ client: Client) { self.client = client }

        func next() throws -> String {
            while true {
                if let end = heard.firstRange(of: "\n\n") {
                    defer { heard.removeSubrange(..<end.upperBound) }
                    return String(heard[..<end.lowerBound])
                }
                heard += String(decoding: try #require(try client.nextChunk()), as: UTF8.self)
            }
        }
    }

    private var position: Position { site.office.views.status(of: .officerQueue).position }

    private func word(_ position: Position) -> String {
        "id: \(position)\nevent: moved\ndata: \(position)"
    }

    @Test func `an open page hears that the queue has moved, and nothing of whom`() throws {
        let ear = try listen(after: position)
        try site.filed("ถนนเป็นหลุม")
        #expect(try ear.next() == word(position))
        try officer.open("desk")
        #expect(officer.text.contains("data-live=\"/test/desk/live?after=\(position)\""))
    }

    @Test func `whoever comes back hears at once of what happened meanwhile`() throws {
        let ear = try listen(after: position)
        try site.filed("หนึ่ง")
        let heard = position
        #expect(try ear.next() == word(heard))
        ear.client.reset()
        try site.filed("สอง")
        let again = try listen(last: heard)
        #expect(try again.next() == word(position))
        let current = try listen(last: position)
        try site.filed("สาม")
        #expect(try current.next() == word(position))
        #expect(try again.next() == word(position))
    }

    @Test func `who signs out hears no more once the stream is asked for anew`() throws {
        try officer.open("desk")
        try officer.submit("desk/sign-out")
        try officer.open("desk/live")
        #expect(officer.path.hasPrefix("/test/desk/sign-in"))
        #expect(officer.header("Content-Type")?.hasPrefix("text/html") == true)
    }

    @Test func `an open page does not hold up the end of the server`() throws {
        var other: WebSite? = try WebSite()
        let browser = try #require(try other?.officer("officer-1", .handler))
        let client = try Client(port: browser.port)
        client.send(
            "GET /test/desk/live HTTP/1.1\r\nHost: test.example\r\n"
                + "Cookie: \(browser.cookieField)\r\n\r\n")
        _ = try client.head()
        let start = ContinuousClock.now
        other = nil
        #expect(ContinuousClock.now - start < .seconds(2))
        _ = client.rest()
    }
}
