internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Spreadsheets
internal import Workflow

/// The cases that the filter shows, all pages of them, as a table for other programs.
///
/// Without names it says nothing about anybody: no subject, no petitioner. With them it holds
/// what the officer may read of each case.
struct ExportTable {
    let headings: [Heading]
    let rows: [[Cell]]

    private static let pageRows = 1000

    init(_ address: QueueAddress, withNames: Bool, _ visit: Visit) throws {
        let officer = try visit.needOfficer()
        let scope = try visit.deskScope()
        let found = try QueueReading.found(address, scope, visit)
        var query = OfficerQueue.Query(
            address.filter, found, scope, officer.id, at: visit.now)
        query.limit = Self.pageRows
        var rows: [[Cell]] = []
        while true {
            let wanted = query
            let page = try visit.office.views.read(.officerQueue) { database in
                try OfficerQueue.page(wanted, in: database)
            }
            for entry in page {
                rows.append(
                    Self.plain(entry, visit)
                        + (withNames ? try Self.personal(entry.row, scope, visit) : []))
            }
            guard page.count == Self.pageRows, let last = page.last else { break }
            query.after = last.pageEnd(of: address.view)
        }
        self.rows = rows
        headings = Self.headings(withNames: withNames, visit)
    }

    private static func headings(withNames: Bool, _ visit: Visit) -> [Heading] {
        var headings = [
            Heading(visit.say("เลขที่", "Number"), width: 20),
            Heading(visit.say("ประเภท", "Kind")), Heading(visit.say("บริการ", "Service"), width: 28),
            Heading(visit.say("หมวดเรื่อง", "Category"), width: 20),
            Heading(visit.say("รหัสพื้นที่", "Area code"), width: 10),
            Heading(visit.say("หมู่ที่", "Moo"), width: 8), Heading(visit.say("สถานะ", "Status")),
            Heading(visit.say("ความเร่งด่วน", "Urgency"), width: 12),
            Heading(visit.say("ผู้รับผิดชอบ", "With")),
            Heading(visit.say("หน่วยงาน", "Department"), width: 24),
            Heading(visit.say("ช่องทาง", "Channel")),
            Heading(visit.say("รับเรื่อง", "Received"), width: 18),
            Heading(visit.say("ครบกำหนด", "Due"), width: 18),
            Heading(visit.say("ปิดเรื่อง", "Closed"), width: 18),
            Heading(visit.say("ล่าสุด", "Last activity"), width: 18),
            Heading(visit.say("ข้อความใหม่", "Unread"), width: 10),
            Heading(visit.say("เอกสารแนบ", "Attachments"), width: 10),
        ]
        if withNames {
            headings += [
                Heading(visit.say("เรื่อง", "Subject"), width: 40),
                Heading(visit.say("ผู้ยื่น", "Petitioner"), width: 28),
                Heading(visit.say("โทรศัพท์", "Phone")),
            ]
        }
        return headings
    }

    private static func plain(_ entry: OfficerQueue.Entry, _ visit: Visit) -> [Cell] {
        let row = entry.row
        return [
            .text(row.number), .text(visit.language(row.kind.label)),
            .text(CaseWords.service(row.course.service, row.course.definition, visit)),
            text(CaseWords.category(row.subcategory ?? row.category, visit)), text(row.area),
            row.moo.map { .number($0) } ?? .empty,
            .text(visit.language(row.course.status.label)),
            .text(visit.language(row.urgency.label)), text(row.owner.map(visit.officerName)),
            text(CaseWords.department(row.department, visit)),
            .text(visit.language(row.channel.label)), moment(row.course.receivedAt),
            moment(row.next.due), moment(row.course.finishedAt), moment(row.lastActivityAt),
            .number(row.unread), .number(row.attachments),
        ]
    }

    private static func personal(
        _ row: CaseRow, _ scope: DeskScope, _ visit: Visit
    ) throws -> [Cell] {
        guard row.erasedAt == nil, scope.sight(of: row) == .whole,
            let head = try visit.office.office.head(
                of: row.number, wasReturned: row.course.returns > 0)
        else { return [.empty, .empty, .empty] }
        let name = row.isAnonymous ? nil : head.petitioner.map { PersonName($0).thai }
        return [
            text(head.text?.subject), text(name),
            text(row.isAnonymous ? nil : head.petitioner?.phone),
        ]
    }

    private static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

    private static func moment(_ instant: Instant?) -> Cell {
        guard let local = instant?.local else { return .empty }
        return .moment(local.date, minute: local.hour * 60 + local.minute)
    }

    func response(_ format: ExportFormat, _ visit: Visit) throws -> Response {
        let bytes: [UInt8]
        switch format {
        case .csv: bytes = CSVText.bytes(headings.map(\.title), rows)
        case .xlsx:
            let book = try Workbook()
            try book.beginSheet(visit.say("คิวงาน", "Queue"), headings)
            for row in rows { try book.add(row) }
            bytes = try book.finish()
        }
        var response = Response.bytes(bytes, format.type)
        response.headers["Cache-Control"] = "no-store"
        response.setDisposition(
            fileName: "\(visit.office.code)-\(visit.now.local.date).\(format.rawValue)")
        return response
    }
}

enum ExportFormat: String, CaseIterable {
    case csv
    case xlsx

    var type: MediaType {
        switch self {
        case .csv: .csv
        case .xlsx:
            MediaType(
                essence: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
    }
}
