package import Entries

/// SHA-256 of bytes that are all there, with the calling thread's own hasher.
package enum SHA256 {
    private static let hashers = PerThread { SHA256Hasher() }

    package static func hash(_ bytes: Span<UInt8>) -> Digest {
        let hasher = hashers.current
        hasher.update(bytes)
        return hasher.finish()
    }

    package static func hash(_ bytes: [UInt8]) -> Digest { hash(bytes.span) }

    package static func hash(_ bytes: ArraySlice<UInt8>) -> Digest { hash(bytes.span) }

    /// The hash of `first ‖ second`.
    package static func hash(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Digest {
        let hasher = hashers.current
        hasher.update(first)
        hasher.update(second)
        return hasher.finish()
    }

    /// The hash of a leaf of the log's tree (RFC 6962): SHA-256(0x00 ‖ entry).
    package static func leafHash(_ entry: Span<UInt8>) -> Digest {
        let prefix: InlineArray<1, UInt8> = [0]
        return hash(prefix.span, entry)
    }

    package static func leafHash(_ entry: [UInt8]) -> Digest { leafHash(entry.span) }

    package static func leafHash(_ entry: ArraySlice<UInt8>) -> Digest { leafHash(entry.span) }

    /// The hash of an inner node of the log's tree (RFC 6962): SHA-256(0x01 ‖ left ‖ right).
    package static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
        let (a, b) = (left.words, right.words)
        var words = (
            a.0.bigEndian, a.1.bigEndian, a.2.bigEndian, a.3.bigEndian,
            b.0.bigEndian, b.1.bigEndian, b.2.bigEndian, b.3.bigEndian
        )
        let prefix: InlineArray<1, UInt8> = [1]
        let hasher = hashers.current
        hasher.update(prefix.span)
        unsafe withUnsafeBytes(of: &words) { unsafe hasher.update($0) }
        return hasher.finish()
    }
}
