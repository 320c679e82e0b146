import Crypto
import Entries
import Foundation
import Testing
import TestSupport
import Threads
import TransparencyLog
import Workflow

@Suite struct PublisherTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The sizes at which a level or a tile begins or ends, and some between.
    private static let sizes: [UInt64] = [
        1, 2, 3, 255, 256, 257, 1000, 65_535, 65_536, 65_537, 69_999, 70_000,
    ]

    private func files(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
        }
        return files
    }

    // MARK: Against others

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `the known log is published byte for byte as others write it`() throws {
        let demo = scratch.path("demo")
        #expect(try OutsideVerifier.python(["demo", demo]).status == 0)
        let log = KnownLog(70_000)
        let tiles = try TileDirectory(scratch.path("tiles"))
        let signer = try CheckpointSigner(
            of: log.tree, origin: KnownLog.origin, seed: KnownLog.seed, keptIn: scratch.path())
        #expect(signer.verifier.text == KnownLog.vkey)
        var last: UInt64 = 0
        for size in Self.sizes {
            log.grow(to: size)
            try tiles.writeTiles(from: last, to: size, of: log.tree)
            last = size
            let own = try signer.checkpoint(covering: size).note
            let other = try SignedNote(
                Array(Data(contentsOf: URL(filePath: "\(demo)/checkpoint.\(size)"))))
            #expect(own.text == other.text)
            #expect(own.signatures[0].line == other.signatures[0].line)
        }
        let own = try files(scratch.path("tiles/tile"))
        let others = try files("\(demo)/tile")
        #expect(own.count > 500)
        #expect(Set(own.keys).symmetricDifference(others.keys).sorted() == [])
        #expect(own.filter { others[$0.key] != $0.value }.keys.sorted() == [])
    }

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `outsiders verify what is published, at each size that it was published at`() throws {
        let log = KnownLog(1300)
        let publisher = try log.publisher(in: scratch)
        var olds: [String] = []
        for size in [1, 3, 255, 256, 257, 700, 1300] as [UInt64] {
            log.grow(to: size)
            try publisher.publish()
            let answer = try OutsideVerifier.python(
                ["log", scratch.path("tiles"), "--vkey", KnownLog.vkey, "--extra"]
                    + olds.flatMap { ["--old", $0] })
            #expect(answer.status == 0, "\(size): \(answer.words)")
            let old = scratch.path("checkpoint.\(size)")
            try FileManager.default.copyItem(atPath: scratch.path("tiles/checkpoint"), toPath: old)
            olds.append(old)
        }
        if OutsideVerifier.isGoThere {
            let answer = try OutsideVerifier.go(
                [scratch.path("tiles"), KnownLog.vkey] + olds)
            #expect(answer.status == 0, "\(answer.words)")
        }
        let partials = try FileManager.default.subpathsOfDirectory(atPath: scratch.path("tiles"))
            .filter { $0.hasSuffix(".p") }
        #expect(partials.sorted() == ["tile/0/005.p", "tile/1/000.p", "tile/entries/005.p"])
    }

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `outsiders verify a proof of ours`() throws {
        let log = KnownLog(700, size: 700)
        let publisher = try log.publisher(in: scratch)
        for position in [1, 256, 257, 512, 699, 700] as [Position] {
            let proof = try scratch.write(try publisher.proof(of: position).bytes, as: "proof")
            let entry = try scratch.write(Array("event-\(position - 1)".utf8), as: "entry")
            let words = ["verify-proof", proof, "--entry", entry, "--vkey", KnownLog.vkey]
            let answer = try OutsideVerifier.python(words)
            #expect(answer.status == 0, "\(answer.words)")
            _ = try scratch.write(Array("event-x".utf8), as: "entry")
            #expect(try OutsideVerifier.python(words).status == 1)
        }
    }

    // MARK: Signing

    @Test func `a checkpoint is signed again by whoever comes after a restart, alike`() throws {
        let log = KnownLog(300, size: 200)
        let first = try log.publisher(in: scratch).signer.checkpoint(covering: 200)
        let second = try log.publisher(in: scratch)
        #expect(try second.signer.checkpoint(covering: 100).note == first.note)
        log.grow(to: 300)
        #expect(try second.signer.checkpoint(covering: 201).checkpoint.size == 300)
        #expect(try log.publisher(in: scratch).signer.last?.checkpoint.size == 300)
    }

    @Test func `a log that has become shorter is never signed again`() throws {
        let log = KnownLog(300, size: 200)
        let publisher = try log.publisher(in: scratch)
        _ = try publisher.signer.checkpoint(covering: 200)
        log.grow(to: 199)
        #expect(throws: PublisherProblem.shrunk(signed: 200, head: 199)) {
            try log.publisher(in: scratch)
        }
    }

    @Test func `a log that was rewritten is not signed, neither at start nor while it runs`() throws
    {
        let log = KnownLog(300, size: 200)
        _ = try log.publisher(in: scratch).signer.checkpoint(covering: 200)
        let other = KnownLog(300, size: 300, changing: 17)
        #expect(throws: PublisherProblem.rewritten(size: 200)) {
            try other.publisher(in: scratch)
        }
        let isForged = Monitor(false)
        let tree = LogTree(
            head: { isForged.with { $0 } ? 300 : 200 },
            node: { try (isForged.with { $0 } ? other : log).tree.node($0, $1) },
            entries: log.tree.entries)
        let publisher = try Publisher(
            of: tree, origin: KnownLog.origin, seed: KnownLog.seed, keptIn: scratch.path(),
            tiles: scratch.path("tiles"))
        isForged.with { $0 = true }
        #expect(throws: PublisherProblem.rewritten(size: 200)) {
            try publisher.signer.checkpoint(covering: 300)
        }
    }

    @Test func `what is published counts as signed where the signer's own note is lost`() throws {
        let log = KnownLog(300, size: 200)
        try log.publisher(in: scratch).publish()
        try FileManager.default.removeItem(atPath: scratch.path("signer.state"))
        log.grow(to: 150)
        #expect(throws: PublisherProblem.shrunk(signed: 200, head: 150)) {
            try log.publisher(in: scratch)
        }
    }

    @Test func `another key does not sign what was published with one`() throws {
        let log = KnownLog(300, size: 200)
        try log.publisher(in: scratch).publish()
        #expect(throws: PublisherProblem.self) {
            try log.publisher(in: scratch, seed: .random())
        }
    }

    @Test func `of two slots the whole one counts, and none is nothing to sign on`() throws {
        let log = KnownLog(300, size: 100)
        let publisher = try log.publisher(in: scratch)
        _ = try publisher.signer.checkpoint(covering: 100)
        log.grow(to: 200)
        _ = try publisher.signer.checkpoint(covering: 200)
        let path = scratch.path("signer.state")
        let whole = try Data(contentsOf: URL(filePath: path))
        #expect(whole.count == 8192)
        // The second was torn while it was written.
        var torn = whole
        torn.replaceSubrange(100..<4096, with: Data(count: 3996))
        try torn.write(to: URL(filePath: path))
        #expect(try log.publisher(in: scratch).signer.last?.checkpoint.size == 100)
        torn.replaceSubrange(4196..<8192, with: Data(count: 3996))
        try torn.write(to: URL(filePath: path))
        #expect(throws: PublisherProblem.signerStateDamaged(path)) {
            try log.publisher(in: scratch)
        }
        try Data(whole.prefix(4096)).write(to: URL(filePath: path))
        #expect(try log.publisher(in: scratch).signer.last?.checkpoint.size == 200)
        try Data().write(to: URL(filePath: path))
        #expect(throws: PublisherProblem.signerStateDamaged(path)) {
            try log.publisher(in: scratch)
        }
    }

    @Test func `who waits together gets one signature, and there are ten a second at most`() throws
    {
        let log = KnownLog(100)
        let publisher = try log.publisher(in: scratch)
        let sizes = Monitor<[UInt64]>([])
        let start = ContinuousClock.now
        let askers = (1...4).map { asker in
            WorkerThread {
                for round in 1...5 {
                    let size = UInt64(round * 20 - asker)
                    log.grow(to: max(size, (try? log.tree.head()) ?? 0))
                    let signed = try? publisher.signer.checkpoint(covering: size)
                    sizes.with { $0.append(signed?.checkpoint.size ?? 0) }
                }
            }
        }
        for asker in askers { asker.join() }
        let signatures = Set(sizes.with { $0 })
        #expect(!signatures.contains(0))
        let tenths = ContinuousClock.now - start
        #expect(tenths >= .milliseconds(100 * (signatures.count - 1)))
    }

    @Test func `who cannot wait is told so`() throws {
        let log = KnownLog(100, size: 1)
        let publisher = try log.publisher(in: scratch)
        _ = try publisher.signer.checkpoint(covering: 1)
        log.grow(to: 2)
        #expect(throws: PublisherProblem.late) {
            try publisher.signer.checkpoint(covering: 2, milliseconds: 1)
        }
        #expect(try publisher.signer.checkpoint(covering: 2).checkpoint.size == 2)
    }

    // MARK: Crashes

    @Test func `what a crash has left is taken up again`() throws {
        let log = KnownLog(700, size: 300)
        try log.publisher(in: scratch).publish()
        // It had begun to write the next one: some tiles are there, a draft, and no checkpoint.
        let tiles = try TileDirectory(scratch.path("tiles"))
        try tiles.writeTiles(from: 300, to: 600, of: log.tree)
        _ = try scratch.write([1], as: "tiles/.new")
        log.grow(to: 700)
        let publisher = try log.publisher(in: scratch)
        #expect(publisher.publishedSize == 300)
        try publisher.publish()
        try TileDirectory(scratch.path("tiles")).sweep()
        let other = try Scratch()
        try KnownLog(700, size: 700).publisher(in: other).publish()
        let own = try files(scratch.path("tiles"))
        #expect(try files(other.path("tiles")).filter { own[$0.key] != $0.value }.isEmpty)
        // Of a tile that is full nothing else is left, nor of what was never published.
        #expect(own.keys.filter { $0.contains("001.p") || $0 == ".new" } == [])
    }
}
