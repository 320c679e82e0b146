import Entries
import Events
import HTTP
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// Every act that an officer does in a case, by its form.
@Suite struct DeskActTests {
    private static let photo = Browser.Upload(
        field: "files", name: "หลังซ่อม.jpg", bytes: (try? Browser.photo()) ?? [])

    /// One after the other in one case: what is typed, and the event that follows.
    private static let course: [(DeskAct, [String: String], Bool, String)] = [
        (.receive, [:], false, "received"),
        (.start, [:], false, "in-progress"),
        (.note, ["note": "โทรหาช่างแล้ว"], true, "noted"),
        (.answer, ["message": "ช่างจะไปพรุ่งนี้"], true, "answered"),
        (.message, ["channel": "phone", "message": "ถามความคืบหน้า"], false, "messaged"),
        (.attach, [:], true, "attached"),
        (.setUrgency, ["choice": "urgent", "reason": "มีคนล้ม"], false, "urgency-set"),
        (.extend, ["choice": "finish", "reason": "รองบประมาณ"], false, "extended"),
        (.noticeDelay, ["choice": "finish", "reason": "ฝนตกหนัก"], false, "delay-noticed"),
        (
            .setAppointment,
            [
                "at-day": "20", "at-month": "3", "at-year": "2569", "time": "09:30",
                "place": "หน้าตลาด",
            ], false, "appointment-set"
        ),
        (.cancelAppointment, ["choice": "1", "reason": "ฝนตก"], false, "appointment-cancelled"),
        (
            .issueDocument,
            [
                "kind": "certificate", "number": "ร 1/2569", "holder": "สมศรี ทดสอบมาก",
                "particulars": "ถนน: หน้าตลาด", "until-day": "1", "until-month": "3",
                "until-year": "2570", "listed": "yes",
            ], false, "document-issued"
        ),
        (.revokeDocument, ["choice": "ร 1/2569", "reason": "พิมพ์ผิด"], false, "document-revoked"),
        (
            .recordPayment,
            ["fee": "repair", "amount": "100.00", "method": "cash", "payer": "สมศรี"], false,
            "payment-recorded"
        ),
        (.certifyCopies, ["documents": "map"], true, "copies-certified"),
        (.checkIdentity, ["method": "card", "outcome": "matched"], false, "identity-checked"),
        (.setConfidentiality, ["reason": "กลัวถูกข่มขู่"], false, "confidentiality-set"),
        (
            .setConfidentiality, ["reason": "พ้นเหตุแล้ว", "category": "road"], false,
            "confidentiality-set"
        ),
        (.waitFor, ["agency": "highways", "reason": "ถนนร่วม"], false, "waiting-started"),
        (.resume, [:], false, "waiting-ended"),
        (.askCorrection, ["defects": "ระบุจุด\nแนบภาพ", "documents": "map"], false, "returned"),
        (.correct, ["message": "ผู้ยื่นนำแผนที่มาให้"], true, "corrected"),
        (.acceptCorrection, [:], false, "correction-accepted"),
        (.release, [:], false, "released"), (.claim, [:], false, "claimed"),
        (.assign, ["choice": "officer-2", "note": "ฝากด้วย"], false, "assigned"),
        (.takeOver, ["reason": "เจ้าของเรื่องลา"], false, "taken-over"),
        (.forward, ["choice": "health", "reason": "เป็นเรื่องกลิ่น"], false, "forwarded"),
        (.recategorise, ["choice": "drain"], false, "recategorised"),
        (.start, [:], false, "in-progress"),
        (.complete, ["choice": "solved", "result": "ซ่อมแล้ว"], true, "completed"),
        (.reopen, ["choice": "mistake", "reason": "ปิดผิดเรื่อง"], false, "reopened"),
        (
            .reject, ["choice": "", "reason": "ถนนส่วนบุคคล", "remedy": "อุทธรณ์ได้ใน 15 วัน"], false,
            "rejected"
        ),
        (.reopen, ["choice": "appeal", "reason": "อุทธรณ์ฟังขึ้น"], false, "reopened"),
        (
            .refer, ["agency": "highways", "notice": "กรมทางหลวงรับผิดชอบ", "manner": "forwarded"],
            false, "referred"
        ),
        (.reopen, ["choice": "office", "reason": "ส่งคืนมา"], false, "reopened"),
        (
            .withdraw, ["channel": "letter", "reason": "ผู้ยื่นขอถอน"], false, "withdrawn"
        ),
        (.reopen, ["choice": "office", "reason": "ยังไม่จบ"], false, "reopened"),
        (.dismissDuplicate, ["other": "OTHER", "reason": "คนละจุด"], false, "duplicate-dismissed"),
        (.merge, ["other": "OTHER", "reason": "เรื่องเดียวกัน"], false, "merged"),
        (.unmerge, ["reason": "รวมผิด"], false, "unmerged"),
        (.resetTracking, [:], false, "tracking-reset"),
        (
            .changeDefinition, ["choice": "complaint 3", "reason": "แบบใหม่มีผลแล้ว"], false,
            "definition-changed"
        ),
    ]

    @Test func `every act is done by its form, and is one event`() throws {
        let desk = try Desk()
        _ = try desk.site.officer("officer-2", .handler)
        let other = try desk.site.browser().file()
        try desk.site.extendComplaints()
        let ground = try desk.site.office.settings().value.definition(of: "complaint")?.grounds
        for (act, fields, hasFile, event) in Self.course {
            var typed = fields
            if typed["other"] != nil { typed["other"] = other }
            if typed["choice"] == "" { typed["choice"] = ground?.first?.code }
            let before = try desk.steps()
            let status = try desk.act(act, typed, files: hasFile ? [Self.photo] : [])
            #expect(status == 200, "\(act): \(desk.officer.text.prefix(3000).suffix(1500))")
            #expect(desk.officer.path.hasPrefix("/test/desk/cases/\(desk.number)?done="), "\(act)")
            #expect(try desk.steps() == before + [event], "\(act)")
        }
        #expect(Set(Self.course.map(\.0)) == Set(DeskAct.allCases))
        #expect(desk.site.failures.with { $0 } == [])
    }

    /// What must be there, and the words for it.
    private static let refusals: [(DeskAct, [String: String], String)] = [
        (.note, [:], "กรอกบันทึก"), (.answer, [:], "กรอกข้อความ"), (.message, [:], "กรอกข้อความ"),
        (.attach, [:], "แนบไฟล์"), (.setUrgency, [:], "เลือกความเร่งด่วน"),
        (.extend, ["choice": "finish", "reason": ""], "กรอกเหตุผล"),
        (.extend, ["choice": "finish", "amount": "x", "reason": "a"], "กรอกเป็นจำนวนเต็ม"),
        (.extend, ["choice": "finish", "amount": "99", "reason": "a"], "ไม่เกิน 15 วัน"),
        (.noticeDelay, ["choice": "finish"], "กรอกเหตุผล"),
        (.setAppointment, ["place": "ตลาด"], "กรอกวันและเวลานัด"),
        (
            .setAppointment,
            ["at-day": "20", "at-month": "3", "at-year": "2568", "time": "09:30", "place": "ตลาด"],
            "ยังมาไม่ถึง"
        ),
        (
            .setAppointment,
            ["at-day": "20", "at-month": "3", "at-year": "2569", "time": "09:30"],
            "กรอกสถานที่นัดหมาย"
        ),
        (.issueDocument, ["kind": "letter", "number": "1", "until-day": "40"], "วัน"),
        (.issueDocument, ["number": "1"], "เลือกชนิดเอกสาร"),
        (.issueDocument, ["kind": "licence", "number": "1", "step": ""], "เฉพาะคำขอรับบริการ"),
        (.noticeDelay, ["choice": "receive", "reason": "a"], "ไม่ได้เดินอยู่"),
        (.withdraw, ["reason": "a"], "ผู้ยื่นแจ้งทางใด"),
        (.withdraw, ["channel": "phone"], "กรอกเหตุผล"),
        (.note, ["note": String(repeating: "ก", count: 4001)], "ไม่เกิน 4,000"),
        (.answer, ["message": String(repeating: "ก", count: 10_001)], "ไม่เกิน 10,000"),
        (.recordPayment, ["amount": "ห้าสิบ"], "กรอกจำนวนเงิน"),
        (.recordPayment, ["amount": "0"], "มากกว่า 0"), (.certifyCopies, [:], "แนบไฟล์"),
        (.checkIdentity, [:], "เลือกผลการตรวจ"),
        (.checkIdentity, ["outcome": "mismatched"], "กรอกเหตุผล"),
        (.setConfidentiality, [:], "กรอกเหตุผล"), (.waitFor, ["reason": "a"], "หน่วยงาน"),
        (.waitFor, ["agency": "highways"], "กรอกเหตุผล"),
        (.askCorrection, [:], "กรอกรายการที่ต้องแก้ไขให้ครบ"),
        (.askCorrection, ["defects": "x", "days": "0"], "1 ถึง 365"),
        (.assign, ["choice": "nobody"], "nobody"), (.forward, ["choice": "x"], "หน่วยงานภายใน"),
        (.recategorise, ["choice": "x"], "ประเภทเรื่อง"), (.complete, ["choice": "solved"], "กรอกผล"),
        (.complete, ["choice": "x", "result": "y"], "ผลการดำเนินการ"),
        (.reject, ["reason": "y", "remedy": " "], "อุทธรณ์"),
        (.refer, ["agency": "pea"], "กรอกข้อความแจ้งผู้ยื่น"),
        (.merge, ["other": "XX", "reason": "a"], "คำร้อง"),
        (.dismissDuplicate, ["other": ""], "คำร้อง"),
    ]

    @Test func `a form says what it takes before it is sent`() throws {
        let desk = try Desk()
        try desk.act(.receive)
        try desk.act(.start)
        // A complaint leads to no licence, and no kind is taken for granted.
        try desk.officer.open(desk.form(.issueDocument))
        #expect(!desk.officer.text.contains("kind-licence"))
        #expect(!desk.officer.text.contains("value=\"licence\""))
        #expect(
            try FilledForm(desk.officer.text, action: "/test/\(desk.form(.issueDocument))")
                .fields["kind"].map { $0.isEmpty } ?? true)
        // How much, and in which unit.
        try desk.officer.open(desk.form(.extend))
        #expect(desk.officer.text.contains("หน่วยเป็นวัน") && desk.officer.text.contains("15 วัน"))
        // One of two fields: neither says that it may be left out.
        try desk.officer.open(desk.form(.waitFor))
        #expect(!desk.officer.text.contains(">หน่วยงาน (ถ้ามี)"))
        // The letters are counted.
        try desk.officer.open(desk.form(.note))
        #expect(desk.officer.text.contains("data-most=\"4000\""))
    }

    @Test func `an empty correction is told in the words of its own form`() throws {
        let desk = try Desk()
        try desk.act(.receive)
        try desk.act(.start)
        try desk.act(.askCorrection, ["defects": "ระบุจุด"])
        #expect(try desk.act(.correct) == 422)
        #expect(desk.officer.text.contains("กรอกสิ่งที่ผู้ยื่นแก้ไข หรือแนบเอกสาร"))
        #expect(desk.officer.text.contains("id=\"message-issue\""))
        #expect(!desk.officer.text.contains("กรอกรายละเอียดคำร้อง"))
    }

    @Test func `another kind of matter is merged into only if that is meant`() throws {
        let desk = try Desk()
        let other = try desk.site.browser().file("grievance")
        let fields = ["other": other, "reason": "เรื่องเดียวกัน"]
        try desk.officer.open(desk.form(.merge))
        #expect(desk.officer.text.contains("คนละชนิดเรื่อง · ถ้อยคำตรงกัน 100%"))
        #expect(try desk.act(.merge, fields) == 422)
        #expect(
            desk.officer.text.contains("เรื่องร้องทุกข์") && desk.officer.text.contains("id=\"same\""))
        try desk.officer.submit(desk.form(.merge), fields.merging(["same": "yes"]) { $1 })
        #expect(try desk.steps().last == "merged")
    }

    @Test func `an officer who may not come to the case is not offered for it`() throws {
        let desk = try Desk()
        _ = try desk.site.officer("near", .handler)
        _ = try desk.site.officer("far", .handler, department: "education")
        try desk.officer.open(desk.form(.assign))
        #expect(desk.officer.text.contains("value=\"near\""))
        #expect(!desk.officer.text.contains("value=\"far\""))
        let unit = try desk.site.office.office.file(of: desk.number)?.petition.department
        #expect(try desk.act(.assign, ["choice": "far"]) == 422)
        #expect(desk.officer.text.contains("อยู่คนละหน่วยงาน"))
        try desk.act(.assign, ["choice": "near"])
        #expect(try desk.site.office.office.file(of: desk.number)?.petition.department == unit)
    }

    @Test func `a form without the version that it was shown with is no form`() throws {
        let desk = try Desk()
        try desk.officer.open(desk.form(.note))
        let before = try desk.steps()
        for version in ["abc", ""] {
            try desk.officer.submit(desk.form(.note), ["note": "ก", "version": version])
            #expect(desk.officer.status == 400, "\(version)")
            try desk.officer.open(desk.form(.note))
        }
        #expect(try desk.steps() == before)
    }

    @Test func `what was filed and written stands beside every form, as far as it is open`() throws
    {
        let desk = try Desk()
        let handler = Actor(.officer, id: Desk.id, roles: [.handler])
        try desk.site.act(
            desk.number, .message(.init(channel: .phone)), by: handler,
            [PlainSection(Message(text: "หลุมกว้างขึ้นแล้ว"))])
        for act in [DeskAct.answer, .note, .forward] {
            try desk.officer.open(desk.form(act))
            #expect(desk.officer.text.contains("หลุมใหญ่หน้าตลาด"), "\(act)")
            #expect(desk.officer.text.contains("หลุมกว้างขึ้นแล้ว"), "\(act)")
            #expect(!desk.officer.text.contains("081-000-0042"), "\(act)")
        }
        // That it was read there is recorded like any other reading.
        #expect(try desk.names().contains("viewed"))
        // Who may see no more than the outline reads nothing beside a form either.
        try desk.act(.setConfidentiality, ["reason": "กลัวถูกข่มขู่"])
        let near = try desk.site.officer("near", .receiver)
        try near.open(desk.form(.receive))
        #expect(near.status == 200 && !near.text.contains("หลุม"))
    }

    @Test func `what a ready text leaves open is filled in before it is sent`() throws {
        let desk = try Desk()
        try desk.site.set(
            .templateSet(
                .init(
                    template: "reply.any.any.visit", channel: .web,
                    body: LocalText("{office}\nจะไปวันที่ … เวลา … น."), subject: LocalText("นัด"))))
        try desk.officer.open(desk.form(.answer))
        try desk.officer.submit(desk.form(.answer), ["template": "reply.any.any.visit"])
        let ready = try #require(
            try FilledForm(desk.officer.text, action: "/test/\(desk.form(.answer))")
                .fields["message"])
        for left in [ready, ready.replacing("วันที่ …", with: "วันที่ 5 ธ.ค.")] {
            try desk.officer.submit(desk.form(.answer), ["message": left])
            #expect(desk.officer.status == 422 && desk.officer.text.contains("ตรงที่เว้นไว้"))
        }
        #expect(try !desk.names().contains("answered"))
        // What an officer leaves open himself is meant so.
        let full = "จะไปวันที่ 5 ธ.ค. เวลา 9.00 น. หาก… ไม่สะดวก"
        try desk.officer.submit(desk.form(.answer), ["message": full])
        #expect(try desk.steps().last == "answered")
    }

    @Test func `what is refused is said in words, and what was typed stays`() throws {
        let desk = try Desk()
        _ = try desk.site.officer("officer-2", .handler)
        try desk.act(.receive)
        try desk.act(.start)
        try desk.act(.answer, ["message": "รับทราบ"])
        let before = try desk.steps()
        for (act, fields, words) in Self.refusals {
            let status = try desk.act(act, fields.merging(["letter": "กท 99"]) { $1 })
            #expect(status == 422, "\(act) \(fields)")
            #expect(desk.officer.text.contains(words), "\(act) \(fields)")
            #expect(desk.officer.text.contains("มีปัญหาที่ต้องแก้ไข"), "\(act)")
            for (name, value) in fields where ["reason", "place", "result"].contains(name) {
                if value.count > 1 { #expect(desk.officer.text.contains(value), "\(act)") }
            }
        }
        #expect(try desk.steps() == before)
    }

    /// With nothing typed, or the little that stands there: the fields that are to be filled in.
    private static let empty: [(DeskAct, [String: String], [String])] = [
        (.complete, [:], ["choice", "result"]),
        (.reject, ["remedy": ""], ["choice", "reason", "remedy"]),
        (.refer, [:], ["agency", "notice"]), (.waitFor, [:], ["agency", "reason"]),
        (.forward, [:], ["choice"]), (.merge, [:], ["other", "reason"]),
        (.extend, ["choice": "finish", "amount": "x"], ["amount", "reason"]),
        (.extend, ["choice": "none", "amount": "5"], ["choice", "reason"]),
        (.noticeDelay, ["choice": ""], ["choice", "reason"]),
        (.setAppointment, [:], ["at", "place"]),
        (.askCorrection, ["days": "0"], ["days", "defects"]),
    ]

    @Test func `everything that is missing is told at once, each beside its field`() throws {
        let desk = try Desk()
        try desk.act(.receive)
        try desk.act(.start)
        try desk.act(.answer, ["message": "รับทราบ"])
        let before = try desk.steps()
        for (act, fields, missing) in Self.empty {
            #expect(try desk.act(act, fields) == 422, "\(act)")
            let summary = desk.officer.text.matches(of: #/<li><a href="#([a-z-]+)">/#)
                .map { String($0.output.1) }
            #expect(summary == missing, "\(act)")
            #expect(!desk.officer.text.contains("“”"), "\(act)")
            for field in missing {
                #expect(desk.officer.text.contains("id=\"\(field)-issue\""), "\(act) \(field)")
            }
        }
        #expect(try desk.steps() == before)
        try desk.act(.complete, ["choice": "solved", "result": "ซ่อมแล้ว"])
        #expect(try desk.act(.reopen, [:]) == 422)
        #expect(desk.officer.text.contains("id=\"choice-issue\""))
        #expect(desk.officer.text.contains("id=\"reason-issue\""))
    }

    @Test func `who has heard nothing yet is answered before the case is closed`() throws {
        let desk = try Desk()
        try desk.act(.receive)
        try desk.act(.start)
        #expect(try !desk.open().contains("acts/complete"))
        try desk.officer.open(desk.form(.complete))
        #expect(desk.officer.status == 422 && desk.officer.text.contains("ตอบผู้ยื่นแล้ว"))
        #expect(desk.officer.text.contains("acts/answer"))
        #expect(!desk.officer.text.contains("name=\"result\""))
        try desk.act(.answer, ["message": "ช่างจะไปพรุ่งนี้"])
        #expect(desk.officer.text.contains("acts/complete"))
        #expect(try desk.act(.complete, ["choice": "solved", "result": "ซ่อมแล้ว"]) == 200)
    }

    @Test func `what was offered and emptied stays empty beside its error`() throws {
        let desk = try Desk()
        try desk.act(.receive)
        try desk.officer.open(desk.form(.reject))
        #expect(desk.officer.text.contains("อุทธรณ์เป็นหนังสือ"))
        try desk.officer.submit(desk.form(.reject), ["remedy": "", "reason": "ไม่มีมูล"])
        #expect(desk.officer.status == 422 && desk.officer.text.contains("ไม่มีมูล"))
        #expect(!desk.officer.text.contains("อุทธรณ์เป็นหนังสือ"))
    }

    @Test func `what may not be done now has its reason instead of a form`() throws {
        let desk = try Desk()
        try desk.officer.open(desk.form(.complete))
        #expect(desk.officer.status == 422)
        #expect(desk.officer.text.contains("ทำขั้นตอนนี้ไม่ได้ขณะที่คำร้องอยู่ในสถานะ"))
        #expect(throws: Browser.NoSuchForm.self) {
            try desk.officer.submit(desk.form(.complete), ["choice": "solved", "result": "x"])
        }
        try desk.officer.open("desk/cases/\(desk.number)/acts/fly")
        #expect(desk.officer.status == 404)
    }

    @Test func `an act sent twice is one act`() throws {
        let desk = try Desk()
        try desk.officer.open(desk.form(.note))
        let twin = desk.officer.copy()
        try desk.officer.submit(desk.form(.note), ["note": "ครั้งเดียว"])
        try twin.submit(desk.form(.note), ["note": "ครั้งเดียว"])
        #expect(try desk.steps().count { $0 == "noted" } == 1)
    }

    @Test func `a note with a file sent twice is one note`() throws {
        let desk = try Desk()
        try desk.officer.open(desk.form(.note))
        let twin = desk.officer.copy()
        for browser in [desk.officer, twin] {
            try browser.submit(desk.form(.note), ["note": "ครั้งเดียว"], files: [Self.photo])
        }
        #expect(twin.status == 422)
        #expect(try desk.steps().count { $0 == "noted" } == 1)
    }

    private static func isNote(_ event: RecordedEvent) -> Bool {
        if case .petition(.noted) = event.event { true } else { false }
    }

    @Test func `a file that came with a form stays with it until the form is right`() throws {
        let desk = try Desk()
        let other = try desk.site.officer("officer-2", .receiver, .handler)
        try desk.officer.open(desk.form(.note))
        try desk.officer.submit(desk.form(.note), ["note": ""], files: [Self.photo])
        #expect(desk.officer.status == 422)
        #expect(desk.officer.text.contains("หลังซ่อม.jpg ("))
        let token = try #require(
            desk.officer.text.firstMatch(of: /name="kept" value="([^"]+)"/)?.output.1)
        // It is this officer's, and of this case.
        try other.open(desk.form(.note))
        try other.submit(desk.form(.note), ["note": "ของคนอื่น", "kept": String(token)])
        #expect(other.status == 422 && other.text.contains("ไฟล์ที่แนบไว้หมดเวลาแล้ว"))
        let elsewhere = "desk/cases/\(try desk.site.browser().file())/acts/note"
        let twin = desk.officer.copy()
        try twin.open(elsewhere)
        try twin.submit(elsewhere, ["note": "ที่อื่น", "kept": String(token)])
        #expect(twin.status == 422)

        try desk.officer.send(desk.form(.note), ["note": "โทรหาช่างแล้ว"])
        #expect(try desk.steps().count { $0 == "noted" } == 1)
        let file = try #require(try desk.site.office.office.file(of: desk.number))
        let event = try #require(file.events.last { Self.isNote($0) })
        let attached = try desk.site.office.office.sections(Attachment.self, of: event)
        #expect(attached.compactMap(\.content?.name) == ["หลังซ่อม.jpg"])

        // Whoever does not want it any more takes its tick away.
        try desk.officer.open(desk.form(.note))
        try desk.officer.submit(desk.form(.note), ["note": ""], files: [Self.photo])
        try desk.officer.send(desk.form(.note), ["note": "ไม่มีภาพ", "kept": nil])
        let again = try #require(try desk.site.office.office.file(of: desk.number))
        let last = try #require(again.events.last { Self.isNote($0) })
        #expect(last.position != event.position)
        #expect(try desk.site.office.office.sections(Attachment.self, of: last).isEmpty)
    }

    @Test func `what was done can be taken back right away, and the next case follows`() throws {
        let desk = try Desk()
        let next = try desk.site.browser().file()
        try desk.officer.open("desk/cases/\(desk.number)?from=view%3Dunclaimed")
        try desk.officer.submit(
            "desk/cases/\(desk.number)/acts/receive?from=view%3Dunclaimed")
        #expect(desk.officer.text.contains("บันทึกแล้ว"))
        #expect(desk.officer.text.contains("desk/cases/\(next)?from=view%3Dunclaimed"))
        try desk.act(.release)
        try desk.act(.claim)
        #expect(desk.officer.text.contains("เลิกทำ"))
        #expect(desk.officer.text.contains("acts/release"))
        try desk.act(.start)
        try desk.act(.answer, ["message": "เสร็จแล้ว"])
        try desk.act(.complete, ["choice": "solved", "result": "ซ่อมแล้ว"])
        #expect(desk.officer.text.contains("acts/reopen?action=reopen"))
    }

    @Test func `who gives a new password sees it for a moment, and nobody else does`() throws {
        let desk = try Desk()
        try desk.act(.resetTracking)
        #expect(desk.officer.text.contains("รหัสผ่านใหม่"))
        let password = try #require(
            try GuestPasswords(desk.site.office.office).password(of: desk.number))
        #expect(desk.officer.text.contains(password.display))
        let done = "desk/cases/\(desk.number)?done=reset-tracking"
        let other = try desk.site.officer("officer-2", .receiver)
        try other.open(done)
        #expect(other.status == 200 && !other.text.contains(password.display))
        desk.site.clock.advance(seconds: 301)
        try desk.officer.open(done)
        #expect(desk.officer.status == 200 && !desk.officer.text.contains(password.display))
    }

    @Test func `a document is shown once more before it is issued, and may be changed then`() throws
    {
        let desk = try Desk()
        let fields = [
            "kind": "certificate", "number": "ส 8", "particulars": "ถนน: หน้าตลาด", "listed": "yes",
            "until-day": "1", "until-month": "3", "until-year": "2570",
        ]
        let form = desk.form(.issueDocument)
        try desk.officer.open(form)
        #expect(desk.officer.text.contains("ตรวจก่อนออกเอกสาร"))
        try desk.officer.submit(form, fields)
        #expect(desk.officer.status == 200 && desk.officer.text.contains("1 มีนาคม 2570"))
        #expect(
            desk.officer.text.contains("หน้าตลาด") && desk.officer.text.contains("ออกแล้วแก้ไขไม่ได้"))
        #expect(try !desk.steps().contains("document-issued"))
        try desk.officer.submit(form, ["step": "edit"])
        #expect(desk.officer.text.contains("ถนน: หน้าตลาด</textarea>"))
        #expect(try !desk.steps().contains("document-issued"))
        try desk.officer.submit(form, fields)
        try desk.officer.submit(form)
        #expect(try desk.steps().last == "document-issued")
    }

    @Test func `the petitioner hears what the office answers and issues, with its files`() throws {
        let desk = try Desk()
        try desk.act(.receive)
        try desk.act(
            .issueDocument,
            [
                "kind": "certificate", "number": "ส 7/2569", "title": "หนังสือรับรองการซ่อม",
                "holder": "สมศรี",
            ])
        let events = try desk.site.events(of: desk.number)
        let issued = events.compactMap { event -> PetitionEvent.DocumentIssued? in
            if case .documentIssued(let data) = event { data } else { nil }
        }
        let code = try #require(issued.first?.verificationCode)
        let citizen = desk.site.browser()
        try citizen.open("check?code=\(code)")
        #expect(citizen.text.contains("ส 7/2569") && citizen.text.contains("ใช้ได้"))
        try desk.officer.open("desk/cases/\(desk.number)/documents/0")
        let text = try desk.site.pdfText(desk.officer.page?.body ?? [])
        #expect(text.contains("หนังสือรับรองการซ่อม") && text.contains(desk.number))
    }
}
