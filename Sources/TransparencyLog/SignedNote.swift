internal import Crypto
internal import Entries

/// One line under a note: who signed, with which of their keys, and the signature.
package struct NoteSignature: Hashable, Sendable {
    package let name: String
    /// Four bytes: `VerifierKey.id`.
    package let keyID: [UInt8]
    package let bytes: [UInt8]

    /// `— name base64` and the line's end.
    package var line: String { "\u{2014} \(name) \(Base64.encode(keyID + bytes))\n" }

    /// Reads a line without its end.
    package init(line: ArraySlice<UInt8>) throws(NoteError) {
        let parts = line.split(
            separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("\u{2014}".utf8),
            let name = String(validating: parts[1], as: UTF8.self), VerifierKey.isName(name),
            let bytes = Base64.decode(parts[2]), bytes.count > 4
        else { throw .malformed("a line below the note's text is not a signature") }
        self.init(name: name, keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
    }

    init(name: String, keyID: [UInt8], bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }
}

/// A text with the signatures below it (C2SP signed-note).
package struct SignedNote: Hashable, Sendable {
    /// What is signed: whole lines, the last one's end included.
    package let text: [UInt8]
    package private(set) var signatures: [NoteSignature]

    package static let mostBytes = 1_000_000
    package static let mostSignatures = 100

    package init(text: [UInt8], signatures: [NoteSignature]) {
        precondition(text.last == 0x0A, "a note's text is whole lines")
        self.text = text
        self.signatures = signatures
    }

    package init(_ bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.mostBytes else { throw .malformed("the note is too large") }
        let isPlain = bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
        guard isPlain, String(validating: bytes, as: UTF8.self) != nil else {
            throw .malformed("the note is not plain text in UTF-8")
        }
        guard bytes.last == 0x0A, let gap = Self.lastEmptyLine(in: bytes) else {
            throw .malformed("there are no signatures below the note's text")
        }
        text = Array(bytes[..<gap])
        let lines = bytes[(gap + 1)...].dropLast().split(
            separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= Self.mostSignatures else {
            throw .malformed("there are too many signatures below the note's text")
        }
        signatures = []
        for line in lines { signatures.append(try NoteSignature(line: line)) }
    }

    /// The place of the last line that is empty, behind another.
    private static func lastEmptyLine(in bytes: [UInt8]) -> Int? {
        var place = bytes.count - 1
        while place > 0 {
            if bytes[place] == 0x0A, bytes[place - 1] == 0x0A { return place }
            place -= 1
        }
        return nil
    }

    package var bytes: [UInt8] {
        signatures.reduce(text + [0x0A]) { $0 + Array($1.line.utf8) }
    }

    /// Adds a signature; one of the same key gives way to it.
    package mutating func add(_ signature: NoteSignature) {
        signatures.removeAll { $0.name == signature.name && $0.keyID == signature.keyID }
        signatures.append(signature)
    }

    /// Which of `keys` have signed, and when the witnesses among them did.
    ///
    /// Signatures of keys that are not known are passed over.
    /// - Throws: `invalidSignature` if one of a known key is not genuine.
    package func signers(among keys: [VerifierKey]) throws(NoteError) -> [VerifierKey: UInt64?] {
        var signers: [VerifierKey: UInt64?] = [:]
        for signature in signatures {
            for key in keys where key.name == signature.name && key.id == signature.keyID {
                signers.updateValue(try time(of: signature, by: key), forKey: key)
            }
        }
        return signers
    }

    private func time(
        of signature: NoteSignature, by key: VerifierKey
    ) throws(NoteError) -> UInt64? {
        switch key.kind {
        case .log:
            guard key.key.verifies(signature.bytes, of: text) else {
                throw .invalidSignature(name: key.name)
            }
            return nil
        case .witness:
            guard signature.bytes.count == Cosignature.count,
                let seconds = Cosignature.seconds(in: signature.bytes),
                key.key.verifies(
                    Array(signature.bytes.dropFirst(8)),
                    of: Cosignature.message(text, seconds: seconds))
            else { throw .invalidSignature(name: key.name) }
            return seconds
        }
    }
}
