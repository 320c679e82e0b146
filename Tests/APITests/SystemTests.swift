import API
import Entries
import EventLog
import Events
import HTTP
import Rules
import SQLite
import TestSupport
import Testing
import Workflow

/// What an office tells about its connected systems.
@Suite struct SystemTests {
    private let site: APISite

    init() throws { site = try APISite() }

    private func standing(_ code: String = "dashboard") throws -> SystemStanding? {
        try site.api.systems(of: site.office).standing(of: code)
    }

    @Test func `requests and open streams are told, and how far each is behind`() throws {
        let key = try site.connect()
        #expect(try standing()?.usage == nil)
        _ = try site.ask("/events", key: key)
        _ = try site.ask("/events", key: "kr_dashboard_wrong")
        #expect(try standing()?.usage?.requests == 1)
        #expect(try standing()?.usage?.last == APISite.now())
        let head = try site.log.head
        var events = SentEvents(try site.listen("/events?after=1-\(head)", key: key))
        try site.record(1)
        _ = try events.next()
        let streams = try eventually {
            let streams = try standing()?.streams ?? []
            return streams.first?.behind == 0 ? streams : nil
        }
        #expect(streams?.map(\.position) == [head + 1])
    }

    @Test func `one that does not read is seen to be behind`() throws {
        let key = try site.connect()
        for batch in 0..<16 { try site.record(500, from: batch * 500) }
        let lazy = try site.listen("/events", key: key)
        let behind = try eventually {
            let behind = try standing()?.streams.first?.behind ?? 0
            return behind > 0 ? behind : nil
        }
        #expect(behind != nil)
        withExtendedLifetime(lazy) {}
    }

    @Test func `what was asked is written down, for the command line and the next start`() throws {
        let key = try site.connect()
        for _ in 0..<3 { _ = try site.ask("/events", key: key) }
        site.api.close()
        let settings = try site.office.settings().value
        let desk = try WebhookDesk(site.office.office, at: APISite.now())
        let written = try desk.standings(of: settings.subscribers.values)
        #expect(written.map(\.usage?.requests) == [3])
        #expect(written.map(\.usage?.last) == [APISite.now()])
    }

    @Test func `the lag of a receiver is told by number and by age, and what became of it`()
        throws
    {
        let receiver = try Receiver()
        let client = OfficeEvent.SubscriberSet(
            subscriber: "dashboard", name: "แดชบอร์ด", scopes: ["events:read"],
            address: receiver.address, secret: "one")
        try site.set(.subscriberSet(client))
        let store = try WebhookStore(site.office.office.paths.webhooks)
        let cursor = Cursor(epoch: 1, position: try site.log.head)
        try store.keep(
            .init(
                code: "dashboard", cursor: cursor, state: .paused, pending: cursor.position + 2,
                failures: 3, answer: "500"), at: APISite.now())
        #expect(try standing()?.deliveries?.oldest == nil)
        try site.record(5)
        let before = try #require(try standing()?.deliveries)
        #expect(before.behind == 5 && before.oldest == APISite.now())
        #expect(before.receiver.since == APISite.now())
        #expect(before.outcomes == .init())
        let desk = try WebhookDesk(site.office.office, at: APISite.now())
        #expect(try desk.park(before.receiver))
        let aside = try #require(try standing()?.deliveries)
        #expect(aside.behind == 3 && aside.outcomes.parked == 1)
        let reach = WebhookReach(allowed: [Network("127.0.0.0/8")!])
        #expect(try desk.replay(to: client, reach: reach).map(\.outcome) == [.delivered])
        let after = try #require(try standing()?.deliveries)
        #expect(after.outcomes.parked == 0 && after.outcomes.delivered == APISite.now())
    }

    @Test func `a file of the first format is taken on with what it holds`() throws {
        let scratch = try Scratch()
        let path = scratch.path("webhooks.sqlite")
        let receiver = WebhookStore.Receiver(code: "map", cursor: Cursor(epoch: 1, position: 7))
        try WebhookStore(path).keep(receiver, at: APISite.now())
        try Database(path: path, settings: .init()).execute(
            "DROP TABLE uses; PRAGMA user_version = 1;")
        let store = try WebhookStore(path)
        #expect(try store.receiver("map")?.cursor == receiver.cursor)
        #expect(try store.uses().isEmpty)
    }
}
