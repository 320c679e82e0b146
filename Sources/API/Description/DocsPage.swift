internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// The API as a page, from the same list of routes; nothing is fetched from elsewhere.
struct DocsPage {
    private let visit: APIVisit
    private let isThai: Bool

    init(of visit: APIVisit) {
        self.visit = visit
        let asked = visit.request.query["lang"]
        isThai =
            asked.map { $0 == "th" }
            ?? (Preferences.language(
                visit.request.headers.list("Accept-Language"), of: ["th", "en"]) != "en")
    }

    private var root: String { "/\(visit.office.code)/v1" }

    private func say(_ thai: String, _ english: String) -> String { isThai ? thai : english }
    private func say(_ wording: Wording) -> String { say(wording.thai, wording.english) }

    var response: Response {
        let title = say("เชื่อมต่อระบบอื่น", "Connecting another system")
        var document = HTML.fixed("<!DOCTYPE html>\n")
        document.append(
            element(
                "html", [.lang(isThai ? "th" : "en")],
                {
                    var all = Markup.head {
                        meta(Attribute("charset", "utf-8"))
                        Markup.title { title }
                        meta(
                            .name("viewport"),
                            Attribute("content", "width=device-width, initial-scale=1"))
                        link(Attribute("rel", "stylesheet"), .href("\(root)/docs.css"))
                    }
                    all.append(Markup.body { Markup.main { content(title) } })
                    return all
                }()))
        var response = Response.bytes(document.bytes, .html)
        response.headers["Vary"] = "Accept-Language"
        return response
    }

    @HTMLBuilder private func content(_ title: String) -> HTML {
        p {
            a(.href(isThai ? "?lang=en" : "?lang=th"), .lang(isThai ? "en" : "th")) {
                isThai ? "English" : "ไทย"
            }
        }
        h1 { title }
        p {
            say(
                "ขอกุญแจ (kr_…) จากผู้ดูแลระบบของหน่วยงาน ส่งกุญแจทุกครั้งในส่วนหัว Authorization: Bearer",
                "Ask the office’s administrator for a key (kr_…). It goes with every request as "
                    + "Authorization: Bearer.")
        }
        pre {
            "curl -H \"Authorization: Bearer $KEY\" https://\(visit.request.host ?? "…")/\(visit.office.code)/v1/client"
        }
        p {
            a(.href("\(root)/openapi.json")) { "OpenAPI 3.1" }
            " · "
            a(.href("\(root)/asyncapi.json")) { "AsyncAPI 3.1" }
        }
        h2 { say("สิทธิ", "Scopes") }
        dl {
            for scope in ClientScope.allCases {
                dt { element("code", [], .text(scope.rawValue)) }
                dd { say(scope.meaning) }
            }
        }
        h2 { say("ที่อยู่ทั้งหมด", "All addresses") }
        for route in API.routes { section(route) }
    }

    private func section(_ route: APIRoute) -> HTML {
        Markup.section(.id(route.operation)) {
            h3 { "\(route.method.rawValue) /\(visit.office.code)\(route.pattern)" }
            p { say(route.summary) }
            p { need(route.access) }
            if !route.parameters.isEmpty {
                dl {
                    for parameter in route.parameters {
                        dt {
                            element("code", [], .text(parameter.name))
                            " (\(parameter.place.rawValue)\(parameter.isRequired ? say(" จำเป็น", ", required") : ""))"
                        }
                        dd { parameter.meaning }
                    }
                }
            }
            if let body = route.body {
                p { say("เนื้อหา: \(body.name)", "Body: \(body.name)") }
            }
            p { "\(route.answer.status.code) \(route.answer.type) – \(route.answer.meaning)" }
        }
    }

    private func need(_ access: APIRoute.Access) -> String {
        switch access {
        case .everybody: say("ไม่ต้องใช้กุญแจ", "No key is needed")
        case .anyKey: say("กุญแจใดก็ได้ที่ใช้ได้", "Any valid key")
        case .scope(let scope): say("สิทธิ \(scope.rawValue)", "Scope \(scope.rawValue)")
        }
    }

    static let style = """
        :root { color-scheme: light dark; font-family: system-ui, "Noto Sans Thai", sans-serif; }
        body { margin: 0; line-height: 1.6; }
        main { max-width: 48rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        pre, code { font-family: ui-monospace, monospace; }
        pre { padding: .75rem; border: 1px solid; border-radius: .25rem; white-space: pre-wrap; }
        section { border-top: 1px solid; margin-top: 1.5rem; }
        dt { font-weight: 600; }
        """
}
