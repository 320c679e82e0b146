internal import Events
internal import HTTP
internal import Markup
internal import OpenID
internal import Rules

/// Why a provider could not say who somebody is, and what to do now.
enum ProviderFailure {
    static func page(
        _ error: ProviderError, _ provider: LoginProvider, _ visit: Visit
    ) -> Page {
        let name = visit.language(provider.label)
        switch error {
        case .denied:
            return page(
                visit, provider,
                visit.say("ยังไม่ได้เข้าสู่ระบบ", "You are not logged in"),
                visit.say(
                    "ท่านไม่ได้อนุญาตให้ \(name) ส่งข้อมูลให้หน่วยงาน ไม่มีข้อมูลใดถูกส่งมา",
                    "You did not allow \(name) to tell us who you are. Nothing was sent."), .ok)
        case .unreachable:
            return page(
                visit, provider, visit.say("\(name) ไม่ตอบ", "\(name) does not answer"),
                visit.say(
                    "ลองอีกครั้งในอีกสักครู่ หรือเข้าสู่ระบบด้วยรหัสผ่าน",
                    "Try again in a moment, or log in with your password."), .serviceUnavailable)
        case .refused:
            return page(
                visit, provider,
                visit.say("เข้าสู่ระบบด้วย \(name) ไม่ได้", "\(name) cannot be used now"),
                visit.say(
                    "การเชื่อมต่อกับ \(name) ตั้งค่าไว้ไม่ถูกต้อง โปรดแจ้งหน่วยงาน",
                    "Our registration with \(name) is not right. Please tell the office."),
                .serviceUnavailable)
        case .untrusted:
            return page(
                visit, provider,
                visit.say("ตรวจสอบคำตอบของ \(name) ไม่ผ่าน", "The answer could not be trusted"),
                visit.say(
                    "เพื่อความปลอดภัย ระบบไม่รับข้อมูลนี้ ลองเข้าสู่ระบบใหม่อีกครั้ง",
                    "To keep you safe it was not taken. Try to log in again."), .badRequest)
        }
    }

    /// The way did not begin here, took too long, or was gone before.
    static func stale(_ provider: LoginProvider, _ visit: Visit) -> Page {
        page(
            visit, provider, visit.say("เริ่มใหม่อีกครั้ง", "Begin again"),
            visit.say(
                "การเข้าสู่ระบบครั้งนี้หมดเวลาหรือใช้ไปแล้ว เริ่มใหม่จากหน้านี้",
                "This way in has run out or was used. Begin again here."), .badRequest)
    }

    private static func page(
        _ visit: Visit, _ provider: LoginProvider, _ title: String, _ text: String,
        _ status: Status
    ) -> Page {
        var page = Page(title) {
            h1 { title }
            p { text }
            Parts.actions {
                a(.class("button"), .href(visit.way(to: provider, thenTo: nil))) {
                    visit.say("ลองอีกครั้งด้วย ", "Try again with ")
                        + visit.language(provider.label)
                }
            }
            p {
                Parts.link(
                    visit.path("login"), visit.say("เข้าสู่ระบบด้วยรหัสผ่าน", "Log in with a password"))
            }
        }
        page.status = status
        page.back = visit.path("login")
        if status == .serviceUnavailable { page.retryAfterSeconds = 30 }
        return page
    }
}
