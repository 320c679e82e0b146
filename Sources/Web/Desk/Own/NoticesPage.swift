internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What an officer is told by e-mail.
enum NoticesPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/me/notices", .desk(.own)) { try page($0) }
        routes.post("/desk/me/notices", .desk(.own)) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let chosen = visit.request.form.all("notice").compactMap(OfficerNotice.init(rawValue:))
        let target = DeskDone.notices.path(of: OwnPages.path(visit))
        let notices = OfficerNotice.allCases.filter(chosen.contains)
        guard notices != officer.notices else { return .go(target) }
        var issues = Issues()
        let event = OfficeEvent.OfficerNoticesSet(officer: officer.id, notices: notices)
        issues.add(
            visit.office.perform(
                Draft(
                    .office(OfficeCommand(.officerNoticesSet(event))), by: officer.actor,
                    at: visit.now)), visit)
        return issues.isEmpty ? .go(target) : .page(try page(visit, issues))
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) throws -> Page {
        let officer = try visit.needOfficer()
        let title = visit.say("แจ้งเตือนทางอีเมล", "Told by e-mail")
        let email = visit.officerPerson(officer.id)?.email
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            if let email {
                p { visit.say("ส่งถึง \(email)", "Sent to \(email)") }
            } else {
                Parts.note("warn") {
                    p {
                        visit.say(
                            "ยังไม่มีอีเมลของท่าน แจ้งผู้ดูแลระบบให้เพิ่ม",
                            "The office has no e-mail of yours. Ask an administrator to add it.")
                    }
                }
            }
            visit.form(to: visit.deskPath("me", "notices")) {
                controls.choices(
                    "notice", visit.say("แจ้งฉันเมื่อ", "Tell me when"),
                    options: OfficerNotice.allCases.map {
                        ($0.rawValue, visit.language($0.label), nil)
                    }, chosen: officer.notices.map(\.rawValue))
                Parts.actions { controls.submit(visit.say("บันทึก", "Save")) }
            }
            p(.class("soft small")) {
                visit.say(
                    "ในอีเมลมีเพียงเลขคำร้อง ไม่มีข้อมูลส่วนบุคคล",
                    "The e-mail has the case’s number and nothing of anybody’s.")
            }
        }
        page.back = OwnPages.path(visit)
        page.mark(issues)
        return page
    }
}
