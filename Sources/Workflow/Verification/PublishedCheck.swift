internal import Crypto
internal import EventLog
internal import Files
internal import FoundationEssentials
internal import TransparencyLog
internal import Vault

/// Holds what was signed and published of a log against the log itself, byte for byte.
struct PublishedCheck {
    private let paths: OfficePaths
    private let tree: LogTree
    private let head: UInt64
    private let key: VerifierKey?
    private(set) var findings: [OfficeFinding] = []

    /// Without the keys directory the key is the published one, which shows less: whoever could
    /// change the one could change the other.
    init(_ paths: OfficePaths, _ log: EventLog) throws {
        self.paths = paths
        // As it is now: what is published may be newer than what was looked at before.
        head = try log.head
        tree = LogTree(log)
        let keys = try? KeyDirectory(opening: paths.keys, office: log.origin, outside: paths.data)
        let own = keys.flatMap { keys in
            (try? keys.secret(Publisher.seedName(of: log.epoch))).flatMap {
                NoteSigner(name: log.signedName, kind: .log, seed: $0)?.verifier
            }
        }
        let published = (try? TileDirectory(reading: paths.tiles).key()) ?? nil
        key = own ?? published.flatMap { try? VerifierKey($0) }
        if keys != nil, own == nil, published != nil {
            findings.append(
                OfficeFinding(
                    "key",
                    "\(Publisher.seedName(of: log.epoch)) is missing from the keys: nothing more can "
                        + "be signed until it is back; it cannot be made anew"))
        }
    }

    /// What was signed last, published last and witnessed last; the checkpoint that is published.
    mutating func checkpoints() -> Checkpoint? {
        // The one that is published first: the others may be newer than the head is now.
        let published = check(TileDirectory.checkpointName) {
            try $0.note(TileDirectory.checkpointName)
        }
        check(SignerState.name) { try SignerState.last(in: $0.paths.office) }
        let state = "\(paths.office)/\(SignerState.name)"
        if let published, !FileManager.default.fileExists(atPath: state) {
            findings.append(
                OfficeFinding(
                    "signer-state",
                    "\(SignerState.name) is missing, though \(published.size) entries were signed: "
                        + "whether more were, nobody here can tell any more"))
        }
        check(TileDirectory.witnessedName) { try $0.note(TileDirectory.witnessedName) }
        return published
    }

    private func note(_ name: String) throws -> SignedNote? {
        try FileManager.default.contents(atPath: "\(paths.tiles)/\(name)").map { bytes in
            try SignedNote(Array(bytes))
        }
    }

    @discardableResult
    private mutating func check(
        _ name: String, _ read: (Self) throws -> SignedNote?
    ) -> Checkpoint? {
        do {
            guard let note = try read(self) else { return nil }
            guard let key else { throw NoteError.malformed("the log's key is missing") }
            let checkpoint = try Checkpoint(note, signedBy: key)
            guard checkpoint.size <= head else {
                findings.append(
                    OfficeFinding(
                        "log-shorter", at: checkpoint.size,
                        "\(name): \(checkpoint.size) entries were signed, and the log has \(head)"))
                return nil
            }
            guard try tree.root(size: checkpoint.size) == checkpoint.root else {
                findings.append(
                    OfficeFinding(
                        "log-rewritten", at: checkpoint.size,
                        "\(name): the first \(checkpoint.size) entries are not those that were "
                            + "signed"))
                return nil
            }
            return checkpoint
        } catch {
            findings.append(OfficeFinding("checkpoint", "\(name): \(error)"))
            return nil
        }
    }

    /// Every tile that a checkpoint of `size` entries needs, and the published key.
    mutating func tiles(of size: UInt64) throws {
        if let key, try TileDirectory(reading: paths.tiles).key() != key.text {
            findings.append(
                OfficeFinding("tile", "tiles/\(TileDirectory.keyName) is not the log's key"))
        }
        for tile in Tile.added(to: size) {
            guard let written = written(tile) else {
                findings.append(OfficeFinding("tile", "tiles/\(tile.path) is missing"))
                continue
            }
            let expected = try TileDirectory.bytes(of: tile, tree: tree)
            guard written.isWhole ? written.bytes == expected : written.bytes.starts(with: expected)
            else {
                findings.append(
                    OfficeFinding("tile", "tiles/\(tile.path) is not what the log says"))
                continue
            }
        }
    }

    /// A tile, or the full one that has come in its place while we looked.
    private func written(_ tile: Tile) -> (bytes: [UInt8], isWhole: Bool)? {
        let files = FileManager.default
        if let bytes = files.contents(atPath: "\(paths.tiles)/\(tile.path)") {
            return (Array(bytes), true)
        }
        let full = Tile(tile.content, index: tile.index)
        return files.contents(atPath: "\(paths.tiles)/\(full.path)").map { (Array($0), false) }
    }
}
