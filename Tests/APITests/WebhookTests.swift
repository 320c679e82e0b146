import API
import Crypto
import Entries
import EventLog
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Workflow

/// What is sent to other systems, whatever they answer.
@Suite struct WebhookTests {
    private let site: APISite
    private let reach = WebhookReach(allowed: [Network("127.0.0.0/8")!])

    init() throws { site = try APISite() }

    private func connect(
        _ receiver: Receiver, _ code: String = "map", types: [String] = [], secret: String = "one"
    ) throws {
        try site.set(
            .subscriberSet(
                .init(
                    subscriber: code, name: "แผนที่", scopes: ["events:read"], types: types,
                    address: receiver.address, secret: secret)))
    }

    /// By a clock that goes on, unless the test wants the office's own, which stands still.
    private func begin(
        _ waits: [Int] = [50, 50, 50, 50],
        clock: @escaping @Sendable () -> Instant = {
            Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        }
    ) throws -> Webhooks {
        let webhooks = try Webhooks(
            site.office, reach: reach, waits: waits, clock: clock, report: { _ in })
        webhooks.start()
        return webhooks
    }

    private func desk() throws -> WebhookDesk {
        try WebhookDesk(site.office.office, at: APISite.now())
    }

    /// The ids of the events from a position on.
    private func ids(from position: Position) throws -> [String] {
        try site.log.read(after: position - 1, limit: 10_000).map {
            try "\(Envelope($0.bytes).id)"
        }
    }

    /// Waits until the receiver is written down, and says from where it hears.
    private func start(_ code: String = "map") throws -> Position {
        let receiver = try eventually { try desk().receiver(code) }
        return try #require(receiver).cursor.position + 1
    }

    private func comes(to state: WebhookStore.State) throws -> Bool {
        try eventually { try desk().receiver("map")?.state == state ? true : nil } ?? false
    }

    @Test func `events come in order, each once, and signed`() throws {
        let receiver = try Receiver()
        try connect(receiver)
        let webhooks = try begin()
        defer { webhooks.stop() }
        let first = try start()
        try site.record(250)
        let wanted = try ids(from: first)
        let heard = receiver.wait { taken in
            let events = taken.flatMap(\.events)
            return events.count >= wanted.count ? events : nil
        }
        #expect(heard == wanted)
        let data = try #require(try site.office.settings().value.subscribers["map"])
        let secret = try #require(
            try SubscriberKeys(site.office.office.vault).signingSecret(of: data))
        let bytes = try #require(Base64.decode(secret.dropFirst(6).utf8))
        let key = try #require(SecretKey(bytes))
        for taken in receiver.taken {
            let proof = HMACSHA256.authenticate(
                Array("\(taken.id).\(taken.seconds).".utf8) + taken.body, key: key)
            #expect(taken.signature == "v1,\(Base64.encode(proof.bytes))")
            #expect(Cursor(taken.cursor) != nil)
        }
    }

    @Test func `a receiver that fails, hangs or is busy is tried again with the same id`() throws {
        let receiver = try Receiver([
            .status(500), .status(301, ["Location": "http://127.0.0.1:1/"]), .late(200),
        ])
        try connect(receiver)
        let webhooks = try begin()
        defer { webhooks.stop() }
        let first = try start()
        try site.record(3)
        let wanted = try ids(from: first)
        let done = receiver.wait { taken in
            taken.filter { $0.status == 204 }.flatMap(\.events).count >= wanted.count
                ? taken : nil
        }
        let taken = try #require(done)
        #expect(taken.filter { $0.status == 204 }.flatMap(\.events) == wanted)
        #expect(Set(taken.prefix(3).map(\.id)).count == 1)
        #expect(Set(taken.prefix(3).map(\.body)).count == 1)
    }

    @Test func `one that says when to come again is not asked before`() throws {
        let receiver = try Receiver([.status(429, ["Retry-After": "2"])])
        try connect(receiver)
        let webhooks = try begin()
        defer { webhooks.stop() }
        _ = try start()
        try site.record(1)
        let taken = try #require(receiver.wait { $0.count >= 2 ? $0 : nil })
        let times = taken.compactMap { Int($0.seconds) }
        #expect(taken[0].status == 429 && taken[1].status == 204)
        #expect(taken[0].id == taken[1].id)
        #expect(times.count >= 2 && times[1] - times[0] >= 2, "\(times)")
    }

    @Test func `one that is gone for good is disabled, and hears all once it is resumed`() throws {
        let receiver = try Receiver([.status(410)])
        try connect(receiver)
        let webhooks = try begin()
        defer { webhooks.stop() }
        let first = try start()
        try site.record(2)
        _ = receiver.wait { $0.first { $0.status == 410 } }
        #expect(try comes(to: .disabled))
        try site.record(2, from: 2)
        #expect(receiver.taken.count == 1)
        let wanted = try ids(from: first)
        try desk().resume(try #require(try desk().receiver("map")))
        let heard = receiver.wait { taken in
            let events = taken.filter { $0.status == 204 }.flatMap(\.events)
            return events.count >= wanted.count ? events : nil
        }
        #expect(heard == wanted)
    }

    @Test func `one that fails for too long is paused, and what it does not take is laid aside`()
        throws
    {
        let receiver = try Receiver(Array(repeating: .status(500), count: 20))
        try connect(receiver)
        let webhooks = try begin([20, 20])
        defer { webhooks.stop() }
        _ = try start()
        try site.record(2)
        #expect(try comes(to: .paused))
        #expect(receiver.taken.count == 3)
        let settings = try site.office.settings().value
        let standing = try desk().standings(of: settings.subscribers.values)[0].deliveries
        #expect(standing?.outcomes.failed?.tries == 3 && standing?.outcomes.delivered == nil)
        let bad = try #require(receiver.taken.first)
        let desk = try desk()
        #expect(try desk.park(try #require(try desk.receiver("map"))))
        #expect(try desk.deliveries(of: "map", limit: 5).first?.outcome == .parked)
        receiver.answer()
        let client = try #require(try site.office.settings().value.subscribers["map"])
        let sent = try desk.replay(to: client, reach: reach)
        #expect(sent.map(\.outcome) == [.delivered])
        #expect(receiver.taken.last?.id == bad.id)
        #expect(receiver.taken.last?.body == bad.body)
    }

    @Test func `a receiver that hangs keeps nobody else waiting`() throws {
        let slow = try Receiver([.held])
        let quick = try Receiver()
        try connect(slow, "slow")
        try connect(quick, "quick")
        let webhooks = try begin()
        defer { webhooks.stop() }
        // Before the line above: what stops waits for what is under way.
        defer { slow.release() }
        _ = try start("slow")
        _ = try start("quick")
        try site.record(1)
        #expect(slow.waitUntilHolding())
        #expect(quick.wait { $0.isEmpty ? nil : true } == true)
        #expect(slow.taken.isEmpty)
    }

    @Test func `only what its settings name is sent, and a filter leaves no gap`() throws {
        let receiver = try Receiver()
        try connect(receiver, types: ["th.khamrong.office.subscriber-set"])
        let webhooks = try begin()
        defer { webhooks.stop() }
        _ = try start()
        try site.record(40)
        _ = try site.connect("other")
        let events = receiver.wait { taken in taken.isEmpty ? nil : taken.flatMap(\.events) }
        let last = try ids(from: try site.log.head)
        #expect(events == last)
    }

    @Test func `one for a category or a unit hears of its cases alone, by both ways`() throws {
        let receiver = try Receiver()
        let client = OfficeEvent.SubscriberSet(
            subscriber: "map", name: "แผนที่", scopes: ["events:read"], address: receiver.address,
            secret: "one", categories: ["road"])
        try site.set(.subscriberSet(client))
        let webhooks = try begin()
        defer { webhooks.stop() }
        let first = try start()
        let (mine, other) = (try site.filed(), try site.filed(once: "two"))
        let clerk = try site.connect(
            "clerk", scopes: ["petitions:read", "petitions:act"], roles: [.receiver, .handler])
        for (number, category) in [(mine, "road"), (other, "noise")] {
            for (act, body) in [
                ("receive", "{}"), ("recategorise", #"{"category":"\#(category)"}"#),
                ("note", #"{"note":"รับไว้แล้ว"}"#),
            ] {
                let version = try #require(
                    try site.office.office.file(of: number)
                ).petition.version
                let answer = try site.act(
                    act, in: number, key: clerk, version: version, once: "\(act)-\(number)", body)
                #expect(answer.status == 200, "\(act): \(answer.text)")
            }
        }
        let wanted = try site.log.read(after: first - 1, limit: 10_000).compactMap { entry in
            let envelope = try Envelope(entry.bytes)
            let isAfter =
                envelope.type.contains("recategorised") || envelope.type.contains("noted")
            return envelope.subject == "petition/\(mine)" && isAfter ? "\(envelope.id)" : nil
        }
        #expect(wanted.count == 2)
        let heard = receiver.wait { taken in
            let events = taken.flatMap(\.events)
            return events.count >= wanted.count ? events : nil
        }
        #expect(heard == wanted)
        let key = try #require(try SubscriberKeys(site.office.office.vault).key(of: client))
        let page = try site.ask("/events?limit=1000", key: key).list
        #expect(page.compactMap { $0["id"] as? String } == wanted)
        // What it asks for narrows that, and never widens it.
        #expect(try site.ask("/events?limit=1000&category=noise", key: key).list.isEmpty)
    }

    @Test(arguments: [(["nothing"], []), ([], ["nothing"])])
    func `a system is not connected for a category or unit that there is not`(
        categories: [String], departments: [String]
    ) throws {
        let client = OfficeEvent.SubscriberSet(
            subscriber: "map", name: "แผนที่", categories: categories, departments: departments)
        #expect(throws: APISite.NotAccepted.self) { try site.set(.subscriberSet(client)) }
    }

    @Test func `a new secret signs beside the one before it`() throws {
        let receiver = try Receiver()
        try connect(receiver)
        let webhooks = try begin(clock: APISite.now)
        defer { webhooks.stop() }
        _ = try start()
        try site.record(1)
        let before = receiver.wait { $0.first }
        #expect(before?.signature.split(separator: " ").count == 1)
        try connect(receiver, secret: "two")
        try site.record(1, from: 1)
        let both = receiver.wait { taken in
            taken.first { $0.signature.split(separator: " ").count == 2 }
        }
        #expect(both != nil)
    }

    @Test(arguments: [
        "http://127.0.0.1:1/x", "https://10.0.0.1/x", "https://[::1]/x", "https://localhost/x",
        "https://169.254.169.254/latest/meta-data", "https://user:pass@example.go.th/",
        "ftp://example.go.th/x", "http://[::ffff:127.0.0.1]/", "https://0x7f000001/", "nonsense",
    ])
    func `nothing is sent into the house unless whoever runs the machine said so`(
        address: String
    ) throws {
        var client = OfficeEvent.SubscriberSet(subscriber: "map", name: "แผนที่", secret: "one")
        client.address = address
        let answer = try desk().test(client, reach: WebhookReach())
        #expect(answer.status == nil)
        #expect(!answer.words.isEmpty)
    }
}
