internal import Crypto
package import Entries
internal import EventLog
internal import Events
internal import Files
internal import Rules
internal import TransparencyLog
internal import Vault

extension Office {
    /// Makes an office of its archives, in a place where there is none.
    ///
    /// Every archive is read whole before anything is made of it. What was erased is erased again
    /// before anybody can open the office. Unless it is shown that nothing was lost, the log goes
    /// on in a new epoch, under a name of its own, so that nothing is ever signed twice in the same
    /// place; its first new entry says from where on it is another history.
    ///
    /// The office's keys must be in their directory: no backup holds them.
    package static func restore(
        _ paths: OfficePaths, from parts: RestoreParts,
        clock: @escaping @Sendable () -> Instant,
        progress: @escaping (_ done: Position, _ of: Position) -> Void = { _, _ in }
    ) throws -> Restoration {
        guard try FileStatus.of(paths.office) == nil else {
            throw OfficeProblem.exists(paths.office)
        }
        let history = try RestoredHistory(parts, paths)
        return try make(paths) { making in
            var restoration = Restoration()
            let log = try EventLog.draft(
                at: making.log, origin: history.archive.origin, epoch: history.epoch, now: clock())
            try history.placeVault(in: making)
            try history.fill(log, making, into: &restoration, progress)
            try history.open(log, making, clock, into: &restoration)
            try log.finish()
            return restoration
        }
    }
}

/// An archived history: what is known of it before it is put back, and the steps of that.
struct RestoredHistory {
    let archive: EntryArchive
    let epoch: UInt64
    private let parts: RestoreParts
    private let place: VaultPlace
    /// The largest that is known to have been signed.
    private let signed: (note: SignedNote, checkpoint: Checkpoint)?
    /// Keys that the log erases.
    private let erased: Set<KeyReference>

    /// Reads every archive whole, and holds them against each other and what was signed.
    init(_ parts: RestoreParts, _ paths: OfficePaths) throws {
        let state = try parts.signerState.map { path in
            guard let note = try SignerState.last(at: path) else {
                throw RestoreProblem.signerStateMissing
            }
            return note
        }
        var erased: Set<KeyReference> = []
        var unreadable: Position?
        var notes = [state].compactMap(\.self) + parts.checkpoints
        var tree = ArchivedTree()
        archive = try EntryArchive.read(parts.entries) { position, bytes in
            tree.append(SHA256.leafHash(bytes.span))
            // What is damaged is no entry either, and is known to be damaged at the end only.
            guard let recorded = try? RecordedEvent.read(position: position, bytes: bytes) else {
                unreadable = unreadable ?? position
                return
            }
            if let key = Self.erasedKey(recorded) { erased.insert(key) }
        }
        if let unreadable { throw RestoreProblem.unreadable(at: unreadable) }
        if let note = archive.checkpoint { notes.append(note) }
        place = paths.place(archive.origin)
        let keys = try KeyDirectory(
            opening: paths.keys, office: archive.origin, outside: paths.data)
        signed = try Self.check(notes, of: archive, tree, keys)
        self.erased = erased
        self.parts = parts
        try Self.checkOthers(parts, archive, tree)
        if parts.isWhole {
            guard state != nil else { throw RestoreProblem.signerStateMissing }
            if let size = signed?.checkpoint.size, size > archive.size {
                throw RestoreProblem.notWhole(signed: size, archived: archive.size)
            }
            epoch = archive.epoch
        } else {
            // A name that was ever signed under has its key: it is not taken again.
            epoch = ((archive.epoch + 1)...).first { number in
                !keys.contains(Publisher.seedName(of: number))
            }!
        }
    }

    private static func erasedKey(_ recorded: RecordedEvent) -> KeyReference? {
        switch recorded.event {
        case .petition(.erased(let data)): data.key
        case .account(.erased(let data)): data.key
        default: nil
        }
    }

    /// Each must be signed by this log, and be about its first entries; the largest of them.
    private static func check(
        _ notes: [SignedNote], of archive: EntryArchive, _ tree: ArchivedTree, _ keys: KeyDirectory
    ) throws -> (note: SignedNote, checkpoint: Checkpoint)? {
        guard tree.root(size: archive.size) == archive.root else {
            throw RestoreProblem.rewritten(size: archive.size)
        }
        guard !notes.isEmpty else { return nil }
        let name = EventLog.signedName(of: archive.origin, epoch: archive.epoch)
        let seed = try keys.secret(Publisher.seedName(of: archive.epoch))
        guard let key = NoteSigner(name: name, kind: .log, seed: seed)?.verifier else {
            throw PublisherProblem.unusableOrigin(name)
        }
        var largest: (note: SignedNote, checkpoint: Checkpoint)?
        for note in notes {
            guard let checkpoint = try? Checkpoint(note, signedBy: key) else {
                throw RestoreProblem.foreignCheckpoint(
                    String(decoding: note.text, as: UTF8.self))
            }
            if checkpoint.size <= archive.size,
                tree.root(size: checkpoint.size) != checkpoint.root
            {
                throw RestoreProblem.rewritten(size: checkpoint.size)
            }
            if checkpoint.size >= largest?.checkpoint.size ?? 0 { largest = (note, checkpoint) }
        }
        return largest
    }

    private static func checkOthers(
        _ parts: RestoreParts, _ archive: EntryArchive, _ tree: ArchivedTree
    ) throws {
        if let path = parts.sealed {
            let sealed = try SealedArchive.check(path)
            // Begun after the entries or before them: the shorter is a beginning of the longer.
            guard sealed.origin == archive.origin, sealed.epoch <= archive.epoch,
                sealed.size > archive.size || tree.root(size: sealed.size) == sealed.root
            else { throw RestoreProblem.doesNotBelong(path) }
        }
        if try FileStatus.of(parts.vault)?.isDirectory != true {
            guard try VaultArchive.check(parts.vault).origin == archive.origin else {
                throw RestoreProblem.doesNotBelong(parts.vault)
            }
        }
    }
}

// MARK: - Putting back

extension RestoredHistory {
    func placeVault(in making: OfficePaths) throws {
        if try FileStatus.of(parts.vault)?.isDirectory == true {
            var copied = place
            copied.directory = parts.vault
            try Vault.copy(copied, to: making.vault)
        } else {
            try Directory.make(making.vault)
            _ = try VaultArchive.restore(parts.vault, to: making.vault)
        }
        do {
            _ = try Vault(opening: making.place(archive.origin), mode: .read)
        } catch VaultError.epochKeyMissing(let epoch, _) {
            throw RestoreProblem.vaultTooOld(epoch: epoch)
        }
    }

    /// Puts the entries back, and beside them what is sealed and was not erased.
    func fill(
        _ log: EventLog, _ making: OfficePaths, into restoration: inout Restoration,
        _ progress: (Position, Position) -> Void
    ) throws {
        let sealed = try parts.sealed.map { try SealedArchive.Reading($0) }
        var restorer = LogRestorer(log)
        var next = try sealed?.row()
        _ = try EntryArchive.read(parts.entries) { position, bytes in
            var beside: [LogRestorer.Beside] = []
            while let row = next, row.position <= position {
                if row.position == position { beside.append(row) }
                next = try sealed?.row()
            }
            let kept = try keep(beside, of: bytes, at: position, into: &restoration)
            try restorer.add(bytes, beside: kept)
            if position % 1000 == 0 || position == archive.size {
                progress(position, archive.size)
            }
        }
        try restorer.end()
        guard restorer.root == archive.root, restorer.size == archive.size else {
            throw RestoreProblem.rewritten(size: archive.size)
        }
        while next != nil { next = try sealed?.row() }
        // Damage spares most: where nothing fits, it is another history's.
        if let path = parts.sealed, restoration.sections == 0, !restoration.damage.isEmpty {
            throw RestoreProblem.doesNotBelong(path)
        }
        try restoreFiles(sealed, SealedFiles(making.files), into: &restoration)
        restoration.head = archive.size
        restoration.epoch = epoch
        restoration.signedName = log.signedName
        if let size = signed?.checkpoint.size, size > archive.size {
            restoration.lostThrough = size
        }
    }

    /// Those of an entry's rows that belong to it and whose keys were not erased.
    private func keep(
        _ rows: [LogRestorer.Beside], of entry: [UInt8], at position: Position,
        into restoration: inout Restoration
    ) throws -> [LogRestorer.Beside] {
        var kept = rows.filter { !$0.isSection }
        for section in try Envelope(entry).sealedSections {
            let row = rows.first { Int($0.number) == section.number }
            guard !erased.contains(section.keyReference) else {
                if row != nil { restoration.erasedSections += 1 }
                continue
            }
            guard let row else {
                restoration.missingSections += 1
                continue
            }
            guard SHA256.hash(row.bytes) == section.hash else {
                restoration.damage.sections.append(
                    SectionPlace(position: position, number: section.number))
                continue
            }
            kept.append(row)
            restoration.sections += 1
        }
        return kept.sorted { $0.number < $1.number }
    }

    private func restoreFiles(
        _ sealed: SealedArchive.Reading?, _ files: SealedFiles,
        into restoration: inout Restoration
    ) throws {
        guard let sealed else { return }
        while let name = try sealed.file() {
            guard let key = SealedFiles.key(of: name) else {
                throw RestoreProblem.doesNotBelong(name)
            }
            let file = erased.contains(key) ? nil : try files.restore(name)
            while case let piece = try sealed.piece(), !piece.isEmpty { try file?.write(piece) }
            do {
                try file?.finish()
                if file == nil { restoration.erasedFiles += 1 } else { restoration.files += 1 }
            } catch SealedFileError.damaged(let file) {
                restoration.damage.files.append(file)
            }
        }
        try sealed.end()
    }

    /// Makes the office's writer go over it once: it destroys again what was erased, and records
    /// what was restored.
    func open(
        _ log: EventLog, _ making: OfficePaths, _ clock: @escaping @Sendable () -> Instant,
        into restoration: inout Restoration
    ) throws {
        let vault = try Vault(opening: making.place(archive.origin))
        try vault.forgetUniqueValues()
        restoration.keysDestroyedAgain = erased.count { key in
            vault.erasure(of: key) == nil && (try? vault.key(key)) != nil
        }
        let writer = try OfficeWriter(making, log: log, clock: clock)
        defer { writer.close() }
        let meaning = try LogMeaning(of: log, through: archive.size) { _ in }
        let found = try writer.vault.reconcile(
            named: Set(meaning.named.keys), erased: meaning.erased)
        restoration.unknownKeys = found.unknown.count { meaning.erased[$0] == nil }
        restoration.keysErasedByLostEntries = found.erasedWithoutEvent.count
        // Made before anybody could sign with another one.
        _ = try writer.vault.secret(named: Publisher.seedName(of: epoch))
        if epoch == archive.epoch {
            try keepSignerState(in: making)
            guard restoration.losses != nil else { return }
        }
        var restored = OfficeEvent.LogRestored(
            epoch: Int(epoch), position: Int(archive.size), root: archive.root,
            checkpoint: signed.map { String(decoding: $0.note.bytes, as: UTF8.self) },
            lostThrough: restoration.lostThrough.map { Int($0) })
        restored.missing = restoration.losses
        restored.erased = found.erasedWithoutEvent.map(\.description)
        let outcome = writer.submitAndWait([
            Draft(.office(OfficeCommand(.logRestored(restored))), by: .system, at: clock())
        ])[0]
        guard case .accepted = outcome else { throw RestoreProblem.notRecorded(outcome) }
    }

    private func keepSignerState(in making: OfficePaths) throws {
        guard let path = parts.signerState else { return }
        var bytes: [UInt8] = []
        try FileReader(path).read(SignerState.byteCount, into: &bytes)
        var file = try NewFile(draft: "\(making.office)/\(SignerState.name).new")
        try file.write(bytes.span)
        try file.publish(as: SignerState.name, in: making.office)
    }
}

/// The roots of an archive's tree at every size, from its leaves.
struct ArchivedTree {
    private var leaves: [Digest] = []

    mutating func append(_ leaf: Digest) { leaves.append(leaf) }

    /// The root over the first `size`; nil if there are fewer.
    func root(size: UInt64) -> Digest? {
        guard size <= leaves.count else { return nil }
        var frontier: [(size: UInt64, node: Digest)] = []
        for leaf in leaves.prefix(Int(size)) {
            var (count, node) = (UInt64(1), leaf)
            while let last = frontier.last, last.size == count {
                frontier.removeLast()
                node = SHA256.nodeHash(last.node, node)
                count *= 2
            }
            frontier.append((count, node))
        }
        guard var root = frontier.popLast()?.node else { return HashTree.emptyRoot }
        while let next = frontier.popLast() { root = SHA256.nodeHash(next.node, root) }
        return root
    }
}
