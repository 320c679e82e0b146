package import Entries
package import Events
package import Paper
internal import Rules

/// The form of a service: filled in with a petitioner's answers, or blank for a pen.
///
/// Bears no number: it is part of what is filed, and the number is given at the filing.
package struct PetitionForm: Equatable, Sendable {
    package var office: OfficeHead
    package var service: ServiceDefinition
    package var manner: Manner
    /// Named in the PDF; the bytes are equal only if it is.
    package var created: Instant
    /// SHA-256 of what was filed, at the foot of the pages.
    package var digest: Digest?

    package init(
        office: OfficeHead, service: ServiceDefinition, created: Instant,
        manner: Manner = Manner(), digest: Digest? = nil
    ) {
        self.office = office
        self.service = service
        self.created = created
        self.manner = manner
        self.digest = digest
    }

    /// The form with all answers, as it is attached to a petition filed online.
    package func filled(with filing: PetitionFiling) -> Paper {
        var paper = start()
        let day = LocalTime(created).date
        paper.blocks += head(date: .text(manner.date(day)))
        paper.blocks += petitioner(filing.petitioner)
        let answers = AnswerText(manner: manner)
        for section in service.form {
            let fields = section.fields.filter {
                service.isAsked($0.when, given: filing.text.answers)
            }
            guard !fields.isEmpty else { continue }
            paper.blocks.append(.heading(manner.say(section.title)))
            for field in fields { paper.blocks += answered(field, filing, answers) }
        }
        paper.blocks += attachments(filing.attachments)
        paper.blocks.append(.together([.space(6), closing, signature(of: filing.petitioner)]))
        return paper
    }

    /// The form with dotted lines and boxes to tick.
    package func blank() -> Paper {
        var paper = start()
        paper.blocks += head(date: .blank(lines: 1))
        paper.blocks += BlankForm(manner: manner).petitioner
        for section in service.form {
            paper.blocks.append(.heading(manner.say(section.title)))
            for field in section.fields { paper.blocks += blank(field) }
        }
        paper.blocks += documentsToTick
        let blank = BlankForm(manner: manner)
        paper.blocks += [
            .together([.space(6), closing, .signature(blank.signature)]), blank.forOfficers,
        ]
        return paper
    }

    private func start() -> Paper {
        let name = manner.say(service.name)
        var paper = manner.paper(
            title: name, author: manner.say(office.name), created: created)
        paper.runningHead = "\(name) · \(manner.say(office.name))"
        let form = manner.say(
            "แบบ \(service.code) รุ่นที่ \(manner.digits("\(service.version)"))",
            "Form \(service.code), version \(manner.digits("\(service.version)"))")
        paper.footer = ["\(form) · \(manner.say(office.name))"]
        if let digest { paper.footer.append("SHA-256 \(digest)") }
        return paper
    }

    private func head(date: Field.Value) -> [Block] {
        [
            office.block(manner),
            .title(manner.say(service.name), subtitle: subtitle),
            .columns([
                Column(
                    .share(5),
                    [
                        .paragraph(
                            manner.say(
                                "เรียน  \(office.addressee.thai)",
                                "To: \(manner.say(office.addressee))"))
                    ]), Column(.share(4), [.fields([[Field(manner.say("วันที่", "Date"), date)]])]),
            ]),
        ]
    }

    /// The kind, unless the service is called after it.
    private var subtitle: String? {
        let kind = manner.say(service.kind.label)
        return kind.hasSuffix(manner.say(service.name)) ? nil : kind
    }

    private var closing: Block {
        .paragraph(
            manner.say(
                "ข้าพเจ้าขอรับรองว่าข้อความข้างต้นเป็นความจริงทุกประการ จึงเรียนมาเพื่อโปรดพิจารณา",
                "I declare that the above is true, and submit it for your consideration."),
            style: ParagraphStyle(isIndented: true))
    }

    private func signature(of petitioner: Petitioner?) -> Block {
        let role = manner.say("ผู้ยื่นคำร้อง", "Petitioner")
        guard let petitioner else {
            return .signature(
                Signature(
                    role: role, mark: manner.say("ไม่ประสงค์ออกนาม", "Anonymous"),
                    name: manner.say("ปกปิดชื่อ", "name withheld"), lead: BlankForm.lead(manner)))
        }
        let name = petitioner.printedName
        return .signature(
            Signature(
                role: role, mark: petitioner.givenAndFamily, name: name,
                lines: [manner.say("ยื่นทางอิเล็กทรอนิกส์", "Filed electronically")],
                lead: BlankForm.lead(manner)))
    }
}
