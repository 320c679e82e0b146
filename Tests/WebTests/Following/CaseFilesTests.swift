import Entries
import Events
import Rules
import TestSupport
import Testing
import Workflow

/// Files that a petitioner sends in a case, where not all can be taken.
@Suite struct CaseFilesTests {
    private let site: WebSite
    private let browser: Browser
    private let number: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        browser = site.browser()
        try browser.register(.somchai)
        number = try browser.file()
    }

    private func files() throws -> [Browser.Upload] {
        let bad = Array("MZ nothing".utf8)
        return [
            .init(field: "files", name: "ดี.jpg", bytes: try Browser.photo()),
            .init(field: "files", name: "หนึ่ง.pdf", bytes: bad),
            .init(field: "files", name: "สอง.pdf", bytes: bad),
        ]
    }

    private func expectEachNamed() {
        #expect(browser.status == 422)
        for line in ["หนึ่ง.pdf: ไฟล์", "สอง.pdf: ไฟล์", "ดี.jpg: ยังไม่ได้เก็บไว้"] {
            #expect(browser.text.contains(line), "\(line)")
        }
    }

    @Test func `beside a bad file in a message the good ones are to be chosen again`() throws {
        try browser.open("cases/\(number)")
        try browser.submit(
            "cases/\(number)/messages", ["message": "ดูไฟล์"], files: try files())
        expectEachNamed()
        #expect(try site.names(of: number) == ["submitted"])
        let tooLong = String(repeating: "ก", count: 4001)
        try browser.submit(
            "cases/\(number)/messages", ["message": tooLong], files: [try files()[0]])
        #expect(browser.status == 422 && browser.text.contains("ดี.jpg: ยังไม่ได้เก็บไว้"))
    }

    @Test func `beside a bad file in a correction the good ones are to be chosen again`() throws {
        try site.take(
            number, .askCorrection(.init(items: 1)),
            [PlainSection(Defects(items: [Defect(text: "ขอภาพถ่ายหลุม")]))])
        try browser.open("cases/\(number)/correction")
        try browser.submit(
            "cases/\(number)/correction", ["message": "ดูไฟล์"], files: try files())
        expectEachNamed()
        #expect(try site.names(of: number) == ["submitted", "returned"])
    }
}
