import Entries
import Foundation
import SQLite
import TestSupport
import Testing
import Vault
import Workflow

/// What the program does when a database beside the log is damaged.
@Suite(.timeLimit(.minutes(10))) struct SideFileTests {
    private func asides(_ file: SideFile, _ town: borrowing Town) throws -> [String] {
        let url = URL(filePath: file.path(in: town.paths))
        let names = try FileManager.default.contentsOfDirectory(
            atPath: url.deletingLastPathComponent().path)
        return names.filter { $0.hasPrefix("\(url.lastPathComponent).damaged-") }
    }

    private func damage(_ file: SideFile, _ town: borrowing Town) throws {
        let path = file.path(in: town.paths)
        #expect(FileManager.default.fileExists(atPath: path), "\(file)")
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        try Data(repeating: 0x2A, count: 9000).write(to: URL(filePath: path))
    }

    @Test func `a damaged database beside the log is set aside, and the office served`() throws {
        let town = try Town()
        try town.fileOne()
        #expect(try town.serve().status == 0)
        #expect(try town.run("verify").status == 0)
        for file in SideFile.allCases { try damage(file, town) }
        let found = try town.run("verify")
        #expect(found.status == 1, "\(found.output)")
        for file in SideFile.allCases {
            #expect(found.output.contains("\(file.path(in: town.paths)) is damaged ("))
            #expect(found.output.contains(file.loss))
        }
        #expect(found.errors.contains("The next start of the server sets"))
        let served = try town.serve()
        #expect(served.status == 0)
        for file in SideFile.allCases {
            let kept = try asides(file, town)
            #expect(kept.count == 1)
            #expect(served.output.contains("\(kept.first ?? "–") is damaged and was set aside: "))
            #expect(served.output.contains(file.loss))
        }
        // They are named until somebody has moved them away, and served goes on meanwhile.
        let named = try town.run("verify")
        #expect(named.status == 1)
        for file in SideFile.allCases {
            #expect(named.output.contains(try asides(file, town).first ?? "–"))
        }
        #expect(named.errors.contains("Move what was set aside away"))
        #expect(!(try town.serve()).output.contains("set aside"))
        for file in SideFile.allCases {
            let folder = URL(filePath: file.path(in: town.paths)).deletingLastPathComponent()
            for name in try asides(file, town) {
                try FileManager.default.removeItem(at: folder.appending(path: name))
            }
        }
        #expect(try town.run("verify").status == 0)
    }

    @Test func `drafts out of reach keep their key for 30 days, so that they can be put back`()
        throws
    {
        let town = try Town()
        let file = SideFile.drafts.path(in: town.paths)
        let id = try {
            let (_, port) = try Office.open(town.paths, clock: Town.now)
            defer { port.close() }
            let writer = try #require(port as? OfficeWriter)
            return try writer.filings.begin(
                for: nil, answers: Array("หลังคารั่ว".utf8), at: Town.now()
            ).id
        }()
        // As after a crash: the key was given out since the last start.
        let whole = town.scratch.path("whole.sqlite")
        try Database(path: file, mode: .write).copy(to: whole)
        try damage(.drafts, town)
        let (_, first) = try Office.open(town.paths, clock: Town.now)
        let writer = try #require(first as? OfficeWriter)
        #expect(writer.setAside.map(\.file) == [.drafts])
        #expect(try writer.filings.keys().isEmpty)
        first.close()
        // Mended by hand, they are there again.
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: file + end)
        }
        try FileManager.default.copyItem(atPath: whole, toPath: file)
        let (_, second) = try Office.open(town.paths, clock: Town.now)
        let again = try #require(second as? OfficeWriter)
        #expect(
            try again.filings.filing(id, for: nil).answers == Array("หลังคารั่ว".utf8))
        second.close()
        #expect(try asides(.drafts, town).count == 1)
        // After their time what was set aside goes, and its keys are as any others.
        let later: @Sendable () -> Instant = {
            Town.now().advanced(milliseconds: 31 * 86_400_000)
        }
        let (_, third) = try Office.open(town.paths, clock: later)
        third.close()
        #expect(try asides(.drafts, town).isEmpty)
    }

    @Test func `a view that was damaged comes back at the start, and that is said`() throws {
        let town = try Town()
        #expect(try town.serve().status == 0)
        let link = URL(filePath: "\(town.paths.views)/search.sqlite")
        try Data(repeating: 0x2A, count: 9000).write(to: link.resolvingSymlinksInPath())
        let served = try town.serve()
        #expect(served.status == 0)
        #expect(served.output.contains("Warning: search was damaged ("), "\(served.output)")
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test func `a command that writes says what it had to set aside`() throws {
        let town = try Town()
        #expect(try town.serve().status == 0)
        try damage(.sessions, town)
        let history = try town.history(cases: 1)
        let result = try Shell.khamrong(history + ["--data", town.paths.data])
        #expect(result.status == 0)
        #expect(result.errors.contains("is damaged and was set aside: everybody signs in again"))
    }
}
