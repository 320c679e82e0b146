import Entries
import Events
import Foundation
import TestSupport
import Testing

/// Tokens, limits, and what the API says of itself.
@Suite struct ClientTests {
    private func take(
        _ site: APISite, _ id: String, _ secret: String, _ form: String
    ) throws -> Client.Answer {
        let pair = Data("\(id):\(secret)".utf8).base64EncodedString()
        return try site.send(
            "POST", "/oauth/token", key: nil, ["Authorization: Basic \(pair)"],
            type: "application/x-www-form-urlencoded", body: Array(form.utf8))
    }

    @Test func `a key is exchanged for a token that may as much as was asked for`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:read", "events:read"])
        let answer = try take(
            site, "app", key, "grant_type=client_credentials&scope=petitions%3Aread")
        #expect(answer.status == 200, "\(answer.text)")
        #expect(answer["Cache-Control"] == "no-store")
        let token = try #require(try answer.object["access_token"] as? String)
        #expect(try site.send("GET", "/v1/petitions", key: token).status == 200)
        #expect(try site.send("GET", "/v1/events", key: token).status == 403)
        // Whoever writes more into it has nothing.
        let forged = token.replacing("_1_", with: "_0.1_")
        #expect(forged != token)
        #expect(try site.send("GET", "/v1/petitions", key: forged).status == 401)
        _ = try site.connect("app", scopes: ["petitions:read"], secret: "two")
        #expect(try site.send("GET", "/v1/petitions", key: token).status == 401)
    }

    @Test func `no token is given without the key, or for what the system may not`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:read"])
        let other = try site.connect("other")
        let form = "grant_type=client_credentials"
        for (id, secret) in [("app", "x"), ("app", other), ("nobody", key), ("", "")] {
            let answer = try take(site, id, secret, form)
            #expect(answer.status == 401)
            #expect(try answer.object["error"] as? String == "invalid_client")
            #expect(answer["WWW-Authenticate"]?.hasPrefix("Basic") == true)
        }
        let scope = try take(site, "app", key, form + "&scope=events%3Aread")
        #expect(try scope.object["error"] as? String == "invalid_scope")
        let grant = try take(site, "app", key, "grant_type=password")
        #expect(try grant.object["error"] as? String == "unsupported_grant_type")
    }

    @Test func `a system is told how much it may ask, and is held to it`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: [], perMinute: 3)
        for left in [2, 1, 0] {
            let answer = try site.send("GET", "/v1/client", key: key)
            #expect(answer.status == 200)
            #expect(answer["RateLimit"]?.hasPrefix("\"default\";r=\(left);t=") == true)
            #expect(answer["RateLimit-Policy"] == "\"default\";q=3;w=60")
        }
        let over = try site.send("GET", "/v1/client", key: key)
        #expect(over.status == 429)
        #expect(over["Retry-After"].flatMap { Int($0) } ?? 0 > 0)
        // Nobody else pays for it.
        let other = try site.connect("other")
        #expect(try site.send("GET", "/v1/client", key: other).status == 200)
    }

    @Test func `what the server itself refuses is a problem too`() throws {
        let site = try APISite()
        let key = try site.connect("app", scopes: ["petitions:file"])
        let method = try site.send("PUT", "/v1/petitions", key: key)
        #expect(method.status == 405)
        #expect(method["Allow"]?.contains("POST") == true)
        let type = try site.file(Array("a=b".utf8), key: key, type: "text/plain")
        #expect(type.status == 415)
        let lost = try site.send("GET", "/v1/nothing", key: key)
        #expect(lost.status == 404)
        for answer in [method, type, lost] {
            #expect(answer["Content-Type"] == "application/problem+json")
        }
    }

    @Test func `the document names what is there, and nothing in it leads nowhere`() throws {
        let site = try APISite()
        let answer = try site.send("GET", "/v1/openapi.json", key: nil)
        let text = answer.text
        let document = try #require(try site.openAPI())
        #expect(document["openapi"] as? String == "3.1.0")
        let components = try #require(document["components"] as? [String: [String: Any]])
        for match in text.matches(of: #/"#\/components\/([a-z]+)\/([^"]+)"/#) {
            #expect(components[String(match.1)]?[String(match.2)] != nil, "\(match.0)")
        }
        let page = try site.send("GET", "/v1/docs", key: nil, ["Accept-Language: th"])
        #expect(page["Content-Type"]?.hasPrefix("text/html") == true)
        #expect(page.text.contains("เชื่อมต่อระบบอื่น"))
        let paths = try #require(document["paths"] as? [String: Any])
        for pattern in paths.keys { #expect(page.text.contains(pattern), "\(pattern)") }
        #expect(try site.send("GET", "/v1/docs.css", key: nil).status == 200)
        #expect(
            try site.send("GET", "/v1/asyncapi.json", key: nil).text.contains("\"3.1.0\""))
    }
}
