internal import CSodium

/// Twenty-four bytes that are used once with a key; so many may be drawn at random.
package struct Nonce: Equatable, Sendable {
    package static let count = 24
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

    /// Nil unless there are exactly 24 bytes.
    package init?(_ bytes: Span<UInt8>) {
        guard bytes.count == Self.count else { return nil }
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe withUnsafeMutableBytes(of: &words) { unsafe $0.copyMemory(from: bytes) }
        }
    }

    private init() {}

    package static func random() -> Nonce {
        var nonce = Nonce()
        unsafe withUnsafeMutableBytes(of: &nonce.words) { unsafe SecureRandom.current.fill($0) }
        return nonce
    }

    package static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    /// Lends the 24 bytes.
    package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        unsafe try withUnsafeBytes(of: words) {
            unsafe try body($0.bindMemory(to: UInt8.self).span)
        }
    }

    func withPointer<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        unsafe withUnsafeBytes(of: words) {
            unsafe body($0.baseAddress!.assumingMemoryBound(to: UInt8.self))
        }
    }
}

/// Encryption that notices every change (IETF XChaCha20-Poly1305).
///
/// It does not commit to its key: whoever needs that adds a commitment of their own.
package enum XChaCha20Poly1305 {
    package static let tagCount = 16

    /// Encrypts `text[start...]` in place and appends the tag; `additional` is bound to it.
    package static func seal(
        _ text: inout [UInt8], from start: Int, additional: Span<UInt8>, nonce: Nonce,
        key: SecretKey
    ) {
        Sodium.start()
        let count = text.count - start
        precondition(start >= 0 && count >= 0, "no such text")
        text.append(contentsOf: repeatElement(0, count: tagCount))
        unsafe text.withUnsafeMutableBufferPointer { text in
            let target = unsafe text.baseAddress! + start
            unsafe additional.withUnsafeBufferPointer { additional in
                unsafe nonce.withPointer { nonce in
                    unsafe key.withBytes { key in
                        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
                            target, nil, target, UInt64(count), additional.baseAddress,
                            UInt64(additional.count), nil, nonce,
                            key.baseAddress!.assumingMemoryBound(to: UInt8.self))
                    }
                }
            }
        }
    }

    /// What `sealed` (ciphertext ‖ tag) holds, or nil if a single bit of anything is not as sealed.
    package static func open(
        _ sealed: Span<UInt8>, additional: Span<UInt8>, nonce: Nonce, key: SecretKey
    ) -> [UInt8]? {
        Sodium.start()
        let count = sealed.count - tagCount
        guard count >= 0 else { return nil }
        var isGenuine = false
        let text = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 1)) { text, filled in
            isGenuine = unsafe decrypt(
                sealed, into: text.baseAddress!, additional: additional, nonce: nonce, key: key)
            filled = isGenuine ? count : 0
        }
        return isGenuine ? text : nil
    }

    private static func decrypt(
        _ sealed: Span<UInt8>, into target: UnsafeMutablePointer<UInt8>,
        additional: Span<UInt8>, nonce: Nonce, key: SecretKey
    ) -> Bool {
        unsafe sealed.withUnsafeBufferPointer { sealed in
            unsafe additional.withUnsafeBufferPointer { additional in
                unsafe nonce.withPointer { nonce in
                    unsafe key.withBytes { key in
                        unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
                            target, nil, nil, sealed.baseAddress!, UInt64(sealed.count),
                            additional.baseAddress, UInt64(additional.count), nonce,
                            key.baseAddress!.assumingMemoryBound(to: UInt8.self)) == 0
                    }
                }
            }
        }
    }
}
