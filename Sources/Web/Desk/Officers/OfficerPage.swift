internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// One officer, and what an administrator may do about the sign-in.
enum OfficerPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/officers/{officer}", .desk(.officers)) { visit in
            try page(try visit.namedOfficer(), visit)
        }
    }

    static func page(
        _ officer: OfficeSettings.Officer, _ visit: Visit, _ issues: Issues = Issues(),
        _ typed: Typed = Typed()
    ) throws -> Page {
        let title = visit.officerName(officer.id)
        let sessions = try visit.office.sessions.list(
            of: OfficerLogin.account(of: officer.id), at: visit.now)
        var page = Page(title) {
            issues.summary(visit.language)
            DeskDone.note(visit)
            h1 { title }
            p { OfficersPages.state(of: officer, visit) }
            OfficerFields.warning(officer, visit)
            OfficerFacts.rows(officer, visit)
            if !officer.isDismissed {
                Parts.actions {
                    Parts.link(
                        visit.deskPath("officers", officer.id, "change"),
                        visit.say("แก้ไข", "Change"), class: "button")
                    Parts.link(
                        visit.deskPath("officers", officer.id, "dismiss"),
                        visit.say("พ้นหน้าที่", "Dismiss"), class: "button danger")
                }
                h2 { visit.say("การเข้าสู่ระบบ", "Signing in") }
                password(officer, visit)
                if officer.hasSecondFactor { factor(officer, visit, issues, typed) }
                if let latest = sessions.first {
                    devices(officer, sessions.count, latest.seen, visit)
                }
            }
        }
        page.back = OfficersPages.path(visit)
        page.mark(issues)
        return page
    }

    private static func password(_ officer: OfficeSettings.Officer, _ visit: Visit) -> HTML {
        visit.form(to: visit.deskPath("officers", officer.id, "password")) {
            p {
                visit.say(
                    "ตั้งรหัสผ่านใหม่เมื่อเจ้าหน้าที่ลืมและไม่มีอีเมล เจ้าหน้าที่จะออกจากระบบทุกอุปกรณ์",
                    "For an officer who forgot it and has no e-mail. The officer is signed out "
                        + "everywhere.")
            }
            Parts.actions {
                button(.class("button second"), .type("submit")) {
                    visit.say("ตั้งรหัสผ่านใหม่", "Set a new password")
                }
            }
        }
    }

    private static func factor(
        _ officer: OfficeSettings.Officer, _ visit: Visit, _ issues: Issues, _ typed: Typed
    ) -> HTML {
        let controls = Controls(visit, issues)
        return visit.form(to: visit.deskPath("officers", officer.id, "second-factor")) {
            controls.text(
                "reason",
                visit.say("เหตุผลที่ยกเลิกรหัสยืนยันขั้นที่สอง", "Why the second factor is removed"),
                value: typed.text("reason"),
                hint: visit.say(
                    "เช่น โทรศัพท์หาย ตรวจสอบตัวตนของเจ้าหน้าที่ก่อน",
                    "Such as a lost phone. Make sure first that it is the officer who asks"))
            Parts.actions {
                button(.class("button second"), .type("submit")) {
                    visit.say("ยกเลิกรหัสยืนยันขั้นที่สอง", "Remove the second factor")
                }
            }
        }
    }

    private static func devices(
        _ officer: OfficeSettings.Officer, _ count: Int, _ seen: Instant, _ visit: Visit
    ) -> HTML {
        visit.form(to: visit.deskPath("officers", officer.id, "sessions")) {
            p {
                visit.say(
                    "เข้าสู่ระบบอยู่ \(count) อุปกรณ์ ใช้ล่าสุด \(visit.moment(seen))",
                    "Signed in on \(count) devices, last used \(visit.moment(seen))")
            }
            Parts.actions {
                button(.class("button second"), .type("submit")) {
                    visit.say("ให้ออกจากระบบทุกอุปกรณ์", "Sign out everywhere")
                }
            }
        }
    }
}
