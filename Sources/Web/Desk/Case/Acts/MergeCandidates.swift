internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What is said before two cases become one: what follows from it, and which case it may be.
enum MergeCandidates {
    static func section(_ visit: ActVisit) -> HTML {
        var html = Parts.note("warn") {
            p {
                visit.say(
                    "คำร้องนี้จะปิด และดำเนินการต่อในเลขที่ที่ระบุ ผู้ยื่นทั้งสองเรื่องติดตามได้จากเลขที่เดิมของตน "
                        + "หากรวมผิด ยกเลิกการรวมได้",
                    "This case closes and goes on under the other number. Both petitioners follow "
                        + "it under their own. A wrong merge can be undone.")
            }
        }
        html.append(suggestions(visit))
        return html
    }

    /// The same words near by, and other open cases of the same person.
    private static func suggestions(_ visit: ActVisit) -> HTML {
        guard let rows = try? candidates(visit.desk) else {
            return p(.class("soft")) {
                visit.say(
                    "ค้นเรื่องที่คล้ายกันไม่ได้ในขณะนี้", "Similar cases cannot be found just now.")
            }
        }
        guard !rows.isEmpty else { return HTML() }
        return Markup.section {
            h2 { visit.say("เรื่องที่อาจเป็นเรื่องเดียวกัน", "Perhaps the same matter") }
            ul {
                for (row, reason) in rows {
                    li {
                        RelatedCases.line(row, visit.visit)
                        " "
                        Parts.link(
                            CaseTrail(visit.typed.fields).path(
                                to: visit.desk.number, visit.visit, act: .merge,
                                ["other": row.number]),
                            visit.say("เลือกเลขที่นี้", "Choose this number"))
                        p(.class("small")) { reason }
                    }
                }
            }
        }
    }

    /// Each with why it is named.
    private static func candidates(_ desk: DeskCase) throws -> [(row: CaseRow, reason: String)] {
        let similar = try RelatedCases.likely(desk).map { found in
            (
                found.row,
                (differences(found.row, desk)
                    + [RelatedCases.reason(found.likeness, desk.visit)])
                    .joined(separator: " · ")
            )
        }
        let known = Set(similar.map(\.0.number))
        let others = try RelatedCases.ofSamePerson(desk)
            .filter { $0.course.isOpen && !known.contains($0.number) }
            .map { ($0, try samePerson($0, desk)) }
        return similar + others
    }

    /// Of the same person is by itself no reason to be the same matter: what differs stands there.
    private static func samePerson(_ row: CaseRow, _ desk: DeskCase) throws -> String {
        let visit = desk.visit
        var words = [visit.say("ผู้ยื่นคนเดียวกัน", "The same petitioner")]
        words += differences(row, desk)
        if let other = try visit.office.office.file(of: row.number) {
            let likeness = CaseLikeness(
                (desk.file.text, desk.file.place), (other.text, other.place))
            words.append(RelatedCases.reason(likeness, visit))
        }
        return words.joined(separator: " · ")
    }

    private static func differences(_ row: CaseRow, _ desk: DeskCase) -> [String] {
        if row.kind != desk.petition.kind {
            return [desk.visit.say("คนละชนิดเรื่อง", "another kind of matter")]
        }
        let isOther = row.category != desk.petition.category
        return isOther ? [desk.visit.say("คนละประเภท", "another category")] : []
    }
}
