internal import Crypto
internal import Entries

/// The key of an epoch, which wraps all keys of the vault.
///
/// A wrapped key is `nonce24 ‖ ciphertext32 ‖ tag16`, bound to its reference and the epoch.
struct EpochKey: Sendable {
    static let wrappedCount = Nonce.count + SecretKey.count + XChaCha20Poly1305.tagCount
    let epoch: Int
    let key: SecretKey

    static func fileName(_ epoch: Int) -> String { "kek.\(epoch)" }

    /// What shows that a key is this vault's key of this epoch, without telling the key.
    func proof(office: String) -> [UInt8] {
        let message = Array("petition-kek/1\n\(office)\n\(epoch)\n".utf8)
        return HMACSHA256.authenticate(message, key: key.derived(1, context: "KEKproof")).bytes
    }

    func wrap(_ secret: SecretKey, of reference: KeyReference) -> [UInt8] {
        let nonce = Nonce.random()
        var wrapped: [UInt8] = []
        // Enough for the tag too: the bytes must not move while the key lies in them.
        wrapped.reserveCapacity(Self.wrappedCount)
        nonce.withBytes { wrapped.append($0) }
        secret.withSpan { wrapped.append($0) }
        XChaCha20Poly1305.seal(
            &wrapped, from: Nonce.count, additional: additional(reference).span, nonce: nonce,
            key: key)
        return wrapped
    }

    /// Nil if it is not what was wrapped under this key for this reference.
    func unwrap(_ wrapped: [UInt8], of reference: KeyReference) -> SecretKey? {
        guard wrapped.count == Self.wrappedCount,
            let nonce = Nonce(wrapped.span.extracting(..<Nonce.count)),
            var secret = XChaCha20Poly1305.open(
                wrapped.span.extracting(Nonce.count...), additional: additional(reference).span,
                nonce: nonce, key: key)
        else { return nil }
        defer { wipe(&secret) }
        return SecretKey(secret)
    }

    private func additional(_ reference: KeyReference) -> [UInt8] {
        var bytes = Array("petition-dek/1\n".utf8)
        bytes += reference.hex
        bytes += "\n\(epoch)\n".utf8
        return bytes
    }
}
