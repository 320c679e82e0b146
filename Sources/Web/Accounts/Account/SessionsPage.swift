internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Where one is logged in, and logging out there.
enum SessionsPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/sessions", .citizen) { try page($0) }
        routes.post("/account/sessions", .citizen) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        let sessions = visit.office.sessions
        let others = try sessions.list(of: mine.account, at: visit.now)
            .filter { $0.id != mine.session.id }
        let named = visit.request.form["session"]
        let ending = named == nil ? others : others.filter { $0.id.description == named }
        guard !ending.isEmpty else { return .go(visit.path("account", "sessions")) }
        for session in ending { _ = try sessions.end(session.id, of: mine.account) }
        // They are ended already: that it is also written down may wait for a better moment.
        _ = visit.office.perform(
            visit.draft(.endSessions(.init(why: .signedOut, sessions: ending.count)), mine))
        return .go((named == nil ? Done.sessions : Done.session).path(visit, "sessions"))
    }

    private static func page(_ visit: Visit) throws -> Page {
        let mine = try visit.mine()
        let sessions = try visit.office.sessions.list(of: mine.account, at: visit.now)
        let title = visit.say("อุปกรณ์ที่เข้าสู่ระบบ", "Where I am logged in")
        var page = Page(title) {
            Done.note(visit)
            h1 { title }
            SessionRows.html(
                sessions, this: mine.session.id, form: visit.path("account", "sessions"), visit)
            p(.class("soft small")) {
                visit.say(
                    "หากมีรายการที่ไม่ใช่ของท่าน ออกจากระบบอุปกรณ์นั้นแล้วเปลี่ยนรหัสผ่าน",
                    "If one is not yours, log it out and change your password.")
            }
        }
        page.back = visit.path("account")
        return page
    }
}
