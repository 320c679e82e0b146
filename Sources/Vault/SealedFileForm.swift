internal import Crypto
internal import Entries

/// The bytes of a sealed file: `0x01 ‖ key16 ‖ head8 ‖ header24 ‖ kc32`, then pieces of 65,536
/// bytes of text, 17 longer when sealed; the last one, and only that, may hold less.
///
/// `kc` commits to the key, which the cipher does not: with a second key nobody can open the same
/// file to another text.
struct SealedFileForm {
    static let format: UInt8 = 1
    static let headerStart = 1 + 16 + 8
    static let commitmentStart = headerStart + Nonce.count
    static let count = commitmentStart + 32
    static let pieceCount = 65_536
    static let sealedPieceCount = pieceCount + SecretStream.overheadCount

    let key: KeyReference
    /// The log's head when it was sealed: only later events can name the file.
    let head: Position
    let header: Nonce
    let commitment: Digest

    init(sealing key: KeyHandle, head: Position, header: Nonce) {
        self.key = key.reference
        self.head = head
        self.header = header
        commitment = Self.commitment(of: header, head: head, with: key)
    }

    /// Nil if these are not the first bytes of a sealed file.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.count, bytes[0] == Self.format,
            let key = KeyReference(bytes[1..<17]),
            let header = Nonce(bytes.span.extracting(Self.headerStart..<Self.commitmentStart)),
            let commitment = Digest(bytes.span.extracting(Self.commitmentStart...))
        else { return nil }
        self.key = key
        head = bytes[17..<Self.headerStart].reduce(0) { $0 << 8 | Position($1) }
        self.header = header
        self.commitment = commitment
    }

    var bytes: [UInt8] {
        var bytes = [Self.format]
        bytes += key.bytes
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: head >> Position(shift)))
        }
        header.withBytes { bytes.append($0) }
        return bytes + commitment.bytes
    }

    func isSealed(with key: KeyHandle) -> Bool {
        key.reference == self.key
            && Self.commitment(of: header, head: head, with: key)
                .isEqualInConstantTime(to: commitment)
    }

    /// What every piece is bound to.
    static func additional(_ key: KeyHandle, head: Position) -> [UInt8] {
        Array("petition-file/1\n\(key.office)\n\(key.reference)\n\(head)\n".utf8)
    }

    /// How many bytes of text a sealed file of this many bytes holds; nil: there is none such.
    static func textCount(of sealedCount: Int) -> Int? {
        let pieces = sealedCount - count
        let (whole, rest) = pieces.quotientAndRemainder(dividingBy: sealedPieceCount)
        guard pieces > 0, rest == 0 || rest >= SecretStream.overheadCount else { return nil }
        // An empty last piece follows nothing but the beginning.
        guard rest != SecretStream.overheadCount || whole == 0 else { return nil }
        return pieces - (whole + (rest > 0 ? 1 : 0)) * SecretStream.overheadCount
    }

    /// HMAC-SHA256 over SHA-256(additional) ‖ header.
    private static func commitment(
        of header: Nonce, head: Position, with key: KeyHandle
    ) -> Digest {
        var message = SHA256.hash(additional(key, head: head)).bytes
        header.withBytes { message.append($0) }
        return HMACSHA256.authenticate(message, key: key.commitment)
    }
}
