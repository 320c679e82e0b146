import Crypto
import Entries
import Foundation
import SQLite
import TestSupport
import Testing
import Vault

@Suite struct UnfinishedFilingsTests {
    private let desk: FilingDesk
    private let text = Array(#"{"เรื่อง":"ไฟถนนดับ"}"#.utf8)

    init() throws { desk = try FilingDesk() }

    @Test func `what was begun is there after a restart`() throws {
        let begun = try desk.filings.begin(for: nil, answers: text, at: desk.now)
        #expect(begun.version == 1)
        #expect(begun.id.text.utf8.count == 40)
        #expect("\(begun.id)" == "filing")
        let file = try desk.filings.addFile(
            photo, content: [1, 2, 3], to: begun.id, for: nil, at: desk.now)
        try desk.restart()
        let found = try desk.filings.filing(
            try #require(FilingID(begun.id.text)), for: nil)
        #expect(found.answers == text)
        #expect(found.files == [file])
        #expect(found.version == 2)
        #expect(file.label == photo)
        #expect(file.content == SHA256.hash([1, 2, 3]))
        #expect(try desk.content(of: file.number, in: begun.id) == [1, 2, 3])
    }

    @Test func `a new epoch leaves filings as they are`() throws {
        let begun = try desk.filings.begin(for: "a-1", answers: text, at: desk.now)
        let file = try desk.filings.addFile(
            photo, content: [1], to: begun.id, for: "a-1", at: desk.now)
        try desk.vault.rotate()
        try desk.restart()
        #expect(try desk.filings.filing(begun.id, for: "a-1").answers == text)
        #expect(try desk.content(of: file.number, in: begun.id, for: "a-1") == [1])
    }

    @Test func `of two tabs none overwrites the other`() throws {
        let begun = try desk.filings.begin(for: "a-1", answers: [1], at: desk.now)
        let saved = try desk.filings.save(
            [2], in: begun.id, for: "a-1", seen: 1, at: desk.after(days: 1))
        #expect(saved.version == 2)
        #expect(saved.changed == desk.after(days: 1))
        #expect(throws: FilingError.stale(seen: 1, actual: 2)) {
            try desk.filings.save([3], in: begun.id, for: "a-1", seen: 1, at: desk.now)
        }
        #expect(throws: FilingError.stale(seen: 1, actual: 2)) {
            try desk.filings.addFile(
                photo, content: [9], to: begun.id, for: "a-1", seen: 1, at: desk.now)
        }
        #expect(desk.names(in: "drafts/files") == [])
        // A file is put with whatever the filing is by now, unless the caller minds.
        let file = try desk.filings.addFile(
            photo, content: [9], to: begun.id, for: "a-1", at: desk.now)
        #expect(throws: FilingError.stale(seen: 2, actual: 3)) {
            try desk.filings.removeFile(
                file.number, from: begun.id, for: "a-1", seen: 2, at: desk.now)
        }
        let found = try desk.filings.filing(begun.id, for: "a-1")
        #expect(found.answers == [2])
        #expect(found.version == 3)
        #expect(found.files.count == 1)
    }

    @Test func `many threads change one filing, and each change counts`() async throws {
        let filings = desk.filings
        let now = desk.now
        let id = try filings.begin(for: nil, answers: [], at: now).id
        let kept = await withTaskGroup(of: Int.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    (0..<10).count { number in
                        guard let seen = try? filings.filing(id, for: nil).version else {
                            return false
                        }
                        let saved = try? filings.save(
                            [UInt8(thread), UInt8(number)], in: id, for: nil, seen: seen, at: now)
                        return saved != nil
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(kept > 0)
        #expect(try filings.filing(id, for: nil).version == 1 + kept)
    }

    @Test func `a guest's filing becomes the account's after the login`() throws {
        let begun = try desk.filings.begin(for: nil, answers: text, at: desk.now)
        #expect(try desk.filings.filing(begun.id, for: "a-1").account == nil)
        try desk.filings.adopt(begun.id, by: "a-1", at: desk.now)
        try desk.filings.adopt(begun.id, by: "a-1", at: desk.now)
        #expect(try desk.filings.list(of: "a-1").map(\.id) == [begun.id])
        for stranger in [nil, "a-2"] {
            #expect(throws: FilingError.gone) {
                try desk.filings.filing(begun.id, for: stranger)
            }
            #expect(throws: FilingError.gone) {
                try desk.filings.save([], in: begun.id, for: stranger, seen: 1, at: desk.now)
            }
            try desk.filings.finish(begun.id, for: stranger)
        }
        #expect(throws: FilingError.gone) {
            try desk.filings.adopt(begun.id, by: "a-2", at: desk.now)
        }
        #expect(try desk.filings.filing(begun.id, for: "a-1").answers == text)
    }

    @Test func `an account sees its own filings, the last changed first`() throws {
        let ids = try (0..<3).map {
            try desk.filings.begin(for: "a-1", answers: [UInt8($0)], at: desk.after(days: $0)).id
        }
        _ = try desk.filings.begin(for: "a-2", answers: [], at: desk.now)
        _ = try desk.filings.begin(for: nil, answers: [], at: desk.now)
        #expect(try desk.filings.list(of: "a-1").map(\.id) == ids.reversed())
        #expect(try desk.filings.list(of: "a-3").isEmpty)
    }

    @Test func `a file is taken out, and its number does not come back`() throws {
        let id = try desk.filings.begin(for: nil, answers: [], at: desk.now).id
        let numbers = try (0..<3).map {
            try desk.filings.addFile(
                photo, content: [UInt8($0)], to: id, for: nil, at: desk.now
            ).number
        }
        #expect(numbers == [1, 2, 3])
        try desk.filings.removeFile(3, from: id, for: nil, at: desk.now)
        #expect(throws: FilingError.noSuchFile) {
            try desk.filings.removeFile(3, from: id, for: nil, at: desk.now)
        }
        #expect(throws: FilingError.noSuchFile) { try desk.content(of: 3, in: id) }
        #expect(desk.names(in: "drafts/files").count == 2)
        let next = try desk.filings.addFile(photo, content: [7], to: id, for: nil, at: desk.now)
        #expect(next.number == 4)
        #expect(try desk.content(of: 2, in: id) == [1])
    }

    @Test func `what comes from outside has limits`() throws {
        var limits = FilingLimits()
        limits.perAccount = 2
        limits.ofGuests = 1
        limits.answerBytes = 10
        limits.files = 2
        limits.fileBytes = 100
        limits.allFileBytes = 150
        let desk = try FilingDesk(limits)
        let first = try desk.filings.begin(for: "a-1", answers: [], at: desk.now).id
        let guest = try desk.filings.begin(for: nil, answers: [], at: desk.now).id
        #expect(throws: FilingError.tooMany(limit: 1)) {
            try desk.filings.begin(for: nil, answers: [], at: desk.now)
        }
        let second = try desk.filings.begin(for: "a-1", answers: [], at: desk.now).id
        #expect(throws: FilingError.tooMany(limit: 2)) {
            try desk.filings.begin(for: "a-1", answers: [], at: desk.now)
        }
        #expect(throws: FilingError.tooMany(limit: 2)) {
            try desk.filings.adopt(guest, by: "a-1", at: desk.now)
        }
        let long = [UInt8](repeating: 0, count: 11)
        #expect(throws: FilingError.tooLarge(limit: 10)) {
            try desk.filings.begin(for: "a-2", answers: long, at: desk.now)
        }
        #expect(throws: FilingError.tooLarge(limit: 10)) {
            try desk.filings.save(long, in: first, for: "a-1", seen: 1, at: desk.now)
        }
        func add(_ count: Int, to id: FilingID) throws {
            _ = try desk.filings.addFile(
                photo, content: [UInt8](repeating: 0, count: count), to: id, for: "a-1",
                at: desk.now)
        }
        #expect(throws: FilingError.tooLarge(limit: 100)) { try add(101, to: first) }
        try add(60, to: first)
        #expect(throws: FilingError.tooLarge(limit: 100)) { try add(41, to: first) }
        try add(40, to: first)
        #expect(throws: FilingError.tooManyFiles(limit: 2)) { try add(0, to: first) }
        #expect(throws: FilingError.self) { try add(51, to: second) }
        try add(50, to: second)
        #expect(desk.names(in: "drafts/files").count == 3)
    }

    @Test func `nothing of a filing can be read on the disk`() throws {
        let secret = Array("นายสมชาย ทดสอบดี 1-0000-00000-00-0".utf8)
        let begun = try desk.filings.begin(for: nil, answers: secret, at: desk.now)
        _ = try desk.filings.addFile(
            FileLabel(name: "สมชาย.pdf", mediaType: "application/pdf"), content: secret,
            to: begun.id, for: nil, at: desk.now)
        let root = desk.path("drafts")
        let paths = try #require(FileManager.default.subpaths(atPath: root))
        #expect(paths.count > 3)
        for path in paths {
            let data = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
            for hidden in ["สมชาย", begun.id.text] {
                #expect(data.range(of: Data(hidden.utf8)) == nil, "\(path)")
            }
        }
    }

    @Test func `an id is forty digits and nothing else`() {
        let id = FilingID.random()
        #expect(FilingID(id.text) == id)
        #expect(id != .random())
        for wrong in ["", "a", id.text + "0", id.text.uppercased() + "x", "../" + id.text] {
            #expect(FilingID(wrong) == nil)
        }
        #expect(throws: FilingError.gone) { try desk.filings.filing(id, for: nil) }
    }

    @Test func `parts that were changed or moved are damaged`() throws {
        let ids = try (0..<2).map {
            try desk.filings.begin(for: nil, answers: [UInt8($0)], at: desk.now).id
        }
        let database = try desk.database("drafts/drafts.sqlite")
        let answers = try database.rows("SELECT answers FROM filings ORDER BY created") {
            $0.bytes(0)
        }
        try database.run("UPDATE filings SET answers = ?", answers[0])
        let opened = ids.map { id in try? desk.filings.filing(id, for: nil).answers }
        #expect(opened.compactMap { $0 }.count == 1)
        var changed = answers[0]
        changed[80] ^= 1
        try database.run("UPDATE filings SET answers = ?", changed)
        for id in ids {
            #expect(throws: FilingError.damaged) { try desk.filings.filing(id, for: nil) }
        }
    }
}
