internal import HTTP
internal import Markup

/// A page that belongs to no office.
enum PlainDocument {
    static func response(
        _ title: String, _ language: Language, @HTMLBuilder content: () -> HTML
    ) -> Response {
        var document = HTML.fixed("<!DOCTYPE html>\n")
        let head = Markup.head {
            meta(Attribute("charset", "utf-8"))
            Markup.title { "\(title) – \(language("คำร้อง", "Khamrong"))" }
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            link(Attribute("rel", "icon"), .href(Assets.icon.path), .type("image/svg+xml"))
            link(Attribute("rel", "stylesheet"), .href(Assets.style.path))
        }
        let body = Markup.body {
            a(.class("skip"), .href("#main")) {
                language("ข้ามไปที่เนื้อหา", "Skip to the content")
            }
            header(.class("banner")) {
                div(.class("wide")) {
                    a(.class("office"), .href("/")) {
                        Icons.mark
                        span { language("คำร้อง", "Khamrong") }
                    }
                    a(.href("?lang=\(language.other.rawValue)"), .lang(language.other.rawValue)) {
                        language == .thai ? "English" : "ไทย"
                    }
                }
            }
            Markup.main(.id("main"), .class("wide narrow")) { content() }
        }
        document.append(
            element(
                "html", [.lang(language.rawValue)],
                {
                    var all = head
                    all.append(body)
                    return all
                }()))
        var response = Response.bytes(document.bytes, .html)
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
