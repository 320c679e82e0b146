internal import Entries
internal import Markup
internal import Vault

/// Where somebody is logged in, each with the way to end it; this device's own is not offered.
enum SessionRows {
    static func html(
        _ sessions: [Session], this: Digest?, form target: String, _ visit: Visit
    ) -> HTML {
        var html = Parts.rows(
            sessions.map { row($0, isThis: $0.id == this, form: target, visit) })
        if sessions.count > 1 {
            html.append(
                visit.form(to: target) {
                    Parts.actions {
                        button(.class("button danger"), .type("submit")) {
                            visit.say("ออกจากระบบอุปกรณ์อื่นทั้งหมด", "Log out all other devices")
                        }
                    }
                })
        }
        return html
    }

    private static func row(
        _ session: Session, isThis: Bool, form target: String, _ visit: Visit
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
        let form = visit.form(to: target) {
            input(.type("hidden"), .name("session"), .value(session.id.description))
            button(.class("button plain"), .type("submit")) {
                visit.say("ออกจากระบบ", "Log out")
                span(.class("hidden")) {
                    " \(DeviceName.words(session.device, visit.language)) \(began)"
                }
            }
        }
        let device = DeviceName.words(session.device, visit.language)
        return (
            visit.say("\(device) เข้าสู่ระบบเมื่อ \(began)", "\(device), logged in \(began)"), value,
            isThis ? nil : form
        )
    }
}
