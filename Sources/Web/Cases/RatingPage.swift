internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// How satisfied the petitioner is with one completed case.
enum RatingPage {
    /// Whoever has rated already, in another tab or from an old message, hears so at once.
    static func question(_ visit: Visit) throws -> Answer {
        let file = try visit.answeredCase().file
        guard let rating = file.petition.rating else { return .page(try Self.page(file, visit)) }
        let title = visit.say("ให้คะแนนแล้ว", "You have rated this")
        var page = Page(title) {
            h1 { title }
            p { visit.say("คะแนนที่ให้ไว้: \(rating) จาก 5", "Your score: \(rating) of 5") }
            p {
                Parts.link(
                    visit.path("cases", file.petition.number),
                    visit.say("ไปหน้าคำร้อง", "To the case"))
            }
        }
        page.back = visit.path("cases", file.petition.number)
        return .page(page)
    }

    static func page(_ file: CaseFile, _ visit: Visit, issues: Issues = Issues()) throws -> Page {
        let title = visit.say("ประเมินความพึงพอใจ", "Rate the service")
        let number = file.petition.number
        var page = Page(title) {
            issues.summary(visit.language)
            h1 {
                span(.class("caption")) { visit.say("คำร้องเลขที่ ", "Petition ") + number }
                title
            }
            visit.form(to: visit.path("cases", number, "rate")) {
                Once.input
                Controls(visit, issues).choice(
                    "score", visit.say("ท่านพอใจแค่ไหน", "How satisfied are you?"),
                    options: scores(visit), chosen: visit.request.form["score"])
                Controls(visit, issues).longText(
                    "comment", visit.say("ความเห็น", "Comment"),
                    value: visit.request.form["comment"], isRequired: false)
                Parts.actions {
                    Controls(visit).submit(visit.say("ส่งการประเมิน", "Send"))
                }
            }
        }
        page.back = visit.path("cases", number)
        page.mark(issues)
        return page
    }

    private static func scores(
        _ visit: Visit
    ) -> [(code: String, label: String, hint: String?)] {
        [
            ("5", visit.say("5 พอใจมาก", "5 very satisfied"), nil),
            ("4", visit.say("4 พอใจ", "4 satisfied"), nil),
            ("3", visit.say("3 ปานกลาง", "3 neither"), nil),
            ("2", visit.say("2 ไม่พอใจ", "2 not satisfied"), nil),
            ("1", visit.say("1 ไม่พอใจมาก", "1 not at all"), nil),
        ]
    }

    static func answer(_ visit: Visit) throws -> Answer {
        let file = try visit.answeredCase().file
        var issues = Issues()
        let score = visit.request.form["score"].flatMap(Int.init).flatMap {
            (1...5).contains($0) ? $0 : nil
        }
        let comment = ThaiText.trimmed(visit.request.form["comment"] ?? "")
        guard let score else {
            issues.add("score", "เลือกคะแนน", "Choose a score")
            return .page(try page(file, visit, issues: issues))
        }
        var draft = visit.draft(
            .rate(.init(score: score, channel: .web)), in: file, once: "rate")
        if !comment.isEmpty { draft.sections = [PlainSection(SurveyComment(text: comment))] }
        guard let objection = visit.objection(to: visit.office.perform(draft)) else {
            return .go(CaseDone.rate.path(file.petition.number, visit))
        }
        issues.add("score", objection)
        return .page(try page(file, visit, issues: issues))
    }
}
