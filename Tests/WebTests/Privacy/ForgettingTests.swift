import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import TransparencyLog
import Vault
import Workflow

/// A person is forgotten as the law and the log want it: nothing of the person is left anywhere,
/// and every entry stays as it was.
@Suite struct ForgettingTests {
    let site: WebSite
    let browser: Browser
    let number: String
    let account: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        try site.set(.officerAppointed(.init(officer: "officer-8", roles: [.dpo])))
        browser = site.browser()
        try browser.register(.somchai)
        number = try browser.file(
            "complaint", ["form-place": ["latitude": "16.802", "longitude": "100.42"]])
        try site.complete(number)
        account = try #require(try site.accountEvents().first).stream.name
    }

    private var log: EventLog { site.office.office.log }

    private func reason() -> [PlainSection] { [PlainSection(Reason(text: "ทดสอบการลบ"))] }

    private func approve() throws {
        let dpo = Actor.officer("officer-8", .dpo)
        let now = site.clock.now()
        try site.perform(
            Draft(
                .petition(number: number, .approveErasure(.init(ground: .unlawful))), by: dpo,
                at: now, sections: reason()))
        try site.perform(
            Draft(
                .account(id: account, .approveErasure(.init(ground: .unlawful))), by: dpo, at: now,
                sections: reason()))
    }

    /// What was sealed for the streams, as it lies in the log.
    private func blobs() throws -> [[UInt8]] {
        try [StreamName(.petition, number), StreamName(.account, account)].flatMap { stream in
            try log.readStream(stream.subject).flatMap { entry in
                try RecordedEvent.read(entry).frame.sections.compactMap {
                    try log.section(at: entry.position, number: $0.number)
                }
            }
        }
    }

    private func entries() throws -> [[UInt8]] {
        try log.read(after: 0, limit: 10_000).map(\.bytes)
    }

    @Test func `of who is forgotten no byte is left in any file of the office`() throws {
        try browser.open("account/data")
        let malee = site.browser()
        try malee.register(.malee)
        let sealed = try blobs()
        #expect(sealed.count > 4)
        let before = try entries()
        try site.office.views.settle(at: try log.head)
        #expect(try site.office.office.catchUpSnapshots(firstStep: 4) > 0)
        let full = try site.bytesOnDisk()
        #expect(full.contains { $0.bytes.firstRange(of: Array("ถนนเป็นหลุม".utf8)) != nil })
        #expect(full.contains { $0.bytes.firstRange(of: sealed[0][40..<72]) != nil })
        try approve()
        let forgotten = try site.office.forget(at: site.clock.now())
        #expect(forgotten.keys == 2)
        #expect(forgotten.sections >= sealed.count)
        #expect(forgotten.completed == [account])
        #expect(forgotten.epoch == 2)
        let files = try site.bytesOnDisk()
        #expect(files.contains { $0.path.hasSuffix("data.mdb") })
        #expect(full.contains { $0.path.contains("/snapshots/") })
        #expect(!files.contains { $0.path.contains("/snapshots/") })
        let words = [
            Citizen.somchai.given, Citizen.somchai.family, Citizen.somchai.number,
            Citizen.somchai.email, "0810000001", "ถนนเป็นหลุม", "รถล้มแล้วสองคัน", "ซ่อมถนนแล้ว",
        ]
        for file in files {
            for word in words where file.bytes.firstRange(of: Array(word.utf8)) != nil {
                Issue.record("“\(word)” stands in \(file.path)")
            }
            // A part from the middle: a page of a tree may hold the ends elsewhere.
            for blob in sealed where file.bytes.firstRange(of: blob[40..<72]) != nil {
                Issue.record("what was sealed stands in \(file.path)")
            }
        }
        // The others are untouched, and so is what was recorded.
        try malee.open("account")
        #expect(malee.text.contains(Citizen.malee.given))
        #expect(try entries().starts(with: before))
        try browser.open("account")
        #expect(browser.path.hasPrefix("/test/login"))
    }

    @Test func `what was completed counts every key that went with the person`() throws {
        let place = ["form-place": ["latitude": "16.802", "longitude": "100.42"]]
        let more = try (0..<2).map { _ in try browser.file("complaint", place) }
        for number in more { try site.complete(number) }
        try browser.open("account/erasure")
        try browser.submit("account/erasure", ["understood": "yes"])
        let dpo = try site.officer("officer-8", .dpo)
        let page = "desk/privacy/\(account)"
        try dpo.open(page)
        try dpo.submit(page, ["reason": "ขอเอง", "understood": "yes"])
        #expect(try site.office.forget(at: site.clock.now()).keys == 4)
        guard case .account(.erasureCompleted(let data))? = try site.accountEvents().last?.event
        else { throw Unseen() }
        #expect(data.keys == 4)
    }

    @Test func `who was forgotten stays so when it is carried out again`() throws {
        try approve()
        let now = site.clock.now()
        #expect(try site.office.forget(at: now).keys == 2)
        let head = try log.head
        let again = try site.office.forget(at: now)
        #expect(again == Forgotten())
        #expect(try log.head == head)
    }

    @Test func `what was begun and broken off before it was removed is ended`() throws {
        try approve()
        let now = site.clock.now()
        let person = try #require(try site.office.office.person(account)).account.key
        let file = try #require(try site.office.office.file(of: number)).petition.caseKey
        for command: Command in [
            .petition(number: number, .erase(.init(key: file, ground: .unlawful))),
            .account(id: account, .erase(.init(key: person, ground: .unlawful))),
        ] {
            try site.perform(Draft(command, by: .system, at: now))
        }
        #expect(try !blobs().isEmpty)
        let forgotten = try site.office.forget(at: now)
        #expect(forgotten.keys == 0 && forgotten.sections > 4)
        #expect(forgotten.completed == [account])
        #expect(try blobs().isEmpty)
    }

    @Test func `the night that destroys a key leaves copies of the vault that open`() throws {
        let scratch = try Scratch()
        var plan = BackupPlan()
        plan.vaultDirectory = scratch.path("vault-backup")
        plan.vaultCopy = scratch.path("vault-copy")
        let now = site.clock.now()
        let backups = OfficeBackups(of: site.office.office, plan)
        _ = try backups.run(at: now)
        try backups.followVault()
        let key = try #require(try site.office.office.person(account)).account.key
        try approve()
        let later = now.advanced(milliseconds: 86_400_000)
        #expect(try site.office.forget(at: later, backups: plan).epoch == 2)
        let archives = try FileManager.default.contentsOfDirectory(
            atPath: scratch.path("vault-backup/test"))
        #expect(archives.count == 1, "the one of the key that is destroyed is gone")
        let archive = try VaultArchive.check(
            scratch.path("vault-backup/test/\(try #require(archives.first))"))
        #expect(archive.epoch == 2)
        var place = site.office.office.vault.place
        place.directory = scratch.path("vault-copy/test")
        let copy = try Vault(opening: place, mode: .read)
        #expect(copy.epoch == 2)
        #expect(copy.erasure(of: key) != nil, "what was erased is erased there too")
    }

    @Test func `nobody is forgotten whose erasure is not approved`() throws {
        let head = try log.head
        #expect(try site.office.forget(at: site.clock.now()) == Forgotten())
        #expect(try log.head == head)
    }

    @Test func `a person may register anew under the number that was forgotten`() throws {
        try approve()
        try site.office.forget(at: site.clock.now())
        let anew = site.browser()
        try anew.register(.somchai)
        #expect(anew.path.hasPrefix("/test/account"))
        // What is recorded after the file was written anew is there like everything else.
        let stored = try log.read(after: 0, limit: 10_000)
        #expect(stored.map(\.position) == Array(1...UInt64(stored.count)))
    }

    @Test func `the data protection officer reads who asks, decides, and sees how far it is`()
        throws
    {
        try browser.open("account/erasure")
        try browser.submit("account/erasure", ["reason": "ย้ายออกแล้ว", "understood": "yes"])
        let dpo = try site.officer("officer-8", .dpo)
        try dpo.open("desk/privacy")
        #expect(dpo.text.contains(account) && dpo.text.contains("รอตัดสิน"))
        #expect(!dpo.text.contains(Citizen.somchai.given))
        let page = "desk/privacy/\(account)"
        try dpo.open(page)
        #expect(dpo.text.contains(Citizen.somchai.given) && dpo.text.contains(number))
        // Who looked stands in the log before the page is sent, and the person can read it.
        guard case .account(.viewed(let viewed))? = try site.accountEvents().last?.event else {
            throw Unseen()
        }
        #expect(viewed.parts == [.identity] && viewed.purpose == "erasure")
        try dpo.submit(page, ["reason": ""])
        #expect(dpo.status == 422)
        #expect(dpo.text.contains("เขียนเหตุผลของการตัดสิน"))
        try dpo.submit(page, ["reason": "พ้นความจำเป็น", "understood": "yes"])
        #expect(dpo.path == "/test/desk/privacy?done=approved")
        #expect(dpo.text.contains("อนุมัติแล้ว"))
        #expect(try site.names(of: number).last == "erasure-approved")
        try site.office.forget(at: site.clock.now())
        try dpo.open(page)
        #expect(dpo.text.contains("ลบเสร็จสิ้น") && !dpo.text.contains(Citizen.somchai.given))
        #expect(!dpo.text.contains("อนุมัติให้ลบ"))
    }

    @Test func `who was forgotten gets a certificate whose proofs others check`() throws {
        try approve()
        let dpo = try site.officer("officer-8", .dpo)
        let page = "desk/privacy/\(account)"
        for name in ["certificate.pdf", "erased.tlog-proof"] {
            try dpo.open("\(page)/\(name)")
            #expect(dpo.status == 404, "\(name) before it is done")
        }
        let forgotten = try site.office.forget(at: site.clock.now())
        try dpo.open(page)
        #expect(dpo.text.contains("หนังสือรับรองการลบ"))
        try dpo.open("\(page)/certificate.pdf")
        let text = try site.pdfText(dpo.page?.body ?? [])
        #expect(text.contains(account))
        // Whose cases they were was sealed: the paper of the one leads to none of the others.
        #expect(!text.contains(number))
        #expect(!text.contains(Citizen.somchai.given) && !text.contains(Citizen.somchai.number))
        let completed = try #require(try site.accountEvents().last)
        #expect(forgotten.completed == [account] && text.contains("\(completed.position)"))
        let key = try #require(try site.office.signingKeys().first)
        for (name, position) in [
            ("erased", try #require(try erasedPosition())),
            ("erasure-completed", completed.position),
        ] {
            try dpo.open("\(page)/\(name).tlog-proof")
            let receipt = try FilingReceipt(dpo.page?.body ?? [])
            let shown = try receipt.check(signedBy: key)
            #expect(shown.envelope.type.contains(".\(name)."))
            #expect(receipt.proof.index == position - 1)
            #expect(shown.sections.isEmpty)
        }
    }

    private func erasedPosition() throws -> Position? {
        try site.accountEvents().last { recorded in
            if case .account(.erased) = recorded.event { true } else { false }
        }?.position
    }

    private struct Unseen: Error {}

    @Test func `nobody is forgotten in the middle of a case, and a refusal says why`() throws {
        let open = try browser.file(
            "complaint", ["form-place": ["latitude": "16.802", "longitude": "100.42"]])
        try browser.open("account/erasure")
        try browser.submit("account/erasure", ["understood": "yes"])
        let dpo = try site.officer("officer-8", .dpo)
        let page = "desk/privacy/\(account)"
        try dpo.open(page)
        try dpo.submit(page, ["reason": "ขอเอง", "understood": "yes"])
        #expect(dpo.status == 422)
        #expect(dpo.text.contains("ยังมีเรื่องที่ไม่เสร็จ 1 เรื่อง"))
        #expect(try site.names(of: open).last == "submitted")
        #expect(try site.names(of: number).last == "completed")
        try dpo.submit(page, ["act": "refuse", "refusal": "ต้องเก็บไว้จนเรื่องเสร็จ"])
        #expect(dpo.path == "/test/desk/privacy?done=refused")
        #expect(try site.office.office.erasures().map(\.stage) == [.refused])
    }
}
