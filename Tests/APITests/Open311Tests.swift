import Entries
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Workflow

/// Open311 GeoReport v2, as other civic software speaks it.
@Suite struct Open311Tests {
    private let site: APISite
    private static let base = "/open311/v2"

    init() throws { site = try APISite() }

    private func get(_ target: String, key: String? = nil) throws -> Client.Answer {
        try site.send("GET", "\(Self.base)/\(target)", key: key)
    }

    private func file(_ fields: FormFields, _ form: String = "json") throws -> Client.Answer {
        try site.send(
            "POST", "\(Self.base)/requests.\(form)", key: nil,
            type: "application/x-www-form-urlencoded", body: Array(fields.encoded.utf8))
    }

    @Test func `services and their questions are told to everybody, in both forms`() throws {
        let services = try get("services.json")
        #expect(services["Content-Type"] == "application/json; charset=utf-8")
        let codes = try services.list.compactMap { $0["service_code"] as? String }
        #expect(codes.contains("complaint"))
        // What needs papers or a proven identity is not filed this way.
        #expect(!codes.contains("food-place"))
        #expect(
            try services.list.first { $0["service_code"] as? String == "complaint" }?["metadata"]
                as? Bool == true)
        let xml = try get("services.xml")
        #expect(xml["Content-Type"] == "text/xml; charset=utf-8")
        #expect(
            xml.text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<services><service>"))
        let definition = try get("services/complaint.json").object
        let attributes = try #require(definition["attributes"] as? [[String: Any]])
        #expect(attributes.first?["code"] as? String == "occurred")
        #expect(attributes.first?["datatype"] as? String == "datetime")
        #expect(try get("services/nothing.json").status == 404)
        let discovery = try get("discovery.xml")
        #expect(discovery.text.contains("<specification>http://wiki.open311.org/GeoReport_v2<"))
    }

    @Test func `a request is filed with a key, and found again without what is personal`() throws {
        let key = try site.connect("fms", scopes: ["petitions:file", "petitions:read"])
        let answer = try file([
            "api_key": key, "service_code": "complaint", "lat": "7.912345", "long": "98.345678",
            "description": "ไฟถนน <ดับ> & มืด\nหน้าบ้านเลขที่ 12", "first_name": "สมชาย",
            "phone": "081 234 5678", "attribute[occurred]": "1 ม.ค. 2569",
        ])
        #expect(answer.status == 201, "\(answer.text)")
        let number = try #require(try answer.list.first?["service_request_id"] as? String)
        let filed = try #require(try site.office.office.file(of: number))
        #expect(filed.events.first?.actor == "client:fms")
        #expect(filed.text?.subject == "ไฟถนน <ดับ> & มืด")
        #expect(filed.place?.longitudeMicrodegrees == 98_345_678)
        #expect(filed.text?.answers.first?.values == ["2026-01-01"])

        let read = try get("requests/\(number).json", key: key)
        let request = try #require(try read.list.first)
        #expect(request["status"] as? String == "open")
        #expect(request["status_notes"] as? String == "ส่งคำร้อง")
        #expect(request["description"] is NSNull)
        #expect(!read.text.contains("ดับ"))
        let list = try get("requests.xml?api_key=\(key)&status=open")
        #expect(list.text.contains("<service_request_id>\(number)</service_request_id>"))
        #expect(list.text.contains("<description/>"))
        #expect(try get("requests.json?status=closed", key: key).text == "[]")
        #expect(try get("requests.json?page=2&page_size=1", key: key).text == "[]")
        let named = try get("requests.json?service_request_id=\(number),TS1", key: key)
        #expect(try named.list.count == 1)
    }

    @Test func `what is wrong is told in the words of the standard`() throws {
        let key = try site.connect("fms", scopes: ["petitions:file", "petitions:read"])
        for (fields, status) in [
            (["service_code": "complaint", "description": "a"], 403),
            (["api_key": "kr_fms_x", "service_code": "complaint"], 403),
            (["api_key": key, "description": "a"], 400),
            (["api_key": key, "service_code": "nothing", "description": "a"], 404),
            (["api_key": key, "service_code": "complaint", "lat": "x", "long": "1"], 400),
            (["api_key": key, "service_code": "complaint", "phone": "12", "first_name": "a"], 400),
        ] as [(FormFields, Int)] {
            let answer = try file(fields)
            #expect(answer.status == status, "\(answer.text)")
            #expect(try answer.list.first?["code"] as? Int == status)
            #expect(try file(fields, "xml").text.contains("<errors><error><code>\(status)</code>"))
        }
        #expect(try get("requests.json").status == 403)
        #expect(try get("requests/TS1.json", key: key).status == 404)
        #expect(try get("tokens/1.json").status == 404)
        #expect(
            try get(
                "requests.json?start_date=2025-01-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
                key: key
            ).status == 400)
    }
}
