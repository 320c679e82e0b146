import API
import Entries
import EventLog
import Events
import HTTP
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// What an administrator sees of connected systems, and does about them.
@Suite final class SystemsTests {
    private let site: WebSite
    private let admin: Browser
    private let receiver: Server
    private let heard = Monitor<[(id: String, signature: String)]>([])
    private let answer = Monitor(204)
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        site = try WebSite()
        admin = try site.officer("admin", .administrator)
        var router = Router()
        let (heard, answer) = (heard, answer)
        router.post("/hook", body: .bytes(limit: 1 << 20)) { request in
            let (id, signature) = (
                request.headers["webhook-id"] ?? "", request.headers["webhook-signature"] ?? ""
            )
            heard.with { $0.append((id, signature)) }
            return Response(Status(answer.with { $0 }))
        }
        receiver = try Server(
            ServerSettings(listen: ListenAddress("127.0.0.1:0")!, uploads: scratch.path()),
            router: router)
        try site.set(
            .subscriberSet(
                .init(
                    subscriber: "city-map", name: "แผนที่เมือง", scopes: ["events:read"],
                    address: "http://\(receiver.address)/hook", secret: "one",
                    categories: ["road"])))
    }

    private var store: WebhookStore {
        get throws { try WebhookStore(site.paths.webhooks) }
    }

    private func act(_ word: String) throws {
        try admin.open("desk/systems/city-map")
        try admin.submit("desk/systems/city-map/\(word)")
    }

    /// Has the receiver stand behind the head with a batch that failed.
    private func fail() throws {
        let cursor = Cursor(epoch: 1, position: try site.office.office.log.head - 1)
        try store.keep(
            WebhookStore.Receiver(
                code: "city-map", cursor: cursor, state: .paused, pending: cursor.position + 1,
                failures: 8, answer: "500"), at: site.clock.now())
    }

    @Test func `the list names each, and its page what it may hear and that it never asked`()
        throws
    {
        defer { receiver.stop(within: 1000) }
        try admin.open("desk/systems")
        #expect(admin.text.contains("แผนที่เมือง") && admin.text.contains("ยังไม่เคย"))
        try admin.open("desk/systems/city-map?lang=en")
        #expect(admin.text.contains("Not begun"))
        #expect(admin.text.contains("http://\(receiver.address)/hook"))
        #expect(try admin.open("desk/systems/nobody").status == 404)
    }

    @Test func `a test is sent signed, and what was answered is shown`() throws {
        defer { receiver.stop(within: 1000) }
        try act("test")
        #expect(admin.text.contains("ปลายทางรับแล้ว") && admin.text.contains("<code>204</code>"))
        let sent = heard.with { $0 }
        #expect(sent.count == 1 && sent[0].id.hasPrefix("test_"))
        #expect(sent[0].signature.hasPrefix("v1,"))
        answer.with { $0 = 503 }
        try act("test")
        #expect(admin.text.contains("ปลายทางไม่รับ") && admin.text.contains("<code>503</code>"))
    }

    @Test func `a receiver is resumed and paused, a batch laid aside and sent again`() throws {
        defer { receiver.stop(within: 1000) }
        try fail()
        try admin.open("desk/systems/city-map?lang=en")
        #expect(admin.text.contains("Halted since") && admin.text.contains("1 events behind"))
        try act("park")
        #expect(try store.receiver("city-map")?.pending == nil)
        #expect(try store.deliveries(of: "city-map", .parked).count == 1)
        try act("resume")
        #expect(try store.receiver("city-map")?.state == .active)
        try act("pause")
        #expect(try store.receiver("city-map")?.state == .paused)
        answer.with { $0 = 500 }
        try act("replay")
        #expect(try store.deliveries(of: "city-map", .parked).count == 1)
        answer.with { $0 = 204 }
        try act("replay")
        #expect(try store.deliveries(of: "city-map", .parked).isEmpty)
        #expect(heard.with { $0 }.map(\.id).last?.hasPrefix("msg_city-map_") == true)
    }

    @Test func `a new key is shown once, works, and the one before does not`() throws {
        defer { receiver.stop(within: 1000) }
        let data = try #require(try site.office.settings().value.subscribers["city-map"])
        let old = try #require(try SubscriberKeys(site.office.office.vault).key(of: data))
        try act("key")
        let shown = admin.text.matches(of: #/<code class="secret">([^<]+)<\/code>/#)
            .map { String($0.output.1) }
        try #require(shown.count == 2)
        #expect(shown[0].hasPrefix("kr_city-map_") && shown[1].hasPrefix("whsec_"))
        func status(_ key: String) throws -> Int {
            try Client.ask(
                "GET /\(WebSite.code)/v1/events HTTP/1.1\r\nHost: a\r\n"
                    + "Authorization: Bearer \(key)\r\n\r\n", port: site.port
            ).status
        }
        #expect(try status(shown[0]) == 200)
        #expect(try status(old) == 401)
        try admin.open("desk/systems/city-map")
        #expect(!admin.text.contains(shown[0]) && admin.text.contains("จำนวนคำขอทั้งหมด"))
    }
}
