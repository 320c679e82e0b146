import Entries
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Workflow

/// Petitions that a connected system files for its users.
@Suite struct FilingTests {
    @Test func `a petition is filed by the system in its own name`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file"])
        let answer = try site.file(key: key)
        #expect(answer.status == 201)
        let number = try #require(try answer.object["number"] as? String)
        #expect(answer["Location"] == "/test/v1/petitions/\(number)")
        #expect(answer["ETag"] == "\"v1\"")
        let file = try #require(try site.office.office.file(of: number))
        #expect(file.events.first?.actor == "client:app")
        #expect(file.petition.channel == .api)
        #expect(file.petition.filedBy == "client:app")
        #expect(file.petition.identityLevel == .contact)
        #expect(file.petitioner?.phone == "+66812345678")
        #expect(file.text?.subject == "ไฟถนนดับ")
        #expect(file.place?.latitudeMicrodegrees == 7_912_345)
    }

    @Test func `the same key is the same petition, and another text under it is refused`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file"])
        let first = try site.file(key: key)
        let again = try site.file(key: key)
        #expect(again.status == 201)
        #expect(try again.object["number"] as? String == first.object["number"] as? String)
        let other = try site.file(APISite.complaint("น้ำไม่ไหล"), key: key)
        #expect(other.status == 422)
        #expect(try other.object["code"] as? String == "idempotency-key-reused")
        // Another system's key of the same spelling is another key.
        let stranger = try site.connect("other", scopes: ["petitions:file"])
        let its = try site.file(key: stranger)
        #expect(try its.object["number"] as? String != first.object["number"] as? String)
    }

    @Test func `files come with it, and the same files again are the same petition`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file", "personal:read"])
        let pdf = Array("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".utf8)
        func form(_ file: [UInt8]) -> [UInt8] {
            let line = "\r\n"
            var bytes = Array(
                ("--b\(line)Content-Disposition: form-data; name=\"body\"\(line)"
                    + "Content-Type: application/json\(line)\(line)").utf8)
            bytes += APISite.complaint()
            bytes += Array(
                ("\(line)--b\(line)Content-Disposition: form-data; name=\"files\"; "
                    + "filename=\"แผนผัง.pdf\"\(line)Content-Type: application/pdf\(line)\(line)")
                    .utf8)
            return bytes + file + Array("\(line)--b--\(line)".utf8)
        }
        let type = "multipart/form-data; boundary=b"
        let first = try site.file(form(pdf), key: key, type: type)
        #expect(first.status == 201, "\(first.text)")
        let number = try #require(try first.object["number"] as? String)
        let again = try site.file(form(pdf), key: key, type: type)
        #expect(try again.object["number"] as? String == number)
        let other = try site.file(form(pdf + [10]), key: key, type: type)
        #expect(other.status == 422)

        let opened = try site.send(
            "GET", "/v1/petitions/\(number)/content?parts=attachments", key: key)
        let files = try #require(try opened.object["attachments"] as? [[String: Any]])
        let path = try #require(files.first?["path"] as? String)
        let sent = try site.send("GET", "/v1/petitions/\(number)/\(path)", key: key)
        #expect(sent.body == pdf)
        #expect(sent["Content-Type"] == "application/pdf")
    }

    @Test func `all that is wrong is said at once, where it is, in the language asked for`() throws
    {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file"])
        let body = Array(
            #"{"service":"complaint","subject":"","petitioner":{"phone":"12"},"answers":[{"field":"x"}]}"#
                .utf8)
        let answer = try site.send(
            "POST", "/v1/petitions", key: key,
            ["Idempotency-Key: a", "Accept-Language: en"], body: body)
        #expect(answer.status == 422)
        #expect(answer["Content-Type"] == "application/problem+json")
        let errors = try #require(try answer.object["errors"] as? [[String: Any]])
        let pointers = errors.compactMap { $0["pointer"] as? String }
        #expect(pointers.contains("/subject"))
        #expect(pointers.contains("/petitioner/phone"))
        #expect(pointers.contains("/answers/0/field"))
        let thai = try site.send(
            "POST", "/v1/petitions", key: key, ["Idempotency-Key: a"], body: body)
        #expect(thai["Content-Language"] == "th")
    }

    @Test(arguments: [
        ("{", 400, "not-json"), ("[]", 400, "invalid"),
        (#"{"service":"complaint","subject":"a","nonsense":1}"#, 400, "invalid"),
        (#"{"service":"nothing","subject":"a"}"#, 422, "unknown-service"),
        // Whoever must show who they are comes in person.
        (#"{"service":"food-place","subject":"a"}"#, 422, "unfit-answers"),
    ])
    func `what cannot be filed is refused with a stable word`(
        body: String, status: Int, code: String
    ) throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file"])
        let answer = try site.file(Array(body.utf8), key: key)
        #expect(answer.status == status, "\(answer.text)")
        #expect(try answer.object["code"] as? String == code)
        let bare = try site.send(
            "POST", "/v1/petitions", key: key, body: APISite.complaint())
        #expect(bare.status == 400)
        #expect(try bare.object["code"] as? String == "missing-idempotency-key")
    }

    @Test func `a whole number is one however JSON writes it, and half a one is refused`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file"])
        func file(_ number: String, _ once: String) throws -> Client.Answer {
            try site.file(
                Array(
                    """
                    {"service":"complaint","subject":"ไฟ 1.0","details":"e 2.50 \\"3.0\\"",
                     "petitioner":{"given_name":"ก"},
                     "place":{"latitude_microdegrees":\(number),"longitude_microdegrees":1}}
                    """.utf8), key: key, once: once)
        }
        for (index, text) in ["7912345", "7912345.0", "7.912345e6", "7912345E+0"].enumerated() {
            let answer = try file(text, "n\(index)")
            #expect(answer.status == 201, "\(text): \(answer.text)")
            let number = try #require(try answer.object["number"] as? String)
            let filed = try #require(try site.office.office.file(of: number))
            #expect(filed.place?.latitudeMicrodegrees == 7_912_345)
            #expect(filed.text?.subject == "ไฟ 1.0")
            #expect(filed.text?.details == #"e 2.50 "3.0""#)
        }
        let half = try file("1.5", "half")
        #expect(half.status == 400)
    }
}
