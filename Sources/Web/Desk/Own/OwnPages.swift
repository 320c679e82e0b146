internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// An officer's own account: who the office takes the officer for, and the way to everything else.
enum OwnPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/me", .desk(.own)) { try page($0) }
        OwnPasswordPage.add(to: &routes)
        OwnSessionsPage.add(to: &routes)
        OwnFactorPage.add(to: &routes)
        SubstitutePage.add(to: &routes)
        NoticesPage.add(to: &routes)
    }

    static func path(_ visit: Visit) -> String { visit.deskPath("me") }

    private static func page(_ visit: Visit) throws -> Page {
        let officer = try visit.needOfficer()
        let title = visit.officerName(officer.id)
        return Page(title) {
            DeskDone.note(visit)
            h1 { title }
            OfficerFacts.rows(officer, visit)
            p(.class("soft small")) {
                visit.say(
                    "ชื่อ อีเมล หน้าที่ และหน่วยงาน ผู้ดูแลระบบเป็นผู้แก้ไข",
                    "Name, e-mail, roles and department are changed by an administrator.")
            }
            h2 { visit.say("บัญชีของฉัน", "My account") }
            Parts.rows(doors(officer, visit))
        }
    }

    private static func doors(
        _ officer: OfficeSettings.Officer, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        func door(_ page: String, _ label: String, _ value: String) -> (String, HTML, HTML?) {
            (label, .text(value), Parts.change(visit.deskPath("me", page), label, visit))
        }
        let notices = officer.notices.map { visit.language($0.label) }
        return [
            door("password", visit.say("รหัสผ่าน", "Password"), "••••••••"),
            door(
                "second-factor", visit.say("รหัสยืนยันขั้นที่สอง", "Second factor"),
                officer.hasSecondFactor
                    ? visit.say("ตั้งแล้ว", "Set") : visit.say("ยังไม่ได้ตั้ง", "Not set")),
            door(
                "sessions", visit.say("อุปกรณ์ที่เข้าสู่ระบบ", "Where I am signed in"),
                visit.say("ดูและสั่งออกจากระบบ", "See them and sign them out")),
            door(
                "substitute", visit.say("ผู้ปฏิบัติแทน", "Substitute"),
                OfficerFacts.substitute(officer, visit) ?? visit.say("ไม่มี", "None")),
            door(
                "notices", visit.say("แจ้งเตือนทางอีเมล", "Told by e-mail"),
                notices.isEmpty ? visit.say("ไม่แจ้ง", "Nothing") : notices.joined(separator: " · ")),
        ]
    }
}
