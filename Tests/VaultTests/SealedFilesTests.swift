import Crypto
import Entries
import Files
import Foundation
import TestSupport
import Testing
import Threads
import Vault

@Suite struct SealedFilesTests: ~Copyable {
    let scratch: Scratch
    let files: SealedFiles
    let key = KeyHandle(
        KeyReference(high: 1, low: 0xAB), secret: SecretKey([UInt8](0..<32))!,
        office: "demo.example/log")

    init() throws {
        let scratch = try Scratch()
        files = SealedFiles(scratch.path("files"))
        self.scratch = scratch
    }

    private func path(_ file: SealedFile) -> String {
        scratch.path("files/\(file.key.description.suffix(2))/\(file.key)-\(file.file)")
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    private func content(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// All files below the directory, from there.
    private func all() -> [String] {
        let names = FileManager.default.subpaths(atPath: scratch.path("files")) ?? []
        return names.filter { $0.count > 3 }.sorted()
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])
    func `a file comes back as it was`(count: Int) throws {
        let content = content(count)
        let sealed = try files.seal(content, under: key, after: 7)
        #expect(sealed.size == count)
        #expect(sealed.content == SHA256.hash(content))
        #expect(sealed.file == SHA256.hash(try bytes(path(sealed))))
        #expect(all() == ["ab/\(key.reference)-\(sealed.file)"])
        #expect(try files.size(of: sealed.file, under: key.reference) == count)
        #expect(try files.read(sealed.file, with: key, limit: count) == content)
        var pieces: [Int] = []
        try files.open(sealed.file, with: key) { pieces.append($0.count) }
        #expect(pieces.reduce(0, +) == count)
        #expect(pieces.dropLast().allSatisfy { $0 == 65_536 })
        try files.verify(sealed.file, under: key.reference)
    }

    @Test func `the first files may come at once`() throws {
        let (start, done) = (Monitor(false), Monitor<[SealedFile]>([]))
        let (files, key) = (files, key)
        let workers = [UInt8](0..<8).map { number in
            WorkerThread {
                start.wait { $0 ? () : nil }
                guard let sealed = try? files.seal([number], under: key, after: 0) else { return }
                done.with { $0.append(sealed) }
            }
        }
        start.with { $0 = true }
        start.broadcast()
        for worker in workers { worker.join() }
        #expect(done.with { $0.count } == 8)
    }

    @Test func `bytes that come bit by bit are the same file`() throws {
        let content = content(150_000)
        let writer = try files.begin(under: key, after: 0)
        var start = 0
        for count in [0, 1, 65_535, 1, 70_000, 14_463] {
            try writer.write(Array(content[start..<(start + count)]))
            start += count
            #expect(writer.size == start)
        }
        let sealed = try writer.finish()
        #expect(try files.read(sealed.file, with: key, limit: 150_000) == content)
    }

    @Test func `a file on the disk is sealed where it lies`() throws {
        let content = content(140_000)
        let plain = scratch.path("photo.jpg")
        try Data(content).write(to: URL(filePath: plain))
        let sealed = try files.seal(fileAt: plain, under: key, after: 0)
        #expect(try files.read(sealed.file, with: key, limit: 140_000) == content)
        #expect(try bytes(plain) == content)
        #expect(throws: FileError.self) {
            try files.seal(fileAt: scratch.path("none"), under: key, after: 0)
        }
        #expect(all().count == 1)
    }

    @Test func `nothing of the content can be read on the disk`() throws {
        let content = [UInt8](repeating: 0x41, count: 70_000)
        let first = try files.seal(content, under: key, after: 0)
        let second = try files.seal(content, under: key, after: 0)
        #expect(first.file != second.file)
        let bytes = try bytes(path(first))
        #expect(
            !bytes.indices.dropLast(3).contains { bytes[$0..<($0 + 4)].allSatisfy { $0 == 0x41 } })
        let attributes = try FileManager.default.attributesOfItem(atPath: path(first))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a changed byte anywhere is noticed before anything is handed out`() throws {
        let sealed = try files.seal(content(70_000), under: key, after: 3)
        let whole = try bytes(path(sealed))
        // Format, key, head, header, commitment, first piece, last piece, its tag.
        for index in [0, 1, 24, 30, 60, 90, 65_700, whole.count - 1] {
            var changed = whole
            changed[index] ^= 1
            try Data(changed).write(to: URL(filePath: path(sealed)))
            var isLent = false
            #expect(throws: SealedFileError.damaged(sealed.file), "byte \(index)") {
                try files.open(sealed.file, with: key) { _ in isLent = true }
            }
            #expect(!isLent)
        }
    }

    @Test func `a truncated or lengthened file is damaged`() throws {
        let sealed = try files.seal(content(131_072), under: key, after: 0)
        let whole = try bytes(path(sealed))
        let ends = [0, 40, 81, 81 + 65_553, whole.count - 1]
        for bytes in ends.map({ Array(whole.prefix($0)) }) + [whole + [0]] {
            try Data(bytes).write(to: URL(filePath: path(sealed)))
            #expect(throws: SealedFileError.damaged(sealed.file), "\(bytes.count) bytes") {
                try files.read(sealed.file, with: key, limit: 200_000)
            }
        }
        #expect(throws: SealedFileError.damaged(sealed.file)) {
            try files.verify(sealed.file, under: key.reference)
        }
    }

    @Test func `a file in another's place is damaged`() throws {
        let first = try files.seal(content(1000), under: key, after: 0)
        let second = try files.seal(content(1000, seed: 2), under: key, after: 0)
        let (one, two) = (path(first), path(second))
        try FileManager.default.moveItem(atPath: one, toPath: one + "x")
        try FileManager.default.moveItem(atPath: two, toPath: one)
        try FileManager.default.moveItem(atPath: one + "x", toPath: two)
        for file in [first, second] {
            #expect(throws: SealedFileError.damaged(file.file)) {
                try files.open(file.file, with: key) { _ in }
            }
        }
    }

    @Test func `another key does not open it, even under the same name`() throws {
        let sealed = try files.seal(content(10), under: key, after: 0)
        let namesake = KeyHandle(key.reference, secret: .random(), office: "demo.example/log")
        let stranger = KeyHandle(
            KeyReference(high: 1, low: 0xCAB), secret: SecretKey([UInt8](0..<32))!,
            office: "demo.example/log")
        let elsewhere = KeyHandle(
            key.reference, secret: SecretKey([UInt8](0..<32))!, office: "other.example/log")
        for wrong in [namesake, elsewhere] {
            #expect(throws: SealedFileError.wrongKey(sealed.file)) {
                try files.open(sealed.file, with: wrong) { _ in }
            }
        }
        #expect(throws: SealedFileError.missing(sealed.file)) {
            try files.open(sealed.file, with: stranger) { _ in }
        }
        // The same bytes under another key's name are not that key's file.
        try FileManager.default.moveItem(
            atPath: path(sealed),
            toPath: scratch.path("files/ab/\(stranger.reference)-\(sealed.file)"))
        #expect(throws: SealedFileError.damaged(sealed.file)) {
            try files.open(sealed.file, with: stranger) { _ in }
        }
    }

    @Test func `a missing file and one that is too large say so`() throws {
        let sealed = try files.seal(content(100), under: key, after: 0)
        #expect(throws: SealedFileError.tooLarge(sealed.file, size: 100)) {
            try files.read(sealed.file, with: key, limit: 99)
        }
        try FileManager.default.removeItem(atPath: path(sealed))
        for _ in 0..<2 {
            #expect(throws: SealedFileError.missing(sealed.file)) {
                try files.size(of: sealed.file, under: key.reference)
            }
            #expect(throws: SealedFileError.missing(sealed.file)) {
                try files.open(sealed.file, with: key) { _ in }
            }
        }
    }

    @Test func `a file that is given up leaves nothing`() throws {
        do {
            let writer = try files.begin(under: key, after: 0)
            try writer.write(content(100_000))
            #expect(all().count == 1)
        }
        #expect(all() == [])
    }

    @Test func `a full disk says so, and leaves nothing that counts`() throws {
        try #require(SmallDisk.canMount, "needs root")
        let disk = try SmallDisk(kilobytes: 256)
        let files = SealedFiles(disk.path + "/files")
        let small = try files.seal(content(1000), under: key, after: 0)
        let full = #expect(throws: FileError.self) {
            try files.seal(content(500_000), under: key, after: 0)
        }
        #expect(full?.isFull == true)
        // What was written of it is gone: there is room again.
        let other = try files.seal(content(100_000), under: key, after: 0)
        for file in [small, other] {
            try files.verify(file.file, under: file.key)
        }
        #expect(try files.loose(ofAge: 0).count == 2)
    }

    /// Made by libsodium from Python; `Docs/Format/vault.md` describes it.
    @Test func `a file that others sealed opens`() throws {
        let key = KeyHandle(
            try #require(KeyReference(hex: Array("00112233445566778899aabbccddeeff".utf8))),
            secret: try #require(SecretKey([UInt8](0..<32))), office: "petitions.example/log1")
        let hex = """
            0100112233445566778899aabbccddeeff000000000000000740414243444546474849\
            4a4b4c4d4e4f5051525354555657b926f59e4f08836d6ac215021e20f52e08d170a8c9\
            809177bebe559bbb18a3d1c17d9c095a67ea8b12390cd2ed430a3886b5b3186ab5392a\
            31cdb9cfeb34077065d7a9
            """
        let bytes = try #require(Hex.decode(Array(hex.utf8)))
        let file = SHA256.hash(bytes)
        #expect(
            file.description
                == "4d1c7b1484f71607bcd0c86e28f34f7b6e415da767565e0e822404b5c32c89a8")
        let folder = scratch.path("files/ff")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(key.reference)-\(file)"))
        let content = try files.read(file, with: key, limit: 100)
        #expect(String(decoding: content, as: UTF8.self) == "สวัสดี")
        #expect(try files.loose(ofAge: 0).map(\.head) == [7])
    }
}
