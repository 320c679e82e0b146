import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Vault
import Workflow

@Suite struct FileTests {
    private var test: TestOffice

    init() throws { test = try TestOffice() }

    private var writer: OfficeWriter {
        get throws { try #require(test.port as? OfficeWriter) }
    }

    private let photo = FileLabel(name: "ถนน.jpg", mediaType: "image/jpeg", label: "photo")

    /// A guest's filing with a file, under a key minted before.
    private func filing(
        _ content: [UInt8] = [1, 2, 3], key idempotencyKey: String? = nil
    ) throws -> (draft: Draft, file: SealedFile) {
        let key = try writer.newKey()
        let file = try test.office.files.seal(content, under: key, after: test.office.log.head)
        var draft = test.filing(key: idempotencyKey)
        draft.key = key.reference
        draft.sections.append(
            PlainSection(Attachment(HandedFile(label: photo, sealed: file))))
        return (draft, file)
    }

    private func path(_ file: SealedFile) -> String {
        "\(test.paths.files)/\(file.key.description.suffix(2))/\(file.key)-\(file.file)"
    }

    private func exists(_ file: SealedFile) -> Bool {
        FileManager.default.fileExists(atPath: path(file))
    }

    private func code(_ outcome: CommandOutcome) -> String? {
        if case .refused(let code, _) = outcome { code } else { nil }
    }

    @Test func `a file is sealed under the key of the case that names it`() throws {
        let (draft, file) = try filing()
        let receipt = try test.accepted(test.port.perform(draft))
        let opened = try #require(try test.office.file(of: receipt.name))
        let named = try #require(opened.attachments.first?.content.content)
        #expect(named.file == file.file)
        #expect(named.label == "photo")
        let key = try #require(try writer.key(of: StreamName(.petition, receipt.name)))
        #expect(key.reference == file.key)
        #expect(try test.office.files.read(named.file, with: key, limit: 10) == [1, 2, 3])
        // One that is added later lies under the same key.
        let later = try test.office.files.seal([4], under: key, after: test.office.log.head)
        #expect(later.key == file.key)
        #expect(try writer.key(of: StreamName(.petition, "KT1080767000099")) == nil)
    }

    @Test func `a key stands for one case`() throws {
        let (draft, file) = try filing()
        let first = try test.accepted(test.port.perform(draft))
        #expect(code(test.port.perform(draft)) == "key-not-fresh")
        var stranger = test.filing()
        stranger.key = KeyReference(high: 1, low: 2)
        #expect(code(test.port.perform(stranger)) == "key-not-fresh")
        // A key that the vault has, and did not give out for this.
        var loose = test.filing()
        loose.key = try test.office.vault.newKey().reference
        #expect(code(test.port.perform(loose)) == "key-not-fresh")
        var other = try filing().draft
        other.command = .petition(number: first.name, .withdraw(.init()))
        #expect(code(test.port.perform(other)) == "key-not-fresh")
        #expect(exists(file))
    }

    @Test func `two drafts of one submission do not share a key`() throws {
        let (draft, _) = try filing()
        let outcomes = test.port.submitAndWait([draft, draft])
        #expect(outcomes.map(code) == [nil, "key-not-fresh"])
    }

    @Test func `a repetition hears the same, even after a restart`() throws {
        let (draft, _) = try filing(key: "again")
        let first = try test.accepted(test.port.perform(draft))
        let second = try test.accepted(test.port.perform(draft))
        #expect(second.isRepeat)
        #expect(second.stream == first.stream)
        try test.restart()
        let third = try test.accepted(test.port.perform(draft))
        #expect(third.isRepeat)
        #expect(third.positions == first.positions)
    }

    @Test func `a refused command does not use its key up`() throws {
        var (draft, _) = try filing()
        let sections = draft.sections
        draft.sections = []
        #expect(code(test.port.perform(draft)) != nil)
        draft.sections = sections
        _ = try test.accepted(test.port.perform(draft))
    }

    @Test func `what no event names goes after a day, keys at the next start`() throws {
        let (draft, named) = try filing()
        let (_, unnamed) = try filing()
        _ = try test.accepted(test.port.perform(draft))
        #expect(try test.office.sweepFiles() == SweptFiles())
        try test.restart()
        #expect(throws: VaultError.unknownKey(unnamed.key)) {
            try test.office.vault.key(unnamed.key)
        }
        for file in [named, unnamed] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -90_000)],
                ofItemAtPath: path(file))
        }
        var swept = SweptFiles()
        swept.kept = 1
        swept.unnamed = 1
        #expect(try test.office.sweepFiles() == swept)
        #expect(exists(named))
        #expect(!exists(unnamed))
        // What is kept is not looked at again.
        #expect(try test.office.sweepFiles(ofAge: 0) == SweptFiles())
        let key = try test.office.vault.key(named.key)
        #expect(try test.office.files.read(named.file, with: key, limit: 10) == [1, 2, 3])
    }

    @Test func `a file that was sealed before a log was cut short is left`() throws {
        let key = try writer.newKey()
        let file = try test.office.files.seal([1], under: key, after: 10_000)
        #expect(try test.office.sweepFiles(ofAge: 0) == SweptFiles())
        #expect(exists(file))
    }

    @Test func `a damaged file that nobody names is left for somebody to look at`() throws {
        let key = try writer.newKey()
        let file = try test.office.files.seal([1], under: key, after: 0)
        try Data([1, 2]).write(to: URL(filePath: path(file)))
        var swept = SweptFiles()
        swept.damaged = [file.file]
        #expect(try test.office.sweepFiles(ofAge: 0) == swept)
        #expect(exists(file))
    }

    @Test func `the files of an erased key go with it`() throws {
        let (draft, file) = try filing()
        let receipt = try test.accepted(test.port.perform(draft))
        let (other, kept) = try filing()
        _ = try test.accepted(test.port.perform(other))
        let position = try #require(receipt.positions?.upperBound)
        try test.office.vault.erase([file.key], at: position)
        try test.office.files.remove(under: [file.key])
        #expect(!exists(file))
        #expect(exists(kept))
        // Back from a copy, they go with the next sweep.
        try test.office.vault.erase([kept.key], at: position)
        var swept = SweptFiles()
        swept.erased = 1
        #expect(try test.office.sweepFiles(ofAge: 0) == swept)
    }

    @Test func `a filing is begun, left, taken up after a restart and filed once`() throws {
        let now = test.clock.now()
        let begun = try writer.filings.begin(for: nil, answers: [1], at: now)
        _ = try writer.filings.addFile(
            photo, content: [5, 6], to: begun.id, for: nil, at: now)
        try test.restart()
        let office = test.office
        func file() throws -> Receipt {
            let handed = try writer.filings.handOver(
                begun.id, for: nil, seen: 2, to: office.files, after: office.log.head,
                under: writer.newKey)
            var draft = test.filing(key: begun.id.text)
            draft.key = handed.key
            for file in handed.files { draft.sections.append(PlainSection(Attachment(file))) }
            return try test.accepted(test.port.perform(draft))
        }
        let first = try file()
        let second = try file()
        #expect(second.isRepeat)
        #expect(second.stream == first.stream)
        try writer.filings.finish(begun.id, for: nil)
        try writer.filings.sweep(at: now)
        #expect(throws: FilingError.gone) { try writer.filings.filing(begun.id, for: nil) }
        let opened = try #require(try office.file(of: first.name))
        let named = try #require(opened.attachments.first?.content.content)
        let key = try #require(try writer.key(of: StreamName(.petition, first.name)))
        #expect(try office.files.read(named.file, with: key, limit: 10) == [5, 6])
    }
}
