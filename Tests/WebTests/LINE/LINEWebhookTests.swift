import Channels
import Crypto
import Entries
import Events
import Rules
import TestSupport
import Testing
import Workflow

/// What LINE tells is believed by its signature alone, taken once, and answered to whoever it
/// concerns.
@Suite(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
struct LINEWebhookTests {
    private struct Reply: Decodable {
        let replyToken: String
        let messages: [Message]

        struct Message: Decodable { let type: String, text: String?, altText: String? }

        var words: String { messages.first.map { $0.text ?? $0.altText ?? "" } ?? "" }
    }

    private static let secret = "0123456789abcdef0123456789abcdef"
    private static let user = "U" + String(repeating: "0", count: 31) + "1"
    private let site: WebSite
    private let process: ProviderProcess

    init() throws {
        site = try WebSite()
        process = try ProviderProcess("line_server.py")
        for (name, secret) in [("line-token", "line-token"), ("line-secret", Self.secret)] {
            try SecretFile.create(Array(secret.utf8).span, at: "\(site.paths.keys)/\(name)")
        }
        var channel = LINEChannel(tokenName: "line-token", secretName: "line-secret")
        channel.address = "http://127.0.0.1:\(process.port)"
        try site.office.beginPost(OfficePost.Delivery(line: channel))
        try site.set(
            .loginProviderSet(
                .init(provider: .line, isEnabled: true, client: "line", secret: "line-secret")))
    }

    private func event(_ id: String, _ rest: String) -> String {
        """
        {"mode": "active", "timestamp": 1000, "webhookEventId": "\(id)", "replyToken": "r-\(id)", \
        "source": {"type": "user", "userId": "\(Self.user)"}, \(rest)}
        """
    }

    private func text(_ id: String, _ text: String) -> String {
        event(id, #""type": "message", "message": {"type": "text", "id": "1", "text": "\#(text)"}"#)
    }

    /// The status of the answer.
    @discardableResult private func tell(
        _ events: [String], signature: String? = nil
    ) throws -> Int {
        let body = Array(
            #"{"destination": "U1", "events": [\#(events.joined(separator: ", "))]}"#.utf8)
        let key = try #require(SecretKey([UInt8](Self.secret.utf8)))
        let right = Base64.encode(HMACSHA256.authenticate(body, key: key).bytes)
        let client = try Client(port: site.port)
        client.send(
            Array(
                """
                POST /test/line/webhook HTTP/1.1\r\nHost: test.example\r\nConnection: close\r\n\
                Content-Type: application/json\r\nX-Line-Signature: \(signature ?? right)\r\n\
                Content-Length: \(body.count)\r\n\r\n
                """.utf8) + body)
        return try client.receive().status
    }

    private func link(_ browser: Browser) throws -> String {
        try browser.register(.somchai)
        let account = try #require(try site.accountEvents().last).stream.name
        var draft = Draft(
            .account(id: account, .linkLogin(.init(provider: .line))), by: .citizen(account),
            at: site.clock.now(),
            sections: [PlainSection(Login(issuer: "https://access.line.me", subject: Self.user))])
        draft.isOwnerProven = true
        try site.perform(draft)
        return account
    }

    @Test func `what LINE has not signed is not read`() throws {
        #expect(try tell([text("a", "x")], signature: "") == 400)
        #expect(
            try tell([text("a", "x")], signature: Base64.encode([UInt8](repeating: 1, count: 32)))
                == 400)
        #expect(process.stop(Reply.self).isEmpty)
    }

    @Test func `an empty message is a greeting, and whoever is not linked hears how to`() throws {
        #expect(try tell([]) == 200)
        #expect(try tell([text("a", "สถานะ TS1200269000001")]) == 200)
        let replies = process.stop(Reply.self)
        #expect(replies.count == 1 && replies[0].replyToken == "r-a")
        #expect(replies[0].words.contains("ยังไม่ได้ผูก LINE"))
    }

    @Test func `a message that is told twice is answered once`() throws {
        _ = try link(site.browser())
        #expect(try tell([text("a", "สวัสดี"), text("a", "สวัสดี")]) == 200)
        #expect(try tell([text("a", "สวัสดี")]) == 200)
        let replies = process.stop(Reply.self)
        #expect(replies.count == 1 && replies[0].words.contains("พิมพ์ “สถานะ”"))
    }

    @Test func `nobody hears of a case that is not the own`() throws {
        _ = try link(site.browser())
        #expect(try tell([text("a", "สถานะ TS1200269000001")]) == 200)
        let replies = process.stop(Reply.self)
        #expect(replies.map(\.words) == ["ไม่พบคำร้อง TS1200269000001 ในบัญชีของคุณ"])
    }

    @Test func `who leaves is not written to, who comes back is`() throws {
        let account = try link(site.browser())
        func bounced() throws -> [ContactKind] {
            try #require(try site.office.office.person(account)).account.bounced
        }
        #expect(try tell([event("a", #""type": "unfollow""#)]) == 200)
        #expect(try bounced() == [.line])
        #expect(
            try tell([event("b", #""type": "follow", "follow": {"isUnblocked": true}"#)]) == 200)
        #expect(try bounced() == [])
        #expect(try tell([event("c", #""type": "unfollow""#)]) == 200)
        #expect(
            try tell([event("d", #""type": "follow", "follow": {"isUnblocked": true}"#)]) == 200)
        #expect(try bounced() == [])
    }
}
