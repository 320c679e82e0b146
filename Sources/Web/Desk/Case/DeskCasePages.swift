internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// A case at the desk: what it is, how it stands, what was done, and what may be done.
enum DeskCasePages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/cases/{number}", .desk(.cases)) { try page(try $0.deskCase()) }
        for (word, part) in [("petitioner", ViewedPart.petitioner), ("photos", .attachments)] {
            routes.post("/desk/cases/{number}/\(word)", .desk(.cases)) { visit in
                let desk = try visit.deskCase(opening: [part])
                return .go(CaseTrail(visit.request.form).path(to: desk.number, visit))
            }
        }
        routes.get("/desk/cases/{number}/presence", .desk(.cases)) { visit in
            // Asked by the page itself, again and again: nothing is opened by it.
            let (file, _, sight) = try visit.caseInSight()
            let line = CasePresence.line(file.petition.number, sight, visit)
            return .response(.text(line ?? ""))
        }
        routes.get("/desk/cases/{number}/receipt.tlog-proof", .desk(.cases)) { visit in
            // What was sealed is not in it: nobody's data is opened.
            let number = try visit.caseInSight().file.petition.number
            return try ReceiptFile.answer(number, withText: false, visit)
        }
        DeskFiles.add(to: &routes)
        ActPages.add(to: &routes)
    }

    private static func page(_ desk: DeskCase) throws -> Page {
        let visit = desk.visit
        let trail = CaseTrail(visit.request.query)
        let number = desk.number
        let messages = try DeskMessages.section(desk)
        var page = Page(visit.say("คำร้อง \(number)", "Case \(number)")) {
            ActDone.note(desk, trail)
            DeskHead.section(desk)
            div(.class("case")) {
                div(.class("acts")) { ActMenu.section(desk, trail) }
                div(.class("facts")) {
                    PetitionPart.section(desk, trail)
                    DeskTimeline.section(desk, trail)
                }
                div(.class("sides")) {
                    ClockPart.section(desk)
                    messages
                    RelatedCases.section(desk)
                }
            }
        }
        page.isNarrow = false
        page.back = trail.queue(visit)
        return page
    }
}

/// The way that an officer came to a case by: the view of the queue.
struct CaseTrail: Sendable {
    /// The query of the queue's page, `view=mine`; empty if it was none.
    let from: String

    private static let field = "from"

    init(_ fields: FormFields) { from = String((fields[Self.field] ?? "").prefix(500)) }

    func queue(_ visit: Visit) -> String {
        from.isEmpty ? visit.deskPath() : "\(visit.deskPath())?\(from)"
    }

    /// The page of a case, or a page below it, with further fields of its query.
    func path(
        to number: String, _ visit: Visit, act: DeskAct? = nil, _ query: FormFields = FormFields()
    ) -> String {
        var query = query
        if !from.isEmpty { query.append(Self.field, from) }
        let path =
            act.map { visit.deskPath("cases", number, "acts", $0.rawValue) }
            ?? visit.deskPath("cases", number)
        return query.fields.isEmpty ? path : "\(path)?\(query.encoded)"
    }

    var input: HTML { Markup.input(.type("hidden"), .name(Self.field), .value(from)) }
}
