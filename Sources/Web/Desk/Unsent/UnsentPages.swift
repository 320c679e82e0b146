internal import HTTP
internal import Markup
internal import Rules

/// What was typed before the session ended: shown again after the sign-in, to send or to throw
/// away.
enum UnsentPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/unsent", .desk(.own)) { page($0) }
        routes.post("/desk/unsent", .desk(.own)) { visit in
            if UnsentForm.own(visit) != nil { visit.memory.unsent.forget(visit.visitor) }
            return .go(visit.deskHome(of: try visit.needOfficer()))
        }
    }

    static func path(_ visit: Visit) -> String { visit.deskPath("unsent") }

    /// On the way back through the sign-in.
    static func promise(_ visit: Visit, next: String?) -> HTML? {
        guard next == path(visit) else { return nil }
        return Parts.note("warn") {
            p {
                visit.say(
                    "ออกจากระบบแล้วก่อนที่จะส่ง ข้อความที่พิมพ์ไว้ยังอยู่ เข้าสู่ระบบเพื่อส่งต่อ",
                    "You were signed out before this was sent. What you typed is kept: sign in to "
                        + "send it.")
            }
        }
    }

    /// On every page, until it is sent or thrown away.
    static func reminder(_ visit: Visit) -> HTML? {
        guard visit.request.path.text != path(visit), UnsentForm.own(visit) != nil else {
            return nil
        }
        return Parts.note("warn") {
            p {
                Parts.link(
                    path(visit),
                    visit.say("มีข้อความที่พิมพ์ไว้และยังไม่ได้ส่ง", "Something you typed is not sent yet"))
            }
        }
    }

    private static func page(_ visit: Visit) -> Page {
        let title = visit.say("ข้อความที่ยังไม่ได้ส่ง", "Not sent yet")
        var page = Page(title) {
            h1 { title }
            if let form = UnsentForm.own(visit) {
                kept(form, visit)
            } else {
                p { visit.say("ไม่มีข้อความค้างอยู่", "Nothing is waiting here.") }
            }
        }
        page.back = visit.officer.map(visit.deskHome)
        return page
    }

    private static func kept(_ form: UnsentForm, _ visit: Visit) -> HTML {
        var html = p {
            visit.say(
                "ระบบยังไม่ได้บันทึก ตรวจแล้วกดส่ง หากมีข้อผิดพลาด จะแก้ไขได้ในหน้าถัดไป",
                "Nothing of this was saved. Check it and send it; if something is wrong, the next "
                    + "page lets you mend it.")
        }
        html.append(typed(form.fields, visit))
        if form.hadFiles {
            html.append(
                p {
                    visit.say(
                        "ไฟล์ที่เลือกไว้ไม่ได้เก็บไว้ ต้องแนบอีกครั้ง",
                        "The files that you chose were not kept. Attach them again.")
                })
        }
        html.append(
            visit.form(to: form.path) {
                for field in form.carried {
                    input(.type("hidden"), .name(field.name), .value(field.value))
                }
                Once.input
                Parts.actions { Controls(visit).submit(visit.say("ส่ง", "Send it")) }
            })
        html.append(
            visit.form(to: path(visit)) {
                Parts.actions {
                    Controls(visit).submit(
                        visit.say("ทิ้งข้อความนี้", "Throw it away"), class: "button plain")
                }
            })
        return html
    }

    /// Texts as they were typed, to read and to copy.
    static func typed(_ fields: FormFields, _ visit: Visit) -> HTML {
        let texts = UnsentForm.texts(of: fields)
        guard !texts.isEmpty else { return HTML() }
        return section(.class("typed")) {
            h2 { visit.say("สิ่งที่พิมพ์ไว้", "What you typed") }
            for text in texts { element("blockquote", [.class("said")], .text(text)) }
        }
    }
}
