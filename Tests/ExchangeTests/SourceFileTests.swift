import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct SourceFileTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static func all(_ file: consuming SourceFile, piece: Int = 1000) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: piece)
        while case let count = try file.read(into: &buffer), count > 0 { bytes += buffer[..<count] }
        #expect(file.bytesConsumed == file.byteCount)
        return bytes
    }

    /// What zlib makes of `bytes`, by way of a target file.
    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = scratch.path("\(UUID().uuidString).gz")
        var target = try TargetFile(path: path)
        try target.write(bytes)
        try target.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private let text = Array(String(repeating: "คำร้อง petition\n", count: 20_000).utf8)

    @Test func `plain and compressed files read alike, from disk and from memory`() throws {
        let path = scratch.path("plain")
        try Data(text).write(to: URL(filePath: path))
        #expect(try Self.all(SourceFile(path: path)) == text)
        #expect(try Self.all(SourceFile(bytes: text)) == text)
        let compressed = try gzip(text)
        #expect(compressed.count < text.count / 10)
        #expect(try Self.all(SourceFile(bytes: compressed)) == text)
        // By its bytes, not its name.
        try Data(compressed).write(to: URL(filePath: path))
        #expect(try Self.all(SourceFile(path: path), piece: 1 << 20) == text)
    }

    @Test func `members one after another are one file, padded with zeros or not`() throws {
        let (one, two) = (try gzip(Array("one ".utf8)), try gzip(Array("two".utf8)))
        let padding = [UInt8](repeating: 0, count: 300_000)
        for bytes in [one + two, one + padding + two + padding] {
            #expect(try Self.all(SourceFile(bytes: bytes)) == Array("one two".utf8))
        }
    }

    @Test func `tiny files are no gzip`() throws {
        for bytes: [UInt8] in [[], [0x1F], [0x41]] {
            #expect(try Self.all(SourceFile(bytes: bytes)) == bytes)
        }
    }

    @Test func `a compressed file that ends early says so wherever it ends`() throws {
        let whole = try gzip(Array("a petition of several words".utf8))
        for count in 2..<whole.count {
            #expect(throws: ExchangeError.truncatedGzip(path: "x")) {
                try Self.all(SourceFile(bytes: Array(whole[..<count]), path: "x"))
            }
        }
    }

    @Test func `a damaged compressed file says so`() throws {
        let whole = try gzip(text)
        for place in [2, whole.count / 2, whole.count - 8, whole.count - 1] {
            var damaged = whole
            damaged[place] ^= 0x55
            #expect(throws: ExchangeError.self) { try Self.all(SourceFile(bytes: damaged)) }
        }
        #expect(throws: ExchangeError.self) {
            try Self.all(SourceFile(bytes: whole + Array("junk".utf8)))
        }
    }

    @Test func `what cannot be opened or read names the call`() throws {
        #expect(throws: ExchangeError.system(call: "open", path: scratch.path("no"), code: ENOENT))
        {
            try Self.all(SourceFile(path: scratch.path("no")))
        }
        #expect(throws: ExchangeError.system(call: "read", path: scratch.path(), code: EISDIR)) {
            try Self.all(SourceFile(path: scratch.path()))
        }
    }
}
