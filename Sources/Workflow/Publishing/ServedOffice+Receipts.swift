internal import Entries
internal import EventLog
internal import Events
internal import Vault
package import TransparencyLog

extension ServedOffice {
    /// The receipt of the petition of that number; nil if there is none.
    ///
    /// `withText` says whether it also holds what was sealed, as far as it has not been erased.
    /// Waits for a checkpoint that covers it, most often at most two tenths of a second: whoever
    /// files does not, since ten are signed in a second and many more may be filed.
    /// - Throws: `PublisherProblem` if the log is not signed.
    package func receipt(of number: String, withText: Bool) throws -> FilingReceipt? {
        guard let entry = try filing(of: number) else { return nil }
        let publisher = try publisher.get()
        let proof = try publisher.proof(of: entry.position, milliseconds: 1000)
        return FilingReceipt(
            proof, entry: entry.bytes, key: publisher.signer.verifier,
            sections: withText ? try opened(entry) : [])
    }

    /// The keys that the log was signed with, from its first epoch on: a restored one has several.
    package func signingKeys() throws -> [VerifierKey] {
        try (1...office.log.epoch).compactMap { epoch in
            try office.vault.secret(ifThere: Publisher.seedName(of: epoch)).flatMap { seed in
                let name = EventLog.signedName(of: office.log.origin, epoch: epoch)
                return NoteSigner(name: name, kind: .log, seed: seed)?.verifier
            }
        }
    }

    /// By what the entry of a petition is named on paper; nil if there is no such petition.
    package func mark(of number: String) throws -> EntryMark? {
        try filing(of: number).map { EntryMark(position: $0.position, leaf: $0.leafHash) }
    }

    /// Whether the log has that entry.
    package func has(_ mark: EntryMark) throws -> Bool {
        try office.log.entry(at: mark.position)?.leafHash == mark.leaf
    }

    /// The entry that a case begins with.
    private func filing(of number: String) throws -> Entry? {
        try office.log.readStream(
            StreamName(.petition, number).subject, afterVersion: 0, limit: 1
        ).first
    }

    private func opened(_ entry: Entry) throws -> [FilingReceipt.Section] {
        let envelope = try Envelope(entry.bytes)
        var sections: [FilingReceipt.Section] = []
        for section in try envelope.sealedSections {
            guard office.vault.erasure(of: section.keyReference) == nil,
                let blob = try office.log.section(at: entry.position, number: section.number)
            else { continue }
            let opened = try office.vault.key(section.keyReference)
                .open(blob, as: section, of: envelope.id)
            guard let salt = Digest(opened.salt),
                let content = String(validating: opened.content, as: UTF8.self)
            else { continue }
            sections.append(
                FilingReceipt.Section(
                    field: section.field, number: section.number, salt: salt, content: content))
        }
        return sections
    }
}
