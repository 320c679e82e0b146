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
        number = try browser.file()
        let key = try #require(try site.office.key(of: StreamName(.petition, number)))
        let bytes = Array("%PDF-1.7 licence".utf8)
        let sealed = try site.office.seal(under: key) { try $0(bytes.span) }
        var document = IssuedDocument()
        document.title = "ใบอนุญาตทดสอบ"
        document.holder = "นายสมชาย ทดสอบดี"
        (document.file, document.content) = (sealed.file, sealed.content)
        (document.size, document.mediaType) = (sealed.size, "application/pdf")
        try site.take(
            number,
            .issueDocument(
                .init(
                    number: "L-1", kind: .licence, verificationCode: "7K3M9QXT2F4H",
                    validUntil: CivilDate(year: 2026, month: 12, day: 31))),
            [PlainSection(document)])
    }

    private func check(_ code: String) throws -> Browser {
        let anybody = site.browser()
        try anybody.open("check?code=\(code)")
        return anybody
    }

    @Test func `documents are kept in the account, shown large, and saved`() throws {
        try browser.open("documents")
        #expect(browser.text.contains("L-1"))
        try browser.open("documents/\(number)/L-1")
        for text in ["ใบอนุญาตทดสอบ", "นายสมชาย ทดสอบดี", "7K3M-9QXT-2F4H", "ใช้ได้"] {
            #expect(browser.text.contains(text), "\(text)")
        }
        try browser.open("documents/\(number)/L-1/file")
        #expect(browser.text == "%PDF-1.7 licence")
        try browser.open("documents/\(number)/L-2")
        #expect(browser.status == 404)
    }

    @Test func `anybody may ask whether a licence is real, and learns no name`() throws {
        let anybody = try check("7k3m-9qxt-2f4h")
        #expect(anybody.status == 200 && anybody.text.contains("ใช้ได้"))
        #expect(!anybody.text.contains("สมชาย") && !anybody.text.contains(number))
        let unknown = try check("0000-0000-0000")
        #expect(unknown.status == 422 && unknown.text.contains("ไม่พบเอกสารที่มีรหัสนี้"))
    }

    @Test func `a licence that is over or revoked says so`() throws {
        site.clock.advance(seconds: 310 * 86_400)
        #expect(try check("7K3M9QXT2F4H").text.contains("หมดอายุแล้ว"))
        try site.take(
            number, .revokeDocument(.init(number: "L-1")),
            [PlainSection(Reason(text: "ทดสอบ"))])
        #expect(try check("7K3M9QXT2F4H").text.contains("เพิกถอนแล้ว"))
        try browser.logIn(.somchai)
        try browser.open("documents")
        #expect(browser.text.contains("เพิกถอนแล้ว"))
    }

    @Test func `codes are not tried out`() throws {
        for _ in 0..<60 { _ = try check("0000-0000-0000") }
        let last = try check("7K3M9QXT2F4H")
        #expect(last.status == 429 && last.header("Retry-After") == "60")
    }
}
