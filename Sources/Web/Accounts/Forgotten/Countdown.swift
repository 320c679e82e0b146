internal import Entries
internal import HTTP
internal import Markup
internal import Vault

/// How long a code still holds: as the server says when the page is made; a script counts on.
enum Countdown {
    static func html(_ code: OneTimeCode, _ visit: Visit) -> HTML {
        let seconds = max(0, code.expires.milliseconds - visit.now.milliseconds) / 1000
        return p(
            .class("note warn"), .role("timer"), Attribute("data-ends", "\(seconds)")
        ) {
            visit.say("กรุณากำหนดรหัสผ่านภายในเวลา ", "Set the password within ")
            span(.class("count"), Attribute("data-part", "minutes")) { "\(seconds / 60)" }
            visit.say(" นาที ", " min ")
            span(.class("count"), Attribute("data-part", "seconds")) { "\(seconds % 60)" }
            visit.say(" วินาที", " s")
        }
    }

    /// The code is no good any more: another one has to be asked for.
    static func over(_ visit: Visit) -> Page {
        let title = visit.say("รหัสใช้ไม่ได้แล้ว", "The code is no good any more")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "หมดเวลา ใช้ไปแล้ว หรือกรอกผิดหลายครั้ง ขอรหัสใหม่ได้",
                    "It has expired, was used, or was mistyped too often. Ask for another.")
            }
            Parts.actions {
                Parts.link(
                    ResetDoor(visit).path(), visit.say("ขอรหัสใหม่", "Ask for another"),
                    class: "button")
            }
        }
        page.back = ResetDoor(visit).login
        page.status = .gone
        return page
    }
}
