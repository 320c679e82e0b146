internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Workflow

/// Rating: which completed cases there are to rate.
enum SurveyPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/survey") { try page($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let title = visit.say("ประเมินความพึงพอใจ", "Rate us")
        let open = try unrated(visit)
        var page = Page(title) {
            h1 { title }
            if visit.session == nil {
                p {
                    visit.say(
                        "เปิดเรื่องที่เสร็จแล้วด้วยเลขที่คำร้อง หรือเข้าสู่ระบบ แล้วให้คะแนนได้ที่หน้าเรื่องนั้น",
                        "Open a completed case by its number, or log in, and rate it there.")
                }
                Parts.actions {
                    Parts.link(
                        visit.path("track"), visit.say("เปิดด้วยเลขที่คำร้อง", "Open by number"),
                        class: "button")
                    Parts.link(
                        visit.login(thenTo: visit.path("survey")),
                        visit.say("เข้าสู่ระบบ", "Log in"), class: "button second")
                }
            } else if open.isEmpty {
                p { visit.say("ไม่มีเรื่องที่รอการประเมิน", "There is nothing to rate.") }
            } else {
                ul {
                    for row in open {
                        li {
                            a(.href(visit.path("cases", row.number, "rate"))) {
                                row.number + " "
                                    + CaseWords.service(
                                        row.course.service, row.course.definition, visit)
                            }
                        }
                    }
                }
            }
        }
        page.back = visit.path()
        return page
    }

    private static func unrated(_ visit: Visit) throws -> [MyCaseRow] {
        guard let account = visit.account else { return [] }
        return try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: account, in: database)
        }.filter { $0.nextStep == .rate }
    }
}
