internal import Glibc

/// A connection that says byte for byte what a test wants said.
package final class Client {
    /// For whoever waits for many at once; it is this object's to close.
    package let descriptor: CInt
    private var unread: [UInt8] = []

    /// `from` is another of this host's own addresses, the last number of 127.0.0.x.
    package init(port: Int, from: UInt32 = 1) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        // So long that only a server that has stuck takes it: a machine under load is no finding.
        var wait = timeval(tv_sec: 60, tv_usec: 0)
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = (UInt32(0x7F00_0000) + from).bigEndian
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard bound == 0 else { throw ClientError.refused }
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw ClientError.refused }
    }

    deinit { close(descriptor) }

    /// A port that nobody listens on now, for programs that cannot choose one by themselves.
    package static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
            }
        }
        guard code == 0 else { throw ClientError.refused }
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    package enum ClientError: Error { case refused, ended, silent, malformed(String) }

    package struct Answer {
        package let status: Int
        package let fields: [(name: String, value: String)]
        package let body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }

        package subscript(name: String) -> String? {
            fields.first { $0.name.lowercased() == name.lowercased() }?.value
        }

        package func all(_ name: String) -> [String] {
            fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
        }
    }

    /// False when the other side takes no more.
    @discardableResult package func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Closes with a reset, as a phone that leaves the network does not even do.
    package func reset() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        shutdown(descriptor, CInt(SHUT_RDWR))
    }

    /// One answer; `isHead` has no body whatever it announces, and of a stream of events, which
    /// has no end, the head is all.
    package func receive(isHead: Bool = false) throws -> Answer {
        let plain = try head()
        let isBodiless = [100, 204, 304].contains(plain.status)
        let isEndless = plain["Content-Type"] == "text/event-stream"
        if isHead || isBodiless || isEndless { return plain }
        return Answer(status: plain.status, fields: plain.fields, body: try body(of: plain))
    }

    /// One answer up to its body.
    package func head() throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        while unread.firstRange(of: end) == nil { try more() }
        let head = unread.firstRange(of: end)!
        let lines = String(decoding: unread[..<head.lowerBound], as: UTF8.self)
            .split(separator: "\r\n")
        unread.removeFirst(head.upperBound)
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else {
            throw ClientError.malformed(String(lines[0]))
        }
        let fields = lines.dropFirst().map { line in
            let halves = line.split(separator: ":", maxSplits: 1)
            return (String(halves[0]), halves.count == 2 ? String(halves[1].dropFirst()) : "")
        }
        return Answer(status: status, fields: fields, body: [])
    }

    private func body(of answer: Answer) throws -> [UInt8] {
        if let count = answer["Content-Length"].flatMap({ Int($0) }) {
            while unread.count < count { try more() }
            defer { unread.removeFirst(count) }
            return Array(unread[..<count])
        }
        if answer["Transfer-Encoding"] == "chunked" {
            var body: [UInt8] = []
            while let chunk = try nextChunk() { body += chunk }
            return body
        }
        return rest()
    }

    /// One chunk of a chunked body; nil is its end.
    package func nextChunk() throws -> [UInt8]? {
        let line = Array("\r\n".utf8)
        while unread.firstRange(of: line) == nil { try more() }
        let end = unread.firstRange(of: line)!
        let text = String(decoding: unread[..<end.lowerBound], as: UTF8.self)
        guard let count = Int(text, radix: 16) else { throw ClientError.malformed(text) }
        while unread.count < end.upperBound + count + 2 { try more() }
        let chunk = Array(unread[end.upperBound..<(end.upperBound + count)])
        unread.removeFirst(end.upperBound + count + 2)
        return count == 0 ? nil : chunk
    }

    /// Everything until the other side closes.
    package func rest() -> [UInt8] {
        while (try? more()) != nil {}
        defer { unread = [] }
        return unread
    }

    /// Whether the other side closes without a further byte.
    package var isClosed: Bool {
        do {
            while true { try more() }
        } catch ClientError.ended {
            return unread.isEmpty
        } catch {
            return false
        }
    }

    private func more() throws {
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        let count = unsafe recv(descriptor, &piece, piece.count, 0)
        guard count >= 0 || errno == ECONNRESET else { throw ClientError.silent }
        guard count > 0 else { throw ClientError.ended }
        unread += piece[..<count]
    }
}

extension Client {
    /// One request of its own connection.
    package static func ask(_ request: String, port: Int) throws -> Answer {
        let client = try Client(port: port)
        client.send(request)
        return try client.receive(isHead: request.hasPrefix("HEAD"))
    }
}
