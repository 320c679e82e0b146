import LMDB
import TestSupport
import Testing

@Suite struct TransactionTests {
    private struct Interrupted: Error {}
    private let shelf: Shelf

    init() throws { shelf = try Shelf() }

    @Test func `what a transaction wrote is there after it`() throws {
        try shelf.environment.write { transaction in
            try transaction.put([1, 2], under: "a", in: Shelf.words)
            try transaction.put([], under: "b", in: Shelf.words)
        }
        #expect(try shelf.word("a") == [1, 2])
        #expect(try shelf.word("b") == [])
        #expect(try shelf.word("c") == nil)
        #expect(try shelf.environment.read { try $0.count(of: Shelf.words) } == 2)
    }

    @Test func `a transaction that throws leaves nothing`() throws {
        #expect(throws: Interrupted.self) {
            try shelf.environment.write { transaction in
                try transaction.put([1], under: "a", in: Shelf.words)
                throw Interrupted()
            }
        }
        #expect(try shelf.word("a") == nil)
    }

    @Test func `a transaction sees its own changes, a reader those before it`() throws {
        try shelf.environment.write { try $0.put([1], under: "a", in: Shelf.words) }
        try shelf.environment.write { transaction in
            try transaction.put([2], under: "a", in: Shelf.words)
            let own = try transaction.contents.value(under: "a", in: Shelf.words) { $0.copied() }
            #expect(own == [2])
            #expect(try shelf.word("a") == [1])
        }
        #expect(try shelf.word("a") == [2])
    }

    @Test func `inserting does not replace`() throws {
        try shelf.environment.write { transaction in
            let inserted = [
                try transaction.insert([1], under: "m", in: Shelf.words),
                try transaction.insert([2], under: "m", in: Shelf.words),
                try transaction.insert([3], under: "a", in: Shelf.words),
                try transaction.insert([4], under: "a", in: Shelf.words),
                try transaction.insert([5], under: "z", in: Shelf.words),
            ]
            #expect(inserted == [true, false, true, false, true])
            let removed = [
                try transaction.remove("a", from: Shelf.words),
                try transaction.remove("a", from: Shelf.words),
            ]
            #expect(removed == [true, false])
        }
        #expect(try shelf.word("m") == [1])
        #expect(try shelf.word("a") == nil)
        #expect(try shelf.word("z") == [5])
    }

    @Test func `rows appended in order fill their pages`() throws {
        let value = [UInt8](repeating: 7, count: 300)
        try shelf.environment.write { transaction in
            for number in UInt64(1)...4000 {
                _ = try transaction.insert(value, under: number, in: Shelf.numbers)
            }
        }
        let rows = 4000 * (300 + 8)
        #expect(shelf.environment.usedSize < rows * 5 / 4)
    }

    @Test func `an error says which call failed and why`() throws {
        let error = #expect(throws: LMDBError.self) {
            try shelf.environment.write { transaction in
                try transaction.put([1], under: String(repeating: "k", count: 512), in: Shelf.words)
            }
        }
        #expect(error?.function == "mdb_put")
        #expect(error?.description.contains("MDB_BAD_VALSIZE") == true)
    }
}
