import HTTP
import TestSupport
import Testing

@Suite struct ProxyTests {
    /// What the server believes of a request that comes over this machine.
    private func origin(_ proxies: TrustedProxies, _ fields: String) throws -> String {
        let site = try Site({ $0.proxies = proxies }) { router in
            router.get("/") { .text("\($0.client) \($0.isSecure)") }
        }
        let answer = try site.get("/", fields)
        let isKnownSecure = answer["Strict-Transport-Security"] != nil
        #expect(answer.text.hasSuffix("true") == isKnownSecure)
        return answer.text
    }

    private let local = Network("127.0.0.0/8")!
    private let inner = Network("10.0.0.0/8")!

    @Test func `a stranger's word about itself is not taken`() throws {
        let fields = "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n"
        #expect(try origin(TrustedProxies(), fields) == "127.0.0.1 false")
        #expect(try origin(TrustedProxies([inner]), fields) == "127.0.0.1 false")
    }

    @Test(arguments: [
        ("X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n", "192.0.2.1 true"),
        ("X-Forwarded-For: 203.0.113.9, 192.0.2.1\r\n", "192.0.2.1 false"),
        ("X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 192.0.2.1\r\n", "192.0.2.1 false"),
        ("X-Forwarded-For: 203.0.113.9, 192.0.2.1, 10.1.2.3\r\n", "192.0.2.1 false"),
        ("X-Forwarded-For: 192.0.2.1, nonsense, 10.1.2.3\r\n", "10.1.2.3 false"),
        ("X-Forwarded-For: 2001:db8::1\r\n", "2001:db8::1 false"),
        ("X-Forwarded-For: [2001:db8::1]:443\r\n", "2001:db8::1 false"),
        ("X-Forwarded-For: 192.0.2.1:1234\r\n", "192.0.2.1 false"),
        ("X-Forwarded-Proto: https, http\r\n", "127.0.0.1 false"),
        ("Forwarded: for=192.0.2.1;proto=https\r\n", "127.0.0.1 false"), ("", "127.0.0.1 false"),
    ])
    func `the nearest address that is no proxy's is the client's`(
        fields: String, seen: String
    ) throws {
        #expect(try origin(TrustedProxies([local, inner]), fields) == seen)
    }

    @Test(arguments: [
        ("Forwarded: for=192.0.2.1;proto=https\r\n", "192.0.2.1 true"),
        (
            "Forwarded: for=203.0.113.9, for=\"[2001:db8::1]:99\";proto=http\r\n",
            "2001:db8::1 false"
        ),
        ("Forwarded: for=_hidden\r\n", "127.0.0.1 false"),
        ("X-Forwarded-For: 192.0.2.1\r\n", "127.0.0.1 false"),
    ])
    func `the standard field is read where the proxy writes it`(
        fields: String, seen: String
    ) throws {
        #expect(try origin(TrustedProxies([local], field: .forwarded), fields) == seen)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
        ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
    ])
    func `an address is written the one way`(text: String, written: String) {
        #expect(IPAddress(text)?.description == written)
    }

    @Test(arguments: [
        "", ".", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", "a.b.c.d", ":", ":::",
        "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1:", ":1", "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7::8", "::1%eth0", "[::1]",
    ])
    func `what is no address is none`(text: String) { #expect(IPAddress(text) == nil) }

    @Test func `networks hold what begins as they do`() throws {
        let six = try #require(Network("2001:db8::/33"))
        #expect(six.contains(try #require(IPAddress("2001:db8:7fff::1"))))
        #expect(!six.contains(try #require(IPAddress("2001:db8:8000::1"))))
        #expect(!six.contains(try #require(IPAddress("192.0.2.1"))))
        #expect(try #require(Network("0.0.0.0/0")).contains(try #require(IPAddress("9.9.9.9"))))
        for text in ["1.2.3.4/33", "::/129", "1.2.3.4/", "1.2.3.4/a", "/8"] {
            #expect(Network(text) == nil, "\(text)")
        }
        #expect(ListenAddress("127.0.0.1:8080")?.description == "127.0.0.1:8080")
        #expect(ListenAddress("[::1]:0")?.description == "[::1]:0")
        for text in ["127.0.0.1", ":80", "::1:80", "1.2.3.4:65536", "localhost:80", "[1.2.3.4]:1"] {
            #expect(ListenAddress(text) == nil, "\(text)")
        }
    }
}
