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
                for row in rows {
                    li {
                        RelatedCases.line(row, visit.visit)
                        " "
                        Parts.link(
                            CaseTrail(visit.typed.fields).path(
                                to: visit.desk.number, visit.visit, act: .merge,
                                ["other": row.number]),
                            visit.say("เลือกเลขที่นี้", "Choose this number"))
                    }
                }
            }
        }
    }

    private static func candidates(_ desk: DeskCase) throws -> [CaseRow] {
        var seen: Set<String> = []
        let similar = try RelatedCases.likely(desk).map(\.row)
        let others = try RelatedCases.ofSamePerson(desk).filter(\.course.isOpen)
        return (similar + others).filter { seen.insert($0.number).inserted }
    }
}
