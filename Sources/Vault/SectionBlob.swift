internal import Crypto
internal import Entries

/// The bytes of a sealed section: `0x01 ‖ nonce24 ‖ kc32 ‖ ciphertext ‖ tag16`.
///
/// `kc` commits to the key, which the cipher does not: with a second key nobody can open the same
/// blob to another text.
enum SectionBlob {
    static let format: UInt8 = 1
    static let commitmentStart = 1 + Nonce.count
    static let textStart = commitmentStart + 32
    static let longestPadding = 256

    /// A blob whose text is `parts` one after the other, padded to whole blocks.
    static func seal(
        _ parts: [[UInt8]], with key: KeyHandle, additional: [UInt8], nonce: Nonce, block: Int
    ) -> [UInt8] {
        let count = parts.reduce(0) { $0 + $1.count }
        var blob: [UInt8] = []
        // Enough for all: the bytes must not move while the text lies in them.
        blob.reserveCapacity(textStart + count + block + XChaCha20Poly1305.tagCount)
        blob.append(format)
        nonce.withBytes { blob.append($0) }
        blob.append(contentsOf: repeatElement(0, count: 32))
        for part in parts { blob += part }
        Padding.pad(&blob, from: textStart, block: block)
        XChaCha20Poly1305.seal(
            &blob, from: textStart, additional: additional.span, nonce: nonce,
            key: key.encryption)
        let commitment = keyCommitment(of: blob, with: key, additional: additional)
        commitment.withBytes { commitment in
            for index in commitment.indices { blob[commitmentStart + index] = commitment[index] }
        }
        return blob
    }

    /// The text of a blob without its padding.
    static func open(
        _ blob: [UInt8], with key: KeyHandle, additional: [UInt8]
    ) throws(SectionError) -> [UInt8] {
        guard blob.count > textStart + XChaCha20Poly1305.tagCount, blob[0] == format,
            let nonce = Nonce(blob.span.extracting(1..<commitmentStart)),
            let commitment = Digest(blob.span.extracting(commitmentStart..<textStart))
        else { throw .malformed }
        let expected = keyCommitment(of: blob, with: key, additional: additional)
        guard expected.isEqualInConstantTime(to: commitment) else { throw .wrongKeyOrPlace }
        let text = XChaCha20Poly1305.open(
            blob.span.extracting(textStart...), additional: additional.span, nonce: nonce,
            key: key.encryption)
        guard var text else { throw .altered }
        guard Padding.unpad(&text, longest: longestPadding) else { throw .malformed }
        return text
    }

    /// HMAC-SHA256 over SHA-256(additional) ‖ nonce ‖ tag.
    private static func keyCommitment(
        of blob: [UInt8], with key: KeyHandle, additional: [UInt8]
    ) -> Digest {
        var message: [UInt8] = []
        message.reserveCapacity(72)
        SHA256.hash(additional).withBytes { message.append($0) }
        message += blob[1..<commitmentStart]
        message += blob[(blob.count - XChaCha20Poly1305.tagCount)...]
        return HMACSHA256.authenticate(message, key: key.commitment)
    }
}
