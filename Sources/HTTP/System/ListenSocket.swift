internal import CMicrohttpd
internal import Glibc

/// Where a server listens: `127.0.0.1:8080`, `[::1]:8080`. Port 0 is a free one.
package struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    package var address: IPAddress
    package var port: Int

    package init(_ address: IPAddress, port: Int) {
        self.address = address
        self.port = port
    }

    /// Nil if it is not an address and a port of 0–65535; names of hosts are not looked up.
    package init?(_ text: some StringProtocol) {
        guard let colon = text.lastIndex(of: ":"),
            let port = ASCII.number(text[text.index(after: colon)...]), port <= 0xFFFF
        else { return nil }
        var host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        if isBracketed { host = host.dropFirst().dropLast() }
        guard let address = IPAddress(host), isBracketed == host.contains(":") else { return nil }
        self.init(address, port: port)
    }

    package var description: String {
        address.bytes.count == 4 ? "\(address):\(port)" : "[\(address)]:\(port)"
    }
}

/// A socket that listens, until it is let go.
struct ListenSocket: ~Copyable {
    let descriptor: CInt

    init(_ address: ListenAddress) throws(ServerError) {
        let family = address.address.bytes.count == 4 ? AF_INET : AF_INET6
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        descriptor = socket(family, kind, 0)
        guard descriptor >= 0 else { throw ServerError("socket") }
        var yes: CInt = 1
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        guard Self.bind(descriptor, to: address) == 0 else { throw ServerError("bind \(address)") }
        guard listen(descriptor, 1024) == 0 else { throw ServerError("listen \(address)") }
    }

    deinit { close(descriptor) }

    /// It goes on listening, and is somebody else's to close.
    consuming func release() { discard self }

    /// The port that the system has given.
    var port: Int {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe getsockname(descriptor, address, &size)
                return unsafe SocketAddress.read(address)?.port ?? 0
            }
        }
    }

    private static func bind(_ descriptor: CInt, to address: ListenAddress) -> CInt {
        let port = in_port_t(UInt16(address.port).bigEndian)
        if address.address.bytes.count == 4 {
            var four = sockaddr_in()
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port
            unsafe withUnsafeMutableBytes(of: &four.sin_addr) {
                unsafe $0.copyBytes(from: address.address.bytes)
            }
            return bind(descriptor, &four)
        }
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_port = port
        unsafe withUnsafeMutableBytes(of: &six.sin6_addr) {
            unsafe $0.copyBytes(from: address.address.bytes)
        }
        return bind(descriptor, &six)
    }

    private static func bind<Address>(_ descriptor: CInt, _ address: inout Address) -> CInt {
        unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
}

/// What the system says about the other side.
struct SocketAddress {
    let address: IPAddress
    let port: Int

    static func read(_ pointer: UnsafePointer<sockaddr>) -> SocketAddress? {
        switch Int32(unsafe pointer.pointee.sa_family) {
        case AF_INET:
            unsafe pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                let bytes = unsafe withUnsafeBytes(of: $0.pointee.sin_addr) { unsafe Array($0) }
                return unsafe IPAddress(bytes: bytes).map {
                    [port = $0.pointee.sin_port] address in
                    SocketAddress(address: address, port: Int(UInt16(bigEndian: port)))
                }
            }
        case AF_INET6:
            unsafe pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                let bytes = unsafe withUnsafeBytes(of: $0.pointee.sin6_addr) { unsafe Array($0) }
                return unsafe IPAddress(bytes: bytes).map {
                    [port = $0.pointee.sin6_port] address in
                    SocketAddress(address: address, port: Int(UInt16(bigEndian: port)))
                }
            }
        default: nil
        }
    }
}
