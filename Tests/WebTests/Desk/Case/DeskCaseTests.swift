import Entries
import Events
import HTTP
import Rules
import TestSupport
import Testing
import Workflow

/// What the page of a case shows, and to whom.
@Suite struct DeskCaseTests {
    @Test func `the page shows the case, its clocks and how they come about`() throws {
        let desk = try Desk()
        try desk.open()
        for words in [
            "ถนนเป็นหลุม", "หลุมใหญ่หน้าตลาด", desk.number, "ส่งคำร้อง", "ยังไม่มีผู้รับ", "รับเรื่อง ภายใน 1",
            "อยู่ในกำหนด", "ปฏิทินรุ่น", "ประวัติ", "ภายใน", "ประชาชนเห็น",
        ] {
            #expect(desk.officer.text.contains(words), "\(words)")
        }
        #expect(desk.officer.header("Cache-Control") == "no-store")
        try desk.open("?lang=en")
        #expect(desk.officer.text.contains("Take in within 1"))
    }

    @Test func `the time that is left stands at the top, as in the queue`() throws {
        let desk = try Desk()
        #expect(try desk.open().contains(#/>เหลือ [^<]+ · รับเรื่อง</#))
        try desk.act(.receive)
        #expect(try desk.open().contains(#/>เหลือ [^<]+ · ตอบครั้งแรก</#))
        desk.site.clock.advance(seconds: 9 * 86_400)
        try desk.officer.signIn(Desk.id)
        #expect(try desk.open().contains(#/>เกิน [^<]+ · ตอบครั้งแรก</#))
        try desk.act(.withdraw, ["channel": "phone", "reason": "ผู้ยื่นขอถอน"])
        #expect(try !desk.open().contains(#/>เกิน [^<]+ · /#))
    }

    /// What was opened of the case, in order.
    private func views(of desk: Desk) throws -> [[ViewedPart]] {
        try desk.site.events(of: desk.number).compactMap { event -> [ViewedPart]? in
            if case .viewed(let data) = event { data.parts } else { nil }
        }
    }

    @Test func `the petitioner is hinted at until asked for, and hears of it`() throws {
        let desk = try Desk()
        let page = try desk.open()
        #expect(!page.contains("ทดสอบมาก") && !page.contains("081-000-0042"))
        #expect(page.contains("สมศรี ท…"))
        #expect(try desk.names().last == "viewed")
        try desk.officer.submit("desk/cases/\(desk.number)/petitioner")
        #expect(desk.officer.text.contains("ทดสอบมาก"))
        #expect(try views(of: desk) == [[.text], [.petitioner]])
        #expect(try desk.site.recorded(desk.number).last?.actor == Desk.id)
    }

    @Test func `what was written is opened with the case, and a new message once more`() throws {
        let desk = try Desk()
        let handler = Actor(.officer, id: Desk.id, roles: [.handler])
        let badge = "ข้อความใหม่ 1"
        for _ in 0..<2 {
            try desk.site.act(
                desk.number, .message(.init(channel: .phone)), by: handler,
                [PlainSection(Message(text: "ถามความคืบหน้า"))])
            try desk.officer.open("desk?view=unclaimed")
            #expect(desk.officer.text.contains(badge))
            try desk.open()
            try desk.open()
            desk.site.views()
            try desk.officer.open("desk?view=unclaimed")
            #expect(!desk.officer.text.contains(badge))
        }
        try desk.act(.note, ["note": "โทรหาช่างแล้ว"])
        #expect(try views(of: desk) == [[.text, .messages], [.messages], [.notes]])
    }

    @Test func `an opening is recorded once in a quarter of an hour`() throws {
        let desk = try Desk()
        try desk.open()
        try desk.open()
        desk.site.clock.advance(seconds: 14 * 60)
        try desk.open()
        #expect(try desk.names().count { $0 == "viewed" } == 1)
        desk.site.clock.advance(seconds: 2 * 60)
        try desk.open()
        #expect(try desk.names().count { $0 == "viewed" } == 2)
        // The page asks by itself who else is here: nobody opens anything by that.
        try desk.officer.open("desk/cases/\(desk.number)/presence")
        #expect(try desk.names().count { $0 == "viewed" } == 2)
    }

    @Test func `who has the case sees whom it is about`() throws {
        let desk = try Desk()
        try desk.act(.claim)
        #expect(desk.officer.text.contains("ทดสอบมาก"))
    }

    @Test func `a citizen with an account sees who looked`() throws {
        let desk = try Desk()
        let citizen = desk.site.browser()
        try citizen.register(.somchai)
        let number = try citizen.file()
        try desk.officer.open("desk/cases/\(number)")
        try citizen.open("account/viewings")
        #expect(citizen.text.contains(Desk.id) && citizen.text.contains(number))
    }

    @Test func `files are opened through the case alone, and that is recorded`() throws {
        let desk = try Desk()
        let photo = Browser.Upload(field: "files", name: "a.jpg", bytes: try Browser.photo())
        try desk.act(.answer, ["message": "ภาพ"], files: [photo])
        let event = try #require(
            try desk.site.recorded(desk.number).last {
                if case .petition(.answered) = $0.event { true } else { false }
            })
        let file = "desk/cases/\(desk.number)/files/\(event.position)/0"
        try desk.officer.open(file)
        #expect(desk.officer.status == 200 && desk.officer.header("Content-Type") == "image/jpeg")
        #expect(
            try desk.site.events(of: desk.number).contains(.viewed(.init(parts: [.attachments]))))
        try desk.open()
        #expect(desk.officer.text.contains("SHA-256"))
        for wrong in ["\(event.position)/1", "\(event.position)/-1", "1/0", "x/0"] {
            try desk.officer.open("desk/cases/\(desk.number)/files/\(wrong)")
            #expect(desk.officer.status == 404, "\(wrong)")
        }
        let other = try desk.site.browser().file()
        try desk.officer.open("desk/cases/\(other)/files/\(event.position)/0")
        #expect(desk.officer.status == 404)
        let stranger = try desk.site.officer("stranger", .handler, department: "education")
        try stranger.open(file)
        #expect(stranger.status == 403)
        let nobody = desk.site.browser()
        try nobody.open(file)
        #expect(nobody.path.hasPrefix("/test/desk/sign-in"))
    }

    @Test func `the petitioner gets the photo that came with the result, and nobody else`() throws {
        let desk = try Desk()
        let citizen = desk.site.browser()
        try citizen.register(.somchai)
        let number = try citizen.file()
        let photo = Browser.Upload(field: "files", name: "หลัง.jpg", bytes: try Browser.photo())
        let acts: [(DeskAct, [String: String], [Browser.Upload])] = [
            (.start, [:], []), (.note, ["note": "ลับ"], [photo]), (.answer, ["message": "ก"], []),
            (.complete, ["choice": "solved", "result": "ซ่อมแล้ว"], [photo]),
        ]
        for (act, fields, files) in acts {
            let form = "desk/cases/\(number)/acts/\(act.rawValue)"
            try desk.officer.open(form)
            try desk.officer.submit(form, fields, files: files)
        }
        let events = try desk.site.recorded(number)
        func place(_ name: String) -> String {
            let event = events.last { type(of: $0.event.data).name == name }
            return "cases/\(number)/events/\(event?.position ?? 0)/0"
        }
        try citizen.open("cases/\(number)")
        #expect(citizen.text.contains(place("completed")))
        #expect(!citizen.text.contains(place("noted")))
        try citizen.open(place("completed"))
        #expect(citizen.status == 200 && citizen.header("Content-Type") == "image/jpeg")
        try citizen.open(place("noted"))
        #expect(citizen.status == 404)
        let stranger = desk.site.browser()
        try stranger.register(.malee)
        try stranger.open(place("completed"))
        #expect(stranger.status == 404)
    }

    @Test func `cases of other units and of other offices stay closed`() throws {
        let desk = try Desk()
        let unit = try #require(
            try desk.site.office.office.file(of: desk.number)?.petition.department)
        let near = try desk.site.officer("near", .handler, department: unit)
        let far = try desk.site.officer("far", .handler, department: "education")
        let elsewhere = try Desk()
        try desk.open(by: near)
        #expect(near.status == 200)
        try desk.open(by: far)
        #expect(far.status == 403 && !far.text.contains("ถนนเป็นหลุม"))
        // Whose it is, and back to the own work.
        let name = try #require(try desk.site.office.settings().value.departments[unit]).value.name
        #expect(far.text.contains("อยู่กับหน่วยงาน\(name.thai)"))
        #expect(far.text.contains("href=\"/test/desk\""))
        try far.post(
            desk.form(.note), ["form": try far.formToken("track"), "note": "ไม่ควรได้"])
        #expect(far.status == 403)
        try elsewhere.officer.open("desk/cases/KT1080767000011")
        #expect(elsewhere.officer.status == 404)
        try desk.act(.setConfidentiality, ["reason": "กลัวถูกข่มขู่"])
        try desk.open(by: far)
        #expect(far.status == 404)
        try desk.open(by: near)
        #expect(near.status == 200 && !near.text.contains("ถนนเป็นหลุม"))
        #expect(near.text.contains("เรื่องปกปิด"))
        #expect(
            try desk.site.recorded(desk.number).last {
                $0.actor == "near" && $0.event.data is PetitionEvent.Viewed
            }?.streamVersion == 2)
    }

    @Test func `what a case was before it became confidential is hidden with the rest`() throws {
        let desk = try Desk()
        let number = try desk.site.filed("ถนน", area: "650103") { $0.moo = 7 }
        let clerk = try desk.site.officer("clerk-1", .clerk)
        let actor = Actor(.officer, id: "clerk-1", roles: [.clerk])
        let reason = [PlainSection(Reason(text: "ทดสอบ"))]
        try desk.site.act(number, .recategorise(.init(category: "drain")), by: actor, reason)
        try desk.site.act(number, .recategorise(.init(category: "road")), by: actor, reason)
        let near = try desk.site.officer("near", .handler)
        func seen() throws -> String {
            var pages = ""
            for path in ["desk/cases/\(number)", "desk/cases/\(number)?show=citizen"] {
                pages += try near.open(path).text
            }
            try near.open("desk")
            return pages + near.row(number)
        }
        let names = [("road", "ถนน"), ("drain", "ท่อระบายน้ำ")].map { code, name in
            desk.site.categoryName(code) ?? name
        }
        let open = try seen()
        for words in names + ["650103", "หมู่ที่ 7"] { #expect(open.contains(words), "\(words)") }
        try desk.site.act(
            number, .setConfidentiality(.init(isConfidential: true)), by: actor,
            reason + [PlainSection(Classification(category: "road"))])
        let hidden = try seen()
        for words in names + ["650103", "หมู่ที่ 7"] { #expect(!hidden.contains(words), "\(words)") }
        try near.open("desk?area=650103")
        #expect(!near.listed.contains(number))
        try clerk.open("desk/cases/\(number)")
        #expect(clerk.text.contains(names[1]))
        try desk.site.act(
            number, .setConfidentiality(.init(isConfidential: false, category: "road")), by: actor,
            reason)
        try near.open("desk?area=650103&moo=7")
        #expect(near.listed.contains(number))
    }

    @Test func `what the citizen sees is shown as the citizen sees it`() throws {
        let desk = try Desk()
        try desk.act(.note, ["note": "ลับภายใน"])
        try desk.act(.answer, ["message": "ถึงประชาชน"])
        let all = try desk.open()
        #expect(all.contains("ลับภายใน") && all.contains("ถึงประชาชน"))
        let seen = try desk.open("?show=citizen")
        #expect(!seen.contains("ลับภายใน") && seen.contains("ถึงประชาชน"))
        #expect(try desk.open("?show=views").contains("รายละเอียดคำร้อง"))
    }

    @Test func `what else is open in the same village is shown, and nothing confidential`() throws {
        let site = try WebSite()
        let officer = try site.officer("officer-1", .receiver)
        func filed(_ subject: String, _ moo: Int, _ phone: String, secret: Bool = false) throws
            -> String
        {
            try site.filed(
                subject, category: secret ? "road" : "street-light", phone: phone, area: "650101"
            ) {
                $0.moo = moo
                $0.isConfidential = secret
            }
        }
        let here = try filed("ไฟดับ", 3, "+66810000011")
        let near = try filed("เสาไฟเอียงใกล้ล้ม", 3, "+66810000012")
        let away = try filed("สายไฟหย่อน", 4, "+66810000013")
        let secret = try filed("ร้องเรียนผู้ใหญ่บ้าน", 3, "+66810000014", secret: true)
        try officer.open("desk/cases/\(here)")
        let page = officer.text
        #expect(page.contains("เรื่องอื่นที่เปิดอยู่ในหมู่บ้านเดียวกัน") && page.contains(near))
        #expect(!page.contains(away) && !page.contains(secret))
    }

    @Test func `other cases of the person and what looks alike are shown`() throws {
        let desk = try Desk()
        let twin = try desk.site.browser().file()
        let different = try desk.site.browser().file(
            "complaint",
            [
                "form-details": ["subject": "ไฟดับทั้งซอย", "details": "มืดมากตั้งแต่เมื่อคืน"],
                "petitioner": ["given": "สมใจ", "phone": "081 000 0099"],
            ])
        let page = try desk.open()
        #expect(page.contains("อาจเป็นเรื่องซ้ำ") && page.contains("ถ้อยคำตรงกัน 100%"))
        #expect(page.contains("เรื่องอื่นของผู้ยื่นคนนี้"))
        #expect(page.contains(twin) && !page.contains(different))
        try desk.act(.dismissDuplicate, ["other": twin])
        #expect(!(try desk.open()).contains("อาจเป็นเรื่องซ้ำ"))
    }

    @Test func `both numbers of a merged case lead on`() throws {
        let desk = try Desk()
        let other = try desk.site.browser().file()
        try desk.act(.merge, ["other": other, "reason": "เรื่องเดียวกัน"])
        #expect(try desk.open().contains("desk/cases/\(other)"))
        try desk.officer.open("desk/cases/\(other)")
        #expect(desk.officer.status == 200)
    }

    @Test func `who else has a case open is said, for some minutes`() throws {
        let desk = try Desk()
        let colleague = try desk.site.officer("officer-2", .receiver)
        try desk.open()
        #expect(try desk.open(by: colleague).contains("กำลังเปิดเรื่องนี้อยู่: officer-1"))
        try desk.officer.open("desk/cases/\(desk.number)/presence")
        #expect(desk.officer.text == "กำลังเปิดเรื่องนี้อยู่: officer-2")
        desk.site.clock.advance(seconds: 200)
        try desk.officer.open("desk/cases/\(desk.number)/presence")
        #expect(desk.officer.text == "")
        // Whoever has signed out has gone.
        try desk.open(by: colleague)
        try colleague.submit("desk/sign-out")
        try desk.officer.open("desk/cases/\(desk.number)/presence")
        #expect(desk.officer.text == "")
    }

    @Test func `who reads a confidential case is told to nobody who may not`() throws {
        let desk = try Desk()
        try desk.act(.claim)
        try desk.act(.setConfidentiality, ["reason": "ผู้ร้องขอ"])
        try desk.open()
        let outsider = try desk.site.officer("officer-2", .receiver)
        let page = try desk.open(by: outsider)
        #expect(!page.contains("กำลังเปิดเรื่องนี้อยู่") && !page.contains("ใครเปิดดู"))
        try outsider.open("desk/cases/\(desk.number)/presence")
        #expect(outsider.text == "")
    }

    @Test func `photos are shown to whoever has the case, to others when they ask`() throws {
        let desk = try Desk()
        let photo = Browser.Upload(field: "files", name: "a.jpg", bytes: try Browser.photo())
        try desk.act(.attach, ["reason": "ผู้ยื่นส่งให้ดู"], files: [photo])
        #expect(!(try desk.open()).contains("<img"))
        try desk.officer.submit("desk/cases/\(desk.number)/photos", [:])
        #expect(try desk.open().contains("<img"))
        desk.site.clock.advance(seconds: 16 * 60)
        #expect(!(try desk.open()).contains("<img"))
        try desk.act(.claim)
        #expect(try desk.open().contains("<img"))
    }

    @Test func `the answers that the office has ready fit the case`() throws {
        let desk = try Desk()
        for (code, name) in [
            ("reply.road.any.soon", "ช่างจะไป"), ("reply.drain.any.x", "ท่อ"),
            ("reply.any.completed.y", "เสร็จแล้วนะ"), ("reply.x", "ไม่ครบ"),
        ] {
            try desk.site.set(
                .templateSet(
                    .init(
                        template: code, channel: .web, body: LocalText("เรื่อง {number} \(name)"),
                        subject: LocalText(name))))
        }
        try desk.officer.open(desk.form(.answer))
        #expect(desk.officer.text.contains("ช่างจะไป"))
        for name in ["ท่อ", "เสร็จแล้วนะ", "ไม่ครบ"] { #expect(!desk.officer.text.contains(name)) }
        try desk.officer.submit(
            desk.form(.answer), ["template": "reply.road.any.soon", "message": "เรียนผู้ยื่น"])
        let form = try FilledForm(desk.officer.text, action: "/test/\(desk.form(.answer))")
        #expect(form.fields["message"] == "เรียนผู้ยื่น\n\nเรื่อง \(desk.number) ช่างจะไป")
        #expect(!(try desk.names()).contains("answered"))
        try desk.officer.send(desk.form(.answer))
        #expect(try desk.names().contains("answered"))
    }
}
