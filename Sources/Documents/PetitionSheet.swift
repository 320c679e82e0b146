package import Entries
package import Events
package import Paper
internal import Rules

/// The printed sheet of a petition: all that the office has of it, on paper.
package struct PetitionSheet: Equatable, Sendable {
    package var office: OfficeHead
    package var number: String
    /// Of the service: คำขอรับบริการทั่วไป.
    package var service: LocalText
    package var kind: PetitionKind
    /// When it entered the system.
    package var enteredAt: Instant
    /// When it was received by law.
    package var deemedReceivedAt: Instant
    package var filing: PetitionFiling
    package var department: LocalText?
    /// Who took it in; nil until somebody has.
    package var officer: String?
    package var category: LocalText?
    package var subcategory: LocalText?
    package var channel: Channel?
    package var status: PublicStatus?
    package var verification: Verification?
    /// The questions of the service: what was answered is printed under them.
    package var fields: [FormField] = []
    /// SHA-256 of what was filed.
    package var digest: Digest?
    /// Whether only the end of the person's number is shown.
    package var isMasked = false
    /// Of when it tells: of the last that happened, so that the same case is the same sheet.
    package var created: Instant
    package var manner: Manner

    package init(
        office: OfficeHead, number: String, service: LocalText, kind: PetitionKind,
        enteredAt: Instant, deemedReceivedAt: Instant, filing: PetitionFiling, created: Instant,
        manner: Manner = Manner()
    ) {
        self.office = office
        self.number = number
        self.service = service
        self.kind = kind
        self.enteredAt = enteredAt
        self.deemedReceivedAt = deemedReceivedAt
        self.filing = filing
        self.created = created
        self.manner = manner
    }

    package func paper() -> Paper {
        var paper = manner.paper(
            title: manner.say("คำร้อง \(number)", "Petition \(number)"),
            author: manner.say(office.name), created: created)
        paper.runningHead = paper.title + " · " + manner.say(office.name)
        paper.footer = [
            manner.say(
                "เลขที่คำร้อง \(number) · ข้อมูล ณ \(manner.moment(created))",
                "Number \(number) · as of \(manner.moment(created))")
        ]
        if let digest { paper.footer.append("SHA-256 \(digest)") }
        paper.blocks = head + facts + petitioner + content + end
        return paper
    }

    private var head: [Block] {
        var right: [Block] = [
            .paragraph(manner.say("เลขที่คำร้อง", "Petition number"), style: small),
            .paragraph(number, style: ParagraphStyle(alignment: .end, isBold: true)),
        ]
        let local = LocalTime(enteredAt)
        right.append(
            .paragraph(manner.say("วันที่ ", "Date ") + manner.date(local.date), style: small))
        right.append(
            .paragraph(
                manner.say("เวลา ", "Time ")
                    + manner.digits(local.timeDisplay(.second, in: manner.language)), style: small))
        return [
            office.block(manner, right: right), .rule,
            .title(manner.say(service), subtitle: nil),
        ]
    }

    private var small: ParagraphStyle { ParagraphStyle(.small, alignment: .end) }

    private var facts: [Block] {
        let received = LocalTime(deemedReceivedAt)
        let time = manner.digits(received.timeDisplay(.screen, in: manner.language))
        var rows = [
            [
                pair("หน่วยงานเจ้าของเรื่อง", "Responsible unit", department.map(manner.say) ?? "–"),
                pair("เจ้าหน้าที่รับเรื่อง", "Receiving officer", officer ?? "–"),
            ],
            [
                pair(
                    "ประเภท\(kind.label.thai)", "Category",
                    [category, subcategory].compactMap { $0.map(manner.say) }
                        .joined(separator: " : ").orDash)
            ],
            [
                pair(
                    "วันและเวลาที่ถือว่าได้รับ", "Deemed received",
                    "\(manner.date(received.date)) \(time)")
            ],
        ]
        let state = [
            channel.map { pair("ช่องทาง", "Channel", manner.say($0.label)) },
            status.map { pair("สถานะ", "Status", manner.say($0.label)) },
        ].compactMap { $0 }
        if !state.isEmpty { rows.append(state) }
        guard let verification else { return [.fields(rows)] }
        return [
            .columns([
                Column(.share(1), [.fields(rows)]),
                Column(.points(84), [verification.block(manner, side: 68)]),
            ])
        ]
    }

    private var petitioner: [Block] {
        let heading = Block.heading(manner.say("ผู้ยื่นคำร้อง", "Petitioner"))
        guard let person = filing.petitioner else {
            return [heading, .paragraph(manner.say("ไม่ประสงค์ออกนาม", "Anonymous"))]
        }
        let id = person.nationalID.flatMap { try? ThaiID($0) }
        // The sheet lies on desks and in files: the office has the number with the case, and whoever
        // needs it whole opens it there, which is written down.
        let passport = person.passport.map { (try? PassportNumber($0))?.masked ?? $0 }
        let number = id?.masked ?? passport
        let phone = person.phone.flatMap { try? PhoneNumber($0) }
        let shown = phone.map { isMasked ? $0.masked : $0.display }
        return [
            heading,
            .fields([
                [
                    pair("ชื่อ", "Name", person.printedName.orDash),
                    pair("หมายเลขบัตรประชาชน", "National ID", (number ?? "").orDash),
                ],
                [
                    pair("เบอร์โทรศัพท์", "Telephone", (shown ?? "").orDash),
                    pair("อีเมล", "E-mail", (isMasked ? "" : person.email ?? "").orDash),
                ],
                [pair("ที่อยู่", "Address", (isMasked ? "" : person.address?.line ?? "").orDash)],
            ]),
        ]
    }

    private var content: [Block] {
        let answers = AnswerText(manner: manner)
        var rows = [[pair("สถานที่", "Place", filing.place.map(answers.place) ?? "")]]
        for answer in filing.text.answers {
            let field = fields.first { $0.code == answer.field }
            let values = answer.values.map { value in
                field.map { answers.text(value, of: $0) } ?? value
            }
            rows.append([
                Field(
                    field.map { manner.say($0.label) } ?? answer.field,
                    .text(values.joined(separator: ", ")), isDotted: false)
            ])
        }
        let count = manner.digits("\(filing.attachments.count)")
        rows.append([
            pair(
                "เอกสารแนบ \(count) ฉบับ", "Attachments (\(count))",
                filing.attachments.joined(separator: ", "))
        ])
        let subject: Block = .fields([[pair("หัวข้อเรื่อง", "Subject", filing.text.subject.orDash)]])
        return [
            .space(8), subject, .heading(manner.say("รายละเอียด", "Details")),
            .paragraph((filing.text.details ?? "").orDash), .space(6),
            .fields(rows.filter { $0[0].value != .text("") }),
        ]
    }

    private var end: [Block] {
        let name = filing.petitioner?.printedName ?? manner.say("ไม่ประสงค์ออกนาม", "Anonymous")
        let signature = Block.signature(
            Signature(
                role: "", mark: filing.petitioner?.givenAndFamily, name: name,
                lines: [manner.say("ผู้ยื่นคำร้อง", "Petitioner")], lead: BlankForm.lead(manner)))
        return [
            .together([
                .space(6),
                .paragraph(
                    manner.say("จึงเรียนมาเพื่อโปรดพิจารณา", "Submitted for your consideration."),
                    style: ParagraphStyle(isIndented: true)), signature,
            ])
        ]
    }

    private func pair(_ thai: String, _ english: String, _ value: String) -> Field {
        Field(manner.say(thai, english), .text(value), isDotted: false)
    }
}

extension String {
    /// A dash where there is nothing, so that nobody wonders whether it was lost.
    var orDash: String { isEmpty ? "–" : self }
}
