internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What is said after an act: that it is kept, how to take it back, and where to go on.
enum ActDone {
    private static let field = "done"

    static func path(_ act: DeskAct, in number: String, _ visit: Visit, _ trail: CaseTrail)
        -> String
    {
        trail.path(to: number, visit, [field: act.rawValue])
    }

    static func note(_ desk: DeskCase, _ trail: CaseTrail) -> HTML? {
        let visit = desk.visit
        guard let act = visit.request.query[field].flatMap(DeskAct.init(rawValue:)) else {
            return nil
        }
        return div(.class("note good done"), .role("status")) {
            p {
                strong { visit.say("บันทึกแล้ว: ", "Done: ") + visit.language(act.label) }
            }
            if act == .resetTracking { newPassword(desk) }
            p(.class("actions")) {
                if let next = next(desk, trail) {
                    Parts.link(
                        trail.path(to: next, visit), visit.say("เรื่องถัดไป ", "Next case ") + next,
                        class: "button")
                }
                if let undo = act.undoing, let offer = desk.offers(of: undo).first {
                    Parts.link(
                        trail.path(
                            to: desk.number, visit, act: undo,
                            offer.action.map { ["action": $0] } ?? FormFields()),
                        visit.say("เลิกทำ: ", "Undo: ") + visit.language(act.label))
                }
            }
        }
    }

    private static let shownMilliseconds = 5 * 60_000

    /// What the petitioner follows the case with from now on: for a few minutes, and for the
    /// officer alone who has just given it.
    private static func newPassword(_ desk: DeskCase) -> HTML? {
        let visit = desk.visit
        let given = desk.file.events.last { event in
            if case .petition(.trackingReset) = event.event { true } else { false }
        }
        guard let given, given.actor == desk.officer.id,
            visit.now.milliseconds - given.time.milliseconds < shownMilliseconds,
            let password = try? GuestPasswords(visit.office.office).password(of: desk.number)
        else { return nil }
        return Parts.rows([
            (
                visit.say("รหัสติดตาม", "Code"), .text(desk.file.trackingCode ?? desk.number), nil
            ), (visit.say("รหัสผ่านใหม่", "New password"), .text(password.display), nil),
        ])
    }

    /// The case has left what the officer sees.
    static func gone(_ act: ActVisit, _ trail: CaseTrail) -> Page {
        let visit = act.visit
        let title = visit.say("บันทึกแล้ว: ", "Done: ") + visit.language(act.act.label)
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "คำร้อง \(act.desk.number) ไม่ได้อยู่ในหน่วยงานของท่านแล้ว",
                    "Case \(act.desk.number) is no longer with your unit.")
            }
            Parts.actions {
                if let next = next(act.desk, trail) {
                    Parts.link(
                        trail.path(to: next, visit), visit.say("เรื่องถัดไป ", "Next case ") + next,
                        class: "button")
                }
            }
        }
        page.back = trail.queue(visit)
        return page
    }

    /// The first of the queue as it was filtered that this one is not; nil at its end.
    private static func next(_ desk: DeskCase, _ trail: CaseTrail) -> String? {
        let visit = desk.visit
        let fields = (try? FormFields.read(trail.from.utf8)) ?? FormFields()
        let address = visit.queueAddress(of: fields).filter
        let found = try? QueueReading.found(address, desk.scope, visit)
        var query = OfficerQueue.Query(
            address, found ?? nil, desk.scope, desk.officer.id, at: visit.now)
        query.limit = 2
        let asked = query
        let rows = try? visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.page(asked, in: database).map(\.row)
        }
        return rows?.first { $0.number != desk.number }?.number
    }
}
