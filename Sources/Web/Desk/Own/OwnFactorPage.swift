internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// An officer sets up a second factor, or a new one on another phone.
enum OwnFactorPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/me/second-factor", .desk(.own)) { try page($0) }
        routes.post("/desk/me/second-factor", .desk(.own), lane: .slow) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        var issues = Issues()
        switch try OwnPassword.check(officer, visit, &issues) {
        case .right: break
        case .wrong: return .page(try page(visit, issues))
        case .throttled(let seconds):
            return .page(TooManyTries.page(visit, seconds, back: OwnPages.path(visit)))
        }
        guard try visit.setFactor(of: officer, &issues) else {
            return .page(try page(visit, issues))
        }
        return .response(
            try visit.renewSession(
                of: officer, why: .signedOut,
                thenTo: DeskDone.factor.path(of: OwnPages.path(visit))))
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) throws -> Page {
        let officer = try visit.needOfficer()
        let factor = try visit.office.factors.offer(
            to: OfficerLogin.account(of: officer.id), at: visit.now)
        let title =
            officer.hasSecondFactor
            ? visit.say("เปลี่ยนรหัสยืนยันขั้นที่สอง", "Renew the second factor")
            : visit.say("ตั้งรหัสยืนยันขั้นที่สอง", "Set up a second factor")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "เมื่อยืนยันแล้ว แอปเดิมใช้ไม่ได้อีก และอุปกรณ์อื่นทั้งหมดจะออกจากระบบ",
                    "Once confirmed, an older app no longer counts and all other devices are "
                        + "signed out.")
            }
            FactorFields.offer(factor, to: officer.id, visit)
            visit.form(to: visit.deskPath("me", "second-factor")) {
                OwnPassword.field(controls)
                FactorFields.code(controls)
                Parts.actions { controls.submit(visit.say("ยืนยัน", "Confirm")) }
            }
        }
        page.back = OwnPages.path(visit)
        page.mark(issues)
        return page
    }
}
