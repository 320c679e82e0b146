internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// Somebody tried too often: when to try again, and what else to do.
enum TooManyTries {
    /// `isLogin`: it was a password of an account, which may be set anew.
    static func page(
        _ visit: Visit, _ seconds: Int, isLogin: Bool = true, back: String? = nil
    ) -> Page {
        let title = visit.say("ลองหลายครั้งเกินไป", "Too many tries")
        let minutes = (seconds + 59) / 60
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "เพื่อความปลอดภัย รอ \(minutes) นาทีแล้วลองใหม่",
                    "To keep what is yours safe, wait \(minutes) min and try again.")
            }
            if isLogin {
                p {
                    visit.say("หากลืมรหัสผ่าน ", "If you forgot your password, ")
                    Parts.link(
                        ResetDoor(visit).path(), visit.say("ตั้งรหัสผ่านใหม่", "set a new one"))
                }
            }
            if let phone = visit.settings.office?.phone {
                p { visit.say("หรือโทรหาสำนักงาน \(phone)", "Or call the office: \(phone)") }
            }
        }
        page.status = .tooManyRequests
        page.retryAfterSeconds = seconds
        page.back = back ?? ResetDoor(visit).login
        return page
    }
}
