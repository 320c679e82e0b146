package import Crypto
internal import Entries

/// What a signature of a note can be: the number stands in its key's name.
package enum NoteKeyKind: UInt8, Sendable {
    /// A log's own signature, over the note's text.
    case log = 1
    /// A witness's, over the text and a time (cosignature/v1).
    case witness = 4
}

/// A public key with the name that it signs under: `name+hash+key`, a “vkey” (C2SP signed-note).
package struct VerifierKey: Hashable, Sendable {
    package let name: String
    package let kind: NoteKeyKind
    package let key: Ed25519.PublicKey
    /// Four bytes by which signatures name their key.
    package let id: [UInt8]

    /// Nil if the name may not be that of a key.
    package init?(name: String, kind: NoteKeyKind, key: Ed25519.PublicKey) {
        guard Self.isName(name) else { return nil }
        self.name = name
        self.kind = kind
        self.key = key
        let named = Array(name.utf8) + [0x0A, kind.rawValue] + key.bytes
        id = Array(SHA256.hash(named).bytes.prefix(4))
    }

    package init(_ text: some StringProtocol) throws(NoteError) {
        // The key itself may have plus signs.
        let parts = String(text).split(separator: "+", maxSplits: 2)
        guard parts.count == 3, let id = Hex.decode(parts[1].utf8),
            let bytes = Base64.decode(parts[2].utf8), let first = bytes.first
        else { throw .malformed("a verifier key is name+hash+key") }
        guard let kind = NoteKeyKind(rawValue: first),
            let key = Ed25519.PublicKey(bytes.dropFirst())
        else { throw .malformed("only Ed25519 keys of kinds 1 and 4 can be used") }
        guard let made = VerifierKey(name: String(parts[0]), kind: kind, key: key), made.id == id,
            made.text.utf8.elementsEqual(text.utf8)
        else { throw .malformed("the hash of a verifier key is not that of its name and key") }
        self = made
    }

    package var text: String {
        "\(name)+\(Hex.encode(id))+\(Base64.encode([kind.rawValue] + key.bytes))"
    }

    /// Neither empty nor holding a plus sign, a space or a control character.
    package static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar != "+" && !scalar.properties.isWhitespace
                    && scalar.properties.generalCategory != .control
            }
    }
}

/// A key that signs notes under its name.
package struct NoteSigner: Sendable {
    package let verifier: VerifierKey
    private let key: Ed25519.SigningKey

    /// Nil if the name may not be that of a key.
    package init?(name: String, kind: NoteKeyKind, seed: SecretKey) {
        let key = Ed25519.SigningKey(seed: seed)
        guard let verifier = VerifierKey(name: name, kind: kind, key: key.publicKey) else {
            return nil
        }
        self.verifier = verifier
        self.key = key
    }

    /// The line of a log under its note.
    package func signature(of text: [UInt8]) -> NoteSignature {
        precondition(verifier.kind == .log, "a witness signs with a time")
        return NoteSignature(name: verifier.name, keyID: verifier.id, bytes: key.sign(text))
    }

    /// The line of a witness under a checkpoint that it saw at `seconds` since 1970.
    package func cosignature(of text: [UInt8], seconds: UInt64) -> NoteSignature {
        precondition(verifier.kind == .witness, "a log signs without a time")
        let signature = key.sign(Cosignature.message(text, seconds: seconds))
        return NoteSignature(
            name: verifier.name, keyID: verifier.id,
            bytes: Cosignature.bytes(of: seconds) + signature)
    }
}
