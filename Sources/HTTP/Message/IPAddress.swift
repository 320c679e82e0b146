/// An address of IPv4 or IPv6; one of IPv4 inside IPv6 is taken as what it is.
package struct IPAddress: Hashable, Sendable {
    /// Four or sixteen.
    package let bytes: [UInt8]

    /// Nil unless there are four or sixteen bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
        self.bytes = bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes[12...]) : bytes
    }

    /// Reads `192.0.2.1` or `2001:db8::1`; no brackets, no zone.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let read = bytes.contains(UInt8(ascii: ":")) ? Self.six(bytes) : Self.four(bytes[...])
        else { return nil }
        self.init(bytes: read)
    }

    /// The address without its last bits: what a throttle counts by (`/64` for IPv6).
    package func network(bits: Int) -> IPAddress {
        let masked = bytes.enumerated().map { index, byte in
            let kept = min(max(bits - index * 8, 0), 8)
            return kept == 0 ? 0 : byte & (0xFF << UInt8(8 - kept))
        }
        return IPAddress(masked: masked)
    }

    private init(masked: [UInt8]) { bytes = masked }

    private static func four(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let values = parts.compactMap { part -> UInt8? in
            guard (1...3).contains(part.count), part.count == 1 || part.first != 0x30,
                let value = ASCII.number(String(decoding: part, as: UTF8.self))
            else { return nil }
            return UInt8(exactly: value)
        }
        return values.count == 4 ? values : nil
    }

    private static func six(_ bytes: [UInt8]) -> [UInt8]? {
        var head: [UInt8] = []
        var tail: [UInt8]?
        var rest = bytes[...]
        if rest.starts(with: "::".utf8) { (rest, tail) = (rest.dropFirst(2), []) }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            let group = rest[..<end]
            guard
                let value = group.contains(UInt8(ascii: ".")) && end == rest.endIndex
                    ? four(group) : hexGroup(group)
            else { return nil }
            if tail == nil { head += value } else { tail? += value }
            rest = rest[end...].dropFirst()
            if end < bytes.endIndex, rest.isEmpty { return nil }
            if rest.first == UInt8(ascii: ":") {
                guard tail == nil else { return nil }
                (rest, tail) = (rest.dropFirst(), [])
            }
        }
        guard let tail else { return head.count == 16 ? head : nil }
        let missing = 16 - head.count - tail.count
        return missing > 0 ? head + Array(repeating: 0, count: missing) + tail : nil
    }

    private static func hexGroup(_ group: ArraySlice<UInt8>) -> [UInt8]? {
        guard (1...4).contains(group.count) else { return nil }
        var value = 0
        for byte in group {
            guard let digit = ASCII.hexValue(byte) else { return nil }
            value = value << 4 | Int(digit)
        }
        return [UInt8(value >> 8), UInt8(value & 0xFF)]
    }
}

extension IPAddress: CustomStringConvertible {
    /// As RFC 5952 writes it.
    package var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
        let texts = groups.map { String($0, radix: 16) }
        guard let run = longestZeros(groups) else { return texts.joined(separator: ":") }
        return texts[..<run.lowerBound].joined(separator: ":") + "::"
            + texts[run.upperBound...].joined(separator: ":")
    }

    private func longestZeros(_ groups: [Int]) -> Range<Int>? {
        var longest: Range<Int>?
        var start = 0
        while start < groups.count {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > max(longest?.count ?? 1, 1) { longest = start..<end }
            start = end + 1
        }
        return longest
    }
}

/// A range of addresses, `10.0.0.0/8`.
package struct Network: Hashable, Sendable {
    package let address: IPAddress
    package let bits: Int

    /// Reads an address with or without the number of its leading bits.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { return nil }
        let all = address.bytes.count * 8
        guard let bits = parts.count == 2 ? ASCII.number(parts[1]) : all, bits <= all else {
            return nil
        }
        self.address = address.network(bits: bits)
        self.bits = bits
    }

    package func contains(_ other: IPAddress) -> Bool {
        other.bytes.count == address.bytes.count && other.network(bits: bits) == address
    }
}
