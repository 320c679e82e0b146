internal import COpenSSL

/// Signatures of other houses' servers (RFC 7518): checked here, never made.
package enum WebSignature {
    /// A public key as a key set names it (RFC 7517).
    package enum PublicKey: Equatable, Sendable {
        /// RS256. The modulus and the exponent, from the highest byte.
        case rsa(modulus: [UInt8], exponent: [UInt8])
        /// ES256: a point of P-256, 32 bytes each.
        case p256(x: [UInt8], y: [UInt8])

        /// Whether it is as large as the standard asks for, and no larger than anybody's.
        package var isSound: Bool {
            switch self {
            case .rsa(let modulus, let exponent):
                let bytes = modulus.drop { $0 == 0 }
                return (256...1024).contains(bytes.count) && (1...8).contains(exponent.count)
            case .p256(let x, let y): return x.count == 32 && y.count == 32
            }
        }
    }

    /// Whether `signature` is the key's of the message: PKCS #1 with SHA-256, or `r ‖ s` of ECDSA.
    /// C: `EVP_DigestVerify`.
    package static func isRight(
        _ signature: [UInt8], of message: [UInt8], by key: PublicKey
    ) -> Bool {
        guard key.isSound, let handle = KeyHandle(key) else { return false }
        switch key {
        case .rsa: return handle.verifies(signature, of: message)
        case .p256:
            guard signature.count == 64 else { return false }
            let pair = integer(signature.prefix(32)) + integer(signature.suffix(32))
            // A SEQUENCE of DER; it is never longer than 72 bytes.
            return handle.verifies([0x30, UInt8(pair.count)] + pair, of: message)
        }
    }

    /// An INTEGER of DER: without zeros before it but the one that says it is not negative.
    private static func integer(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var digits = Array(bytes.drop { $0 == 0 })
        if digits.first.map({ $0 & 0x80 != 0 }) ?? true { digits.insert(0, at: 0) }
        return [0x02, UInt8(digits.count)] + digits
    }
}

/// A key as OpenSSL holds it. C: `EVP_PKEY_fromdata`.
@safe private final class KeyHandle {
    private let key: OpaquePointer

    /// Nil for what is no key: a point beside the curve, for example.
    init?(_ key: WebSignature.PublicKey) {
        let made: OpaquePointer?
        switch key {
        case .rsa(let modulus, let exponent):
            // OpenSSL takes numbers in the order of this machine.
            unsafe made = Self.make(
                "RSA", ("n", OSSL_PARAM_UNSIGNED_INTEGER, modulus.reversed()),
                ("e", OSSL_PARAM_UNSIGNED_INTEGER, exponent.reversed()))
        case .p256(let x, let y):
            unsafe made = Self.make(
                "EC", ("group", OSSL_PARAM_UTF8_STRING, Array("prime256v1".utf8)),
                ("pub", OSSL_PARAM_OCTET_STRING, [4] + x + y))
        }
        guard let made = unsafe made else { return nil }
        unsafe self.key = made
    }

    deinit { unsafe EVP_PKEY_free(key) }

    private typealias Part = (name: String, type: Int32, value: [UInt8])

    private static func make(_ type: String, _ first: Part, _ second: Part) -> OpaquePointer? {
        guard let context = unsafe EVP_PKEY_CTX_new_from_name(nil, type, nil) else { return nil }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_fromdata_init(context) == 1 else { return nil }
        return unsafe with(first) { first in
            unsafe with(second) { second in
                var key: OpaquePointer?
                // The last says that there are no more.
                var parts = unsafe [first, second, OSSL_PARAM()]
                let code = unsafe EVP_PKEY_fromdata(
                    context, &key, publicKeyBits, &parts)
                return unsafe code == 1 ? key : nil
            }
        }
    }

    /// The part is good within `body` alone.
    private static func with(
        _ part: Part, _ body: (OSSL_PARAM) -> OpaquePointer?
    ) -> OpaquePointer? {
        // Texts are read up to a zero, whatever their size says.
        var value = part.value + [0]
        return unsafe part.name.withCString { name in
            unsafe value.withUnsafeMutableBytes { bytes in
                unsafe body(
                    OSSL_PARAM(
                        key: name, data_type: UInt32(part.type), data: bytes.baseAddress,
                        data_size: bytes.count - 1, return_size: 0))
            }
        }
    }

    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else {
            return false
        }
        return unsafe EVP_DigestVerify(
            context, signature, signature.count, message, message.count) == 1
    }
}

extension KeyHandle {
    /// `EVP_PKEY_PUBLIC_KEY`, which is a macro of two that Swift cannot read.
    fileprivate static let publicKeyBits =
        OSSL_KEYMGMT_SELECT_DOMAIN_PARAMETERS | OSSL_KEYMGMT_SELECT_PUBLIC_KEY
}
