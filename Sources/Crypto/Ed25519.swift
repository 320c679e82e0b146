internal import CSodium

/// Signatures of RFC 8032, without a context; the same text always gets the same signature.
package enum Ed25519 {
    package static let signatureCount = 64

    /// Whoever has it can check signatures.
    package struct PublicKey: Hashable, Sendable {
        package let bytes: [UInt8]

        /// Nil unless there are 32 bytes.
        package init?(_ bytes: some Collection<UInt8>) {
            guard bytes.count == SecretKey.count else { return nil }
            self.bytes = Array(bytes)
        }

        /// C: `crypto_sign_verify_detached`.
        package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
            guard signature.count == signatureCount else { return false }
            Sodium.start()
            return unsafe crypto_sign_verify_detached(
                signature, message, UInt64(message.count), bytes) == 0
        }
    }

    /// Whoever has it can sign: 32 secret bytes, from which all else follows.
    package struct SigningKey: Sendable {
        private let seed: SecretKey
        package let publicKey: PublicKey

        package init(seed: SecretKey) {
            self.seed = seed
            var pair = KeyPair(seed)
            defer { wipe(&pair.secret) }
            publicKey = PublicKey(pair.open)!
        }

        /// C: `crypto_sign_detached`.
        package func sign(_ message: [UInt8]) -> [UInt8] {
            var pair = KeyPair(seed)
            defer { wipe(&pair.secret) }
            var signature = [UInt8](repeating: 0, count: signatureCount)
            let code = unsafe crypto_sign_detached(
                &signature, nil, message, UInt64(message.count), pair.secret)
            precondition(code == 0, "a message cannot be signed")
            return signature
        }
    }

    /// What libsodium signs with; the secret is its user's to wipe.
    private struct KeyPair {
        var secret = [UInt8](repeating: 0, count: 64)
        var open = [UInt8](repeating: 0, count: 32)

        /// C: `crypto_sign_seed_keypair`.
        init(_ seed: SecretKey) {
            Sodium.start()
            let code = unsafe seed.withBytes { seed in
                unsafe crypto_sign_seed_keypair(
                    &open, &secret, seed.baseAddress!.assumingMemoryBound(to: UInt8.self))
            }
            precondition(code == 0, "no key pair follows from the seed")
        }
    }
}
