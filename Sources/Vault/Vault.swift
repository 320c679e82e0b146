internal import Crypto
package import Entries
internal import Files
internal import FoundationEssentials
internal import SQLite
internal import Threads

/// The office's keys: made here, kept here, destroyed here.
///
/// Any thread may use it. Only the holder of the office's writer lock opens it for writing.
package final class Vault: Sendable {
    package enum Mode: Sendable {
        /// Opens keys and gives out new ones.
        case write
        /// Opens keys; another process may be writing.
        case read
    }

    package let place: VaultPlace
    let keys: KeyDirectory
    let store: Monitor<KeyStore>
    private let cache = Monitor(KeyCache(capacity: 65_536))
    private let minter = Monitor<Minter?>(nil)
    private let mode: Mode

    private struct Minter: Sendable {
        let pool: KeyPool
        let mint: @Sendable (Int) throws -> [KeyHandle]
    }

    /// Makes the vault of a new office, with its first key in the keys directory.
    package static func create(_ place: VaultPlace) throws {
        let path = place.keysFile
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { throw VaultError.vaultExists(path) }
        let keys = try KeyDirectory.create(
            at: place.keys, office: place.office, outside: place.data)
        let name = EpochKey.fileName(1)
        if !keys.contains(name) {
            // A later epoch's key is a vault's that has lived.
            guard try !keys.holdsEpochKeys() else {
                throw VaultError.keysWithoutVault(keys.path)
            }
            _ = try keys.createSecret(name)
        }
        try PrivateDirectory.make(place.directory)
        // Whole under another name first: a vault that is there is a whole one.
        let draft = path + ".new"
        if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
        try KeyStore.create(
            at: draft, office: place.office, first: EpochKey(epoch: 1, key: try keys.secret(name)))
        try Accounts.make(place)
        try files.moveItem(atPath: draft, toPath: path)
        try Directory.sync(place.directory)
    }

    package init(opening place: VaultPlace, mode: Mode = .write) throws {
        let keys = try KeyDirectory(
            opening: place.keys, office: place.office, outside: place.data)
        guard FileManager.default.fileExists(atPath: place.keysFile) else {
            throw VaultError.vaultMissing(place.keysFile)
        }
        let store = try KeyStore(
            opening: place.keysFile, isReading: mode == .read, office: place.office, keys: keys)
        if mode == .write { try store.destroyRetired(in: keys) }
        self.place = place
        self.keys = keys
        self.mode = mode
        self.store = Monitor(store)
    }
}

extension Vault {
    /// The log's head when the first keys were minted that nobody has compared with the log yet.
    ///
    /// `settle` must be told of every key that an entry after it names. Nil: there are none.
    package func unsettledSince() throws -> Position? {
        try store.with { store in try store.unsettledSince() }
    }

    /// Destroys keys that were given out, or lay ready, and that the log does not name; from here
    /// on the vault gives out new ones. Returns how many were destroyed.
    ///
    /// Call it before the first command of a run, and never while a command is on its way: its
    /// key would be destroyed.
    @discardableResult
    package func settle(head: Position, isNamed: (KeyReference) -> Bool) throws -> Int {
        guard mode == .write else { throw VaultError.notMinting }
        stopMinting()
        cache.with { $0.removeAll() }
        let destroyed = try store.with { store in try store.settle(isNamed: isNamed) }
        let mint = Self.mint(into: store, office: place.office, head: head)
        minter.with { $0 = Minter(pool: KeyPool(mint: mint), mint: mint) }
        return destroyed
    }

    /// Gives out no new keys from here on; waits for those that are being put down. Whoever asks
    /// for one hears `VaultError.notMinting`.
    package func stopMinting() {
        minter.with { minter in
            minter?.pool.stop()
            minter = nil
        }
    }

    /// A new key, minted ahead: it does not wait for the disk unless the pool has run dry.
    package func newKey() throws -> KeyHandle {
        let handle = try currentMinter().pool.take()
        cache.with { $0.insert(handle) }
        return handle
    }

    /// Many new keys in one transaction: for imports, where it is the fastest way.
    package func newKeys(_ count: Int) throws -> [KeyHandle] {
        let handles = try currentMinter().mint(count)
        cache.with { cache in
            for handle in handles { cache.insert(handle) }
        }
        return handles
    }

    /// The key of that name: unknown and erased ones are errors, each its own.
    package func key(_ reference: KeyReference) throws -> KeyHandle {
        if let handle = cache.with({ $0.handle(reference) }) { return handle }
        return try store.with { store in try handle(reference, in: store) }
    }

    /// The keys of those names in one reading, nil for each that is erased: the way to open many
    /// that were not used lately. An unknown one is an error.
    package func keys(_ references: [KeyReference]) throws -> [KeyHandle?] {
        try store.with { store in
            try store.database.transaction(.reading) {
                try references.map { reference in
                    do { return try handle(reference, in: store) } catch VaultError.erasedKey {
                        return nil
                    }
                }
            }
        }
    }

    /// Where the key was erased, nil if it was not; the vault's own record, from memory.
    package func erasure(of reference: KeyReference) -> Position? {
        store.with { $0.erased[reference] }
    }

    /// Destroys keys for ever, all or none, on account of the event at `position`.
    ///
    /// Say so in the log first. Again for the same key does nothing. Handles that somebody holds
    /// stay usable until they are let go.
    package func erase(_ references: [KeyReference], at position: Position) throws {
        try store.with { store in
            try store.erase(references, at: position)
            cache.with { cache in
                for reference in references { cache.remove(reference) }
            }
        }
    }

    /// Destroys keys that no event names and none ever will, and leaves no trace of them; those
    /// that are not there are passed over.
    func discard(_ references: [KeyReference]) throws {
        try store.with { store in
            try store.discard(references)
            cache.with { cache in
                for reference in references { cache.remove(reference) }
            }
        }
    }

    /// Whether the vault has the key, or has had it and erased it.
    func hasKnown(_ reference: KeyReference) throws -> Bool {
        do { _ = try key(reference) } catch VaultError.erasedKey {
            return true
        } catch VaultError.unknownKey {
            return false
        }
        return true
    }

    /// Begins a new epoch: wraps all keys anew and destroys the old epoch's key.
    ///
    /// Takes about three seconds for a million keys, and the vault waits. The uniqueness map must
    /// be made again afterwards (`Accounts.uniqueEntries` is nil).
    ///
    /// - Parameter secured: called with the vault under the new key, before the old key is
    ///   destroyed: a copy that is made then opens, while older ones never will again. If it
    ///   throws, the old key is destroyed all the same, at the next opening at the latest.
    /// - Returns: the new epoch, and how many keys were wrapped anew.
    @discardableResult
    package func rotate(
        secured: () throws -> Void = {}
    ) throws -> (epoch: Int, keys: Int) {
        guard mode == .write else { throw VaultError.notMinting }
        let rotated = try store.with { store in try store.rotate(in: keys) }
        try secured()
        try store.with { store in try store.destroyRetired(in: keys) }
        return rotated
    }

    private func handle(_ reference: KeyReference, in store: KeyStore) throws -> KeyHandle {
        if let handle = cache.with({ $0.handle(reference) }) { return handle }
        let secret = try store.secret(reference)
        let handle = KeyHandle(reference, secret: secret, office: place.office)
        cache.with { $0.insert(handle) }
        return handle
    }

    private func currentMinter() throws -> Minter {
        guard let minter = minter.with({ $0 }) else { throw VaultError.notMinting }
        return minter
    }

    private static func mint(
        into store: Monitor<KeyStore>, office: String, head: Position
    ) -> @Sendable (Int) throws -> [KeyHandle] {
        { count in
            while true {
                let (batch, key) = try store.with { store in try store.nextBatch() }
                let fresh = FreshKey.draw(count, batch: batch, under: key)
                let isKept = try store.with { store in
                    try store.add(fresh, under: key, head: head)
                }
                guard isKept else { continue }
                return fresh.map { KeyHandle($0.reference, secret: $0.secret, office: office) }
            }
        }
    }
}
