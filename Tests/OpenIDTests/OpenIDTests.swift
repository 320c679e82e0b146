import Channels
import Entries
import Events
import OpenID
import Signatures
import TestSupport
import Testing

/// A provider that enforces PKCE, with the oddities of the Thai ones and every fault that a client
/// must notice.
@Suite(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
struct OpenIDTests {
    private static let seconds = 1_780_000_000
    private static let now = Instant(milliseconds: seconds * 1000)
    private static let redirect = "https://petitions.example/ts/login/with/thaid/back"

    private func provider(_ flavour: String, _ fault: String = "") throws -> ProviderProcess {
        try ProviderProcess("openid_provider.py", [flavour, fault, "\(Self.seconds)"])
    }

    private func client(
        _ provider: LoginProvider, _ process: ProviderProcess, secret: String = "s3cret&+"
    ) -> OpenIDClient {
        OpenIDClient(
            .standard(provider), issuer: "http://127.0.0.1:\(process.port)", client: "khamrong",
            secret: secret, clock: { Self.now })
    }

    /// What the provider's page leads back with.
    private func visit(_ client: OpenIDClient, _ trip: RoundTrip) throws -> [String: String] {
        let answer = try WebSession().send(WebRequest(.get, try client.address(for: trip)))
        let location = try #require(answer.headers["location"])
        #expect(location.hasPrefix("\(trip.redirect)?"))
        var fields: [String: String] = [:]
        for pair in location.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            fields[parts[0]] = parts.last
        }
        return fields
    }

    private func person(
        _ provider: LoginProvider, _ process: ProviderProcess
    ) throws -> VouchedPerson {
        let client = client(provider, process)
        let trip = RoundTrip(redirect: Self.redirect)
        let back = try visit(client, trip)
        #expect(trip.isSame(state: try #require(back["state"])))
        return try client.person(code: try #require(back["code"]), of: trip)
    }

    @Test(arguments: ["thaid", "bare"])
    func `ThaiD says who somebody is, with a signed statement and without one`(flavour: String)
        throws
    {
        let process = try provider(flavour)
        let person = try person(.thaid, process)
        #expect(person.issuer == "http://127.0.0.1:\(process.port)")
        #expect(person.subject == "1999900001010" && person.nationalID == "1999900001010")
        #expect(person.title == "นาย" && person.givenName == "สมชาย")
        #expect(person.familyName == "ทดสอบดี" && person.level == "2.3")
    }

    @Test func `DGA's secret is seasoned, and the person asked for apart`() throws {
        let person = try person(.dga, try provider("dga"))
        #expect(person.subject == "dga-77" && person.nationalID == "1999900001010")
        #expect(person.givenName == "สมชาย" && person.title == nil)
    }

    @Test(arguments: ["line", "shared"])
    func `LINE signs by a curve or by the secret, and knows no number`(flavour: String) throws {
        let person = try person(.line, try provider(flavour))
        #expect(person.subject == "U0123456789abcdef0123456789abcdef" && person.nationalID == nil)
    }

    @Test func `a code works once, for its own verifier and its own way back`() throws {
        let process = try provider("thaid")
        let client = client(.thaid, process)
        let trip = RoundTrip(redirect: Self.redirect)
        let code = try #require(try visit(client, trip)["code"])
        #expect(throws: ProviderError.refused("invalid_grant")) {
            try client.person(code: code, of: RoundTrip(redirect: Self.redirect))
        }
        let second = try #require(try visit(client, trip)["code"])
        #expect(try client.person(code: second, of: trip).subject == "1999900001010")
        #expect(throws: ProviderError.refused("invalid_grant")) {
            try client.person(code: second, of: trip)
        }
        #expect(!trip.isSame(state: RoundTrip(redirect: Self.redirect).state))
        #expect(!trip.isSame(state: ""))
    }

    @Test(arguments: [
        ("issuer", ProviderError.Objection.issuer), ("audience", .audience), ("party", .audience),
        ("expired", .expired), ("future", .issuedAt), ("nonce", .nonce), ("none", .algorithm),
        ("confused", .algorithm), ("signature", .signature), ("hash", .accessToken),
        ("subject", .subject), ("discovery", .issuer),
    ])
    func `what is not to be believed is not`(fault: String, objection: ProviderError.Objection)
        throws
    {
        let process = try provider("dga", fault)
        #expect(throws: ProviderError.untrusted(objection)) { try person(.dga, process) }
    }

    @Test func `words that mean nothing, a wrong secret, and silence are told apart`() throws {
        let garbage = try provider("thaid", "garbage")
        #expect(throws: ProviderError.unreachable("status 200, no JSON")) {
            try person(.thaid, garbage)
        }
        let process = try provider("thaid")
        let wrong = client(.thaid, process, secret: "wrong")
        let trip = RoundTrip(redirect: Self.redirect)
        let code = try #require(try visit(wrong, trip)["code"])
        #expect(throws: ProviderError.refused("invalid_client")) {
            try wrong.person(code: code, of: trip)
        }
        process.stop()
        #expect {
            try client(.thaid, process).address(for: trip)
        } throws: { error in
            if case .unreachable? = error as? ProviderError { true } else { false }
        }
        let open = OpenIDClient(
            .standard(.thaid), issuer: "http://provider.example", client: "a", secret: "b",
            clock: { Self.now })
        #expect(throws: ProviderError.refused("issuer")) { try open.address(for: trip) }
    }

    @Test func `a key that is new is fetched, at most once a minute`() throws {
        let process = try provider("dga", "rotate")
        let client = client(.dga, process)
        for _ in 0..<2 {
            let trip = RoundTrip(redirect: Self.redirect)
            let code = try #require(try visit(client, trip)["code"])
            #expect(try client.person(code: code, of: trip).subject == "dga-77")
        }
    }

    @Test func `a key that is too small or beside the curve signs nothing`() {
        let message = Array("x".utf8)
        let small = WebSignature.PublicKey.rsa(
            modulus: [UInt8](repeating: 255, count: 128), exponent: [1, 0, 1])
        #expect(!WebSignature.isRight([UInt8](repeating: 0, count: 128), of: message, by: small))
        let beside = WebSignature.PublicKey.p256(
            x: [UInt8](repeating: 1, count: 32), y: [UInt8](repeating: 1, count: 32))
        #expect(!WebSignature.isRight([UInt8](repeating: 1, count: 64), of: message, by: beside))
    }
}
