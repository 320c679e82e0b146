internal import COpenSSL
package import Entries

/// SHA-256 over bytes that come in pieces; after `finish` it is ready for the next message.
///
/// Keeps one context for its life: making one costs more than hashing a short message.
/// C: `EVP_DigestInit_ex2`, `EVP_DigestUpdate`, `EVP_DigestFinal_ex`.
@safe package final class SHA256Hasher {
    private let context: OpaquePointer
    private static let algorithm = Algorithm()

    package init() {
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
        unsafe self.context = context
        let code = unsafe EVP_DigestInit_ex2(context, Self.algorithm.handle, nil)
        precondition(code == 1, "SHA-256 cannot be started")
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    package func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    package func update(_ bytes: [UInt8]) { update(bytes.span) }

    package func update(_ bytes: ArraySlice<UInt8>) { update(bytes.span) }

    package func finish() -> Digest {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let code = unsafe withUnsafeMutableBytes(of: &words) {
            unsafe EVP_DigestFinal_ex(
                context, $0.baseAddress!.assumingMemoryBound(to: UInt8.self), nil)
        }
        precondition(code == 1, "SHA-256 cannot be finished")
        unsafe EVP_DigestInit_ex2(context, nil, nil)
        return Digest(
            words: (
                UInt64(bigEndian: words.0), UInt64(bigEndian: words.1),
                UInt64(bigEndian: words.2), UInt64(bigEndian: words.3)
            ))
    }

    func update(_ bytes: UnsafeRawBufferPointer) {
        let code = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(code == 1, "SHA-256 cannot go on")
    }

    /// The algorithm, looked up once in the process.
    // Safe to send: OpenSSL's fetched algorithms are read-only and may be shared by threads.
    @safe private final class Algorithm: @unchecked Sendable {
        let handle: OpaquePointer

        init() {
            guard let handle = unsafe EVP_MD_fetch(nil, "SHA256", nil) else {
                preconditionFailure("OpenSSL has no SHA-256")
            }
            unsafe self.handle = handle
        }
    }
}
