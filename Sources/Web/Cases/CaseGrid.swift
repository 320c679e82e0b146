internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// All of one's cases with everything in one table; each is opened to be shown, so that it has a
/// page of its own and an end.
struct CaseGrid {
    private let lines: [(row: MyCaseRow, file: CaseFile)]
    private let visit: Visit

    private static let most = 100

    init(_ rows: [MyCaseRow], _ visit: Visit) throws {
        self.visit = visit
        lines = try rows.prefix(Self.most).compactMap { row in
            try visit.office.office.file(of: row.number).map { (row, $0) }
        }
    }

    private var columns: [String] {
        [
            visit.say("เลขที่คำร้อง", "Number"), visit.say("วันที่ได้รับ", "Received"),
            visit.say("ช่องทาง", "Channel"), visit.say("คำนำหน้า", "Title"),
            visit.say("ชื่อ", "First name"), visit.say("นามสกุล", "Last name"),
            visit.say("ประเภท", "Kind"), visit.say("รายละเอียด", "Details"),
            visit.say("สถานะ", "Status"), visit.say("เปิด", "Open"),
        ]
    }

    var table: HTML {
        Parts.table(visit.say("คำร้องของฉัน", "My cases"), class: "stack") {
            Parts.heads(columns)
            tbody { for line in lines { self.line(line.row, line.file) } }
        }
    }

    private func line(_ row: MyCaseRow, _ file: CaseFile) -> HTML {
        let cells: [HTML] = [
            Parts.moment(row.course.receivedAt, visit),
            .text(visit.language(file.petition.channel.label)),
            .text(file.petitioner?.title ?? ""), .text(file.petitioner?.givenName ?? ""),
            .text(file.petitioner?.familyName ?? ""), .text(visit.language(row.kind.label)),
            details(row, file),
            CaseWords.badge(
                row.course.status, of: row.kind, awaitsCitizen: row.course.awaitsCitizen, visit),
        ]
        return tr {
            th(Attribute("scope", "row")) { row.number }
            for (name, cell) in zip(columns.dropFirst(), cells) {
                Parts.cell(name, cell)
            }
            td {
                a(.href(visit.path("cases", row.number))) {
                    visit.say("เปิด", "Open")
                    span(.class("hidden")) { " \(row.number)" }
                }
            }
        }
    }

    private func details(_ row: MyCaseRow, _ file: CaseFile) -> HTML {
        guard let subject = file.text?.subject else { return .text(visit.say("ลบแล้ว", "Erased")) }
        return CaseWords.subject(subject, of: row.course.service, row.course.definition, visit)
    }
}
