import LMDB
import TestSupport
import Testing

@Suite struct CursorTests {
    private let shelf: Shelf

    init() throws {
        shelf = try Shelf()
        try shelf.environment.write { transaction in
            for number in [2, 3, 5, 7, 300] as [UInt64] {
                try transaction.put([UInt8(number % 256)], under: number, in: Shelf.numbers)
            }
        }
    }

    private func keys(
        _ body: (inout TableCursor, (Span<UInt8>, Span<UInt8>) -> UInt64) throws -> [UInt64?]
    ) throws -> [UInt64?] {
        try shelf.environment.read { transaction in
            try transaction.withCursor(over: Shelf.numbers) { cursor in
                try body(&cursor) { key, _ in key.native(UInt64.self) }
            }
        }
    }

    @Test func `rows come in the order of their keys, both ways`() throws {
        let forwards = try keys { cursor, key in
            var found = [try cursor.row(.first, key)]
            while found.last != .some(nil) { found.append(try cursor.row(.next, key)) }
            return found
        }
        #expect(forwards == [2, 3, 5, 7, 300, nil])
        let backwards = try keys { cursor, key in
            var found = [try cursor.row(.last, key)]
            while found.last != .some(nil) { found.append(try cursor.row(.previous, key)) }
            return found
        }
        #expect(backwards == [300, 7, 5, 3, 2, nil])
    }

    @Test(
        arguments: [(0, 2, nil), (3, 3, 2), (4, 5, 3), (300, 300, 7), (301, nil, 300)]
            as [(UInt64, UInt64?, UInt64?)])
    func `a cursor finds the row at or after a key, and the one before`(
        key: UInt64, after: UInt64?, before: UInt64?
    ) throws {
        let found = try keys { cursor, number in
            [
                try cursor.row(atOrAfter: key, number), try cursor.row(before: key, number),
            ]
        }
        #expect(found == [after, before])
    }

    @Test func `an empty table has no rows`() throws {
        let found = try shelf.environment.read { transaction in
            try transaction.withCursor(over: Shelf.words) { cursor in
                [
                    try cursor.row(.first) { _, _ in true }, try cursor.row(.last) { _, _ in true },
                    try cursor.row(before: "a") { _, _ in true },
                ]
            }
        }
        #expect(found == [nil, nil, nil])
    }

    @Test func `short bytes sort as the numbers in them`() throws {
        let pairs: [(UInt32, UInt8)] = [(0, 1), (0, 255), (1, 0), (256, 0), (.max, 1)]
        try shelf.environment.write { transaction in
            for (first, second) in pairs.shuffled() {
                let key = ShortBytes().appending(first).appending(second)
                try transaction.put([], under: key, in: Shelf.words)
            }
        }
        let found = try shelf.environment.read { transaction in
            try transaction.withCursor(over: Shelf.words) { cursor in
                var found: [(UInt32, UInt8)] = []
                while let pair = try cursor.row(
                    .next,
                    { key, _ in
                        (key.bigEndian(UInt32.self), key.bigEndian(UInt8.self, at: 4))
                    })
                {
                    found.append(pair)
                }
                return found
            }
        }
        #expect(found.map(\.0) == pairs.map(\.0))
        #expect(found.map(\.1) == pairs.map(\.1))
    }
}
