import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import Workflow

/// What a backup of the entries holds, and what becomes of a bad one.
@Suite struct EntryArchiveTests {
    private let test: TestOffice
    private var path: String { test.paths.data + "/entries" }

    init() throws {
        test = try TestOffice()
        for number in 1...3 {
            _ = try test.accepted(test.port.perform(test.filing(subject: "เรื่องที่ \(number)")))
        }
    }

    private func rewrite(_ change: (inout Data) -> Void) throws {
        let url = URL(filePath: path)
        var bytes = try Data(contentsOf: url)
        change(&bytes)
        try bytes.write(to: url)
    }

    @Test func `an archive holds every entry byte for byte, and nothing that is sealed`() throws {
        let log = test.office.log
        let archive = try EntryArchive.write(log, publishedIn: test.paths.tiles, to: path)
        var entries: [[UInt8]] = []
        #expect(try EntryArchive.read(path) { entries.append($1) } == archive)
        #expect(try entries == log.read(after: 0, limit: .max).map(\.bytes))
        let bytes = try Data(contentsOf: URL(filePath: path))
        var sealed = 0
        for position in 1...archive.size {
            guard let blob = try log.section(at: position, number: 1) else { continue }
            sealed += 1
            #expect(bytes.range(of: Data(blob)) == nil)
        }
        #expect(sealed > 0)
    }

    @Test func `the log goes on, and still begins with its archive`() throws {
        let archive = try EntryArchive.write(
            test.office.log, publishedIn: test.paths.tiles, to: path)
        _ = try test.accepted(test.port.perform(test.filing(subject: "เรื่องใหม่")))
        #expect(try archive.isBeginning(of: test.office.log))
        let other = try TestOffice()
        #expect(try !archive.isBeginning(of: other.office.log))
    }

    @Test func `an archive that was cut off anywhere, or that goes on, is refused`() throws {
        _ = try EntryArchive.write(test.office.log, publishedIn: test.paths.tiles, to: path)
        let whole = try Data(contentsOf: URL(filePath: path))
        for length in stride(from: 0, to: whole.count, by: 97) {
            try rewrite { $0 = whole.prefix(length) }
            #expect(throws: ArchiveProblem.self, "\(length)") { try EntryArchive.read(path) }
        }
        try rewrite { $0 = whole + Data([0]) }
        #expect(throws: ArchiveProblem.damaged(path)) { try EntryArchive.read(path) }
    }

    @Test func `every changed byte of an archive is found`() throws {
        _ = try EntryArchive.write(test.office.log, publishedIn: test.paths.tiles, to: path)
        let whole = try Data(contentsOf: URL(filePath: path))
        for index in stride(from: 0, to: whole.count, by: 61) {
            try rewrite {
                $0 = whole
                $0[index] ^= 1
            }
            #expect(throws: ArchiveProblem.self, "\(index)") { try EntryArchive.read(path) }
        }
    }

    @Test func `a backup takes no other file's place, and says where one was interrupted`() throws {
        let log = test.office.log
        _ = try EntryArchive.write(log, publishedIn: test.paths.tiles, to: path)
        #expect(throws: ArchiveProblem.exists(path)) {
            try EntryArchive.write(log, publishedIn: test.paths.tiles, to: path)
        }
        let second = test.paths.data + "/second"
        try Data().write(to: URL(filePath: second + ".part"))
        #expect(throws: ArchiveProblem.unfinished(second + ".part")) {
            try EntryArchive.write(log, publishedIn: test.paths.tiles, to: second)
        }
        #expect(throws: ArchiveProblem.missing(second)) { try EntryArchive.read(second) }
    }

    @Test(.enabled(if: SmallDisk.canMount))
    func `a full disk leaves no half of an archive`() throws {
        let disk = try SmallDisk(kilobytes: 4)
        #expect(throws: ArchiveProblem.full(disk.path + "/entries")) {
            try EntryArchive.write(
                test.office.log, publishedIn: test.paths.tiles, to: disk.path + "/entries")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
        _ = try test.accepted(test.port.perform(test.filing(subject: "ยังรับเรื่อง")))
    }
}
