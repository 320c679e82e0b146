internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// Where somebody stands who has forgotten a password: at the citizens' door or the officers'. The
/// steps are the same.
struct ResetDoor: Sendable {
    private let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// What the addresses of both doors begin with, below the office's own.
    static let prefixes = ["", "/\(Visit.desk)"]

    func path(_ parts: String...) -> String {
        let segments = (visit.isAtDesk ? [Visit.desk] : []) + ["forgot"] + parts
        return RequestPath(segments: [visit.office.code] + segments).text
    }

    var login: String { visit.isAtDesk ? visit.signIn(thenTo: nil) : visit.path("login") }

    /// Where a password that is set anew leads.
    var done: String {
        visit.isAtDesk
            ? DeskDone.reset.path(of: visit.signIn(thenTo: nil)) : LoginPage.afterReset(visit)
    }

    var memory: PerVisitor<ResetInHand> {
        visit.isAtDesk ? visit.memory.officersResets : visit.memory.resets
    }

    /// What one is asked to type, in words.
    var question: String {
        visit.isAtDesk
            ? visit.say("รหัสเจ้าหน้าที่", "Officer’s id")
            : visit.say("เลขประจำตัวประชาชนหรืออีเมล", "National ID or e-mail")
    }

    var missing: Wording {
        visit.isAtDesk
            ? Wording(thai: "กรอกรหัสเจ้าหน้าที่", english: "Enter your officer’s id")
            : Wording(
                thai: "กรอกเลขประจำตัวประชาชนหรืออีเมล", english: "Enter your national ID or e-mail")
    }

    /// Whoever has no address to write to.
    var otherwise: String {
        visit.isAtDesk
            ? visit.say(
                "ไม่มีอีเมลในระบบ ติดต่อผู้ดูแลระบบของหน่วยงาน",
                "If the office has no e-mail of yours, ask its administrator.")
            : visit.say(
                "ไม่มีอีเมล หรือเข้าอีเมลไม่ได้ ติดต่อเจ้าหน้าที่ที่สำนักงานพร้อมบัตรประชาชน",
                "If you have no e-mail, come to the office with your ID card.")
    }

    /// Who it is that was named, if anybody.
    func person(_ typed: String) throws -> PasswordResets.Person {
        if visit.isAtDesk {
            return PasswordResets.Person(
                typed: typed, officer: visit.settings.activeOfficer(typed)?.id)
        }
        let name = LoginName(typed)
        return PasswordResets.Person(
            typed: name.key, account: try name.account(in: visit.office))
    }

    /// What the new password may not contain, now that it is shown who asks.
    func names(_ account: String) throws -> [String?] {
        if let officer = OfficerLogin.officer(of: account) {
            return visit.passwordNames(of: officer)
        }
        return try visit.office.office.person(account)?.passwordNames ?? []
    }
}
