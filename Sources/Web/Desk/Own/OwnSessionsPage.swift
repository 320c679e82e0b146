internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Where an officer is signed in, and signing out there.
enum OwnSessionsPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/me/sessions", .desk(.own)) { try page($0) }
        routes.post("/desk/me/sessions", .desk(.own)) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let here = visit.deskPath("me", "sessions")
        if let named = visit.request.form["session"] {
            let account = OfficerLogin.account(of: officer.id)
            let all = try visit.office.sessions.list(of: account, at: visit.now)
            let spared = all.filter { $0.id.description != named }.map(\.id)
            try visit.office.logins.endSessions(
                of: officer.id, why: .signedOut, by: officer.actor, at: visit.now,
                sparing: Set(spared + [visit.officerSession?.id].compactMap { $0 }))
            return .go(DeskDone.session.path(of: here))
        }
        try visit.office.logins.endSessions(
            of: officer.id, why: .signedOut, by: officer.actor, at: visit.now,
            sparing: Set([visit.officerSession?.id].compactMap { $0 }))
        return .go(DeskDone.sessions.path(of: here))
    }

    private static func page(_ visit: Visit) throws -> Page {
        let officer = try visit.needOfficer()
        let sessions = try visit.office.sessions.list(
            of: OfficerLogin.account(of: officer.id), at: visit.now)
        let title = visit.say("อุปกรณ์ที่เข้าสู่ระบบ", "Where I am signed in")
        var page = Page(title) {
            DeskDone.note(visit)
            h1 { title }
            SessionRows.html(
                sessions, this: visit.officerSession?.id, form: visit.deskPath("me", "sessions"),
                visit)
            p(.class("soft small")) {
                visit.say(
                    "หากมีรายการที่ไม่ใช่ของท่าน ออกจากระบบอุปกรณ์นั้น เปลี่ยนรหัสผ่าน แล้วแจ้งผู้ดูแลระบบ",
                    "If one is not yours, sign it out, change your password and tell the "
                        + "administrator.")
            }
        }
        page.back = OwnPages.path(visit)
        return page
    }
}
