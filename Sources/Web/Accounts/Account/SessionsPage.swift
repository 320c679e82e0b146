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
            Parts.rows(sessions.map { row($0, isThis: $0.id == mine.session.id, visit) })
            if sessions.count > 1 {
                visit.form(to: visit.path("account", "sessions")) {
                    Parts.actions {
                        button(.class("button danger"), .type("submit")) {
                            visit.say("ออกจากระบบอุปกรณ์อื่นทั้งหมด", "Log out all other devices")
                        }
                    }
                }
            }
            p(.class("soft small")) {
                visit.say(
                    "หากมีรายการที่ไม่ใช่ของท่าน ออกจากระบบอุปกรณ์นั้นแล้วเปลี่ยนรหัสผ่าน",
                    "If one is not yours, log it out and change your password.")
            }
        }
        page.back = visit.path("account")
        return page
    }

    private static func row(
        _ session: Session, isThis: Bool, _ visit: Visit
    ) -> (label: String, value: HTML, change: HTML?) {
        let began = visit.moment(session.created)
        var value = HTML.text(
            visit.say(
                "ใช้ล่าสุด \(visit.moment(session.seen))", "Last used \(visit.moment(session.seen))")
        )
        if isThis {
            value.append(.text(" "))
            value.append(Parts.badge(visit.say("อุปกรณ์นี้", "This device"), "good"))
        }
        let form = visit.form(to: visit.path("account", "sessions")) {
            input(.type("hidden"), .name("session"), .value(session.id.description))
            button(.class("button plain"), .type("submit")) {
                visit.say("ออกจากระบบ", "Log out")
                span(.class("hidden")) { " \(began)" }
            }
        }
        return (
            visit.say("เข้าสู่ระบบเมื่อ \(began)", "Logged in \(began)"), value,
            isThis ? nil : form
        )
    }
}
