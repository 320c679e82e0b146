import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import TestSupport
import Testing
import Workflow

@Suite struct SavedViewTests {
    private let site: WebSite

    init() throws { site = try WebSite() }

    private func keep(_ browser: Browser, _ fields: [String: String]) throws {
        try browser.submit("desk/views", fields)
    }

    @Test func `a view is kept for oneself, or for everybody`() throws {
        let officer = try site.officer("officer-1", .handler)
        let colleague = try site.officer("officer-2", .handler)
        try officer.open("desk?category=road")
        try keep(officer, ["name": "ถนนของฉัน", "for": "me"])
        #expect(officer.path == "/test/desk?category=road")
        try officer.open("desk?channel=line")
        try keep(officer, ["name": "ไลน์ทั้งหมด", "for": "all"])
        #expect(officer.text.contains("ถนนของฉัน") && officer.text.contains("ไลน์ทั้งหมด"))
        try colleague.open("desk")
        #expect(!colleague.text.contains("ถนนของฉัน") && colleague.text.contains("ไลน์ทั้งหมด"))
        #expect(colleague.text.contains("/test/desk?channel=line"))
    }

    @Test func `what the desk opens with is the officer's own choice`() throws {
        let officer = try site.officer("officer-1", .handler)
        try officer.open("desk?view=mine")
        try keep(officer, ["for": "usual"])
        try officer.open("desk")
        #expect(officer.path == "/test/desk?view=mine")
        let colleague = try site.officer("officer-2", .handler)
        try colleague.open("desk")
        #expect(colleague.path == "/test/desk")
    }

    @Test func `a view is removed by whoever kept it, and by nobody else`() throws {
        let officer = try site.officer("officer-1", .handler)
        let colleague = try site.officer("officer-2", .handler)
        try officer.open("desk?channel=line")
        try keep(officer, ["name": "ไลน์ทั้งหมด", "for": "all"])
        let view = try #require(try site.office.settings().value.views.keys.first)
        try colleague.open("desk")
        try colleague.post(
            "desk/views/remove", ["form": try colleague.deskToken(), "view": view])
        #expect(colleague.status == 422)
        #expect(try site.office.settings().value.views.count == 1)
        try officer.open("desk")
        try officer.submit("desk/views/remove")
        #expect(officer.status == 200)
        #expect(try site.office.settings().value.views.isEmpty)
    }

    @Test func `a view without a name is asked for one, and what was chosen stays`() throws {
        let officer = try site.officer("officer-1", .handler)
        try officer.open("desk?channel=line")
        try keep(officer, ["name": " ", "for": "all"])
        #expect(officer.status == 422 && officer.text.contains("ตั้งชื่อมุมมอง"))
        #expect(officer.text.contains("id=\"for-all\" name=\"for\" value=\"all\" checked"))
        try keep(officer, ["name": "ไลน์", "for": "me"])
        #expect(officer.path == "/test/desk?channel=line")
    }

    @Test func `what a kept view seeks lies nowhere in the clear`() throws {
        let officer = try site.officer("officer-1", .handler)
        try officer.open("desk")
        try officer.narrow(["text": "มาลีผู้ถูกค้นหา"])
        try keep(officer, ["name": "คดีของมาลีผู้ถูกค้นหา", "for": "me"])
        let sought = Array("มาลีผู้ถูกค้นหา".utf8)
        for file in try site.bytesOnDisk() {
            #expect(file.bytes.firstRange(of: sought) == nil, "\(file.path)")
        }
    }
}

extension Browser {
    /// What the forms of the desk's open page carry.
    func deskToken() throws -> String {
        let mark = "name=\"form\" value=\""
        let start = try #require(text.firstRange(of: mark))
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
