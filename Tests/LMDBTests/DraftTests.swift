import LMDB
import TestSupport
import Testing

@Suite struct DraftTests {
    @Test func `commits of a draft do not wait for the disk until it is settled`() throws {
        let scratch = try Scratch()
        let environment = try Shelf.open(scratch.path(), mode: .draft)
        #expect(!environment.isSettled)
        try environment.write { try $0.put([7], under: "a", in: Shelf.words) }
        try environment.settle()
        #expect(environment.isSettled)
        try environment.write { try $0.put([8], under: "b", in: Shelf.words) }
        let words = try environment.read { transaction in
            try ["a", "b"].map { word in
                try transaction.value(under: word, in: Shelf.words) { $0.copied() }
            }
        }
        #expect(words == [[7], [8]])
    }

    @Test func `whatever else is opened is settled`() throws {
        let scratch = try Scratch()
        for mode in [OpenMode.create, .write, .read] {
            let environment = try Shelf.open(scratch.path(), mode: mode)
            #expect(environment.isSettled, "\(mode)")
        }
    }

    @Test func `a draft that is opened again after a failed commit waits for the disk`() throws {
        let scratch = try Scratch()
        let environment = try Shelf.open(scratch.path(), mode: .draft)
        try environment.reopen()
        #expect(environment.isSettled)
    }
}
