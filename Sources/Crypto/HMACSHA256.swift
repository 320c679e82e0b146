package import Entries

/// HMAC-SHA256 (RFC 2104) over the thread's SHA-256, which is several times faster than the
/// general interfaces of the libraries for a short message.
package enum HMACSHA256 {
    package static func authenticate(_ message: Span<UInt8>, key: SecretKey) -> Digest {
        let inner = withPad(0x36, of: key) { SHA256.hash($0, message) }
        return withPad(0x5C, of: key) { outer in
            inner.withBytes { SHA256.hash(outer, $0) }
        }
    }

    package static func authenticate(_ message: [UInt8], key: SecretKey) -> Digest {
        authenticate(message.span, key: key)
    }

    private static func withPad(
        _ mask: UInt8, of key: SecretKey, _ body: (Span<UInt8>) -> Digest
    ) -> Digest {
        var pad = InlineArray<64, UInt8>(repeating: mask)
        defer { unsafe withUnsafeMutableBytes(of: &pad) { unsafe wipe($0) } }
        key.withSpan { key in
            for index in key.indices { pad[index] ^= key[index] }
        }
        return body(pad.span)
    }
}
