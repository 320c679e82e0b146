internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// What stands around every page of the desk: who is signed in, the areas that are open, the page.
enum DeskLayout {
    static func body(_ page: Page, _ visit: Visit) -> HTML {
        Markup.body(.class("desk")) {
            a(.class("skip"), .href("#main")) {
                visit.say("ข้ามไปที่เนื้อหา", "Skip to the content")
            }
            banner(visit)
            if visit.officer != nil { areas(visit) }
            element(
                "main", [.id("main"), .class(page.isNarrow ? "room narrow" : "room")],
                {
                    var all = UnsentPages.reminder(visit) ?? HTML()
                    all.append(Layout.main(page, visit))
                    return all
                }())
        }
    }

    private static func banner(_ visit: Visit) -> HTML {
        header(.class("banner")) {
            div(.class("room")) {
                a(.class("office"), .href(home(visit))) {
                    Icons.mark
                    span { visit.name }
                }
                div(.class("sides")) {
                    if let officer = visit.officer {
                        a(.href(visit.deskPath("me"))) { visit.officerName(officer.id) }
                        visit.form(to: visit.deskPath("sign-out")) {
                            button { visit.say("ออกจากระบบ", "Sign out") }
                        }
                    }
                    Layout.otherLanguage(visit)
                }
            }
        }
    }

    private static func home(_ visit: Visit) -> String {
        visit.officer.map(visit.deskHome) ?? visit.signIn(thenTo: nil)
    }

    /// Areas that lead somewhere, in the order of an officer's day.
    private static func areas(_ visit: Visit) -> HTML {
        nav(.class("areas"), .label(visit.say("ส่วนงาน", "Areas"))) {
            ul(.class("room")) {
                for (area, target, label) in targets(visit) where visit.isOpen(area) {
                    li {
                        a(.href(target), .current(visit.request.path.text == target)) { label }
                    }
                }
            }
        }
    }

    private static func targets(
        _ visit: Visit
    ) -> [(area: DeskArea, target: String, label: String)] {
        [
            (.cases, visit.deskPath(), visit.say("คิวงาน", "Queue")),
            (.figures, visit.deskPath("figures"), visit.say("สถิติ", "Figures")),
            (.filing, visit.deskPath("filing"), visit.say("รับเรื่องแทน", "File for somebody")),
            (
                .identities, visit.deskPath("identities"),
                visit.say("ตรวจยืนยันตัวตน", "Identity checks")
            ),
            (.privacy, visit.deskPath("privacy"), visit.say("ข้อมูลส่วนบุคคล", "Personal data")),
            (.settings, visit.deskPath("settings"), visit.say("การตั้งค่า", "Settings")),
            (.officers, visit.deskPath("officers"), visit.say("เจ้าหน้าที่", "Officers")),
            (.audit, visit.deskPath("audit"), visit.say("ตรวจสอบ", "Audit")),
        ]
    }
}
