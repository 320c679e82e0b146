internal import Entries
internal import Events
internal import Projections
internal import Rules
internal import Spreadsheets
internal import Workflow

/// What a file says of each case; the record of the export names the columns by their codes.
enum ExportColumn: String, CaseIterable {
    case number, kind, service, category, area, moo, status, urgency, owner, department, channel
    case received, due, closed
    case lastActivity = "last-activity"
    case unread, attachments
    case subject, petitioner, phone

    /// Those that say something of a person.
    var isPersonal: Bool {
        switch self {
        case .subject, .petitioner, .phone: true
        default: false
        }
    }

    static func all(withNames: Bool) -> [ExportColumn] {
        allCases.filter { withNames || !$0.isPersonal }
    }

    func heading(_ visit: Visit) -> Heading {
        switch self {
        case .number: Heading(visit.say("เลขที่", "Number"), width: 20)
        case .kind: Heading(visit.say("ประเภท", "Kind"))
        case .service: Heading(visit.say("บริการ", "Service"), width: 28)
        case .category: Heading(visit.say("หมวดเรื่อง", "Category"), width: 20)
        case .area: Heading(visit.say("รหัสพื้นที่", "Area code"), width: 10)
        case .moo: Heading(visit.say("หมู่ที่", "Moo"), width: 8)
        case .status: Heading(visit.say("สถานะ", "Status"))
        case .urgency: Heading(visit.say("ความเร่งด่วน", "Urgency"), width: 12)
        case .owner: Heading(visit.say("ผู้รับผิดชอบ", "With"))
        case .department: Heading(visit.say("หน่วยงาน", "Department"), width: 24)
        case .channel: Heading(visit.say("ช่องทาง", "Channel"))
        case .received: Heading(visit.say("รับเรื่อง", "Received"), width: 18)
        case .due: Heading(visit.say("ครบกำหนด", "Due"), width: 18)
        case .closed: Heading(visit.say("ปิดเรื่อง", "Closed"), width: 18)
        case .lastActivity: Heading(visit.say("ล่าสุด", "Last activity"), width: 18)
        case .unread: Heading(visit.say("ข้อความใหม่", "Unread"), width: 10)
        case .attachments: Heading(visit.say("เอกสารแนบ", "Attachments"), width: 10)
        case .subject: Heading(visit.say("เรื่อง", "Subject"), width: 40)
        case .petitioner: Heading(visit.say("ผู้ยื่น", "Petitioner"), width: 28)
        case .phone: Heading(visit.say("โทรศัพท์", "Phone"))
        }
    }

    /// `head` is what the case says of its person; nil where nobody may read that.
    func cell(_ row: CaseRow, _ head: CaseHead?, _ visit: Visit) -> Cell {
        switch self {
        case .number: .text(row.number)
        case .kind: .text(visit.language(row.kind.label))
        case .service:
            .text(CaseWords.service(row.course.service, row.course.definition, visit))
        case .category: Self.text(CaseWords.category(row.subcategory ?? row.category, visit))
        case .area: Self.text(row.area)
        case .moo: row.moo.map { .number($0) } ?? .empty
        case .status: .text(visit.language(row.course.status.label(of: row.kind)))
        case .urgency: .text(visit.language(row.urgency.label))
        case .owner: Self.text(row.owner.map(visit.officerName))
        case .department: Self.text(CaseWords.department(row.department, visit))
        case .channel: .text(visit.language(row.channel.label))
        case .received: Self.moment(row.course.receivedAt)
        case .due: Self.moment(row.next.due)
        case .closed: Self.moment(row.course.finishedAt)
        case .lastActivity: Self.moment(row.lastActivityAt)
        case .unread: .number(row.unread)
        case .attachments: .number(row.attachments)
        case .subject:
            Self.text(
                head?.text.map { text in
                    CaseWords.own(
                        text.subject, of: row.course.service, row.course.definition, visit)
                        ?? CaseWords.service(row.course.service, row.course.definition, visit)
                })
        case .petitioner:
            Self.text(row.isAnonymous ? nil : head?.petitioner.map { PersonName($0).thai })
        case .phone: Self.text(row.isAnonymous ? nil : head?.petitioner?.phone)
        }
    }

    private static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }

    private static func moment(_ instant: Instant?) -> Cell {
        guard let local = instant?.local else { return .empty }
        return .moment(local.date, minute: local.hour * 60 + local.minute)
    }
}
