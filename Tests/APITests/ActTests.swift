import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Workflow

/// What a connected system does in cases, in the roles that it was given.
@Suite struct ActTests {
    @Test func `a case is taken from filing to its end over the API`() throws {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect(
            "lamps", scopes: ["petitions:read", "petitions:act"], roles: [.receiver, .handler])
        let received = try site.act("receive", in: number, key: key, version: 1, once: "r")
        #expect(received.status == 200, "\(received.text)")
        #expect(try received.object["status"] as? String == "received")
        var version = try #require(try received.object["version"] as? Int)
        let started = try site.act("start", in: number, key: key, version: version, once: "s")
        #expect(try started.object["status"] as? String == "in-progress", "\(started.text)")
        version = try #require(try started.object["version"] as? Int)
        let answered = try site.act(
            "answer", in: number, key: key, version: version, once: "a",
            #"{"message":"ช่างจะเข้าซ่อมพรุ่งนี้"}"#)
        #expect(answered.status == 200, "\(answered.text)")
        version = try #require(try answered.object["version"] as? Int)
        let done = try site.act(
            "complete", in: number, key: key, version: version, once: "c",
            #"{"outcome":"solved","result":"เปลี่ยนหลอดแล้ว"}"#)
        #expect(try done.object["status"] as? String == "completed", "\(done.text)")
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.events.dropFirst().allSatisfy { $0.actor == "client:lamps" })
    }

    @Test func `a stale or missing version is refused, and nothing is written`() throws {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect("lamps", scopes: ["petitions:act"], roles: [.receiver])
        let head = try site.log.head
        let stale = try site.act("receive", in: number, key: key, version: 7, once: "r")
        #expect(stale.status == 412)
        let missing = try site.send(
            "POST", "/v1/petitions/\(number)/acts/receive", key: key, ["Idempotency-Key: x"],
            body: Array("{}".utf8))
        #expect(missing.status == 428)
        #expect(try site.log.head == head)
    }

    @Test func `the same act again is answered and not done twice`() throws {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect("lamps", scopes: ["petitions:act"], roles: [.receiver])
        #expect(
            try site.act("receive", in: number, key: key, version: 1, once: "r").status == 200)
        let head = try site.log.head
        #expect(
            try site.act("receive", in: number, key: key, version: 1, once: "r").status == 200)
        #expect(try site.log.head == head)
    }

    @Test func `without a role nothing is done, and what is offered says so`() throws {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect("lamps", scopes: ["petitions:act"])
        #expect(
            try site.send("GET", "/v1/petitions/\(number)/acts", key: key).text == "[]")
        let refused = try site.act("receive", in: number, key: key, version: 1, once: "r")
        #expect(refused.status == 403)
        #expect(try refused.object["code"] as? String == "wrong-role")
        let working = try site.connect("works", scopes: ["petitions:act"], roles: [.receiver])
        let offers = try site.send("GET", "/v1/petitions/\(number)/acts", key: working)
        #expect(try offers.list.contains { $0["act"] as? String == "receive" })
        #expect(offers["ETag"] == "\"v1\"")
    }

    @Test func `a role that is taken away is gone with the next request`() throws {
        let site = try APISite()
        let number = try site.filed()
        let scopes = ["petitions:act"]
        let key = try site.connect("lamps", scopes: scopes, roles: [.receiver])
        #expect(try site.connect("lamps", scopes: scopes) == key)
        let refused = try site.act("receive", in: number, key: key, version: 1, once: "r")
        #expect(refused.status == 403)
    }

    @Test func `a system works on cases, and is never made to settle or to answer for anything`()
        throws
    {
        let site = try APISite()
        for role in Role.allCases
        where ![
            .receiver, .handler, .head, .clerk, .legal, .deputyMayor, .mayor,
        ].contains(role) {
            #expect(throws: APISite.NotAccepted.self, "\(role)") {
                _ = try site.connect("lamps", roles: [role])
            }
        }
    }
}
