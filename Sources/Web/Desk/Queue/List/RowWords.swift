internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// A row of the queue with what was opened for it, in the words of the page.
///
/// A list shows a petitioner's name masked, to every role: who needs it whole opens the case, and
/// that is recorded. So a list by itself is no viewing of a case.
struct RowWords {
    let entry: OfficerQueue.Entry
    /// Nil where nobody gave one.
    private let subject: String?
    let petitioner: String
    let visit: Visit

    var row: CaseRow { entry.row }

    init(_ entry: OfficerQueue.Entry, _ scope: DeskScope, _ visit: Visit) throws {
        self.entry = entry
        self.visit = visit
        let row = entry.row
        if row.erasedAt != nil {
            subject = visit.say("ลบข้อมูลส่วนบุคคลแล้ว", "personal data erased")
            petitioner = "–"
        } else if scope.sight(of: row) == .whole {
            let head = try visit.office.office.head(
                of: row.number, wasReturned: row.course.returns > 0)
            subject = CaseWords.own(
                head?.text?.subject, of: row.course.service, row.course.definition, visit)
            petitioner =
                row.isAnonymous
                ? visit.say("ไม่ประสงค์ออกนาม", "anonymous")
                : head?.petitioner.map { Self.masked($0) } ?? "–"
        } else {
            subject = visit.say("เรื่องปกปิด", "confidential")
            petitioner = visit.say("ปกปิด", "withheld")
        }
    }

    private static func masked(_ petitioner: Petitioner) -> String {
        let name = PersonName(petitioner).masked
        return name.isEmpty ? petitioner.organisation ?? "–" : name
    }

    /// The subject, or what it is about where nobody gave one.
    var title: HTML { subject.map { Parts.written($0, visit) } ?? .text(service) }

    var service: String {
        CaseWords.service(row.course.service, row.course.definition, visit)
    }

    var category: String? { CaseWords.category(row.subcategory ?? row.category, visit) }

    var area: String {
        let moo = row.moo.map { visit.say("หมู่ที่ \($0)", "Moo \($0)") }
        return [row.area, moo].compactMap { $0 }.joined(separator: " ")
    }

    var department: String? { CaseWords.department(row.department, visit) }

    /// Whom it is with: the officer, else the department.
    var owner: String {
        row.owner.map(visit.officerName) ?? visit.say("ยังไม่มีผู้รับ", "nobody")
    }

    /// How long ago something last happened.
    var activity: String {
        let ago = visit.now.milliseconds - row.lastActivityAt.milliseconds
        let span = TimeLeft.span(milliseconds: max(ago, 0), visit)
        return visit.say("\(span) ที่แล้ว", "\(span) ago")
    }
}
