internal import Crypto
package import Entries
internal import SQLite
internal import Threads

/// What a filing has put under the key of a case or an account, for the command that names it.
package struct Handover: Equatable, Sendable {
    /// The key that the files are sealed under.
    package let key: KeyReference
    /// In the order of the filing, then those that were added.
    package let files: [HandedFile]
}

package struct HandedFile: Equatable, Sendable {
    package let label: FileLabel
    package let sealed: SealedFile

    package init(label: FileLabel, sealed: SealedFile) {
        self.label = label
        self.sealed = sealed
    }
}

/// A file that the system itself adds on filing: the written form.
package struct AddedFile: Equatable, Sendable {
    package var label: FileLabel
    package var content: [UInt8]

    package init(_ label: FileLabel, content: [UInt8]) {
        self.label = label
        self.content = content
    }
}

extension UnfinishedFilings {
    /// Seals what was uploaded anew, under the key of the case, piece by piece through memory.
    ///
    /// As long as the filing is as it was `seen`, the answer is the same, so that a double click
    /// or a retry after a crash says the same under the same idempotency key; `key` and `added`
    /// are not asked again then. It is done anew if the vault no longer knows the key: no event
    /// can have named it. Files of an attempt that came to nothing are loose, and swept.
    package func handOver(
        _ id: FilingID, for account: String?, seen: Int, to files: SealedFiles,
        after head: Position, adding added: () throws -> [AddedFile] = { [] },
        under key: () throws -> KeyHandle
    ) throws -> Handover {
        let filing = try stored(id, for: account)
        guard filing.version == seen else {
            throw FilingError.stale(seen: seen, actual: filing.version)
        }
        let own = try vault.key(filing.key)
        let done = try store.with { store in try handover(of: filing, with: own, in: store) }
        if let done { return done.handover }
        let key = try key()
        var card = HandoverCard()
        card.key = key.reference
        card.version = seen
        for (number, blob) in filing.files {
            let upload = try Self.card(blob, number, of: filing, with: own)
            card.files.append(try copy(upload, from: own, to: files, after: head, under: key))
        }
        for file in try added() {
            let sealed = try files.seal(file.content, under: key, after: head)
            card.files.append(FileCard(file.label, sealed))
        }
        return try keep(card, of: id, for: account, with: own).handover
    }

    private func copy(
        _ upload: FileCard, from own: KeyHandle, to files: SealedFiles, after head: Position,
        under key: KeyHandle
    ) throws -> FileCard {
        let writer = try files.begin(under: key, after: head)
        let old = upload.sealedFile(under: own.reference)
        try uploads.open(old.file, with: own) { try writer.write($0) }
        let sealed = try writer.finish()
        guard sealed.content == old.content else { throw FilingError.damaged }
        return FileCard(upload.fileLabel, sealed)
    }

    /// Notes what was handed over, unless another request was faster: then that is the answer. On
    /// the disk before the command, so that a power loss cannot make another petition of it.
    private func keep(
        _ card: HandoverCard, of id: FilingID, for account: String?, with own: KeyHandle
    ) throws -> HandoverCard {
        try store.with { store in
            try store.database.durably {
                let filing = try store.filing(id, for: account)
                guard filing.version == card.version else {
                    throw FilingError.stale(seen: card.version, actual: filing.version)
                }
                if let first = try handover(of: filing, with: own, in: store) { return first }
                let sealed = FilingPart.handover.seal(card.encoded(), of: filing.hash, with: own)
                try store.database.run(
                    "INSERT OR REPLACE INTO handovers VALUES (?, ?)", filing.key.bytes, sealed)
                return card
            }
        }
    }

    /// What was handed over of the filing as it is, if its key still stands for something.
    private func handover(
        of filing: FilingStore.Filing, with own: KeyHandle, in store: FilingStore
    ) throws -> HandoverCard? {
        let blob = try store.database.first(
            "SELECT card FROM handovers WHERE key = ?", filing.key.bytes
        ) { $0.bytes(0) }
        guard let blob else { return nil }
        let card = try HandoverCard.decoded(
            FilingPart.handover.open(blob, of: filing.hash, with: own))
        guard card.version == filing.version, try vault.hasKnown(card.key) else { return nil }
        return card
    }
}

extension HandoverCard {
    fileprivate var handover: Handover {
        Handover(
            key: key,
            files: files.map {
                HandedFile(label: $0.fileLabel, sealed: $0.sealedFile(under: key))
            })
    }
}
