internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Asking the office what it holds about one (PDPA s. 30), and its answer.
enum AccessPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/access", .citizen) { try page($0) }
        routes.post("/account/access", .citizen) { try take($0) }
        routes.get("/account/access/answer.zip", .citizen, lane: .slow) {
            .response(try file($0))
        }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        let outcome = visit.office.perform(
            visit.draft(.requestAccess(.init(channel: .web)), mine, once: "access"))
        guard outcome.isAccepted else {
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(try page(visit, issues))
        }
        return .go(Done.access.path(visit, "access"))
    }

    /// What was asked last, and the event that answered it.
    private struct Asked {
        let at: Instant
        var answer: RecordedEvent?

        init?(in events: [RecordedEvent]) {
            var asked: (at: Instant, answer: RecordedEvent?)?
            for event in events {
                switch event.event {
                case .account(.accessRequested): asked = (event.time, nil)
                case .account(.accessAnswered): asked?.answer = event
                default: break
                }
            }
            guard let asked else { return nil }
            at = asked.at
            answer = asked.answer
        }

        var due: CivilDate {
            CivilDate(dayNumber: at.local.date.dayNumber + PrivacyRequest.days)
        }
    }

    private static func file(_ visit: Visit) throws -> Response {
        let mine = try visit.mine()
        guard let answer = Asked(in: mine.person.events)?.answer,
            let file = try visit.office.office.section(Attachment.self, of: answer)
        else { throw HTTP.Refusal.notFound }
        var response = Response.bytes(
            try visit.unsealed(file.file, size: file.size, mine),
            MediaType(essence: "application/zip"))
        response.headers["Cache-Control"] = "private, no-store"
        response.setDisposition(fileName: "my-data.zip")
        return response
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) throws -> Page {
        let mine = try visit.mine()
        let asked = Asked(in: mine.person.events)
        let shown = try asked.map { try standing($0, visit) }
        let title = visit.say("ขอให้หน่วยงานตอบว่าเก็บข้อมูลใดของฉันไว้", "What the office holds about me")
        var page = Page(title) {
            issues.summary(visit.language)
            Done.note(visit)
            h1 { title }
            shown
            if asked == nil || asked?.answer != nil { form(visit, issues) }
        }
        page.back = visit.path("account", "data")
        page.mark(issues)
        return page
    }

    private static func standing(_ asked: Asked, _ visit: Visit) throws -> HTML {
        guard let answer = asked.answer, case .account(.accessAnswered(let data)) = answer.event
        else { return waiting(asked, visit) }
        let reason = try visit.office.office.section(Reason.self, of: answer)?.text
        let hasFile = try visit.office.office.section(Attachment.self, of: answer) != nil
        return Parts.note(data.answer == .refused ? "warn" : "good") {
            p {
                visit.say("หน่วยงานตอบเมื่อ ", "The office answered on ")
                Parts.moment(answer.time, visit)
                ": \(visit.language(data.answer.label))"
            }
            if let reason { Parts.written(reason, visit) }
            if hasFile {
                p {
                    Parts.link(
                        visit.path("account", "access", "answer.zip"),
                        visit.say("ดาวน์โหลดคำตอบ (ZIP)", "Download the answer (ZIP)"),
                        class: "button")
                }
            }
        }
    }

    private static func waiting(_ asked: Asked, _ visit: Visit) -> HTML {
        let isOverdue = asked.due < visit.now.local.date
        return Parts.note(isOverdue ? "bad" : "") {
            p {
                visit.say(
                    "ท่านส่งคำขอเมื่อ \(visit.moment(asked.at)) หน่วยงานต้องตอบภายใน \(visit.day(asked.due))",
                    "You asked on \(visit.moment(asked.at)). The office must answer by "
                        + "\(visit.day(asked.due)).")
            }
            if isOverdue {
                p {
                    visit.say(
                        "เลยกำหนดแล้ว ท่านร้องเรียนต่อสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้",
                        "That day has gone by. You may complain to the Personal Data Protection "
                            + "Committee.")
                }
            }
        }
    }

    private static func form(_ visit: Visit, _ issues: Issues) -> HTML {
        let controls = Controls(visit, issues)
        return visit.form(to: visit.path("account", "access")) {
            Once.input
            p {
                visit.say(
                    "ข้อมูลส่วนใหญ่ดาวน์โหลดได้ทันทีจากหน้าสำเนาข้อมูลของฉัน "
                        + "หากต้องการให้เจ้าหน้าที่คุ้มครองข้อมูลตอบเป็นทางการ ส่งคำขอที่นี่ หน่วยงานต้องตอบภายใน "
                        + "\(PrivacyRequest.days) วัน",
                    "Most of it you can download at once from the page with a copy of your data. To "
                        + "have the data protection officer answer formally, ask here: the office "
                        + "must answer within \(PrivacyRequest.days) days.")
            }
            Parts.actions { controls.submit(visit.say("ส่งคำขอ", "Send the request")) }
        }
    }
}
