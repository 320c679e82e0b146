internal import Glibc

/// What machines a name stands for.
package enum HostAddresses {
    /// The addresses of a host, as numbers; asks the system's resolver and blocks.
    package static func of(_ host: String) throws(WebError) -> [String] {
        var wanted = unsafe addrinfo()
        unsafe wanted.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, nil, &wanted, &found)
        guard code == 0 else {
            throw WebError(words: unsafe "\(host): \(String(cString: gai_strerror(code)))")
        }
        defer { unsafe freeaddrinfo(found) }
        var addresses: [String] = []
        var next = unsafe found
        while let one = unsafe next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let read = unsafe getnameinfo(
                one.pointee.ai_addr, one.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0,
                NI_NUMERICHOST)
            if read == 0 {
                let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
                addresses.append(String(decoding: bytes, as: UTF8.self))
            }
            unsafe next = one.pointee.ai_next
        }
        return addresses
    }
}
