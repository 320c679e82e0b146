import Entries
import EventLog
import Foundation
import LMDB
import TestSupport
import Testing

/// Damages a log row by row, and looks whether it is found, and where.
@Suite struct DamageTests {
    private let desk: Desk
    private let sealed = #""c":"\#(String(repeating: "0", count: 64))","f":"text""#

    init() throws {
        desk = try Desk()
        var mint = Mint()
        let writer = try desk.writer(limits: .indexedAtOnce)
        let key = #""k":"00112233445566778899aabbccddeeff","n":1"#
        // SHA-256 of the three bytes "abc".
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let data = #"{"channel":"portal","sealed":[{\#(sealed),"h":"\#(hash)",\#(key)}]}"#
        var entries: [NewEntry] = []
        for number in 0..<20 {
            entries.append(
                mint.entry(
                    "petition/KT\(number % 4)", data: data, sections: [Array("abc".utf8)]))
        }
        _ = writer.performAndWait(.init(entries: entries))
        writer.close()
    }

    private func damage(_ log: EventLog) throws -> [LogDamage] {
        var found: [LogDamage] = []
        let result = try LogVerifier(log).run { damage in
            found.append(damage)
            return true
        }
        #expect(result.damage == found.count)
        #expect((result.root == nil) == !found.isEmpty)
        return found
    }

    private func change(
        _ table: Table, _ key: some TableBytes, _ change: (inout [UInt8]) -> Void
    ) throws {
        try desk.raw().write { transaction in
            var row = try transaction.contents.value(under: key, in: table) { $0.copied() } ?? []
            change(&row)
            try transaction.put(row, under: key, in: table)
        }
    }

    private func place(_ stream: UInt32, _ version: UInt32) -> ShortBytes {
        ShortBytes().appending(stream).appending(version)
    }

    @Test func `a sound log is found sound`() throws {
        var absent: [Position] = [], progress: [Position] = []
        let result = try LogVerifier(desk.log).run(
            absent: { position, _ in absent.append(position) },
            progress: { done, _ in progress.append(done) }, damaged: { _ in true })
        #expect(result.head == 20)
        #expect(result.entries == 20)
        #expect(result.streams == 4)
        #expect(result.sections == 20)
        #expect(result.sectionBytes == 60)
        #expect(result.damage == 0)
        #expect(result.root == (try desk.log.rootHash(atSize: 20)))
        #expect(absent == [])
        #expect(progress == [20])
    }

    @Test(arguments: [0, 40, 200] as [Int])
    func `a changed byte in an entry is found by readers and by the verifier`(from end: Int) throws
    {
        try change(Desk.entries, Desk.row(7)) { $0[$0.count - 1 - end] ^= 1 }
        #expect(try damage(desk.log) == [.leafHash(at: 7)])
        #expect(throws: LogDamage.leafHash(at: 7)) { try desk.log.read(after: 3, limit: 10) }
        #expect(throws: LogDamage.leafHash(at: 7)) { try desk.log.entry(at: 7) }
        #expect(try desk.log.read(after: 0, limit: 6).count == 6)
    }

    @Test func `a byte changed in the file is found`() throws {
        let file = desk.scratch.url.appending(path: "log/data.mdb")
        var bytes = try Data(contentsOf: file)
        let id = try #require(desk.log.entry(at: 9).map { try Envelope($0.bytes).id })
        // Every copy of the page: old ones are no longer looked at.
        while let place = bytes.firstRange(of: Data(id.text)) {
            bytes[place.lowerBound] = UInt8(ascii: "x")
        }
        let copy = try Scratch()
        try bytes.write(to: copy.url.appending(path: "data.mdb"))
        let log = try EventLog.open(at: copy.path(), mapSize: 1 << 20)
        #expect(try damage(log) == [.leafHash(at: 9)])
        #expect(throws: LogDamage.leafHash(at: 9)) { try log.read(after: 0, limit: 100) }
    }

    @Test func `missing entries are found`() throws {
        try desk.raw().write { transaction in
            for position in [3, 4, 12] as [UInt64] {
                try transaction.remove(Desk.row(position), from: Desk.entries)
            }
        }
        let holes = try damage(desk.log).filter {
            if case .hole = $0 { true } else { false }
        }
        #expect(holes == [.hole(at: 3), .hole(at: 4), .hole(at: 12)])
    }

    @Test func `a leaf hash and a node that do not fit are found`() throws {
        try change(Desk.entries, Desk.row(5)) { $0[3] ^= 1 }
        try change(Desk.entries, Desk.row(16)) { $0[32 * 3 + 1] ^= 1 }
        let found = try damage(desk.log)
        #expect(found == [.leafHash(at: 5)])
        try change(Desk.entries, Desk.row(5)) { $0[3] ^= 1 }
        #expect(try damage(desk.log) == [.treeNode(at: 16, level: 3)])
    }

    @Test func `a row too short for its hashes is found`() throws {
        try change(Desk.entries, Desk.row(8)) { $0.removeLast($0.count - 64) }
        #expect(try damage(desk.log) == [.truncated(at: 8)])
        #expect(throws: LogDamage.truncated(at: 8)) { try desk.log.entry(at: 8) }
    }

    @Test func `indices that lead elsewhere are found`() throws {
        try change(Desk.streams, place(2, 3)) { $0[7] = 1 }
        let id = try #require(desk.log.entry(at: 4).map { try Envelope($0.bytes).id })
        let key = ShortBytes().appending(id.high).appending(id.low)
        try change(Desk.ids, key) { $0[7] = 1 }
        #expect(try damage(desk.log) == [.idIndex(at: 4), .streamIndex(at: 10)])
    }

    @Test func `a place in another stream is found, whether an index holds it or not`() throws {
        let writer = try desk.writer()
        var mint = Mint(seed: 2)
        _ = writer.performAndWait(.init(entries: [mint.entry("petition/KT1")]))
        writer.close()
        for position in [8, 21] as [Position] {
            let offset = 32 * (1 + position.trailingZeroBitCount)
            try change(Desk.entries, Desk.row(position)) { $0[offset + 3] ^= 8 }
            #expect(try damage(desk.log) == [.streamIndex(at: position)])
            try change(Desk.entries, Desk.row(position)) { $0[offset + 3] ^= 8 }
        }
        #expect(try damage(desk.log) == [])
    }

    @Test func `rows that belong to nothing are found`() throws {
        try change(Desk.names, "petition/KT99") { $0 = [0, 0, 0, 99] }
        try change(Desk.streams, place(99, 1)) { $0 = [0, 0, 0, 0, 0, 0, 0, 1] }
        try change(Desk.entries, Desk.row(1, 2)) { $0 = [1] }
        #expect(
            try damage(desk.log) == [
                .strayRows(table: "names", count: 1), .strayRows(table: "streams", count: 1),
                .strayRows(table: "entries", count: 1),
            ])
    }

    @Test func `a changed section is found, an absent one is told`() throws {
        try change(Desk.entries, Desk.row(1, 1)) { $0 = Array("abd".utf8) }
        try desk.raw().write { _ = try $0.remove(Desk.row(2, 1), from: Desk.entries) }
        var absent: [Position] = []
        var found: [LogDamage] = []
        let result = try LogVerifier(desk.log).run(
            absent: { position, number in absent.append(position * 10 + UInt64(number)) },
            damaged: {
                found.append($0)
                return true
            })
        #expect(found == [.section(at: 1, number: 1)])
        #expect(absent == [21])
        #expect(result.absentSections == 1)
    }

    @Test func `the verifier stops when it is told to`() throws {
        for position in [2, 9, 15] as [UInt64] {
            try change(Desk.entries, Desk.row(position)) { $0[$0.count - 1] ^= 1 }
        }
        var found: [LogDamage] = []
        _ = try LogVerifier(desk.log).run { damage in
            found.append(damage)
            return false
        }
        #expect(found == [.leafHash(at: 2)])
    }
}
