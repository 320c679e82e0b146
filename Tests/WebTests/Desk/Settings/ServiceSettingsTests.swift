import Entries
import Events
import Foundation
import HTTP
import Rules
import Testing
import Web
import Workflow

/// Services in the browser: defined, changed, offered, live at once.
@Suite struct ServiceSettingsTests {
    private let site: WebSite
    private let admin: Browser

    init() throws {
        site = try WebSite()
        admin = try site.officer("admin", .administrator)
    }

    private var settings: OfficeSettings {
        get throws { try site.office.settings().value }
    }

    private func settle(_ action: String, _ changes: [String: String?]) throws {
        try admin.open(action)
        try admin.send(action, changes.merging(["act": "preview"]) { $1 })
        #expect(admin.status == 200, "\(admin.text)")
        try admin.send(action, ["act": "confirm"])
        #expect(admin.path.hasSuffix("?done=yes"), "\(admin.text)")
    }

    @Test func `the clocks of a service are folded under their names, but what is wrong or new`()
        throws
    {
        let action = "desk/settings/services/complaint/clocks"
        try admin.open(action)
        let clocks = try #require(try settings.definition(of: "complaint")?.clocks)
        #expect(clocks.count > 2)
        for clock in clocks {
            #expect(admin.text.contains(": \(clock.name.thai)</summary>"))
        }
        let rung = try #require(try settings.definition(of: "complaint")?.escalation.first)
        #expect(admin.text.contains(": \(rung.clock) \(rung.percent) %</summary>"))
        #expect(!admin.text.contains("<details class=\"more\" open>"))
        try admin.send(action, ["clocks.1.limit.amount": "ก", "act": "preview"])
        var parts = admin.text.split(separator: "<details class=\"more\"")
        #expect(parts.filter { $0.hasPrefix(" open>") }.count == 1)
        #expect(
            parts.first { $0.hasPrefix(" open>") }?.contains(": \(clocks[1].name.thai)<") == true)
        try admin.open(action)
        try admin.send(action, ["act": "add:clocks"])
        parts = admin.text.split(separator: "<details class=\"more\"")
        let open = parts.filter { $0.hasPrefix(" open>") }
        #expect(open.count == 1 && open[0].contains("clocks.\(clocks.count).name.th"))
    }

    @Test func `a service made in the browser is filed at once, and old cases keep their version`()
        throws
    {
        let citizen = site.browser()
        try citizen.register(.somchai)
        let old = try citizen.file()
        let service = try #require(try site.submitted(old)).service
        try settle(
            "desk/settings/new-service",
            ["code": "lamp", "name.th": "ขอติดโคมไฟ", "name.en": "", "from": service])
        #expect(admin.text.contains("ร่าง ยังไม่เปิด"))
        try citizen.open("services")
        #expect(!citizen.text.contains("ขอติดโคมไฟ"))
        try citizen.open("services/lamp")
        #expect(citizen.status == 404)
        try settle("desk/settings/services/lamp/offer", ["offered": "open"])
        try citizen.open("services/lamp")
        #expect(citizen.status == 200 && citizen.text.contains("ขอติดโคมไฟ"))
        let new = try citizen.file("lamp")
        #expect(try site.submitted(new)?.service == "lamp")
        try settle(
            "desk/settings/services/\(service)/general", ["name.th": "ชื่อใหม่", "overdue": "none"])
        #expect(try settings.definition(of: service)?.version == 2)
        let later = try citizen.file(service)
        #expect(try site.submitted(later)?.definition == 2)
        #expect(try site.submitted(old)?.definition == 1)
        try settle("desk/settings/services/lamp/offer", ["offered": "withdrawn"])
        try citizen.open("services/lamp")
        #expect(citizen.status == 404)
        try citizen.open("cases/\(new)")
        #expect(citizen.status == 200)
    }

    @Test func `a question with choices is added to a form`() throws {
        let action = "desk/settings/services/complaint/form"
        try admin.open(action)
        let count = try #require(
            try settings.definition(of: "complaint")?.form.first?.fields.count)
        try admin.send(action, ["act": "add:form.0.fields"])
        let place = "form.0.fields.\(count)"
        try admin.send(
            action,
            [
                "\(place).code": "lamps", "\(place).label.th": "จำนวนโคม",
                "\(place).kind": "choice", "act": "add:\(place).choices",
            ])
        try admin.send(
            action,
            [
                "\(place).choices.0.code": "one", "\(place).choices.0.label.th": "หนึ่ง",
                "\(place).required": "yes", "act": "preview",
            ])
        #expect(admin.text.contains("จำนวนโคม") && admin.text.contains("ยังใช้รุ่นเดิม"))
        try admin.send(action, ["act": "confirm"])
        let field = try settings.definition(of: "complaint")?.form[0].fields.last
        #expect(field?.choices.map(\.code) == ["one"])
        #expect(field?.isRequired == true && field?.kind == .choice)
    }

    @Test func `who changes a clock is told of the time that stays published`() throws {
        let action = "desk/settings/services/complaint/clocks"
        try admin.open("desk/settings/services/complaint")
        #expect(!admin.text.contains("ไม่ตรงกัน"))
        let clocks = try #require(try settings.definition(of: "complaint")?.clocks)
        let finish = try #require(clocks.firstIndex { $0.kind == .finish })
        try admin.open(action)
        try admin.send(action, ["clocks.\(finish).limit.amount": "30", "act": "preview"])
        #expect(admin.status == 200)
        #expect(admin.text.contains("ไม่ตรงกัน") && admin.text.contains("ประกาศไว้ 15 วัน"))
        try admin.send(action, ["act": "confirm"])
        #expect(try settings.definition(of: "complaint")?.version == 2)
        try admin.open("desk/settings/services/complaint")
        #expect(admin.text.contains("ไม่ตรงกัน") && admin.text.contains("30 วัน"))
        try admin.open("desk/settings/services")
        #expect(admin.text.contains("เวลาที่ประกาศไม่ตรง"))
        let promised = try #require(try settings.definition(of: "complaint")?.promised)
        try settle(
            "desk/settings/services/complaint/general",
            ["promised.\(promised.count - 1).time.amount": "30"])
        #expect(!admin.text.contains("ไม่ตรงกัน"))
    }

    @Test func `a definition that cannot work is refused in its own words`() throws {
        let action = "desk/settings/services/complaint/course"
        try admin.open(action)
        try admin.send(action, ["states.0.~remove": "yes", "act": "preview"])
        #expect(admin.status == 422)
        #expect(admin.text.contains("ขั้นตอนบริการนี้ใช้งานไม่ได้"))
        #expect(try settings.definition(of: "complaint")?.version == 1)
        try admin.open("desk/settings/new-service")
        try admin.send(
            "desk/settings/new-service", ["code": "complaint", "from": "complaint"])
        #expect(admin.status == 422 && admin.text.contains("มีบริการ “complaint” แล้ว"))
        try admin.send("desk/settings/new-service", ["code": "x", "from": ""])
        #expect(admin.status == 422 && admin.text.contains("เลือกบริการที่จะทำสำเนา"))
    }

    @Test func `a service goes out as a file, is changed in an editor, and comes in checked`()
        throws
    {
        let address = "desk/settings/service-files/complaint"
        try admin.open(address)
        #expect(admin.header("Content-Disposition")?.contains("complaint-1.json") == true)
        let file = admin.text
        func upload(_ text: String) throws {
            try admin.open("desk/settings/services/complaint")
            let form = try FilledForm(admin.text, action: "/test/\(address)")
            try admin.post(
                address, form.fields,
                files: [
                    .init(
                        field: "file", name: "a.json", type: "application/json",
                        bytes: Array(text.utf8))
                ])
        }
        try upload(file)
        #expect(admin.text.contains("ไม่มีอะไรเปลี่ยนแปลง"))
        try upload(file.replacing("\"overdue\": \"notify\"", with: "\"overdue\": \"never\""))
        #expect(admin.status == 422 && admin.text.contains("definition.overdue (บรรทัด"))
        try upload("[")
        #expect(admin.status == 422 && admin.text.contains("แฟ้มจบกลางคัน"))
        try upload(file.replacing("\"code\": \"complaint\"", with: "\"code\": \"other\""))
        #expect(admin.status == 422 && admin.text.contains("แฟ้มนี้เป็นของบริการ"))
        try upload(file.replacing("\"overdue\": \"notify\"", with: "\"overdue\": \"none\""))
        #expect(admin.status == 200, "\(admin.text)")
        try admin.send(address, ["act": "confirm"])
        #expect(admin.path.hasSuffix("services/complaint?done=yes"))
        #expect(try settings.definition(of: "complaint")?.overdue == .nothing)
        #expect(try settings.definition(of: "complaint")?.version == 2)
        try admin.open("desk/settings/file")
        var problems: [SettingsProblem] = []
        let all = SettingsDocument.read(Array(admin.text.utf8), &problems)
        let count = try settings.services.count
        #expect(problems.isEmpty && all.services.count == count)
    }
}
