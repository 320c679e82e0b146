internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Other cases that an officer should know of: of the same person, at the same place, and what
/// looks like the same.
enum RelatedCases {
    private static let most = 10
    /// So many open cases of the category are compared.
    private static let compared = 25

    static func section(_ desk: DeskCase) -> HTML? {
        guard desk.sight == .whole, !desk.petition.isErased else { return nil }
        do {
            var html = HTML()
            html.append(duplicates(try likely(desk), desk))
            let same = try ofSamePerson(desk)
            html.append(list("เรื่องอื่นของผู้ยื่นคนนี้", "Other cases of this person", same, desk))
            html.append(
                list(
                    "เรื่องอื่นที่เปิดอยู่ในหมู่บ้านเดียวกัน", "Other open cases of the same village",
                    try ofSamePlace(desk), desk))
            html.append(DeskFiles.documents(desk) ?? HTML())
            return html
        } catch {
            return p(.class("soft")) {
                desk.visit.say(
                    "ค้นเรื่องที่เกี่ยวข้องไม่ได้ในขณะนี้", "Related cases cannot be found just now.")
            }
        }
    }

    // MARK: The same person

    /// Whoever asked not to be named is not looked for.
    static func ofSamePerson(_ desk: DeskCase) throws -> [CaseRow] {
        guard !desk.petition.isAnonymous else { return [] }
        let views = desk.visit.office.views
        var numbers: [String] = []
        if let account = desk.file.account {
            numbers = try views.read(.citizenDashboard) { database in
                try CitizenDashboard.cases(of: account, in: database).map(\.number)
            }
        } else if let phone = desk.file.petitioner?.phone {
            numbers = try views.read(.search) { database in
                try Search.hits(phone, limit: 20, in: database).filter { !$0.isAccount }
                    .map(\.name)
            }
        }
        return try rows(numbers, desk)
    }

    /// Those of them that the officer may read too.
    private static func rows(_ numbers: [String], _ desk: DeskCase) throws -> [CaseRow] {
        let wanted = numbers.filter { $0 != desk.number }
        return try desk.visit.office.views.read(.officerQueue) { database in
            try wanted.compactMap { number in
                try OfficerQueue.entry(number, in: database)?.row
            }
        }.filter { desk.scope.sight(of: $0) == .whole }.prefix(most).map { $0 }
    }

    // MARK: The same place

    /// What is open in the same village of the same subdistrict, the least time remaining first.
    /// The place of a confidential case is nobody's hint.
    private static func ofSamePlace(_ desk: DeskCase) throws -> [CaseRow] {
        let petition = desk.petition
        guard !petition.isConfidential, let area = petition.area, let moo = petition.moo else {
            return []
        }
        var query = OfficerQueue.Query(.open, at: desk.visit.now, officer: desk.officer.id)
        (query.area, query.moo, query.scope) = (area, moo, desk.scope)
        query.limit = most + 1
        let asked = query
        let entries = try desk.visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.page(asked, in: database)
        }
        return entries.map(\.row).filter { $0.number != desk.number }.prefix(most).map { $0 }
    }

    private static func list(
        _ thai: String, _ english: String, _ rows: [CaseRow], _ desk: DeskCase
    ) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        let visit = desk.visit
        return Markup.section {
            h2 { visit.say(thai, english) }
            ul { for row in rows { li { line(row, visit) } } }
        }
    }

    static func line(_ row: CaseRow, _ visit: Visit) -> HTML {
        var html = Parts.link(visit.deskPath("cases", row.number), row.number)
        html.append(.text(" "))
        html.append(
            CaseWords.badge(row.course.status, of: row.kind, awaitsCitizen: false, visit))
        html.append(
            span(.class("small soft")) {
                " " + (CaseWords.category(row.category, visit) ?? "") + " "
                Parts.moment(row.course.receivedAt, visit)
            })
        return html
    }

    // MARK: What looks like the same

    static func likely(_ desk: DeskCase) throws -> [(row: CaseRow, likeness: CaseLikeness)] {
        let petition = desk.petition
        guard !petition.isFinished, let category = petition.category else { return [] }
        var query = OfficerQueue.Query(.open, at: desk.visit.now, officer: desk.officer.id)
        query.categories = [category]
        query.scope = desk.scope
        query.limit = compared
        let asked = query
        let entries = try desk.visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.page(asked, in: database)
        }
        let dismissed = Set(
            desk.file.events.compactMap { event -> String? in
                guard case .petition(.duplicateDismissed(let data)) = event.event else {
                    return nil
                }
                return data.other
            })
        return try entries.map(\.row).filter { row in
            row.number != desk.number && !dismissed.contains(row.number)
                && desk.scope.sight(of: row) == .whole
        }.compactMap { row in
            guard let other = try desk.visit.office.office.file(of: row.number) else { return nil }
            let likeness = CaseLikeness(
                (desk.file.text, desk.file.place), (other.text, other.place))
            return likeness.isLikely ? (row, likeness) : nil
        }
    }

    private static func duplicates(
        _ found: [(row: CaseRow, likeness: CaseLikeness)], _ desk: DeskCase
    ) -> HTML {
        guard !found.isEmpty else { return HTML() }
        let visit = desk.visit
        return Markup.section {
            h2 { visit.say("อาจเป็นเรื่องซ้ำ", "Perhaps the same") }
            ul {
                for (row, likeness) in found.prefix(most) {
                    li {
                        line(row, visit)
                        p(.class("small")) { reason(likeness, visit) }
                        for act in [DeskAct.merge, .dismissDuplicate] where desk.offers(act) {
                            Parts.link(
                                CaseTrail(visit.request.query).path(
                                    to: desk.number, visit, act: act, ["other": row.number]),
                                visit.language(act.label))
                            " "
                        }
                    }
                }
            }
        }
    }

    static func reason(_ likeness: CaseLikeness, _ visit: Visit) -> String {
        let words = visit.say(
            "ถ้อยคำตรงกัน \(likeness.percent)%", "\(likeness.percent)% of the wording alike")
        guard let metres = likeness.metres else { return words }
        return visit.say("ห่างกัน \(metres) เมตร · ", "\(metres) m apart · ") + words
    }
}
