package import Entries
package import Paper
package import Events

/// The certificate for a person whose data was destroyed: what went, and how anybody checks it.
package struct ErasureSheet: Equatable, Sendable {
    /// An event of the log, as its row says it.
    package struct Row: Equatable, Sendable {
        package var what: String
        package var position: Position
        package var time: Instant
        package var leaf: Digest

        package init(_ what: String, position: Position, time: Instant, leaf: Digest) {
            self.what = what
            self.position = position
            self.time = time
            self.leaf = leaf
        }
    }

    package var office: OfficeHead
    package var account: String
    package var requestedAt: Instant?
    package var ground: Wording
    package var rows: [Row]
    package var epoch: Int
    /// The lines of the checkpoint that covers all rows: name, size, root.
    package var checkpoint: [String]
    package var key: String
    /// The way from the last row to the checkpoint's root.
    package var path: [Digest]
    package var manner: Manner

    package init(
        office: OfficeHead, account: String, requestedAt: Instant?, ground: Wording, rows: [Row],
        epoch: Int, checkpoint: [String], key: String, path: [Digest],
        manner: Manner = Manner()
    ) {
        self.office = office
        self.account = account
        self.requestedAt = requestedAt
        self.ground = ground
        self.rows = rows
        self.epoch = epoch
        self.checkpoint = checkpoint
        self.key = key
        self.path = path
        self.manner = manner
    }

    package func paper() -> Paper {
        let created = rows.last?.time ?? Instant(milliseconds: 0)
        let title = manner.say(
            "หนังสือรับรองการลบข้อมูลส่วนบุคคล", "Certificate of erasure of personal data")
        var paper = manner.paper(
            title: title, author: manner.say(office.name), created: created)
        paper.runningHead = title + " · " + manner.say(office.name)
        paper.blocks = [
            office.block(manner), .rule, .title(title, subtitle: manner.moment(created)),
        ]
        paper.blocks += [facts, events] + proof
        return paper
    }

    private var facts: Block {
        var rows = [
            [field("เลขบัญชี", "Account", account)],
            [field("เหตุที่ลบ", "Ground", manner.say(ground))],
        ]
        if let requestedAt {
            rows.insert([field("ขอเมื่อ", "Asked", manner.moment(requestedAt))], at: 1)
        }
        rows.append([
            field(
                "ทำลายแล้ว", "Destroyed",
                manner.say(
                    "กุญแจของบัญชีและของเรื่องที่เสร็จแล้วทุกเรื่อง ข้อมูลที่ปิดผนึกด้วยกุญแจเหล่านั้น และไฟล์แนบทั้งหมด",
                    "The keys of the account and of all its finished cases, all that they "
                        + "sealed, and all files"))
        ])
        rows.append([
            field(
                "รุ่นกุญแจตั้งแต่นั้น", "Key epoch since", manner.digits("\(epoch)"))
        ])
        return .fields(rows)
    }

    private var events: Block {
        .table(
            Table(
                columns: [
                    Table.Column(manner.say("เหตุการณ์", "Event"), share: 5),
                    Table.Column(manner.say("ตำแหน่ง", "Position"), share: 2),
                    Table.Column(manner.say("เมื่อ", "When"), share: 5),
                ],
                rows: rows.map { row in
                    [row.what, manner.digits("\(row.position)"), manner.moment(row.time)]
                }))
    }

    private var proof: [Block] {
        let fine = ParagraphStyle(.fine)
        var blocks: [Block] = [
            .heading(manner.say("ตรวจสอบได้อย่างไร", "How this is checked")),
            .paragraph(
                manner.say(
                    "เหตุการณ์ข้างต้นอยู่ในบันทึกที่ลงลายมือชื่อและเผยแพร่ของหน่วยงาน ไฟล์ .tlog-proof ที่ได้รับพร้อมหนังสือนี้ตรวจได้โดยไม่ต้องเชื่อหน่วยงาน ลำดับเหตุการณ์ยังอยู่โดยไม่มีข้อมูลส่วนบุคคล",
                    "These events stand in the office's signed and published log. The .tlog-proof "
                        + "files that come with this paper are checked without trusting the "
                        + "office. The events remain, without personal data.")),
            .paragraph(key, style: fine),
        ]
        // On lines of their own: a hash is never broken, as it would be in a column.
        blocks += rows.map { .paragraph("\($0.position) \($0.leaf)", style: fine) }
        blocks += checkpoint.map { .paragraph($0, style: fine) }
        blocks += path.map { .paragraph("\($0)", style: fine) }
        return blocks
    }

    private func field(_ thai: String, _ english: String, _ value: String) -> Field {
        Field(manner.say(thai, english), .text(value), isDotted: false)
    }
}
