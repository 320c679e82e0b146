internal import Crypto
package import Entries
internal import SQLite
internal import Threads

extension UnfinishedFilings {
    /// Seals a file as `content` writes it, and puts it with the filing.
    ///
    /// With `seen`, only if the filing is still as it was. Nothing is kept if `content` throws, or
    /// writes more than there is room for: then its own write throws.
    package func addFile(
        _ label: FileLabel, to id: FilingID, for account: String?, seen: Int? = nil,
        at now: Instant, content: (_ write: (Span<UInt8>) throws -> Void) throws -> Void
    ) throws -> FilingFile {
        let (filing, room) = try store.with { store in
            let filing = try store.filing(id, for: account)
            return (filing, try checkRoom(for: 0, with: filing, in: store))
        }
        let key = try vault.key(filing.key)
        let writer = try uploads.begin(under: key, after: 0)
        try content { bytes in
            guard writer.size + bytes.count <= room else {
                throw FilingError.tooLarge(limit: limits.fileBytes)
            }
            try writer.write(bytes)
        }
        let sealed = try writer.finish()
        do {
            let number = try insert(
                FileCard(label, sealed), to: id, for: account, seen: seen, at: now, key: key)
            return FileCard(label, sealed).filingFile(number)
        } catch let error as FilingError {
            // Any other error leaves it unknown whether it is in: the file goes with its filing.
            try uploads.remove(sealed)
            throw error
        }
    }

    package func addFile(
        _ label: FileLabel, content: [UInt8], to id: FilingID, for account: String?,
        seen: Int? = nil, at now: Instant
    ) throws -> FilingFile {
        try addFile(label, to: id, for: account, seen: seen, at: now) { try $0(content.span) }
    }

    /// Takes a file out of the filing, and off the disk.
    package func removeFile(
        _ number: Int, from id: FilingID, for account: String?, seen: Int? = nil, at now: Instant
    ) throws {
        let filing = try stored(id, for: account)
        let sealed = try sealedFile(number, of: filing)
        try store.with { store in
            try store.database.durably {
                try change(id, for: account, seen: seen, at: now, in: store)
                try store.database.run(
                    "DELETE FROM files WHERE key = ? AND number = ?", filing.key.bytes, number)
                guard store.database.changes == 1 else { throw FilingError.noSuchFile }
            }
        }
        try uploads.remove(sealed)
    }

    /// Lends what was uploaded, piece by piece.
    package func openFile(
        _ number: Int, of id: FilingID, for account: String?,
        _ body: (Span<UInt8>) throws -> Void
    ) throws {
        let filing = try stored(id, for: account)
        let sealed = try sealedFile(number, of: filing)
        try uploads.open(sealed.file, with: try vault.key(filing.key), body)
    }

    func sealedFile(_ number: Int, of filing: FilingStore.Filing) throws -> SealedFile {
        guard let (_, card) = filing.files.first(where: { $0.number == number }) else {
            throw FilingError.noSuchFile
        }
        return try Self.card(card, number, of: filing, with: try vault.key(filing.key))
            .sealedFile(under: filing.key)
    }

    private func insert(
        _ card: FileCard, to id: FilingID, for account: String?, seen: Int?, at now: Instant,
        key: KeyHandle
    ) throws -> Int {
        try store.with { store in
            try store.database.transaction {
                let size = card.sealedFile(under: key.reference).size
                let filing = try change(id, for: account, seen: seen, at: now, in: store)
                _ = try checkRoom(for: size, with: filing, in: store)
                let number = try store.nextFile(of: filing.key)
                let sealed = FilingPart.file(number).seal(
                    card.encoded(), of: filing.hash, with: key)
                try store.database.run(
                    "INSERT INTO files VALUES (?, ?, ?, ?)", filing.key.bytes, number, size, sealed
                )
                return number
            }
        }
    }

    @discardableResult
    private func change(
        _ id: FilingID, for account: String?, seen: Int?, at now: Instant, in store: FilingStore
    ) throws -> FilingStore.Filing {
        let filing = try store.filing(id, for: account)
        let version = seen ?? filing.version
        guard try store.change(filing, from: version, at: now) else {
            throw FilingError.stale(seen: version, actual: filing.version)
        }
        return filing
    }

    /// How many bytes a further file may have, if there is room for `size`.
    private func checkRoom(
        for size: Int, with filing: FilingStore.Filing, in store: FilingStore
    ) throws -> Int {
        let sizes = try store.sizes(filing.key)
        guard sizes.files < limits.files else {
            throw FilingError.tooManyFiles(limit: limits.files)
        }
        guard sizes.all + size <= limits.allFileBytes else { throw FilingError.full }
        guard sizes.bytes + size <= limits.fileBytes else {
            throw FilingError.tooLarge(limit: limits.fileBytes)
        }
        return min(limits.fileBytes - sizes.bytes, limits.allFileBytes - sizes.all)
    }
}
