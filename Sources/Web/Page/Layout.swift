internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// What stands around every page of an office.
enum Layout {
    static func document(title text: String, page: Page, _ visit: Visit) -> HTML {
        var document = head(title: text, page, visit)
        document.append(visit.isAtDesk ? DeskLayout.body(page, visit) : body(page, visit))
        return document
    }

    private static func body(_ page: Page, _ visit: Visit) -> HTML {
        Markup.body {
            a(.class("skip"), .href("#main")) {
                visit.say("ข้ามไปที่เนื้อหา", "Skip to the content")
            }
            banner(visit)
            menus(visit)
            element(
                "main", [.id("main"), .class(page.isNarrow ? "wide narrow" : "wide")],
                main(page, visit))
            foot(visit)
        }
    }

    private static func head(title text: String, _ page: Page, _ visit: Visit) -> HTML {
        Markup.head {
            meta(Attribute("charset", "utf-8"))
            Markup.title { text }
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            meta(.name("theme-color"), Attribute("content", "#0a5a5c"))
            meta(.name("robots"), Attribute("content", "noindex"))
            link(Attribute("rel", "icon"), .href(Assets.icon.path), .type("image/svg+xml"))
            link(Attribute("rel", "stylesheet"), .href(Assets.style.path))
            script(Assets.script)
            if visit.isAtDesk {
                link(Attribute("rel", "stylesheet"), .href(Assets.deskStyle.path))
                script(Assets.deskScript)
            }
        }
    }

    private static func script(_ asset: Asset) -> HTML {
        element("script", [.type("module"), .src(asset.path)])
    }

    static func main(_ page: Page, _ visit: Visit) -> HTML {
        var content = HTML()
        if let back = page.back {
            content.append(a(.class("back"), .href(back)) { visit.say("ย้อนกลับ", "Back") })
        }
        content.append(page.content)
        return content
    }

    private static func banner(_ visit: Visit) -> HTML {
        header(.class("banner")) {
            div(.class("wide")) {
                a(.class("office"), .href(visit.path())) {
                    Icons.mark
                    span { visit.name }
                }
                div(.class("sides")) {
                    if visit.session == nil {
                        a(.href(visit.register(thenTo: visit.wayBack))) {
                            visit.say("ลงทะเบียน", "Register")
                        }
                        a(.href(visit.login(thenTo: visit.wayBack))) {
                            visit.say("เข้าสู่ระบบ", "Log in")
                        }
                    } else {
                        a(.href(visit.path("account"))) { visit.say("บัญชีของฉัน", "My account") }
                        visit.form(to: visit.path("logout")) {
                            button { visit.say("ออกจากระบบ", "Log out") }
                        }
                    }
                    otherLanguage(visit)
                }
            }
        }
    }

    static func otherLanguage(_ visit: Visit) -> HTML {
        let other = visit.language.other
        return a(
            .href(visit.here(in: other)), .lang(other.rawValue),
            Attribute("hreflang", other.rawValue)
        ) { visit.language == .thai ? "English" : "ไทย" }
    }

    /// The office's menus; each opens without a script.
    private static func menus(_ visit: Visit) -> HTML? {
        guard !visit.settings.menu.isEmpty else { return nil }
        return nav(.class("menus"), .label(visit.say("เมนูหลัก", "Main menu"))) {
            div(.class("wide")) {
                for menu in visit.settings.menu {
                    details(Attribute("name", "menu")) {
                        summary { visit.language(menu.label) }
                        ul {
                            for item in menu.items {
                                if let target = MenuTarget.path(item.target, visit) {
                                    li { a(.href(target)) { visit.language(item.label) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func foot(_ visit: Visit) -> HTML {
        footer(.class("foot")) {
            div(.class("wide")) {
                ul {
                    li { a(.href(visit.path("help"))) { visit.say("วิธีการใช้งาน", "Help") } }
                    li {
                        a(.href(visit.path("track"))) {
                            visit.say("ตรวจสอบผลดำเนินการ", "Follow a case")
                        }
                    }
                    li {
                        a(.href(visit.path("check"))) {
                            visit.say("ตรวจสอบใบอนุญาต", "Check a licence")
                        }
                    }
                    li {
                        a(.href(visit.path("log"))) {
                            visit.say("บันทึกที่ตรวจสอบได้", "The checkable log")
                        }
                    }
                    li {
                        a(.href(visit.path("check-receipt"))) {
                            visit.say("ตรวจสอบหลักฐานการยื่น", "Check a receipt")
                        }
                    }
                    li {
                        a(.href(visit.path("register-of-licences"))) {
                            visit.say("ทะเบียนใบอนุญาต", "Register of licences")
                        }
                    }
                    li {
                        a(.href(visit.path("channels"))) {
                            visit.say("ช่องทางติดต่อ", "Channels")
                        }
                    }
                    li {
                        a(.href(visit.signIn(thenTo: nil))) {
                            visit.say("สำหรับเจ้าหน้าที่", "For officers")
                        }
                    }
                    li { a(.href(visit.path("terms"))) { visit.say("ข้อตกลงและเงื่อนไข", "Terms") } }
                    li {
                        a(.href(visit.path("privacy"))) {
                            visit.say("ประกาศความเป็นส่วนตัว", "Privacy")
                        }
                    }
                }
                if let office = visit.settings.office {
                    p { visit.name }
                    if let phone = office.phone {
                        p { visit.say("โทร. ", "Tel. ") + phone }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// This very page in another language.
    func here(in language: Language) -> String {
        var query = request.query
        query["lang"] = language.rawValue
        return "\(request.path.text)?\(query.encoded)"
    }

    /// A form that only this visitor can have been shown.
    func form(
        to target: String, files: Bool = false, id: String? = nil,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        element(
            "form",
            [
                .method("post"), .action(target), .id(id),
                Attribute("enctype", files ? "multipart/form-data" : nil),
                Attribute("novalidate", isPresent: true),
            ],
            {
                var all = input(
                    .type("hidden"), .name(VisitSeal.field), .value(seal.formToken(of: visitor)))
                if isAtDesk, let officer {
                    all.append(
                        input(
                            .type("hidden"), .name(UnsentForm.typist),
                            .value(seal.typist(officer.id, at: visitor))))
                }
                all.append(content())
                return all
            }())
    }
}
