/// What is asked of another server.
package struct WebRequest: Equatable, Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    package var method: Method
    /// `http:` or `https:`.
    package var address: String
    package var headers: [Header] = []
    /// `host:port:address` where the host is looked for there and no resolver is asked.
    package var pin: String?
    package var body: [UInt8] = []
    package var connectMilliseconds = 10_000
    /// For all of it, connecting included.
    package var totalMilliseconds = 30_000

    package struct Header: Equatable, Sendable {
        package let name: String
        package let value: String
    }

    package init(_ method: Method, _ address: String, body: [UInt8] = []) {
        self.method = method
        self.address = address
        self.body = body
    }

    /// Nothing that could begin another line gets into a header.
    package mutating func add(_ name: String, _ value: String) {
        precondition(
            value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "not a header's value")
        headers.append(Header(name: name, value: value))
    }
}

/// What another server answered.
package struct WebAnswer: Equatable, Sendable {
    package let status: Int
    package let body: [UInt8]
    /// By their names in lower case; of one that came twice, the last.
    package var headers: [String: String] = [:]
    /// How long it asks to be left alone.
    package var retryAfterSeconds: Int?
}

/// Another server could not be asked, or did not answer.
package struct WebError: Error, Equatable, Sendable {
    package let words: String
    /// Whether what was sent may have arrived all the same.
    package var mayHaveArrived = false
}

extension WebError: CustomStringConvertible {
    package var description: String { words }
}

/// Addresses of other servers that secrets may be sent to.
package enum WebAddress {
    /// Whether nobody reads on the way: by TLS, or within this machine.
    package static func isPrivate(_ address: String) -> Bool {
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        if address.hasPrefix("https://") { return address.utf8.count > 8 }
        return ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { local in
            guard address.hasPrefix(local) else { return false }
            let rest = address.dropFirst(local.count)
            return rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix(":")
        }
    }
}
