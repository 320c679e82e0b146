import Entries
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// What the office issues, and whoever asks whether it is real.
@Suite struct DocumentTests {
    let site: WebSite
    let browser: Browser
    let number: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        browser = site.browser()
        try browser.register(.somchai)
        number = try browser.file("venue")
        try issue("12/2569", in: number, code: "7K3M9QXT2F4H")
    }

    private func issue(
        _ document: String, in number: String, code: String? = nil, from: CivilDate? = nil,
        replaces: String? = nil
    ) throws {
        let key = try #require(try site.office.key(of: StreamName(.petition, number)))
        let bytes = Array("%PDF-1.7 licence".utf8)
        let sealed = try site.office.seal(under: key) { try $0(bytes.span) }
        var content = IssuedDocument()
        content.title = "ใบอนุญาตทดสอบ"
        content.holder = "นายสมชาย ทดสอบดี"
        (content.file, content.content) = (sealed.file, sealed.content)
        (content.size, content.mediaType) = (sealed.size, "application/pdf")
        try site.take(
            number,
            .issueDocument(
                .init(
                    number: document, kind: .licence, verificationCode: code, validFrom: from,
                    validUntil: CivilDate(year: 2026, month: 12, day: 31), replaces: replaces)),
            [PlainSection(content)])
    }

    private func check(_ code: String) throws -> Browser {
        let anybody = site.browser()
        try anybody.open("check?code=\(code)")
        return anybody
    }

    @Test func `documents are kept in the account, shown large, and saved`() throws {
        try browser.open("documents")
        #expect(browser.text.contains("12/2569"))
        try browser.open("documents/\(number)/0")
        for text in ["ใบอนุญาตทดสอบ", "นายสมชาย ทดสอบดี", "7K3M-9QXT-2F4H", "ใช้ได้"] {
            #expect(browser.text.contains(text), "\(text)")
        }
        try browser.open("documents/\(number)/0/file")
        #expect(browser.text == "%PDF-1.7 licence")
        for none in ["1", "-1", "12"] {
            try browser.open("documents/\(number)/\(none)")
            #expect(browser.status == 404)
        }
    }

    @Test func `whoever filed without an account comes to what was issued from the case`() throws {
        let guest = site.browser()
        let number = try guest.file("venue")
        try issue("13/2569", in: number)
        try guest.open("cases/\(number)")
        let link = "documents/\(number)/0"
        #expect(guest.count("href=\"/test/\(link)\"") == 1)
        try guest.open(link)
        #expect(guest.text.contains("13/2569"))
        let neighbour = site.browser()
        try neighbour.open("track")
        try neighbour.submit("track", ["number": number, "digits": "0042"])
        try neighbour.open("cases/\(number)")
        #expect(neighbour.status == 200 && !neighbour.text.contains("13/2569"))
        try neighbour.open(link)
        #expect(neighbour.status == 404)
    }

    @Test func `anybody may ask whether a licence is real, and learns no name`() throws {
        let anybody = try check("7k3m-9qxt-2f4h")
        #expect(anybody.status == 200 && anybody.text.contains("ใช้ได้"))
        #expect(!anybody.text.contains("สมชาย") && !anybody.text.contains(number))
        // What is licensed: on the page of the check and on the licence's own.
        let service = try #require(
            try site.office.settings().value.definition(of: "venue")
        ).name.thai
        #expect(anybody.text.contains("<dt>เรื่อง</dt>") && anybody.text.contains(service))
        try browser.open("documents/\(number)/0")
        #expect(browser.text.contains("<dt>เรื่อง</dt>") && browser.text.contains(service))
        let unknown = try check("0000-0000-0000")
        #expect(unknown.status == 422 && unknown.text.contains("ไม่พบเอกสารที่มีรหัสหรือเลขที่นี้"))
    }

    @Test func `a licence that is over or revoked says so`() throws {
        site.clock.advance(seconds: 310 * 86_400)
        #expect(try check("7K3M9QXT2F4H").text.contains("หมดอายุแล้ว"))
        try site.take(
            number, .revokeDocument(.init(number: "12/2569")),
            [PlainSection(Reason(text: "ทดสอบ"))])
        #expect(try check("7K3M9QXT2F4H").text.contains("เพิกถอนแล้ว"))
        try browser.logIn(.somchai)
        try browser.open("documents")
        #expect(browser.text.contains("เพิกถอนแล้ว"))
    }

    @Test func `a licence that another replaced or that has not begun is not called valid`() throws
    {
        let from = CivilDate(year: 2026, month: 12, day: 1)
        try issue("14/2569", in: number, code: "8K3M9QXT2F4H", from: from, replaces: "12/2569")
        let old = try check("7K3M9QXT2F4H")
        #expect(old.text.contains("มีฉบับใหม่แทน") && !old.text.contains("<strong>ใช้ได้"))
        let new = try check("8K3M9QXT2F4H")
        #expect(new.text.contains("เริ่มใช้ได้เมื่อ 1 ธันวาคม 2569"))
        #expect(!new.text.contains("<strong>ใช้ได้"))
        try browser.open("documents/\(number)/0")
        #expect(browser.text.contains("มีฉบับใหม่แทน"))
    }

    @Test func `codes are not tried out`() throws {
        for _ in 0..<60 { _ = try check("0000-0000-0000") }
        let last = try check("7K3M9QXT2F4H")
        #expect(last.status == 429 && last.header("Retry-After") == "60")
    }
}
