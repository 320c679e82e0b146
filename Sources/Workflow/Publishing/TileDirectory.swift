internal import Entries
internal import Files
internal import FoundationEssentials
package import TransparencyLog

/// The directory that is published: tiles of hashes and of entries, the log's key, its checkpoint.
///
/// Whatever a checkpoint needs is on the disk before it: a crash at any point leaves a directory
/// that can be served, of the checkpoint before. One writer at a time.
package final class TileDirectory {
    package let path: String
    /// Directories that are there, and those of them that have names which are not synced.
    private var known: Set<String> = []
    private var unsynced: Set<String> = []

    package static let checkpointName = "checkpoint"
    package static let keyName = "vkey"
    /// The last checkpoint that witnesses have signed, with their signatures.
    package static let witnessedName = "checkpoint.witnessed"
    private static let draftName = ".new"

    /// For reading only: another process may be writing.
    package init(reading path: String) { self.path = path }

    /// Makes the directory if it is not there, and takes out what a crash has left half written.
    package init(_ path: String) throws {
        self.path = path
        if try Directory.make(path) { try Directory.sync("\(path)/..") }
        try Directory.remove("\(path)/\(Self.draftName)")
    }

    /// What is published now; nil if nothing is.
    package func checkpoint() throws -> SignedNote? {
        try read(Self.checkpointName).map { (bytes) throws in try SignedNote(bytes) }
    }

    /// The key in it, without its line's end.
    package func key() throws -> String? {
        try read(Self.keyName).map { bytes in
            String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        }
    }

    package func write(key: VerifierKey) throws {
        try write(Array("\(key.text)\n".utf8), as: Self.keyName, in: "")
        try syncNames()
    }

    /// Publishes a checkpoint, and first the tiles that one of `old` entries had not.
    package func publish(
        _ note: SignedNote, of size: UInt64, after old: UInt64, tree: LogTree
    ) throws {
        try writeTiles(from: old, to: size, of: tree)
        try write(note.bytes, as: Self.checkpointName, in: "")
        try syncNames()
        try dropPartials(from: old, to: size)
    }

    /// Writes the tiles that a tree of `size` entries has and one of `old` had not.
    package func writeTiles(from old: UInt64, to size: UInt64, of tree: LogTree) throws {
        var leaves: (index: UInt64, entries: [(leaf: Digest, bytes: [UInt8])])?
        for tile in Tile.added(from: old, to: size) {
            if tile.content == .entries || tile.content == .hashes(level: 0) {
                if leaves?.index != tile.index {
                    leaves = (tile.index, try Self.entries(of: tile, tree))
                }
            }
            let bytes = try Self.bytes(of: tile, leaves?.entries ?? [], tree)
            try write(bytes, at: tile.path)
        }
        try syncNames()
    }

    /// What a tile of the log holds.
    static func bytes(of tile: Tile, tree: LogTree) throws -> [UInt8] {
        let isLeaves = tile.content == .entries || tile.content == .hashes(level: 0)
        return try bytes(of: tile, isLeaves ? entries(of: tile, tree) : [], tree)
    }

    private static func bytes(
        of tile: Tile, _ leaves: [(leaf: Digest, bytes: [UInt8])], _ tree: LogTree
    ) throws -> [UInt8] {
        switch tile.content {
        case .entries: return EntryBundle.encode(leaves.map(\.bytes))
        case .hashes(0): return leaves.flatMap(\.leaf.bytes)
        case .hashes(let level):
            let first = tile.index << 8
            return try (first..<(first + UInt64(tile.width))).flatMap { index in
                try tree.node(8 * level, index).bytes
            }
        }
    }

    private static func entries(
        of tile: Tile, _ tree: LogTree
    ) throws -> [(leaf: Digest, bytes: [UInt8])] {
        var entries: [(leaf: Digest, bytes: [UInt8])] = []
        while entries.count < tile.width {
            entries += try tree.entries(
                tile.index << 8 + UInt64(entries.count), tile.width - entries.count)
        }
        return entries
    }

    // MARK: Files

    private func read(_ name: String) throws -> [UInt8]? {
        guard let file = try FileReader.open(ifThere: "\(path)/\(name)") else { return nil }
        var bytes: [UInt8] = []
        try file.read(SignedNote.mostBytes + 1, into: &bytes)
        return bytes
    }

    private func write(_ bytes: [UInt8], at place: String) throws {
        guard let end = place.lastIndex(of: "/") else { return try write(bytes, as: place, in: "") }
        let folder = String(place[..<end])
        try make(folder)
        try write(bytes, as: String(place[place.index(after: end)...]), in: folder)
    }

    private func write(_ bytes: [UInt8], as name: String, in folder: String) throws {
        var file = try NewFile(draft: "\(path)/\(Self.draftName)")
        try file.write(bytes.span)
        try file.publishUnsynced(as: name, in: whole(folder))
        unsynced.insert(folder)
    }

    private func make(_ folder: String) throws {
        guard !known.contains(folder) else { return }
        let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        if !parent.isEmpty { try make(parent) }
        // Also where it is there already: the crash may have come before its name was synced.
        try Directory.make(whole(folder))
        unsynced.insert(parent)
        known.insert(folder)
    }

    private func whole(_ folder: String) -> String { folder.isEmpty ? path : "\(path)/\(folder)" }

    private func syncNames() throws {
        for folder in unsynced { try Directory.sync(whole(folder)) }
        unsynced = []
    }

    // MARK: Tiles that are not full

    /// Takes out what was published of a tile before it was full.
    private func dropPartials(from old: UInt64, to size: UInt64) throws {
        var level = 0
        while old >> UInt64(8 * level) > 0 {
            let before = old >> UInt64(8 * level)
            let index = before >> 8
            if before & 255 != 0, (size >> UInt64(8 * level)) >> 8 > index {
                try drop(Tile(.hashes(level: level), index: index))
                if level == 0 { try drop(Tile(.entries, index: index)) }
            }
            level += 1
        }
    }

    private func drop(_ tile: Tile) throws {
        let folder = "\(tile.directory).p"
        known.remove(folder)
        let files = FileManager.default
        guard files.fileExists(atPath: whole(folder)) else { return }
        try files.removeItem(atPath: whole(folder))
    }

    /// Takes out what a crash has left of tiles that are full.
    package func sweep() throws { try sweep("tile") }

    private func sweep(_ folder: String) throws {
        guard let names = try Directory.names(whole(folder)) else { return }
        let all = Set(names)
        for name in names {
            if name.hasSuffix(".p") {
                guard all.contains(String(name.dropLast(2))) else { continue }
                try FileManager.default.removeItem(atPath: whole("\(folder)/\(name)"))
            } else if name.hasPrefix("x") || folder == "tile" {
                try sweep("\(folder)/\(name)")
            }
        }
    }
}
