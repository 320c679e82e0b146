import Events
import HTTP
import Rules
import Testing
import Workflow

/// A person says by which ways the office tells how a case goes on.
@Suite struct NoticeWaysTests {
    private let site: WebSite
    private let browser: Browser
    private let account: String

    init() throws {
        site = try WebSite()
        browser = site.browser()
        try browser.register(.somchai)
        account = try #require(try site.accountEvents().first).stream.name
    }

    private func chosen() throws -> [NoticeChannel] {
        try #require(try site.office.office.person(account)).account.noticeChannels
    }

    /// Sends the form with those boxes ticked.
    private func tick(_ channels: NoticeChannel...) throws {
        try browser.open("account/contact")
        var form = try FilledForm(browser.text, action: "/test/account/contact").fields
        form["ways"] = nil
        for channel in channels { form.append("ways", channel.rawValue) }
        try browser.post("account/contact", form)
    }

    @Test func `all are ticked at first, and what is taken away stays away`() throws {
        try browser.open("account/contact")
        for way in ["email", "line", "sms"] {
            #expect(browser.text.contains("value=\"\(way)\" checked"))
        }
        try tick(.email, .line, .sms)
        #expect(try chosen().isEmpty)
        try tick(.sms, .email)
        #expect(browser.path == "/test/account/profile?done=contact")
        #expect(try chosen() == [.email, .sms])
        #expect(browser.text.contains("อีเมล · SMS"))
        try tick(.email, .line, .sms)
        #expect(try chosen() == [.email, .line, .sms])
    }

    @Test func `none at all is refused once something was chosen`() throws {
        try tick(.email)
        try tick()
        #expect(browser.status == 422 && browser.text.contains("เลือกอย่างน้อยหนึ่งทาง"))
        #expect(try chosen() == [.email])
    }
}
