internal import Crypto
internal import Entries
internal import Files

/// Seals a file as its bytes come: no more than one piece is ever in memory, and nothing that can
/// be read on the disk.
///
/// One thread at a time. Let go before `finish`, it leaves nothing behind.
package final class SealedFileWriter {
    private let key: KeyHandle
    private let additional: [UInt8]
    private let directory: String
    private var file: NewFile
    private var stream: SecretStreamSealer
    private let sealedHash = SHA256Hasher(), contentHash = SHA256Hasher()
    /// What has come and is not sealed yet: whether it is the last piece is not known before more
    /// comes.
    private var pending: [UInt8] = []
    private var count = 0
    private let isSynced: Bool

    init(
        in directory: String, draft: String, key: KeyHandle, head: Position, isSynced: Bool
    ) throws {
        self.isSynced = isSynced
        self.directory = directory
        self.key = key
        additional = SealedFileForm.additional(key, head: head)
        file = try NewFile(draft: draft)
        stream = SecretStreamSealer(key: key.files)
        pending.reserveCapacity(SealedFileForm.pieceCount)
        let form = SealedFileForm(sealing: key, head: head, header: stream.header)
        try keep(form.bytes.span)
    }

    /// How many bytes have come.
    package var size: Int { count + pending.count }

    package func write(_ bytes: [UInt8]) throws { try write(bytes.span) }

    package func write(_ bytes: Span<UInt8>) throws {
        var start = 0
        while start < bytes.count {
            if pending.count == SealedFileForm.pieceCount { try sealPending(isLast: false) }
            let room = SealedFileForm.pieceCount - pending.count
            let end = min(start + room, bytes.count)
            pending.append(bytes.extracting(start..<end))
            start = end
        }
    }

    /// Seals the rest; the file lies under its name when this returns, and unless the files are a
    /// draft on the disk.
    package func finish() throws -> SealedFile {
        try sealPending(isLast: true)
        let name = SealedFileName(key: key.reference, file: sealedHash.finish())
        let folder = directory + "/" + name.folder
        if isSynced {
            try file.publish(as: name.last, in: folder)
        } else {
            try file.publishDraft(as: name.last, in: folder)
        }
        return SealedFile(
            key: key.reference, file: name.file, content: contentHash.finish(), size: count)
    }

    private func sealPending(isLast: Bool) throws {
        var piece: [UInt8] = []
        swap(&piece, &pending)
        contentHash.update(piece)
        count += piece.count
        let additional = additional
        var sealed: [UInt8] = []
        stream.seal(piece.span, isLast: isLast, additional: additional.span, into: &sealed)
        piece.removeAll(keepingCapacity: true)
        swap(&piece, &pending)
        try keep(sealed.span)
    }

    private func keep(_ bytes: Span<UInt8>) throws {
        sealedHash.update(bytes)
        try file.write(bytes)
    }
}
