internal import TestSupport

/// A browser's connection to the portal: kept from one request to the next, text compressed.
final class PortalClient {
    private let client: Client
    private let port: Int

    init(port: Int) throws {
        self.port = port
        client = try Client(port: port)
    }

    struct Sight {
        let status: Int
        let text: String
        /// Of the body and of what stands before it.
        let wireBytes: Int
        let milliseconds: Double
    }

    /// - Parameter token: a session's; nil is nobody in particular.
    func get(
        _ path: String, session token: String? = nil, isCompressed: Bool = true
    ) throws -> Sight {
        var head = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        if isCompressed { head += "Accept-Encoding: gzip, deflate, br\r\n" }
        head += "Cookie: visitor-\(BenchOffice.code)=\(Self.visitor)"
        if let token { head += "; session-\(BenchOffice.code)=\(token)" }
        let start = ContinuousClock.now
        client.send(head + "\r\n\r\n")
        let answer = try client.receive()
        let time = (ContinuousClock.now - start) / .milliseconds(1)
        let fields = answer.fields.map { $0.name.utf8.count + $0.value.utf8.count + 4 }
        return Sight(
            status: answer.status, text: isCompressed ? "" : answer.text,
            wireBytes: "HTTP/1.1 200 OK\r\n\r\n".utf8.count + fields.reduce(0, +)
                + answer.body.count,
            milliseconds: time)
    }

    private static let visitor = String(repeating: "5eed", count: 8)
}
