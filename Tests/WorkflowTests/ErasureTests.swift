import Entries
import EventLog
import Events
import Foundation
import Rules
import Testing
import Threads
import Vault
import Workflow

/// What is erased in the log is gone from the vault.
@Suite struct ErasureTests {
    private let test: TestOffice
    private let number: String
    private let key: KeyReference

    init() throws {
        test = try TestOffice()
        let filing = test.filing()
        number = try test.accepted(test.port.perform(filing)).name
        var withdrawal = test.draft(
            .petition(number: number, .withdraw(.init())), by: filing.actor)
        withdrawal.isOwnerProven = true
        _ = try test.accepted(test.port.perform(withdrawal))
        try test.approveErasure(of: number)
        key = try #require(try test.office.log.history(of: number)).petition.caseKey
    }

    private var erasure: Draft {
        test.draft(
            .petition(number: number, .erase(.init(key: key, ground: .mistake))), by: .system)
    }

    private func destroyedAt(_ vault: Vault) -> Position? {
        do throws(any Error) {
            _ = try vault.key(key)
            return nil
        } catch VaultError.erasedKey(_, let position) {
            return position
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test func `an accepted erasure has destroyed the key`() throws {
        #expect(destroyedAt(test.office.vault) == nil)
        let receipt = try test.accepted(test.port.perform(erasure))
        #expect(destroyedAt(test.office.vault) == receipt.positions?.lowerBound)
        // Nothing can be sealed for it again, and only it is refused.
        let note = test.draft(
            .petition(number: number, .note(.init())), by: TestOffice.officer,
            sections: [PlainSection(Note(text: "ลืมบันทึก"))])
        guard case .refused("erased", _) = test.port.perform(note) else {
            Issue.record("something was sealed for an erased case")
            return
        }
        _ = try test.accepted(test.port.perform(test.filing(subject: "ถนนชำรุด")))
    }

    @Test func `the files of what is erased are gone before anybody hears of it`() throws {
        let (files, vault) = (test.office.files, test.office.vault)
        let file = try files.seal([1, 2], under: vault.key(key), after: test.office.log.head)
        let other = try files.seal([3], under: vault.newKey(), after: test.office.log.head)
        for loose in try files.loose(ofAge: 0) { try files.keep(loose) }
        _ = try test.accepted(test.port.perform(erasure))
        #expect(throws: SealedFileError.missing(file.file)) {
            try files.verify(file.file, under: key)
        }
        try files.verify(other.file, under: other.key)
    }

    @Test func `a writer that died between the log and the vault leaves it to the next`() throws {
        test.port.close()
        let vault = URL(filePath: test.paths.vault)
        let copy = URL(filePath: test.paths.vault + ".before")
        try FileManager.default.copyItem(at: vault, to: copy)
        var (office, port) = try Office.open(test.paths, clock: test.clock.now)
        let receipt = try test.accepted(port.perform(erasure))
        port.close()
        // As if it had been ended right after its commit: the log knows, the vault does not.
        try FileManager.default.removeItem(at: vault)
        try FileManager.default.moveItem(at: copy, to: vault)
        #expect(destroyedAt(try Office(reading: test.paths).vault) == nil)
        (office, port) = try Office.open(test.paths, clock: test.clock.now)
        defer { port.close() }
        #expect(destroyedAt(office.vault) == receipt.positions?.lowerBound)
    }

    @Test func `what was sealed for an account before its key was known is refused`() throws {
        let registered = AccountEvent.Registered(
            key: KeyReference(high: 0, low: 0), method: .photo, identityLevel: .unproven,
            channel: .web, terms: 1, notice: 1)
        let id = "account-x"
        let register = test.draft(
            .account(id: id, .register(registered)), by: .citizen(id),
            sections: [
                PlainSection(
                    Identity(
                        title: "นาย", givenName: "สมชาย", familyName: "ทดสอบดี",
                        nationalID: "1999900001010")),
                PlainSection(Contact(email: "x@example.com")),
            ])
        var change = test.draft(
            .account(id: id, .changeContact(.init(kinds: [.email]))), by: .citizen(id),
            sections: [PlainSection(Contact(email: "y@example.com"))])
        change.isOwnerProven = true
        let answer = Monitor<[CommandOutcome]?>(nil)
        test.port.submit([register, change]) { outcomes in
            answer.with { $0 = outcomes }
            answer.signal()
        }
        let outcomes = answer.wait { $0 }
        _ = try test.accepted(outcomes[0])
        guard case .refused("wrong-key", _) = outcomes[1] else {
            Issue.record("\(outcomes[1])")
            return
        }
        _ = try test.accepted(test.port.perform(change))
    }

    @Test func `texts that are too long and sections that do not belong are refused`() throws {
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.tracking = .phone
        submit.terms = 1
        submit.notice = 1
        submit.area = String(repeating: "9", count: 301)
        var filing = test.filing()
        filing.command = .petition(number: nil, .submit(submit))
        guard case .refused("text-too-long", _) = test.port.perform(filing) else {
            Issue.record("a long code was kept")
            return
        }
        var strange = test.filing()
        strange.sections.append(PlainSection(Reason(text: "ไม่ใช่ที่นี่")))
        guard case .refused("strange-section", _) = test.port.perform(strange) else {
            Issue.record("a strange section was kept")
            return
        }
    }
}
