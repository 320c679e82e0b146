internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Somebody no longer works here; what is still in those hands is shown first.
enum DismissPage {
    private static let mostShown = 50

    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/officers/{officer}/dismiss", .desk(.officers)) { visit in
            try page(try visit.namedActiveOfficer(), visit, Typed())
        }
        routes.post("/desk/officers/{officer}/dismiss", .desk(.officers)) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let officer = try visit.namedActiveOfficer()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        guard let reason = typed.text("reason") else {
            issues.add("reason", "กรอกเหตุผล", "Enter the reason")
            return .page(try page(officer, visit, typed, issues))
        }
        let outcome = try visit.office.logins.dismiss(
            officer.id, because: Reason(text: reason), by: try visit.deskActor(), at: visit.now)
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(try page(officer, visit, typed, issues))
        }
        return .go(DeskDone.dismissed.path(of: OfficersPages.path(visit)))
    }

    /// The numbers of the open cases that are with an officer, the most urgent first.
    private static func openCases(of officer: String, _ visit: Visit) throws -> [String] {
        var query = OfficerQueue.Query(.open, at: visit.now)
        query.owners = [officer]
        query.limit = mostShown + 1
        return try visit.office.views.read(.officerQueue) { [query] database in
            try OfficerQueue.page(query, in: database).map(\.row.number)
        }
    }

    private static func page(
        _ officer: OfficeSettings.Officer, _ visit: Visit, _ typed: Typed,
        _ issues: Issues = Issues()
    ) throws -> Page {
        let name = visit.officerName(officer.id)
        let title = visit.say("พ้นหน้าที่: \(name)", "Dismiss \(name)")
        let numbers = try openCases(of: officer.id, visit)
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            if numbers.isEmpty {
                p { visit.say("ไม่มีเรื่องที่ยังไม่เสร็จ", "No open case is with this officer.") }
            } else {
                left(numbers, visit)
            }
            p {
                visit.say(
                    "เจ้าหน้าที่จะออกจากระบบทุกอุปกรณ์ และเข้าสู่ระบบไม่ได้อีก ประวัติในทุกเรื่องคงอยู่",
                    "The officer is signed out everywhere and cannot sign in again. What is in "
                        + "the history stays.")
            }
            visit.form(to: visit.deskPath("officers", officer.id, "dismiss")) {
                controls.text(
                    "reason", visit.say("เหตุผล", "Reason"), value: typed.text("reason"),
                    hint: visit.say("เช่น โอนย้าย เกษียณ ลาออก", "Such as a transfer or retirement"))
                Parts.actions {
                    controls.submit(
                        visit.say("บันทึกการพ้นหน้าที่", "Dismiss"), class: "button danger")
                }
            }
        }
        page.back = visit.deskPath("officers", officer.id)
        page.mark(issues)
        return page
    }

    private static func left(_ numbers: [String], _ visit: Visit) -> HTML {
        let count = numbers.count > mostShown ? "\(mostShown)+" : "\(numbers.count)"
        return Parts.note("warn") {
            p {
                visit.say(
                    "มีเรื่องที่ยังไม่เสร็จ \(count) เรื่อง เรื่องเหล่านี้ยังอยู่กับผู้ที่พ้นหน้าที่ "
                        + "จนกว่าหัวหน้าหน่วยงานจะมอบหมายให้ผู้อื่น เวลายังเดินต่อ",
                    "\(count) open cases are with this officer. They stay so until a head gives "
                        + "them to somebody else, and their clocks run on.")
            }
            ul(.class("small")) {
                for number in numbers.prefix(mostShown) {
                    li { a(.href(visit.deskPath("cases", number))) { number } }
                }
            }
        }
    }
}
