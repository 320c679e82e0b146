import Foundation
import LMDB
import TestSupport
import Testing

/// A file that is shorter than its first pages say.
@Suite struct CutOffTests {
    private func filled(_ scratch: borrowing Scratch) throws {
        let environment = try Shelf.open(scratch.path())
        for round in 0..<40 {
            try environment.write { transaction in
                for number in 0..<50 {
                    try transaction.put(
                        String(repeating: "x", count: 900), under: "\(round)-\(number)",
                        in: Shelf.words)
                }
            }
        }
    }

    private func file(_ scratch: borrowing Scratch) -> URL {
        URL(filePath: scratch.path("data.mdb"))
    }

    @Test func `a file that was cut off anywhere is refused before a page of it is touched`() throws
    {
        let scratch = try Scratch()
        try filled(scratch)
        let whole = try Data(contentsOf: file(scratch))
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        for _ in 0..<200 {
            let length = Int.random(in: 0..<whole.count, using: &generator)
            try whole.prefix(length).write(to: file(scratch))
            do {
                _ = try Shelf.open(scratch.path(), mode: .write)
                Issue.record("opened with \(length) of \(whole.count) bytes")
            } catch let error as LMDBError {
                #expect(error.isCutOff || error.isDamage, "\(error)")
            }
        }
        try whole.write(to: file(scratch))
        #expect(try Shelf.open(scratch.path(), mode: .write).isWhole())
    }

    @Test func `pages that are free need not be there`() throws {
        let scratch = try Scratch()
        try filled(scratch)
        do {
            // Everything goes: what lay at the file's end is free.
            let environment = try Shelf.open(scratch.path(), mode: .write)
            for round in 0..<40 {
                try environment.write { transaction in
                    for number in 0..<50 {
                        _ = try transaction.remove("\(round)-\(number)", from: Shelf.words)
                    }
                }
            }
            try environment.write { transaction in
                try transaction.put("here", under: "kept", in: Shelf.words)
            }
        }
        let whole = try Data(contentsOf: file(scratch))
        var cut = whole.count
        // Page by page from the end, as long as it opens: then every row must be readable.
        while cut > 8192 {
            try whole.prefix(cut - 4096).write(to: file(scratch))
            guard let environment = try? Shelf.open(scratch.path(), mode: .write) else { break }
            cut -= 4096
            let kept = try environment.read {
                try $0.value(under: "kept", in: Shelf.words) { $0.copied() }
            }
            #expect(kept == Array("here".utf8))
            #expect(try environment.read { try $0.count(of: Shelf.words) } == 1)
        }
        #expect(cut < whole.count, "no free page lay at the end of the file")
    }
}
