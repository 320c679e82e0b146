internal import HTTP
internal import Markup
internal import Rules

/// A form that came without a valid mark of ours, or after the login had ended: nothing was done,
/// and whoever sent it from one of our own pages gets back what was typed, to send it again.
///
/// What came from elsewhere is not made into a form of ours: otherwise another site could have a
/// visitor confirm what it wrote.
enum ExpiredForm {
    private static let mostBytes = 256 << 10
    /// Nobody's password is sent back.
    private static let secrets = [
        "password", "password-again", "current-password", "code", "digits",
    ]
    private static let ours = [VisitSeal.field, UnsentForm.typist]
    /// What a form sends that nobody has touched.
    private static let untouched = [Once.field, "version", "from", "act"]

    /// For a form without a valid mark.
    static func page(_ visit: Visit) -> Page {
        let title = visit.say("หน้านี้หมดอายุแล้ว", "This page has expired")
        let fields = visit.request.isFromOwnPage ? carried(visit) : []
        guard texts(fields).isEmpty else { return Self.page(title, fields, visit) }
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ยังไม่มีการบันทึก ย้อนกลับ โหลดหน้าใหม่ แล้วส่งอีกครั้ง",
                    "Nothing was saved. Go back, reload the page and send it again.")
            }
            cookies(visit)
            p { Parts.link(visit.path(), visit.say("ไปหน้าแรก", "Go to the first page")) }
        }
        page.status = .forbidden
        return page
    }

    /// For a form with our mark from somebody who is logged in no more; nil where there is nothing
    /// to keep. One with a password is not made again without it.
    static func kept(_ visit: Visit) -> Page? {
        let fields = carried(visit)
        guard visit.request.method == .post, visit.session == nil, !visit.isAtDesk,
            fields.contains(where: { !$0.value.isEmpty && !untouched.contains($0.name) }),
            !secrets.contains(where: { visit.request.form[$0] != nil })
        else { return nil }
        return page(visit.say("เข้าสู่ระบบก่อนส่ง", "Log in before you send this"), fields, visit)
    }

    private static func page(
        _ title: String, _ fields: [FormFields.Field], _ visit: Visit
    ) -> Page {
        let texts = texts(fields)
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ยังไม่มีการบันทึก แต่สิ่งที่พิมพ์ไว้ยังอยู่ด้านล่าง",
                    "Nothing was saved yet, but what you typed is still here.")
            }
            cookies(visit)
            again(fields, visit)
            if !texts.isEmpty {
                section(.class("typed")) {
                    h2 { visit.say("สิ่งที่พิมพ์ไว้", "What you typed") }
                    for text in texts { element("blockquote", [.class("said")], .text(text)) }
                }
            }
        }
        page.status = .forbidden
        return page
    }

    /// Whoever keeps none is a new visitor each time, whose forms have no valid mark, for ever.
    private static func cookies(_ visit: Visit) -> HTML? {
        guard visit.visitor.isNew else { return nil }
        return p {
            visit.say(
                "หากเห็นหน้านี้ทุกครั้ง เบราว์เซอร์อาจปิดคุกกี้ไว้ เปิดคุกกี้สำหรับเว็บนี้แล้วลองอีกครั้ง",
                "If you see this every time, your browser may refuse cookies. Allow them for this "
                    + "site and try again.")
        }
    }

    private static func again(_ fields: [FormFields.Field], _ visit: Visit) -> HTML {
        var html = HTML()
        if visit.session == nil, !visit.isAtDesk {
            html.append(
                p {
                    visit.say("หากออกจากระบบไปแล้ว ", "If you were logged out, ")
                    a(
                        .href(visit.login(thenTo: visit.request.path.text)),
                        Attribute("target", "_blank"),
                        Attribute("rel", "noopener")
                    ) {
                        visit.say(
                            "เข้าสู่ระบบในแท็บใหม่ก่อน", "log in first (opens in a new tab)")
                    }
                    visit.say(" แล้วกลับมากดส่งที่หน้านี้", ", then come back to this page and send it.")
                })
        }
        if !visit.request.files.isEmpty {
            html.append(
                p {
                    visit.say(
                        "ไฟล์ที่เลือกไว้ไม่ได้เก็บไว้ ต้องแนบอีกครั้ง",
                        "The files that you chose were not kept. Attach them again.")
                })
        }
        html.append(
            visit.form(to: visit.request.path.text) {
                for field in fields {
                    input(.type("hidden"), .name(field.name), .value(field.value))
                }
                Parts.actions {
                    Controls(visit).submit(visit.say("ส่งอีกครั้ง", "Send it again"))
                }
            })
        return html
    }

    private static func carried(_ visit: Visit) -> [FormFields.Field] {
        let form = visit.request.form
        guard form.encoded.utf8.count <= mostBytes else { return [] }
        return form.fields.filter { !(ours + secrets).contains($0.name) }
    }

    /// What a person typed, for reading and copying; not what a box or a button sends.
    private static func texts(_ fields: [FormFields.Field]) -> [String] {
        fields.map(\.value).filter { value in
            let text = ThaiText.trimmed(value)
            return text.unicodeScalars.contains { !$0.isASCII || $0.properties.isWhitespace }
        }
    }
}

extension HTTP.Request {
    /// Whether a page of this very host sent it, by the word of the browser; false where the
    /// browser says nothing.
    fileprivate var isFromOwnPage: Bool {
        if let site = headers["Sec-Fetch-Site"] { return site == "same-origin" }
        guard let origin = headers["Origin"], let host else { return false }
        return origin == "\(isSecure ? "https" : "http")://\(host)"
    }
}
