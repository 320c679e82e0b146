internal import Markup
internal import Rules
internal import Workflow

/// A password that is shown this once, to be handed over.
enum OneTimePassword {
    static func page(_ password: String, of officer: String, _ visit: Visit) -> Page {
        let title = visit.say("รหัสผ่านครั้งแรก", "First password")
        var page = Page(title) {
            h1 { title }
            Parts.rows([
                (visit.say("เจ้าหน้าที่", "Officer"), .text(visit.officerName(officer)), nil),
                (visit.say("รหัสเจ้าหน้าที่", "Officer’s id"), .text(officer), nil),
                (
                    visit.say("รหัสผ่าน", "Password"),
                    element("code", [.class("secret")], .text(password)), nil
                ),
            ])
            Parts.note("warn") {
                p {
                    visit.say(
                        "แสดงครั้งนี้ครั้งเดียว ส่งให้เจ้าหน้าที่โดยตรง ห้ามส่งทางอีเมลหรือแชต "
                            + "เจ้าหน้าที่ต้องตั้งรหัสผ่านใหม่เมื่อเข้าสู่ระบบครั้งแรก",
                        "It is shown this once. Hand it over in person, not by e-mail or chat. "
                            + "The officer must choose another at the first sign-in.")
                }
            }
            if let appointed = try? visit.office.settings().value.activeOfficer(officer) {
                OfficerFields.warning(appointed, visit)
            }
            p {
                Parts.link(
                    visit.deskPath("officers", officer), visit.say("เสร็จแล้ว", "Done"),
                    class: "button")
            }
        }
        page.back = OfficersPages.path(visit)
        return page
    }
}
