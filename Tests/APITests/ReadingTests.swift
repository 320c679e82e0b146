import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// What connected systems read, and what is recorded of it.
@Suite struct ReadingTests {
    @Test func `where a petition stands is told without a word of what was written`() throws {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect("map", scopes: ["petitions:read"])
        let answer = try site.send("GET", "/v1/petitions/\(number)", key: key)
        #expect(answer.status == 200)
        #expect(answer["ETag"] == "\"v1\"")
        #expect(!answer.text.contains("ไฟถนนดับ"))
        #expect(!answer.text.contains("สมชาย"))
        #expect(try answer.object["due"] != nil)
        let known = try site.send(
            "GET", "/v1/petitions/\(number)", key: key, ["If-None-Match: \"v1\""])
        #expect(known.status == 304)
        #expect(try site.send("GET", "/v1/petitions/TS9999999999999", key: key).status == 404)
    }

    @Test func `what is personal is on record before it is sent, and the petitioner can read it`()
        throws
    {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect("app", scopes: ["personal:read"])
        let answer = try site.send(
            "GET", "/v1/petitions/\(number)/content?parts=text,petitioner", key: key)
        #expect(answer.text.contains("ไฟถนนดับ"))
        #expect(answer.text.contains("สมชาย"))
        let file = try #require(try site.office.office.file(of: number))
        let last = try #require(file.events.last)
        #expect(last.actor == "client:app")
        guard case .petition(.viewed(let data)) = last.event else {
            Issue.record("no viewing is recorded")
            return
        }
        #expect(Set(data.parts) == [.text, .petitioner])
        // Again within a quarter of an hour it is the same opening.
        let head = try site.log.head
        _ = try site.send("GET", "/v1/petitions/\(number)/content", key: key)
        #expect(try site.log.head == head)
    }

    @Test func `a document is listed by its number and read by its place`() throws {
        let site = try APISite()
        let number = try site.filed()
        try site.set(.officerAppointed(.init(officer: "front-1", roles: [.receiver])))
        let key = try #require(try site.office.key(of: StreamName(.petition, number)))
        let bytes = Array("%PDF-1.7 licence".utf8)
        let sealed = try site.office.seal(under: key) { try $0(bytes.span) }
        var document = IssuedDocument()
        (document.file, document.content) = (sealed.file, sealed.content)
        (document.size, document.mediaType) = (sealed.size, "application/pdf")
        let outcome = site.office.perform(
            Draft(
                .petition(
                    number: number, .issueDocument(.init(number: "12/2569", kind: .letter))),
                by: .officer("front-1", .receiver), at: APISite.now(),
                sections: [PlainSection(document)]))
        guard case .accepted = outcome else { throw APISite.NotAccepted(outcome: outcome) }
        let reader = try site.connect("reader", scopes: ["documents:read"])
        let list = try site.send("GET", "/v1/petitions/\(number)/documents", key: reader).list
        #expect(list.map { $0["number"] as? String } == ["12/2569"])
        let file = try site.send("GET", "/v1/petitions/\(number)/documents/0", key: reader)
        #expect(file.status == 200 && file.body == bytes)
        let none = try site.send("GET", "/v1/petitions/\(number)/documents/1", key: reader)
        #expect(none.status == 404)
    }

    @Test func `pages give every petition once, the newest first`() throws {
        let site = try APISite()
        let filer = try site.connect("app", scopes: ["petitions:file"])
        var filed: [String] = []
        for number in 0..<7 {
            let answer = try site.file(key: filer, once: "p\(number)")
            filed.append(try #require(try answer.object["number"] as? String))
        }
        let key = try site.connect("map", scopes: ["petitions:read", "queue:read"])
        for list in ["petitions", "queue"] {
            var target = "/v1/\(list)?limit=3"
            var numbers: [String] = []
            for _ in 0..<5 {
                let answer = try site.send("GET", target, key: key)
                numbers += try answer.list.compactMap { $0["number"] as? String }
                guard let link = answer["Link"] else { break }
                let next = try #require(link.firstMatch(of: #/<\/test([^>]*)>; rel="next"/#))
                target = String(next.1)
            }
            #expect(numbers.count == 7)
            #expect(Set(numbers) == Set(filed), "\(list)")
        }
        let counts = try site.send("GET", "/v1/queue/counts", key: key)
        #expect(try counts.object["open"] as? Int == 7)
    }

    @Test func `a system of one department reads no case of another's`() throws {
        let site = try APISite()
        let number = try site.filed()
        let key = try site.connect(
            "works", scopes: ["petitions:read", "personal:read"], roles: [.handler],
            department: "works")
        // A complaint lies with the clerk's office.
        #expect(try site.send("GET", "/v1/petitions/\(number)", key: key).status == 404)
        #expect(try site.send("GET", "/v1/petitions/\(number)/content", key: key).status == 404)
        #expect(try site.send("GET", "/v1/petitions", key: key).text == "[]")
    }

    @Test func `services, categories, departments and figures are there to be read`() throws {
        let site = try APISite()
        let key = try site.connect("map", scopes: ["settings:read", "figures:read"])
        let services = try site.send("GET", "/v1/services", key: key)
        #expect(try services.list.contains { $0["code"] as? String == "complaint" })
        let service = try site.send("GET", "/v1/services/complaint", key: key)
        #expect(try service.object["form"] != nil)
        #expect(try !site.send("GET", "/v1/categories", key: key).list.isEmpty)
        #expect(try !site.send("GET", "/v1/departments", key: key).list.isEmpty)
        let figures = try site.send("GET", "/v1/figures/times", key: key)
        #expect(try figures.object["position"] as? Int ?? 0 > 0)
    }
}
