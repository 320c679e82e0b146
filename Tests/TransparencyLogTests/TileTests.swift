import Testing
import TransparencyLog

@Suite struct TileTests {
    @Test(arguments: [
        (Tile(.hashes(level: 0), index: 1_234_067), "tile/0/x001/x234/067"),
        (Tile(.entries, index: 0, width: 5), "tile/entries/000.p/5"),
        (Tile(.hashes(level: 1), index: 999), "tile/1/999"),
        (Tile(.hashes(level: 1), index: 1000), "tile/1/x001/000"),
        (Tile(.hashes(level: 63), index: 1000, width: 255), "tile/63/x001/000.p/255"),
    ]) func `a tile has one path, and the path one tile`(tile: Tile, path: String) {
        #expect(tile.path == path)
        #expect(Tile(path: path) == tile)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/0", "tile/0/0000", "tile/0/000.p/0", "tile/0/000.p/256",
        "tile/0/000.p/01", "tile/0/000.p", "tile/64/000", "tile/00/000", "tile/-1/000",
        "tile/0/x000/000", "tile/0/001/000", "tile/0/x001", "tile/data/000", "tile/0/000/",
        "/tile/0/000", "tile/0/../000", "tile/0/+12", "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/entries/000.p/5/6", "tile/0/000.p/+5",
    ]) func `what is no tile's path is none`(path: String) {
        #expect(Tile(path: path) == nil)
    }

    /// The example of the format's own description.
    @Test func `seventy thousand entries have the tiles that they must have`() {
        let paths = Tile.added(to: 70_000).map(\.path)
        #expect(paths.count == 2 * 274 + 2 + 1)
        for path in [
            "tile/0/272", "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000",
            "tile/1/001.p/17", "tile/2/000.p/1",
        ] { #expect(paths.contains(path)) }
        #expect(!paths.contains("tile/0/273"))
    }

    @Test func `a tile is full as soon as its entries are there, and the next begins later`() {
        let paths = Tile.added(to: 256).map(\.path)
        #expect(paths == ["tile/0/000", "tile/entries/000", "tile/1/000.p/1"])
    }

    @Test func `what a larger tree adds is what the smaller one had not`() {
        #expect(Tile.added(from: 256, to: 256).isEmpty)
        #expect(
            Tile.added(from: 255, to: 257).map(\.path) == [
                "tile/0/000", "tile/entries/000", "tile/0/001.p/1", "tile/entries/001.p/1",
                "tile/1/000.p/1",
            ])
        var all = Set<Tile>()
        for size in stride(from: UInt64(0), to: 70_000, by: 1000) {
            all.formUnion(Tile.added(from: size, to: size + 1000))
        }
        #expect(all.isSuperset(of: Tile.added(to: 70_000)))
    }

    @Test func `a bundle gives back its entries`() throws {
        let entries = [[], [1], [UInt8](repeating: 7, count: 65_535), [2, 3]]
        let bytes = EntryBundle.encode(entries)
        #expect(bytes.prefix(5) == [0, 0, 0, 1, 1])
        #expect(try EntryBundle.decode(bytes) == entries)
    }

    @Test(arguments: [[0], [0, 5, 1, 2, 3], [0, 1, 7, 0]] as [[UInt8]])
    func `a bundle that is cut off is none`(bytes: [UInt8]) {
        #expect(throws: NoteError.self) { try EntryBundle.decode(bytes) }
    }
}
