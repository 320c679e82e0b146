internal import Glibc
internal import Threads

/// A mail server that takes everything, says so and forgets it: as fast as one can be that speaks
/// the protocol.
// Safe to send: its fields are set once; a descriptor is a number.
package final class MailSink: @unchecked Sendable {
    package let port: Int
    private let listener: CInt
    private let count = Monitor(0)
    private var threads: [WorkerThread] = []

    /// Serves as many connections at once as it is given threads.
    package init(threads: Int) throws {
        listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0
                    ? getsockname(descriptor, $0, &size) : -1
            }
        }
        guard code == 0 else { throw Client.ClientError.refused }
        port = Int(in_port_t(bigEndian: address.sin_port))
        self.threads = (0..<threads).map { _ in WorkerThread { [self] in serve() } }
    }

    /// How many messages it has taken.
    package var taken: Int { count.with { $0 } }

    /// Ends it; whoever speaks with it is cut off.
    package func stop() {
        shutdown(listener, CInt(SHUT_RDWR))
        for thread in threads { thread.join() }
        close(listener)
    }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            // Each line is an answer of its own: nobody waits for more of it.
            var isOn: CInt = 1
            unsafe setsockopt(
                connection, CInt(IPPROTO_TCP), TCP_NODELAY, &isOn,
                socklen_t(MemoryLayout<CInt>.size))
            converse(connection)
            close(connection)
        }
    }

    private func converse(_ connection: CInt) {
        say("220 sink\r\n", connection)
        var unread: [UInt8] = []
        var isText = false
        while true {
            let end = Array((isText ? "\r\n.\r\n" : "\r\n").utf8)
            guard let place = Self.firstPlace(of: end, in: unread) else {
                guard Self.read(connection, into: &unread) else { return }
                continue
            }
            let line = String(decoding: unread.prefix(4), as: UTF8.self).uppercased()
            unread.removeFirst(place + end.count)
            if isText {
                isText = false
                count.with { $0 += 1 }
                say("250 2.0.0 taken\r\n", connection)
            } else if line == "DATA" {
                isText = true
                say("354 go on\r\n", connection)
            } else if line == "QUIT" {
                say("221 bye\r\n", connection)
                return
            } else {
                say("250 ok\r\n", connection)
            }
        }
    }

    private func say(_ line: String, _ connection: CInt) {
        let bytes = Array(line.utf8)
        _ = unsafe send(connection, bytes, bytes.count, CInt(MSG_NOSIGNAL))
    }

    private static func read(_ connection: CInt, into unread: inout [UInt8]) -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(connection, &piece, piece.count, 0)
        guard count > 0 else { return false }
        unread += piece[..<count]
        return true
    }

    private static func firstPlace(of end: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= end.count else { return nil }
        return (0...bytes.count - end.count).first { place in
            bytes[place] == end[0] && bytes[place..<place + end.count].elementsEqual(end)
        }
    }
}
