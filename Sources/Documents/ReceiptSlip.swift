package import Entries
package import Events
package import Paper
internal import Rules

/// The slip that a petitioner keeps: the number, when it was received by law, what happens next.
package struct ReceiptSlip: Equatable, Sendable {
    /// Something that will happen, and by when; nil where no time is promised.
    package struct Step: Equatable, Sendable {
        package var what: LocalText
        package var due: Instant?

        package init(_ what: LocalText, due: Instant? = nil) {
            self.what = what
            self.due = due
        }
    }

    package var office: OfficeHead
    package var number: String
    package var service: LocalText
    package var subject: String
    /// Nil for who wants to stay unknown.
    package var petitioner: String?
    package var enteredAt: Instant
    package var deemedReceivedAt: Instant
    package var department: LocalText?
    package var steps: [Step] = []
    /// How many documents came with it.
    package var attachments = 0
    package var verification: Verification?
    package var digest: Digest?
    package var manner: Manner

    package init(
        office: OfficeHead, number: String, service: LocalText, subject: String,
        enteredAt: Instant, deemedReceivedAt: Instant, manner: Manner = Manner()
    ) {
        self.office = office
        self.number = number
        self.service = service
        self.subject = subject
        self.enteredAt = enteredAt
        self.deemedReceivedAt = deemedReceivedAt
        self.manner = manner
    }

    /// Made as of the filing, so that it is the same whenever it is printed.
    package func paper() -> Paper {
        var paper = manner.paper(
            title: manner.say("ใบรับคำร้อง \(number)", "Receipt \(number)"),
            author: manner.say(office.name), created: enteredAt)
        paper.runningHead = paper.title + " · " + manner.say(office.name)
        paper.footer = [manner.say("เลขที่คำร้อง \(number)", "Number \(number)")]
        if let digest { paper.footer.append("SHA-256 \(digest)") }
        paper.blocks = head + facts + next + [.space(8), legal]
        return paper
    }

    private var head: [Block] {
        [
            office.block(manner), .rule,
            .title(manner.say("ใบรับคำร้อง", "Receipt of a petition")),
        ]
    }

    private var facts: [Block] {
        var rows = [
            [field("เรื่อง", "Subject", subject.orDash)],
            [field("ประเภท", "Service", manner.say(service))],
            [
                field(
                    "ผู้ยื่นคำร้อง", "Petitioner",
                    petitioner ?? manner.say("ไม่ประสงค์ออกนาม", "Anonymous"))
            ],
            [field("ยื่นเมื่อ", "Entered", manner.moment(enteredAt))],
            [field("ถือว่าได้รับเมื่อ", "Deemed received", manner.moment(deemedReceivedAt))],
        ]
        if let department {
            rows.append([field("หน่วยงานเจ้าของเรื่อง", "Responsible unit", manner.say(department))])
        }
        rows.append([
            field(
                "เอกสารแนบ", "Attachments",
                manner.say(
                    "\(manner.digits("\(attachments)")) ฉบับ", manner.digits("\(attachments)")))
        ])
        let big: [Block] = [
            .paragraph(manner.say("เลขที่คำร้อง", "Petition number"), style: ParagraphStyle(.small)),
            .paragraph(number, style: ParagraphStyle(.large, isBold: true)), .fields(rows),
        ]
        guard let verification else { return big }
        return [
            .columns([
                Column(.share(1), big),
                Column(.points(110), [verification.block(manner, side: 92)]),
            ])
        ]
    }

    private var next: [Block] {
        guard !steps.isEmpty else { return [] }
        let rows = steps.map { step in
            [
                manner.say(step.what),
                step.due.map { due in
                    let local = LocalTime(due)
                    let time = manner.digits(local.timeDisplay(.screen, in: manner.language))
                    return manner.say("ภายใน ", "by ") + "\(manner.date(local.date)) \(time)"
                } ?? "–",
            ]
        }
        return [
            .heading(manner.say("ขั้นตอนต่อไป", "What happens next")),
            .table(
                Table(
                    columns: [
                        Table.Column(manner.say("ขั้นตอน", "Step"), share: 5),
                        Table.Column(manner.say("กำหนดเวลา", "By when"), share: 4),
                    ], rows: rows)),
        ]
    }

    private var legal: Block {
        let isLater = deemedReceivedAt != enteredAt
        let reason = manner.say(
            isLater
                ? "ยื่นนอกวันหรือเวลาทำการ จึงถือว่าได้รับในวันและเวลาทำการถัดไป "
                : "ถือว่าหน่วยงานได้รับในวันและเวลาที่ยื่น ",
            isLater
                ? "Filed outside office hours: received at the next office time "
                : "Received at the time of filing ")
        return .paragraph(
            reason
                + manner.say(
                    "ตามมาตรา \(manner.digits("10")) แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ "
                        + "พ.ศ. \(manner.digits("2565")) ระยะเวลาดำเนินการนับจากเวลาที่ถือว่าได้รับ",
                    "(section 10 of the Electronic Performance of Official Duties Act 2565). "
                        + "All times run from then."),
            style: ParagraphStyle(.fine))
    }

    private func field(_ thai: String, _ english: String, _ value: String) -> Field {
        Field(manner.say(thai, english), .text(value), isDotted: false)
    }
}
