import Crypto
import Entries
import EventLog
import Events
import Foundation
import Projections
import Rules
import TestSupport
import Testing
import TransparencyLog
import Vault
import Workflow

/// The disks of the backups.
private final class Disks {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    func path(_ name: String) -> String { scratch.path(name) }
}

/// An office that is lost comes back from its backups, and nothing is signed twice.
@Suite struct RestoreTests {
    private let test: TestOffice
    private let scratch: Disks
    private let plan: BackupPlan

    init() throws {
        test = try TestOffice()
        scratch = try Disks()
        var plan = BackupPlan()
        plan.directory = scratch.path("backup")
        plan.vaultDirectory = scratch.path("vault-backup")
        plan.vaultCopy = scratch.path("vault-copy")
        self.plan = plan
        for number in 1...3 {
            _ = try test.accepted(test.port.perform(test.filing(subject: "เรื่องที่ \(number)")))
        }
    }

    // MARK: Steps

    private func publish() throws -> SignedNote {
        let publisher = try Publisher(of: test.office)
        try publisher.publish()
        return try #require(publisher.signer.last).note
    }

    @discardableResult
    private func backUp() throws -> RestoreParts {
        let report = try OfficeBackups(of: test.office, plan).run(at: test.clock.now())
        func path(_ directory: String?, _ kind: String) throws -> String {
            let name = try #require(report.made.first { $0.hasPrefix(kind) })
            return "\(try #require(directory))/test/\(name)"
        }
        var parts = RestoreParts(
            entries: try path(plan.directory, "entries"),
            vault: try path(plan.vaultDirectory, "vault"))
        parts.sealed = try path(plan.directory, "sealed")
        test.clock.advance(milliseconds: 86_400_000)
        return parts
    }

    /// The disk with the data is gone; the keys lie elsewhere. What was on it is kept for the test.
    private func lose() throws -> String {
        test.port.close()
        let lost = test.paths.data + ".lost"
        try FileManager.default.moveItem(atPath: test.paths.data, toPath: lost)
        return lost + "/test"
    }

    private func restore(_ parts: RestoreParts) throws -> Restoration {
        try Office.restore(test.paths, from: parts, clock: test.clock.now)
    }

    private func findings() throws -> [OfficeFinding] {
        var found: [OfficeFinding] = []
        _ = try OfficeVerifier(
            test.paths, .views, progress: { _, _, _ in }, found: { found.append($0) }
        ).run()
        return found
    }

    private func fileOne(_ subject: String = "เรื่องใหม่") throws -> String {
        try test.accepted(test.port.perform(test.filing(subject: subject))).name
    }

    /// Files a case that has ended and seals a file for it; its key and that file.
    private func endedCase() throws -> (number: String, key: KeyReference, file: SealedFile) {
        let filing = test.filing()
        let number = try test.accepted(test.port.perform(filing)).name
        let key = try #require(try test.office.log.history(of: number)).petition.caseKey
        let file = try test.office.files.seal(
            Array("รูปถ่าย".utf8), under: test.office.vault.key(key), after: test.office.log.head)
        var withdrawal = test.draft(
            .petition(number: number, .withdraw(.init())), by: filing.actor)
        withdrawal.isOwnerProven = true
        _ = try test.accepted(test.port.perform(withdrawal))
        return (number, key, file)
    }

    private func erase(_ number: String, _ key: KeyReference) throws {
        try test.approveErasure(of: number)
        let erase = PetitionCommand.erase(.init(key: key, ground: .mistake))
        _ = try test.accepted(
            test.port.perform(test.draft(.petition(number: number, erase), by: .system)))
    }

    // MARK: Coming back

    @Test func `a lost office comes back whole, in a new epoch under a name of its own`() throws {
        let (_, key, file) = try endedCase()
        let signed = try publish()
        let parts = try backUp()
        let before = try test.office.log.read(after: 0, limit: .max)
        _ = try lose()
        let restoration = try restore(parts)
        #expect(restoration.head == Position(before.count))
        #expect(restoration.epoch == 2)
        #expect(restoration.signedName == "test.example/ts/log2")
        #expect(restoration.missingSections == 0 && restoration.unknownKeys == 0)
        #expect(restoration.files == 1 && restoration.lostThrough == nil)
        try test.restart()
        let log = test.office.log
        #expect(try log.read(after: 0, limit: before.count) == before)
        let first = try #require(try log.entry(at: restoration.head + 1))
        guard case .office(.logRestored(let data)) = try RecordedEvent.read(first).event else {
            Issue.record("the first new entry does not say that the log was restored")
            return
        }
        #expect(data.checkpoint == String(decoding: signed.bytes, as: UTF8.self))
        #expect(data.position == before.count && data.epoch == 2)
        // It works, and everything agrees: signed under the new name, with another key.
        _ = try fileOne()
        let again = try publish()
        #expect(try Checkpoint(again).origin == "test.example/ts/log2")
        try test.office.files.verify(file.file, under: key)
        #expect(try findings() == [])
    }

    @Test func `the tiles are made again byte for byte`() throws {
        for number in 4...300 { _ = try fileOne("เรื่องที่ \(number)") }
        _ = try publish()
        let parts = try backUp()
        let lost = try lose()
        _ = try restore(parts)
        try test.restart()
        _ = try publish()
        for tile in ["tile/0/000", "tile/entries/000"] {
            let old = try Data(contentsOf: URL(filePath: "\(lost)/tiles/\(tile)"))
            #expect(try Data(contentsOf: URL(filePath: "\(test.paths.tiles)/\(tile)")) == old)
        }
    }

    @Test func `an office that was stopped for good goes on under its name`() throws {
        _ = try publish()
        var parts = try backUp()
        let lost = try lose()
        parts.signerState = "\(lost)/signer.state"
        parts.isWhole = true
        let restoration = try restore(parts)
        #expect(restoration.epoch == 1 && restoration.signedName == "test.example/ts")
        try test.restart()
        #expect(try test.office.log.head == restoration.head)
        _ = try fileOne()
        #expect(try Checkpoint(try publish()).origin == "test.example/ts")
        #expect(try findings() == [])
    }

    @Test func `a log shorter than what was signed never signs under its old name`() throws {
        var parts = try backUp()
        _ = try fileOne()
        let signed = try publish()
        let lost = try lose()
        parts.signerState = "\(lost)/signer.state"
        parts.isWhole = true
        let size = try Checkpoint(signed).size
        #expect(throws: RestoreProblem.notWhole(signed: size, archived: size - 1)) {
            try restore(parts)
        }
        parts.isWhole = false
        let restoration = try restore(parts)
        #expect(restoration.lostThrough == size)
        #expect(restoration.epoch == 2)
        try test.restart()
        // As many entries again, and other ones: the two are never confused.
        let head = try test.office.log.head
        while try test.office.log.head < size + 1 { _ = try fileOne() }
        #expect(head == restoration.head + 1)
        let again = try publish()
        #expect(try Checkpoint(again).origin != Checkpoint(signed).origin)
        // An old receipt still holds by the old key, which the office still knows.
        #expect(try findings() == [])
    }

    @Test func `the same archive restored twice takes two names`() throws {
        let parts = try backUp()
        _ = try lose()
        #expect(try restore(parts).epoch == 2)
        try FileManager.default.removeItem(atPath: test.paths.office)
        #expect(try restore(parts).epoch == 3)
    }

    @Test func `a witness's checkpoint tells how much is lost, and a stranger's is refused`() throws
    {
        var parts = try backUp()
        _ = try fileOne()
        let signed = try publish()
        _ = try lose()
        parts.checkpoints = [signed]
        let stranger = try #require(
            NoteSigner(name: "test.example/ts", kind: .log, seed: SecretKey.random()))
        var foreign = parts
        foreign.checkpoints = [
            Checkpoint(origin: "test.example/ts", size: 1, root: .zero).signed(by: stranger)
        ]
        #expect(throws: RestoreProblem.foreignCheckpoint("test.example/ts\n1\n\(Self.zero)\n")) {
            try restore(foreign)
        }
        #expect(try restore(parts).lostThrough == Checkpoint(signed).size)
    }

    private static let zero = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    // MARK: What is not there

    @Test func `an office that is there is never restored over`() throws {
        let parts = try backUp()
        #expect(throws: OfficeProblem.exists(test.paths.office)) { try restore(parts) }
        _ = try fileOne()
        #expect(try findings() == [])
    }

    @Test(arguments: ["entries", "sealed", "vault"])
    func `a damaged archive is refused, and leaves nothing`(_ kind: String) throws {
        let parts = try backUp()
        _ = try lose()
        let path = try #require(
            ["entries": parts.entries, "sealed": parts.sealed, "vault": parts.vault][kind] ?? nil)
        let whole = try Data(contentsOf: URL(filePath: path))
        for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 23)) {
            var changed = whole
            changed[index] ^= 0x10
            try changed.write(to: URL(filePath: path))
            #expect(throws: ArchiveProblem.self, "\(kind) \(index)") { try restore(parts) }
        }
        try whole.prefix(whole.count - 1).write(to: URL(filePath: path))
        #expect(throws: ArchiveProblem.self) { try restore(parts) }
        #expect(!FileManager.default.fileExists(atPath: test.paths.office))
        try whole.write(to: URL(filePath: path))
        _ = try restore(parts)
    }

    @Test func `a missing part is named: the sealed ones, and the newest keys`() throws {
        let early = try backUp()
        _ = try fileOne("หลังสำรองข้อมูล")
        var parts = try backUp()
        _ = try lose()
        // The sealed things of the day before: the last case has its entry and nothing else.
        parts.sealed = early.sealed
        let restoration = try restore(parts)
        #expect(restoration.missingSections == 2)
        try test.restart()
        #expect(try findings().map(\.code) == ["section-missing", "section-missing"])
        test.port.close()
        try FileManager.default.removeItem(atPath: test.paths.office)
        parts.sealed = nil
        #expect(try restore(parts).missingSections > 2)
        try test.restart()
        var absent = parts
        absent.vault = scratch.path("nowhere")
        test.port.close()
        try FileManager.default.removeItem(atPath: test.paths.office)
        #expect(throws: ArchiveProblem.missing(absent.vault)) { try restore(absent) }
    }

    @Test func `what is damaged is named by the backup, and the office goes on without it`()
        throws
    {
        let number = try fileOne()
        let file = try endedCase().file
        let filed = try #require(try test.office.log.history(of: number)?.events.first)
        let section = try #require(filed.frame.sections.first { $0.field == "text" })
        let blob = try #require(
            try test.office.log.section(at: filed.position, number: section.number))
        test.port.close()
        try flipByte(in: "\(test.paths.log)/data.mdb", within: blob)
        let named = try #require(
            FileManager.default.enumerator(atPath: test.paths.files)?.compactMap { $0 as? String }
                .first { $0.hasSuffix("\(file.file)") })
        try flipByte(in: "\(test.paths.files)/\(named)", within: [])
        try test.restart()
        #expect(throws: LogDamage.section(at: filed.position, number: section.number)) {
            try OfficeViews(of: test.office).rebuild(.search)
        }

        var damage = SealedDamage()
        damage.sections = [SectionPlace(position: filed.position, number: section.number)]
        damage.files = [file.file]
        #expect(
            try OfficeBackups(of: test.office, plan).run(at: test.clock.now()).damage == damage)
        #expect(damage.words.contains("section \(section.number) of position \(filed.position)"))
        let parts = try backUp()
        _ = try lose()
        let restoration = try restore(parts)
        #expect(restoration.damage == damage && restoration.missingSections == 0)

        try test.restart()
        let views = OfficeViews(of: test.office)
        try views.catchUp()
        for view in ViewName.allCases { try views.rebuild(view) }
        #expect(try findings().map(\.code) == ["section-missing"])
        guard
            case .erased(restoration.head + 1, _)? =
                try test.office.sections(PetitionText.self, of: filed).first
        else {
            Issue.record("the lost section does not lead to the restoration")
            return
        }
        let later = try fileOne("ทีหลัง")
        #expect(try test.office.file(of: later)?.text?.subject == "ทีหลัง")
    }

    /// Changes a byte in the middle of `part` where it stands in the file, or of the whole file.
    private func flipByte(in path: String, within part: [UInt8]) throws {
        let url = URL(filePath: path)
        var bytes = try Data(contentsOf: url)
        var next = bytes.startIndex
        // Pages that were copied as they changed hold it too.
        while let place = part.isEmpty
            ? bytes.startIndex..<bytes.endIndex
            : bytes.range(of: Data(part), in: next..<bytes.endIndex), next < bytes.endIndex
        {
            bytes[(place.lowerBound + place.upperBound) / 2] ^= 1
            next = place.upperBound
        }
        try #require(next > bytes.startIndex)
        try bytes.write(to: url)
    }

    @Test func `archives of two offices are not mixed`() throws {
        var parts = try backUp()
        let other = try RestoreTests()
        _ = try other.fileOne()
        parts.sealed = try other.backUp().sealed
        _ = try lose()
        // The same origin and another history: what is sealed does not fit.
        let sealed = try #require(parts.sealed)
        #expect(throws: RestoreProblem.doesNotBelong(sealed)) { try restore(parts) }
        #expect(!FileManager.default.fileExists(atPath: test.paths.office))
    }

    // MARK: What was erased

    @Test func `what was erased since the archive is erased before anybody opens the office`()
        throws
    {
        let (number, key, file) = try endedCase()
        let early = try backUp()
        try erase(number, key)
        var parts = try backUp()
        _ = try lose()
        // Sealed things and keys of before the erasure, entries of after it.
        parts.sealed = early.sealed
        parts.vault = early.vault
        let restoration = try restore(parts)
        #expect(restoration.keysDestroyedAgain == 1)
        #expect(restoration.erasedSections == 2 && restoration.erasedFiles == 1)
        #expect(restoration.missingSections == 0)
        let vault = try Office(reading: test.paths).vault
        #expect(vault.erasure(of: key) != nil)
        try test.restart()
        #expect(throws: SealedFileError.missing(file.file)) {
            try test.office.files.verify(file.file, under: key)
        }
        #expect(try findings() == [])
    }

    @Test func `a vault from before the last destruction of keys opens no more`() throws {
        let (number, key, _) = try endedCase()
        let early = try backUp()
        try erase(number, key)
        let writer = try #require(test.port as? OfficeWriter)
        #expect(try writer.forget(at: test.clock.now()).epoch == 2)
        var parts = try backUp()
        #expect(!FileManager.default.fileExists(atPath: early.vault), "it opens nothing")
        let kept = parts.vault
        // As if it had been kept elsewhere.
        parts.vault = scratch.path("old-vault")
        let other = try RestoreTests()
        try FileManager.default.copyItem(
            atPath: try other.backUp().vault, toPath: parts.vault)
        _ = try lose()
        #expect(throws: RestoreProblem.vaultTooOld(epoch: 1)) { try restore(parts) }
        parts.vault = kept
        #expect(try restore(parts).unknownKeys == 0)
        try test.restart()
        #expect(try findings() == [])
    }

    @Test func `an erasure that was lost with its entries stays done`() throws {
        let (number, key, _) = try endedCase()
        var parts = try backUp()
        try erase(number, key)
        parts.vault = try backUp().vault
        _ = try lose()
        let restoration = try restore(parts)
        #expect(restoration.keysErasedByLostEntries == 1)
        try test.restart()
        #expect(test.office.vault.erasure(of: key) != nil)
        #expect(try findings() == [])
    }

    // MARK: The second copy, and what is in no backup

    @Test func `the second copy of the vault follows, and serves for a restoration`() throws {
        let backups = OfficeBackups(of: test.office, plan)
        try backups.followVault()
        let (number, key, _) = try endedCase()
        try backups.followVault()
        try erase(number, key)
        let writer = try #require(test.port as? OfficeWriter)
        _ = try writer.forget(at: test.clock.now()) { try backups.followVault() }
        var parts = try backUp()
        _ = try lose()
        parts.vault = "\(try #require(plan.vaultCopy))/test"
        let restoration = try restore(parts)
        #expect(restoration.unknownKeys == 0 && restoration.missingSections == 0)
        try test.restart()
        #expect(try findings() == [])
    }

    @Test func `no key is in any backup, and nothing that can be read`() throws {
        _ = try endedCase()
        let parts = try backUp()
        try OfficeBackups(of: test.office, plan).followVault()
        var secrets: [[UInt8]] = [Array("ไฟถนนดับ".utf8), Array("+66810000001".utf8)]
        for name in try FileManager.default.contentsOfDirectory(atPath: test.paths.keys) {
            let path = "\(test.paths.keys)/\(name)"
            let bytes = try Data(contentsOf: URL(filePath: path))
            if bytes.count == 32 { secrets.append(Array(bytes)) }
        }
        #expect(secrets.count >= 4)
        let copies = try FileManager.default.subpathsOfDirectory(atPath: scratch.path(""))
        #expect(copies.count >= 5)
        for name in copies {
            guard let bytes = FileManager.default.contents(atPath: scratch.path(name)) else {
                continue
            }
            for secret in secrets {
                #expect(bytes.range(of: Data(secret)) == nil, "\(name)")
            }
        }
        // What an erasure leaves in an archive of entries: nothing of the person was ever there.
        let entries = try Data(contentsOf: URL(filePath: parts.entries))
        let sealed = try Data(contentsOf: URL(filePath: try #require(parts.sealed)))
        let blob = try #require(
            try test.office.log.section(at: test.office.log.head - 1, number: 1))
        #expect(entries.range(of: Data(blob)) == nil)
        #expect(sealed.range(of: Data(blob)) != nil)
    }

    @Test func `what has had its time is removed, entries by number and the rest by days`() throws {
        var plan = plan
        plan.days = 2
        plan.entryArchives = 3
        for _ in 1...5 {
            _ = try OfficeBackups(of: test.office, plan).run(at: test.clock.now())
            test.clock.advance(milliseconds: 86_400_000)
        }
        func names(_ directory: String?, _ kind: String) throws -> Int {
            try FileManager.default.contentsOfDirectory(atPath: "\(try #require(directory))/test")
                .count { $0.hasPrefix(kind) }
        }
        #expect(try names(plan.directory, "entries") == 3)
        #expect(try names(plan.directory, "sealed") == 3)
        #expect(try names(plan.vaultDirectory, "vault") == 3)
    }

    @Test func `directories that are not apart are no plan`() {
        var plan = plan
        #expect(plan.isUsable(data: test.paths.data, keys: test.paths.keysRoot))
        plan.vaultDirectory = plan.directory.map { "\($0)/vault" }
        #expect(!plan.isUsable(data: test.paths.data, keys: test.paths.keysRoot))
        plan.vaultDirectory = "\(test.paths.keysRoot)/backup"
        #expect(!plan.isUsable(data: test.paths.data, keys: test.paths.keysRoot))
    }
}
