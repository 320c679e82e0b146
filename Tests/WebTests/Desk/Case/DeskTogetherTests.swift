import Entries
import Events
import HTTP
import Rules
import TestSupport
import Testing
import Threads
import Workflow

/// Several officers at one case, and what each may do in it.
@Suite struct DeskTogetherTests {
    @Test func `of two officers at once the second is told what the first did`() throws {
        let desk = try Desk()
        let second = try desk.site.officer("officer-2", .receiver, .handler)
        try second.open(desk.form(.answer))
        try desk.act(.setUrgency, ["choice": "urgent"])
        try second.submit(desk.form(.answer), ["message": "ช่างจะไปพรุ่งนี้เช้า"])
        #expect(second.status == 422)
        for words in [
            "มีผู้อื่นดำเนินการเรื่องนี้", "สิ่งที่เกิดขึ้นหลังจากท่านเปิดหน้านี้", "officer-1", "ด่วน",
            "ช่างจะไปพรุ่งนี้เช้า",
        ] {
            #expect(second.text.contains(words), "\(words)")
        }
        #expect(try !desk.names().contains("answered"))
        // The page has caught up: the same once more is taken.
        try second.submit(desk.form(.answer), ["message": "ช่างจะไปพรุ่งนี้เช้า"])
        #expect(try desk.steps().last == "answered")
    }

    @Test func `whoever only looked stands in nobody's way`() throws {
        let desk = try Desk()
        let second = try desk.site.officer("officer-2", .receiver, .handler)
        try second.open(desk.form(.answer))
        try desk.open()
        try second.submit(desk.form(.answer), ["message": "รับทราบ"])
        #expect(try desk.steps().last == "answered")
    }

    @Test func `who writes a note is told first what others did meanwhile`() throws {
        let desk = try Desk()
        let second = try desk.site.officer("officer-2", .receiver, .handler)
        try second.open(desk.form(.note))
        try desk.act(.claim)
        try second.submit(desk.form(.note), ["note": "บันทึกทัน"])
        #expect(second.status == 422 && second.text.contains("มีผู้อื่นดำเนินการเรื่องนี้"))
        #expect(second.text.contains("บันทึกทัน"))
        #expect(try desk.steps().last == "claimed")
        try second.submit(desk.form(.note), ["note": "บันทึกทัน"])
        #expect(try desk.steps().last == "noted")
    }

    @Test func `a case that another has is not written in without taking it over`() throws {
        let desk = try Desk()
        try desk.site.appoint("named-1", [.receiver, .handler], givenName: "ใจดี")
        let named = try desk.site.officer("named-1", .receiver, .handler)
        let second = try desk.site.officer("officer-2", .receiver, .handler)
        try second.open(desk.form(.answer))
        try desk.act(.claim, by: named)
        try second.submit(desk.form(.answer), ["message": "ไม่ควรได้"])
        #expect(second.status == 422)
        try second.open(desk.form(.answer))
        #expect(second.text.contains("อยู่กับเจ้าหน้าที่ นายใจดี ทดสอบ"))
        try desk.act(.takeOver, ["reason": "เจ้าของลา"], by: second)
        #expect(try desk.steps().last == "taken-over")
    }

    @Test func `a case that leaves one's unit says goodbye`() throws {
        let desk = try Desk()
        let unit = try #require(
            try desk.site.office.office.file(of: desk.number)?.petition.department)
        let bound = try desk.site.officer("bound", .handler, department: unit)
        try desk.act(.forward, ["choice": "education", "reason": "ไม่ใช่งานเรา"], by: bound)
        #expect(bound.status == 200 && bound.text.contains("ไม่ได้อยู่ในหน่วยงานของท่านแล้ว"))
        try desk.open(by: bound)
        #expect(bound.status == 403)
    }

    /// Whose cases are those of the own unit alone; all others look over the whole office.
    private static let bound: Set<Role> = [.handler, .head]

    @Test(arguments: roles) func `no act reaches a case of another unit, whatever the role`(
        role: Role
    ) throws {
        let desk = try Desk()
        let far = try desk.site.officer("far", role, department: "education")
        try desk.open(by: far)
        #expect((far.status == 403) == Self.bound.contains(role))
        guard far.status == 403 else { return }
        let token = try far.formToken("track")
        // What is confidential is not heard of there either.
        for status in [403, 404] {
            let before = try desk.steps()
            for act in DeskAct.allCases {
                try far.open(desk.form(act))
                #expect(far.status == status && !far.text.contains("ถนนเป็นหลุม"), "\(act)")
                let typed: FormFields = [
                    "form": token, "reason": "ก", "note": "ก", "message": "ก",
                ]
                try far.post(desk.form(act), typed)
                #expect(far.status == status && !far.text.contains("ถนนเป็นหลุม"), "\(act)")
            }
            #expect(try desk.steps() == before)
            if status == 403 { try desk.act(.setConfidentiality, ["reason": "กลัวถูกข่มขู่"]) }
        }
    }

    private static let roles = Role.allCases.filter {
        DeskArea.cases.isOpen(to: [$0])
    }

    /// The acts that a page leads to.
    private static func acts(on page: String) -> Set<String> {
        Set(
            page.split(separator: "/acts/").dropFirst().map { rest in
                String(rest.prefix { $0.isLetter || $0 == "-" })
            })
    }

    @Test(arguments: roles) func `a page offers each role what the rules offer it`(
        role: Role
    ) throws {
        let desk = try Desk()
        let browser = try desk.site.officer("somebody", role)
        let courses: [[(DeskAct, [String: String])]] = [
            [], [(.receive, [:])], [(.start, [:]), (.answer, ["message": "ก"])],
            [(.askCorrection, ["defects": "ก"])], [(.correct, ["message": "ก"])],
            [(.acceptCorrection, [:]), (.complete, ["choice": "solved", "result": "ก"])],
        ]
        for course in courses {
            for (act, fields) in course { #expect(try desk.act(act, fields) == 200) }
            let page = try desk.open(by: browser)
            #expect(browser.status == 200)
            let settings = try desk.site.office.settings()
            let officer = try #require(settings.value.activeOfficer("somebody"))
            let petition = try #require(
                try desk.site.office.office.file(of: desk.number)?.petition)
            let offers = Petition.offers(
                in: Frozen(petition), to: Actor(.officer, id: officer.id, roles: officer.roles),
                at: desk.site.clock.now(), settings: settings)
            // The forms that end a case do not ask for the answer that may have to come first.
            let ends: [DeskAct] = petition.isAnswered ? [] : [.complete]
            #expect(
                Self.acts(on: page)
                    == Set(offers.map(\.act).filter { !ends.contains($0) }.map(\.rawValue)),
                "\(role) \(petition.state)")
        }
        #expect(desk.site.failures.with { $0 } == [])
    }
}
