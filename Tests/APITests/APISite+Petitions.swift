import API
import Entries
import Events
import Foundation
import TestSupport
import Testing

extension APISite {
    /// The OpenAPI document that the office serves.
    func openAPI() throws -> [String: Any]? {
        let answer = try send("GET", "/v1/openapi.json", key: nil)
        return try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
    }

    static func complaint(_ subject: String = "ไฟถนนดับ") -> [UInt8] {
        Array(
            """
            {"service":"complaint","subject":"\(subject)","details":"ดับมาสามคืน หน้าบ้านเลขที่ 12",
             "petitioner":{"given_name":"สมชาย","family_name":"ใจดี","phone":"081 234 5678"},
             "place":{"latitude_microdegrees":7912345,"longitude_microdegrees":98345678}}
            """.utf8)
    }

    func file(
        _ body: [UInt8] = complaint(), key: String, once: String = "one",
        type: String = "application/json"
    ) throws -> Client.Answer {
        try send(
            "POST", "/v1/petitions", key: key, ["Idempotency-Key: \"\(once)\""], type: type,
            body: body)
    }

    /// The number of a petition that some system has filed.
    func filed(once: String = "one") throws -> String {
        let key = try connect("filer-\(once)", scopes: ["petitions:file"])
        let answer = try file(key: key, once: once)
        try #require(answer.status == 201, "\(answer.text)")
        return try #require(try answer.object["number"] as? String)
    }

    /// An act in a case as it stands.
    func act(
        _ act: String, in number: String, key: String, version: Int, once: String,
        _ body: String = "{}"
    ) throws -> Client.Answer {
        try send(
            "POST", "/v1/petitions/\(number)/acts/\(act)", key: key,
            ["Idempotency-Key: \(once)", "If-Match: \"v\(version)\""], body: Array(body.utf8))
    }
}

extension Client.Answer {
    var object: [String: Any] {
        get throws {
            try #require(
                try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any], "\(text)")
        }
    }

    var list: [[String: Any]] {
        get throws {
            try #require(
                try JSONSerialization.jsonObject(with: Data(body)) as? [[String: Any]], "\(text)")
        }
    }
}
