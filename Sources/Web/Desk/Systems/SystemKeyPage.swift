internal import Events
internal import Markup

/// A key that is shown this once, to be handed to whoever runs the system.
enum SystemKeyPage {
    static func page(
        _ system: OfficeEvent.SubscriberSet, _ secrets: (key: String?, signing: String?),
        _ visit: Visit
    ) -> Page {
        let title = visit.say("กุญแจใหม่", "A new key")
        var page = Page(title) {
            h1 { title }
            Parts.rows(
                [
                    (visit.say("ระบบ", "System"), .text(system.name), nil),
                    (visit.say("กุญแจ", "Key"), code(secrets.key ?? ""), nil),
                ]
                    + (secrets.signing.map {
                        [(visit.say("รหัสลับของลายเซ็น", "Secret of its signatures"), code($0), nil)]
                    } ?? []))
            Parts.note("warn") {
                p {
                    visit.say(
                        "แสดงครั้งนี้ครั้งเดียว เก็บไว้เหมือนรหัสผ่าน ห้ามส่งทางอีเมลหรือแชต",
                        "It is shown this once. Keep it like a password; no e-mail, no chat.")
                }
            }
            p {
                Parts.link(
                    SystemPage.path(of: system.subscriber, visit),
                    visit.say("เสร็จแล้ว", "Done"), class: "button")
            }
        }
        page.back = SystemsPages.path(visit)
        return page
    }

    private static func code(_ text: String) -> HTML {
        element("code", [.class("secret")], .text(text))
    }
}
