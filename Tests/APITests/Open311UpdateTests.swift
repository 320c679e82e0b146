import Entries
import EventLog
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Workflow

/// The loop of FixMyStreet over Open311: what became of requests, and what is added to them.
@Suite struct Open311UpdateTests {
    private let site: APISite
    private let fms: String
    private let lamps: String
    private static let time = "start_date=2026-03-01T00:00:00Z&end_date=2026-03-03T00:00:00Z"

    init() throws {
        site = try APISite()
        fms = try site.connect("fms", scopes: ["petitions:file", "petitions:read"])
        lamps = try site.connect(
            "lamps", scopes: ["petitions:read", "petitions:act"],
            roles: [.receiver, .handler, .clerk])
    }

    private func get(_ target: String, key: String?) throws -> Client.Answer {
        try site.send("GET", "/open311/v2/\(target)", key: key)
    }

    private func post(_ name: String, _ fields: FormFields) throws -> Client.Answer {
        try site.send(
            "POST", "/open311/v2/\(name)", key: nil, type: "application/x-www-form-urlencoded",
            body: Array(fields.encoded.utf8))
    }

    private func filed(_ description: String = "ไฟถนนดับ") throws -> String {
        let answer = try post(
            "requests.json",
            [
                "api_key": fms, "service_code": "complaint", "description": description,
                "first_name": "สมชาย", "phone": "081 234 5678", "lat": "7.9", "long": "98.3",
            ])
        return try #require(try answer.list.first?["service_request_id"] as? String, "\(answer)")
    }

    /// Acts one after the other, as the office's own system does.
    private func act(in number: String, _ acts: (String, String)...) throws {
        for (act, body) in acts {
            let version = try #require(try site.office.office.file(of: number)).petition.version
            let answer = try site.act(
                act, in: number, key: lamps, version: version, once: "\(act)-\(version)", body)
            try #require(answer.status == 200, "\(act): \(answer.text)")
        }
    }

    private func statuses(_ number: String) throws -> [String] {
        try get("servicerequestupdates.json?\(Self.time)", key: fms).list
            .filter { $0["service_request_id"] as? String == number }
            .compactMap { $0["status"] as? String }
    }

    @Test func `what petitioners are told comes as updates, and nothing of what is inside`() throws
    {
        let number = try filed()
        try act(
            in: number, ("receive", "{}"), ("note", #"{"note":"ลับภายใน"}"#),
            ("forward", #"{"department":"works","reason":"เหตุผลภายใน"}"#), ("start", "{}"),
            ("answer", #"{"message":"เรียนคุณสมชาย"}"#),
            ("complete", #"{"outcome":"solved","result":"เปลี่ยนหลอดแล้ว"}"#))
        #expect(
            try statuses(number) == [
                "INVESTIGATING", "INTERNAL_REFERRAL", "IN_PROGRESS", "IN_PROGRESS", "FIXED",
            ])
        let xml = try get("servicerequestupdates.xml?api_key=\(fms)&\(Self.time)", key: nil)
        #expect(xml["Content-Type"] == "text/xml; charset=utf-8")
        #expect(xml.text.contains("<service_request_updates><request_update><update_id>"))
        #expect(xml.text.contains("<service_request_id>\(number)</service_request_id>"))
        #expect(xml.text.contains("<updated_datetime>2026-03-02T"))
        #expect(xml.text.contains("<description>ส่งต่อหน่วยงานภายใน: กองช่าง</description>"))
        #expect(xml.text.contains("<media_url/>"))
        for secret in ["ลับภายใน", "เหตุผลภายใน", "สมชาย", "เปลี่ยนหลอด", "ไฟถนนดับ", "lamps"] {
            #expect(!xml.text.contains(secret), "\(secret)")
        }
        let ids = try get("servicerequestupdates.json?\(Self.time)", key: fms).list
            .compactMap { $0["update_id"] as? String }
        #expect(Set(ids).count == 5)
        // The same again is the same, before and after there is nothing.
        for empty in ["end_date=2026-03-02T02:59:59Z", "start_date=2026-03-02T03:00:01Z"] {
            #expect(try get("servicerequestupdates.json?\(empty)", key: fms).text == "[]")
        }
        #expect(try get("servicerequestupdates.json", key: fms).list.count == 5)
    }

    @Test func `how a case ended has a word of its own, and fixed is only what was`() throws {
        for (ending, word) in [
            (("complete", #"{"outcome":"explained","result":"ก"}"#), "CLOSED"),
            (("reject", #"{"ground":"unfounded","reason":"ก","remedy":"ข"}"#), "NO_FURTHER_ACTION"),
            (("refer", #"{"agency":"การไฟฟ้า","message":"ก"}"#), "NOT_COUNCILS_RESPONSIBILITY"),
        ] {
            let number = try filed(word)
            try act(
                in: number, ("receive", "{}"), ("start", "{}"), ("answer", #"{"message":"ก"}"#),
                ending)
            #expect(try statuses(number).last == word)
        }
    }

    @Test func `what cannot be asked for is refused in the words of the standard`() throws {
        let blind = try site.connect("blind", scopes: ["petitions:file"])
        #expect(try get("servicerequestupdates.json", key: nil).status == 403)
        #expect(try get("servicerequestupdates.json", key: blind).status == 403)
        let long = "start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z"
        let refused = try get("servicerequestupdates.xml?\(long)", key: fms)
        #expect(refused.status == 400)
        #expect(refused.text.contains("<errors><error><code>400</code>"))
        #expect(try get("servicerequestupdates.json?start_date=yesterday", key: fms).status == 400)
    }

    @Test func `an update of the system that filed reaches the office once`() throws {
        let number = try filed()
        let update: FormFields = [
            "api_key": fms, "service_request_id": number, "update_id": "7", "status": "FIXED",
            "description": "ไฟติดแล้ว ขอบคุณ", "first_name": "สมชาย", "last_name": "ใจดี",
            "email": "a@example.com", "updated_datetime": "2026-03-02T09:00:00+07:00",
        ]
        let taken = try post("servicerequestupdates.json", update)
        #expect(taken.status == 201, "\(taken.text)")
        let id = try #require(try taken.list.first?["update_id"] as? String)
        let head = try site.log.head
        let again = try post("servicerequestupdates.xml", update)
        #expect(
            again.text.contains(
                "<service_request_updates><request_update><update_id>\(id)</update_id>"))
        #expect(try site.log.head == head)

        let event = try #require(try site.office.office.event(at: head))
        #expect(event.actor == "client:fms" && String(decoding: event.id.text, as: UTF8.self) == id)
        guard case .petition(.messaged(let data)) = event.event else {
            Issue.record("\(event.event)")
            return
        }
        #expect(data.channel == .api)
        let text = try site.office.office.section(Message.self, of: event)?.text
        #expect(text == "ไฟติดแล้ว ขอบคุณ\nสถานะที่ระบบต้นทางแจ้ง: FIXED\nจาก สมชาย ใจดี")
        // The office alone moves a case, and what was sent does not come back as news.
        #expect(try site.office.office.file(of: number)?.petition.status == .submitted)
        #expect(try get("servicerequestupdates.json", key: fms).text == "[]")
    }

    @Test func `an update is refused that is another's, empty, or not the same again`() throws {
        let number = try filed()
        let other = try site.connect("other", scopes: ["petitions:file", "petitions:read"])
        let good = [
            "api_key": fms, "service_request_id": number, "update_id": "1", "description": "ก",
        ]
        func send(_ change: [String: String]) throws -> Client.Answer {
            var fields = FormFields()
            for (name, value) in good.merging(change, uniquingKeysWith: { $1 }) {
                fields.append(name, value)
            }
            return try post("servicerequestupdates.json", fields)
        }
        #expect(try send([:]).status == 201)
        let head = try site.log.head
        for (change, status) in [
            (["api_key": lamps], 403), (["api_key": other], 404), (["api_key": ""], 403),
            (["service_request_id": "TS1"], 404), (["service_request_id": ""], 400),
            (["update_id": ""], 400), (["update_id": "2", "description": ""], 400),
            (["update_id": "2", "status": "SOLVED"], 400), (["description": "ข"], 400),
            (["update_id": "2", "description": String(repeating: "ก", count: 4001)], 400),
        ] {
            let answer = try send(change)
            #expect(answer.status == status, "\(change.keys): \(answer.text)")
            #expect(try answer.list.first?["code"] as? Int == status)
        }
        #expect(try site.log.head == head)
    }

    @Test func `extensions tell a request's history, and pages end empty`() throws {
        let number = try filed()
        _ = try filed("อีกเรื่อง")
        try act(in: number, ("receive", "{}"), ("note", #"{"note":"ลับภายใน"}"#))
        let plain = try get("requests/\(number).json", key: fms)
        #expect(try plain.list.first?["notes"] == nil)
        let answer = try get("requests/\(number).json?extensions=true", key: fms)
        let request = try #require(try answer.list.first)
        let notes = try #require(request["notes"] as? [[String: Any]])
        #expect(notes.compactMap { $0["type"] as? String } == ["submitted", "received"])
        #expect(notes.last?["description"] as? String == "เจ้าหน้าที่รับเรื่อง")
        #expect((request["extended_attributes"] as? [String: Any])?["channel"] as? String == "api")
        #expect(!answer.text.contains("ลับภายใน"))
        let xml = try get("requests.xml?extensions=true&page_size=1&page=2", key: fms)
        #expect(xml.text.contains("<notes><note><datetime>2026-03-02T"))
        #expect(try get("requests.json?page_size=1&page=2", key: fms).list.count == 1)
        #expect(try get("requests.json?page_size=1&page=3", key: fms).text == "[]")
        #expect(try get("requests.json?page_size=1001", key: fms).status == 400)
    }

    @Test func `requests are found by when something happened in them, and by place never`() throws
    {
        let number = try filed()
        let after = try get("requests.json?updated_after=2026-03-02T02:00:00Z", key: fms)
        #expect(try after.list.compactMap { $0["service_request_id"] as? String } == [number])
        for none in [
            "updated_after=2026-03-02T03:00:01Z", "updated_before=2026-03-02T02:00:00Z",
            "updated_after=2026-03-02T02:00:00Z&status=closed",
            "updated_after=2026-03-02T02:00:00Z&service_code=suggestion",
            "updated_after=2026-03-02T02:00:00Z&end_date=2026-03-01T00:00:00Z",
        ] {
            #expect(try get("requests.json?\(none)", key: fms).text == "[]", "\(none)")
        }
        #expect(try get("requests.json?lat=7.9&long=98.3&radius=50", key: fms).status == 400)
        #expect(try get("requests.json?lat=&long=", key: fms).list.count == 1)
    }

    /// The package of that name does not run on today's Python: this is what it would send.
    @Test func `a request of the shape that the client three sends is filed with its photo`() throws
    {
        let photo = Array("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".utf8)
        var body: [UInt8] = []
        for (name, value) in [
            ("service_code", "complaint"), ("api_key", fms), ("description", "ไฟดับ"),
            ("address_string", "หน้าวัด"), ("first_name", "สมชาย"), ("last_name", "ใจดี"),
            ("phone", "0812345678"),
        ] {
            body += Array(
                ("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
                    .utf8)
        }
        body += Array(
            ("--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.pdf\"\r\n"
                + "\r\n").utf8)
        body += photo + Array("\r\n--b--\r\n".utf8)
        let answer = try site.send(
            "POST", "/open311/v2/requests.json", key: nil,
            type: "multipart/form-data; boundary=b", body: body)
        #expect(answer.status == 201, "\(answer.text)")
        let number = try #require(try answer.list.first?["service_request_id"] as? String)
        let file = try #require(try site.office.office.file(of: number))
        let names = file.attachments.compactMap(\.content.content?.name)
        #expect(names.contains("a.pdf"))
        #expect(file.place?.description == "หน้าวัด")
        let list = try get(
            "requests.json?page_size=100&page=1&start_date=2026-03-01T00:00:00Z"
                + "&end_date=2026-03-03T00:00:00Z&jurisdiction_id=test.example", key: fms)
        #expect(try list.list.count == 1)
    }
}
