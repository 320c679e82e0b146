import API
import EventLog
import Events
import Foundation
import TestSupport
import Testing

@Suite struct KeyTests {
    @Test(arguments: ["*/*", "text/event-stream", "application/x-ndjson"])
    func `nothing is told without a key, with another's, or without the scope`(accepted: String)
        throws
    {
        let site = try APISite()
        let key = try site.connect()
        let narrow = try site.connect("narrow", scopes: [])
        #expect(try site.ask("/events", key: key).status == 200)
        let forged = narrow.replacing("narrow", with: "dashboard")
        for wrong in [nil, "", "kr_", "kr_dashboard_", key.lowercased(), key + "A", forged] {
            let answer = try site.ask("/events", key: wrong, "Accept: \(accepted)")
            #expect(answer.status == 401, "\(wrong ?? "none")")
            #expect(answer["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
            #expect(answer["Content-Type"] == "application/problem+json")
        }
        let refused = try site.ask(
            "/events", key: narrow, "Accept-Language: en", "Accept: \(accepted)")
        #expect(refused.status == 403)
        #expect(refused["WWW-Authenticate"]?.contains("insufficient_scope") == true)
        #expect(refused.text.contains("events:read"))
        #expect(refused["Content-Language"] == "en")
    }

    @Test func `a key that was replaced or whose system is gone opens nothing`() throws {
        let site = try APISite()
        let old = try site.connect(secret: "one")
        let new = try site.connect(secret: "two")
        #expect(old != new)
        #expect(try site.ask("/events", key: old).status == 401)
        #expect(try site.ask("/events", key: new).status == 200)
        try site.set(.subscriberRemoved(.init(subscriber: "dashboard")))
        #expect(try site.ask("/events", key: new).status == 401)
    }

    @Test func `keys stand in no event and in no file of the office`() throws {
        let site = try APISite()
        let key = try site.connect()
        let secret = try #require(key.split(separator: "_").last)
        for entry in try site.log.read(after: 0, limit: 10_000) {
            #expect(!String(decoding: entry.bytes, as: UTF8.self).contains(secret))
        }
    }

    @Test(arguments: [
        "limit=0", "limit=1001", "limit=x", "since=yesterday", "after=1-x", "after=",
        "follow=maybe",
        "subject=nobody", "after=00000000-0000-7000-8000-000000000000",
    ])
    func `what cannot be asked for is refused with what should be`(query: String) throws {
        let site = try APISite()
        let answer = try site.ask("/events?\(query)", key: try site.connect())
        #expect(answer.status == 400)
        let name = try #require(query.split(separator: "=").first)
        #expect(answer.text.contains("“\(name)”"))
    }
}
