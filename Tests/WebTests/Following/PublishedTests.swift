import Entries
import Events
import Rules
import Testing
import Web
import Workflow

/// What the law wants published: licences, channels, what follows when a service is late.
@Suite struct PublishedTests {
    private func issue(
        _ document: String, in number: String, at site: WebSite, until: CivilDate? = nil,
        replaces: String? = nil, isListed: Bool = true
    ) throws {
        var content = IssuedDocument()
        content.title = "ใบอนุญาต"
        content.holder = "สมชาย ทดสอบดี"
        try site.take(
            number,
            .issueDocument(
                .init(
                    number: document, kind: .licence, verificationCode: nil, validUntil: until,
                    replaces: replaces, isListed: isListed)), [PlainSection(content)])
    }

    @Test func `the register is free and current, and names nobody`() throws {
        let site = try WebSite()
        try site.appoint()
        let citizen = site.browser()
        try citizen.register(.somchai)
        let number = try citizen.file("venue")
        let visitor = site.browser()
        try visitor.open("register-of-licences")
        #expect(visitor.text.contains("ยังไม่มีใบอนุญาต"))
        try issue("L-1", in: number, at: site, until: CivilDate(year: 2026, month: 3, day: 5))
        try issue("L-2", in: number, at: site, replaces: "L-1")
        try issue("L-3", in: number, at: site)
        try issue("private", in: number, at: site, isListed: false)
        try site.take(
            number, .revokeDocument(.init(number: "L-3")),
            [PlainSection(Reason(text: "ออกผิด"))])
        try visitor.open("register-of-licences")
        for words in ["L-1", "มีฉบับใหม่แทน", "L-2", "ใช้ได้", "L-3", "เพิกถอน"] {
            #expect(visitor.text.contains(words), "\(words)")
        }
        for words in ["private", "สมชาย", number] { #expect(!visitor.text.contains(words)) }
        try visitor.open("register-of-licences.json")
        #expect(visitor.header("Content-Type")?.hasPrefix("application/json") == true)
        #expect(visitor.text.hasPrefix(#"{"licences":[{"issued_at":"2026-03-02T"#))
        for standing in ["replaced", "valid", "revoked"] {
            #expect(visitor.text.contains("\"standing\":\"\(standing)\""))
        }
        #expect(!visitor.text.contains("สมชาย") && !visitor.text.contains("private"))
    }

    @Test func `a licence is checked by the number that the register shows`() throws {
        let site = try WebSite()
        try site.appoint()
        let citizen = site.browser()
        try citizen.register(.somchai)
        let number = try citizen.file("venue")
        try issue("283-1/2569", in: number, at: site)
        try issue("private", in: number, at: site, isListed: false)
        let visitor = site.browser()
        for typed in ["283-1/2569", "%E0%B9%92%E0%B9%98%E0%B9%93-1/2569"] {
            try visitor.open("check?code=\(typed)")
            #expect(visitor.status == 200 && visitor.text.contains("ใช้ได้"), "\(typed)")
            #expect(!visitor.text.contains("สมชาย") && !visitor.text.contains(number))
        }
        try visitor.open("check?code=private")
        #expect(visitor.status == 422 && visitor.text.contains("ไม่พบเอกสาร"))
        #expect(visitor.text.contains("ค้นได้เฉพาะใบอนุญาตที่อยู่ในทะเบียนสาธารณะ"))
        try visitor.open("check?code=")
        #expect(visitor.status == 200 && visitor.text.contains("กรอกรหัสตรวจสอบหรือเลขที่เอกสาร"))
        try visitor.open("check")
        #expect(visitor.status == 200)
        try site.set(
            .disclosureSet(.init(areEntriesPublic: false, isRegisterPublic: false)))
        try visitor.open("check?code=283-1/2569")
        #expect(visitor.status == 422 && visitor.text.contains("ค้นด้วยเลขที่เอกสารไม่ได้"))
    }

    @Test func `a register that is not public stays shut`() throws {
        let site = try WebSite()
        try site.set(
            .disclosureSet(.init(areEntriesPublic: false, isRegisterPublic: false)))
        let visitor = site.browser()
        try visitor.open("register-of-licences")
        #expect(visitor.status == 200 && visitor.text.contains("ภายใน 3 วัน"))
        try visitor.open("register-of-licences.json")
        #expect(visitor.status == 404)
    }

    @Test func `channels stand there with their day and announcement`() throws {
        let site = try WebSite()
        let visitor = site.browser()
        try visitor.open("channels")
        #expect(visitor.text.contains("ยื่นได้ทุกช่องทาง"))
        try site.set(
            .channelAnnounced(
                .init(
                    channel: .email, address: "saraban@test.example",
                    from: CivilDate(year: 2026, month: 1, day: 5)!, reference: "ประกาศ 1/2569")))
        try visitor.open("channels?lang=en")
        #expect(visitor.text.contains("saraban@test.example"))
        #expect(visitor.text.contains("Since 5 January 2026"))
        #expect(visitor.text.contains("ประกาศ 1/2569"))
    }

    @Test func `a service says what happens when it is late, and by when`() throws {
        let site = try WebSite()
        let visitor = site.browser()
        try visitor.open("services/complaint")
        #expect(visitor.text.contains("ถ้าไม่เสร็จตามกำหนด"))
        #expect(visitor.text.contains("แจ้งเหตุแห่งความล่าช้าเป็นหนังสือทุก 7 วัน"))
        var definition = try #require(
            try site.office.settings().value.definition(of: "complaint"))
        definition.version = 2
        definition.overdue = .deemedApproved
        try site.set(.serviceDefined(.init(definition: definition)))
        try visitor.open("services/complaint?lang=en")
        #expect(visitor.text.contains("it is deemed approved"))
        #expect(visitor.text.contains("2026"))
    }
}
