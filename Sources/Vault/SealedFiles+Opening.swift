internal import Crypto
package import Entries
internal import Files

extension SealedFiles {
    /// Lends what the file holds to `body`, a piece of at most 65,536 bytes at a time.
    ///
    /// The whole file is first held against its name: nothing is lent of one that was changed,
    /// cut off or put in the place of another. It is read twice for that.
    package func open(
        _ file: Digest, with key: KeyHandle, _ body: (Span<UInt8>) throws -> Void
    ) throws {
        let reader = try reader(SealedFileName(key: key.reference, file: file))
        let form = try Self.form(reader, of: file, under: key.reference)
        guard form.isSealed(with: key) else { throw SealedFileError.wrongKey(file) }
        reader.goBack(to: SealedFileForm.count)
        let additional = SealedFileForm.additional(key, head: form.head)
        var stream = SecretStreamOpener(header: form.header, key: key.files)
        var sealed: [UInt8] = []
        var piece: [UInt8] = []
        while true {
            try reader.read(SealedFileForm.sealedPieceCount, into: &sealed)
            let found = stream.open(sealed.span, additional: additional.span, into: &piece)
            guard let found else { throw SealedFileError.damaged(file) }
            try body(piece.span)
            if found == .last { return }
        }
    }

    /// What the file holds, if that is no more than `limit` bytes.
    package func read(_ file: Digest, with key: KeyHandle, limit: Int) throws -> [UInt8] {
        let size = try size(of: file, under: key.reference)
        guard size <= limit else { throw SealedFileError.tooLarge(file, size: size) }
        var content: [UInt8] = []
        content.reserveCapacity(size)
        try open(file, with: key) { content.append($0) }
        return content
    }

    /// How many bytes the file holds, from its length alone.
    package func size(of file: Digest, under key: KeyReference) throws -> Int {
        let name = SealedFileName(key: key, file: file)
        guard let status = try FileStatus.of(path(name)) else {
            throw SealedFileError.missing(file)
        }
        guard let size = SealedFileForm.textCount(of: status.size) else {
            throw SealedFileError.damaged(file)
        }
        return size
    }

    /// Whether the file is there and has the hash that it is named by; needs no key.
    package func verify(_ file: Digest, under key: KeyReference) throws {
        let reader = try reader(SealedFileName(key: key, file: file))
        _ = try Self.form(reader, of: file, under: key)
    }

    /// Reads the whole file, and refuses one that is not what it is named.
    private static func form(
        _ reader: FileReader, of file: Digest, under key: KeyReference
    ) throws -> SealedFileForm {
        let hasher = SHA256Hasher()
        var bytes: [UInt8] = []
        try reader.read(SealedFileForm.count, into: &bytes)
        hasher.update(bytes)
        let form = SealedFileForm(bytes)
        repeat {
            try reader.read(SealedFileForm.sealedPieceCount, into: &bytes)
            hasher.update(bytes)
        } while !bytes.isEmpty
        guard hasher.finish() == file, let form, form.key == key else {
            throw SealedFileError.damaged(file)
        }
        return form
    }

    private func reader(_ name: SealedFileName) throws -> FileReader {
        guard let reader = try FileReader.open(ifThere: path(name)) else {
            throw SealedFileError.missing(name.file)
        }
        return reader
    }
}
