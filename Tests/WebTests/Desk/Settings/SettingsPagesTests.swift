import Entries
import EventLog
import Events
import HTTP
import Rules
import Testing
import Threads
import Web
import Workflow

/// The settings in the browser, as an administrator changes them.
@Suite struct SettingsPagesTests {
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
        try admin.send(action, changes.merging(["act": "preview"]) { $1 })
        #expect(admin.status == 200, "\(admin.text)")
        try admin.send(action, ["act": "confirm"])
        #expect(admin.path.hasSuffix("?done=yes"), "\(admin.text)")
    }

    @Test func `a change is shown before it is recorded, and recorded with whoever did it`() throws
    {
        let action = "desk/settings/parts/passwords"
        try admin.open(action)
        try admin.send(action, ["least": "๑๐", "needs_special": nil, "act": "preview"])
        #expect(admin.text.contains("ยืนยันและบันทึก"))
        #expect(admin.text.contains("<td class=\"value\">8</td><td class=\"value\">10</td>"))
        #expect(admin.text.contains("รหัสผ่านเดิมยังใช้ได้"))
        #expect(try settings.passwordPolicy.shortest == 8)
        try admin.send(action, ["act": "confirm"])
        #expect(admin.text.contains("มีผลทันที"))
        #expect(try settings.passwordPolicy.shortest == 10)
        #expect(try !settings.passwordPolicy.needsSpecial)
        try admin.open("desk/settings/history?part=passwords")
        #expect(admin.text.contains("<td>admin</td><td>กำหนดนโยบายรหัสผ่าน</td>"))
        #expect(admin.text.contains("<td>system</td>"))
        try admin.open("desk/settings/history?lang=en")
        #expect(admin.text.contains("The password policy was set."))
        #expect(!admin.text.contains("appointed"))
    }

    @Test func `what is wrong is said, and nothing typed is lost`() throws {
        let action = "desk/settings/parts/registration"
        try admin.open(action)
        try admin.send(action, ["reset_minutes": "สิบ", "act": "preview"])
        #expect(admin.status == 422)
        #expect(admin.text.contains("กรอกจำนวนเต็ม"))
        #expect(admin.text.contains("value=\"สิบ\""))
        try admin.send(action, ["reset_minutes": "90", "act": "preview"])
        #expect(admin.status == 422)
        #expect(admin.text.contains("เวลาตั้งรหัสผ่านใหม่อยู่ระหว่าง 1 ถึง 60 นาที"))
        #expect(admin.text.contains("value=\"90\""))
        try admin.send(action, ["reset_minutes": "20", "act": "preview"])
        try admin.send(action, ["act": "edit"])
        #expect(admin.text.contains("value=\"20\"") && admin.status == 200)
        #expect(try settings.registration?.resetMinutes == 10)
    }

    @Test func `a new item comes back whole from its check, and after a mistake`() throws {
        let action = "desk/settings/parts/news/item"
        let typed = ["news": "2569-water", "title.th": "งดจ่ายน้ำ", "body.th": "วันที่ 5"]
        try admin.open(action)
        let places = ["news", "title.th", "body.th", "until"].compactMap {
            admin.text.firstRange(of: "name=\"\($0)\"")?.lowerBound
        }
        #expect(places.count == 4 && places == places.sorted(), "in a person's order")
        try admin.send(action, typed.merging(["act": "preview"]) { $1 })
        #expect(admin.status == 200)
        try admin.send(action, ["act": "edit"])
        for text in ["value=\"2569-water\"", "value=\"งดจ่ายน้ำ\"", "วันที่ 5</textarea>"] {
            #expect(admin.text.contains(text), "\(text)")
        }
        try admin.send(action, ["title.th": "", "act": "preview"])
        #expect(admin.status == 422 && admin.text.contains("value=\"2569-water\""))
    }

    @Test func `items of a list are added, moved and removed without a script`() throws {
        let action = "desk/settings/parts/photos"
        try admin.open(action)
        try admin.send(action, ["act": "add:photos"])
        #expect(admin.text.contains("name=\"photos.2.code\""))
        try settle(
            action,
            [
                "photos.2.code": "home", "photos.2.label.th": "หน้าบ้าน", "photos.2.~order": "1",
                "photos.1.~remove": "yes", "photos.0.required": nil,
            ])
        #expect(try settings.photos.map(\.code) == ["home", "card"])
        #expect(try settings.photos.map(\.isRequired) == [false, false])
    }

    @Test func `the same confirmation again shows what it did, and does it once`() throws {
        for (action, changes) in [
            ("desk/settings/parts/passwords", ["least": "11"]),
            (
                "desk/settings/parts/news/item",
                ["news": "n9", "title.th": "ปิดถนน", "body.th": "พรุ่งนี้"]
            ),
            (
                "desk/settings/new-service",
                ["from": "complaint", "code": "trees", "name.th": "ต้นไม้"]
            ),
        ] {
            try admin.open(action)
            try admin.send(action, changes.merging(["act": "preview"]) { $1 }.mapValues { $0 })
            let again = admin.copy()
            try admin.send(action, ["act": "confirm"])
            #expect(admin.text.contains("บันทึกการตั้งค่าแล้ว"), "\(action)")
            let head = try site.office.office.log.head
            try again.send(action, ["act": "confirm"])
            #expect(again.text.contains("บันทึกการตั้งค่าแล้ว"), "\(action)")
            #expect(try site.office.office.log.head == head)
        }
    }

    @Test func `somebody else's change meanwhile is seen, a sign-in is not in the way`() throws {
        let action = "desk/settings/parts/categories/item"
        let road = try #require(try settings.categories["road"]?.value)
        try admin.open("\(action)?item=road")
        var other = road
        other.department = "clerk"
        try site.set(.categoryDefined(other))
        try admin.send(action, ["name.th": "ถนนหนทาง", "act": "preview"])
        #expect(admin.status == 422 && admin.text.contains("มีผู้แก้ไขการตั้งค่านี้"))
        try admin.open("\(action)?item=road")
        try admin.send(action, ["name.th": "ถนนหนทาง", "act": "preview"])
        _ = try site.officer("another", .handler)
        try site.set(.signedIn(.init(officer: "another", method: .photo)))
        try admin.send(action, ["act": "confirm"])
        #expect(admin.path.hasSuffix("?done=yes"))
        #expect(try settings.categories["road"]?.value.name.thai == "ถนนหนทาง")
        #expect(try settings.categories["road"]?.value.department == "clerk")
    }

    @Test func `a confirmation that is sent twice is recorded once`() throws {
        let action = "desk/settings/parts/numbering"
        try admin.open(action)
        try admin.send(action, ["digit": "2", "next": "500", "act": "preview"])
        #expect(admin.text.contains("TS2020369000500"))
        let copy = admin.copy()
        try admin.send(action, ["act": "confirm"])
        let head = try site.office.office.log.head
        try copy.send(action, ["act": "confirm"])
        #expect(try site.office.office.log.head == head)
    }

    @Test func `a holiday is declared and withdrawn, and days that passed stay`() throws {
        let action = "desk/settings/parts/holidays/item"
        try admin.open(action)
        try settle(
            action, ["date": "15 พฤษภาคม 2569", "name.th": "วันเทศบาล", "kind": "local"])
        let day = try #require(CivilDate(year: 2026, month: 5, day: 15))
        #expect(try settings.calendar[nil].holiday(on: day.dayNumber)?.thai == "วันเทศบาล")
        try admin.open("desk/settings/parts/holidays")
        #expect(admin.text.contains("วันเทศบาล"))
        try admin.open("\(action)?item=2026-05-15%20")
        try admin.send(action, ["act": "remove"])
        #expect(admin.text.contains("ยกเลิกวันหยุด"))
        try admin.send(action, ["act": "confirm"])
        #expect(try settings.calendar[nil].holiday(on: day.dayNumber) == nil)
        try admin.open(action)
        try admin.send(
            action,
            ["date": "2 มกราคม 2569", "name.th": "ย้อนหลัง", "kind": "local", "act": "preview"])
        #expect(admin.status == 422 && admin.text.contains("ผ่านไปแล้ว"))
    }

    @Test func `news and templates are seen as people will see them`() throws {
        let news = "desk/settings/parts/news/item"
        try admin.open(news)
        try admin.send(
            news,
            [
                "news": "n1", "title.th": "น้ำไม่ไหล <b>", "body.th": "วันนี้\nพรุ่งนี้",
                "act": "preview",
            ])
        #expect(admin.text.contains("<h3>น้ำไม่ไหล &lt;b&gt;</h3><p>วันนี้</p><p>พรุ่งนี้</p>"))
        try admin.send(news, ["act": "confirm"])
        let visitor = site.browser()
        try visitor.open("")
        #expect(visitor.text.contains("น้ำไม่ไหล"))
        let template = "desk/settings/parts/templates/item"
        try admin.open("\(template)?item=received%20email")
        #expect(admin.text.contains("{number}"))
        try admin.send(template, ["body.th": "รับเรื่อง {number} แล้ว", "act": "preview"])
        #expect(admin.text.contains("<p>รับเรื่อง TS1080767000011 แล้ว</p>"))
        try admin.open("\(template)?item=received%20email")
        try admin.send(template, ["body.th": "https://x.example", "act": "preview"])
        #expect(admin.status == 422 && admin.text.contains("ต้องไม่ส่งลิงก์"))
    }

    @Test func `every form shows what is settled and reads it back`() throws {
        let document = SettingsDocument(try settings, on: site.clock.now().local.date)
        for part in SettingsPart.allCases where part != .services {
            let action = "desk/settings/parts/\(part.rawValue)"
            for language in ["en", "th"] {
                try admin.open("\(action)?lang=\(language)")
                #expect(admin.status == 200, "\(part)")
                guard admin.text.contains("~count") || admin.text.contains("name=\"seen\"") else {
                    continue
                }
                try expectUnchanged(action)
            }
        }
        for item in [
            "categories/item?item=road", "departments/item?item=disaster",
            "agencies/item?item=pea", "templates/item?item=phone-code%20sms",
            "retention/item?item=normal", "consents/item?item=news",
            "holidays/item?item=2026-04-13%20", "calendar_years/item?item=2026",
        ] {
            try admin.open("desk/settings/parts/\(item)")
            #expect(admin.status == 200)
            try expectUnchanged(
                "desk/settings/parts/\(item.prefix { $0 != "?" })")
        }
        for service in ["building-permit", "complaint", document.services[0].definition.code] {
            guard try settings.services[service] != nil else { continue }
            for sheet in ["offer", "general", "form", "documents", "course", "clocks", "ends"] {
                let action = "desk/settings/services/\(service)/\(sheet)"
                try admin.open(action)
                #expect(admin.status == 200)
                try expectUnchanged(action)
            }
        }
        #expect(site.failures.with { $0 } == [])
    }

    private func expectUnchanged(_ action: String) throws {
        try admin.send(action, ["act": "preview"])
        #expect(
            admin.text.contains("ไม่มีอะไรเปลี่ยนแปลง")
                || admin.text.contains("Nothing would change"), "\(action): \(admin.text)")
    }
}
