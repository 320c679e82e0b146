internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Following a case by the code and the password that its filing gave.
enum CodePage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/track/code") { page($0) }
        routes.post("/track/code") { try answer($0) }
    }

    private static func page(_ visit: Visit, issues: Issues = Issues()) -> Page {
        let title = visit.say("ติดตามด้วยรหัส", "Follow by code")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.path("track", "code")) {
                code(visit, issues)
                Controls(visit, issues).text(
                    "password", visit.say("รหัสผ่าน 10 ตัว", "Password of ten letters"), value: nil,
                    hint: visit.say("เช่น 7K3M9-QXT2F", "Like 7K3M9-QXT2F"), width: "w13",
                    autocomplete: "off")
                Parts.actions {
                    Controls(visit).submit(visit.say("ดูเรื่อง", "Show it"))
                }
            }
            p {
                Parts.link(
                    visit.path("track", "code", "forgot"),
                    visit.say("ลืมรหัสผ่าน", "I forgot the password"))
            }
        }
        page.back = visit.path("track")
        page.mark(issues)
        return page
    }

    static func code(_ visit: Visit, _ issues: Issues) -> HTML {
        Controls(visit, issues).text(
            "code", visit.say("รหัสติดตามหรือเลขที่คำร้อง", "Code or petition number"),
            value: visit.request.form["code"],
            hint: visit.say("เช่น 2026-14", "Like 2026-14"), width: "w13", autocomplete: "off")
    }

    private static func answer(_ visit: Visit) throws -> Answer {
        var issues = Issues()
        let typed = key(visit)
        let password = visit.request.form["password"] ?? ""
        if typed.isEmpty { issues.add("code", "กรอกรหัสติดตาม", "Enter the code") }
        if AccessCode(password, length: AccessCode.passwordLength) == nil {
            issues.add("password", "กรอกรหัสผ่าน 10 ตัว", "Enter the password of ten letters")
        }
        guard issues.isEmpty else { return .page(page(visit, issues: issues)) }
        if let seconds = visit.tryTracking(typed) {
            return .page(TrackingPages.tooMany(visit, seconds))
        }
        if let number = try visit.number(trackedBy: typed),
            try GuestPasswords(visit.office.office).isRight(password, of: number)
        {
            visit.didTrack(typed)
            return visit.opened(number)
        }
        // The same whether there is no such case, or another password to it.
        issues.add(
            "code", "ไม่พบเรื่องที่ตรงกับรหัสและรหัสผ่านนี้ ตรวจสอบทั้งสองอย่าง",
            "No case has this code and password. Check both.")
        return .page(page(visit, issues: issues))
    }

    /// What was typed, in the form that codes and numbers have.
    static func key(_ visit: Visit) -> String {
        Digits.arabic.written(ThaiText.trimmed(visit.request.form["code"] ?? "")).uppercased()
    }
}

extension Visit {
    /// The case that a code or a number stands for, if a password opens it.
    func number(trackedBy typed: String) throws -> String? {
        let rows = try office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(trackedBy: typed, in: database)
        }
        if rows.count == 1 { return rows[0].number }
        return (try? PetitionNumber(typed))?.text
    }
}
