internal import Events
internal import Paper
internal import Rules

extension PetitionForm {
    // MARK: Answers

    func answered(
        _ field: FormField, _ filing: PetitionFiling, _ answers: AnswerText
    ) -> [Block] {
        let values = answers.values(of: field, in: filing)
        let label = manner.say(field.label)
        switch field.kind {
        case .choice, .choices, .yesNo:
            return [.choices(Choices(label, options(of: field, chosen: values, answers)))]
        case .text, .longText, .number, .money, .date, .phone, .email, .nationalId, .address,
            .place:
            let text = values.map { answers.text($0, of: field) }.joined(separator: ", ")
            return [.fields([[Field(label, .text(text.isEmpty ? "–" : text))]])]
        }
    }

    /// Every choice with its box; what was answered beyond them stands at the end.
    private func options(
        of field: FormField, chosen: [String], _ answers: AnswerText
    ) -> [Choices.Option] {
        let choices =
            field.kind == .yesNo
            ? [("yes", manner.say("ใช่", "Yes")), ("no", manner.say("ไม่ใช่", "No"))]
            : field.choices.map { ($0.code, manner.say($0.label)) }
        let known = choices.map { Choices.Option($0.1, isTicked: chosen.contains($0.0)) }
        let other = chosen.filter { value in !choices.contains { $0.0 == value } }
        return known + other.map { Choices.Option($0, isTicked: true) }
    }

    // MARK: Blank lines

    func blank(_ field: FormField) -> [Block] {
        let label = manner.say(field.label) + (field.isRequired ? "*" : "")
        let blank = BlankForm(manner: manner)
        var blocks: [Block]
        switch field.kind {
        case .choice, .choices, .yesNo:
            let answers = AnswerText(manner: manner)
            blocks = [.choices(Choices(label, options(of: field, chosen: [], answers)))]
        case .longText: blocks = [.fields([[Field(label, .blank(lines: lines(for: field)))]])]
        case .address, .place: blocks = blank.place(label)
        case .nationalId: blocks = [.fields([[Field(label, .boxes([1, 4, 5, 2, 1]))]])]
        case .phone: blocks = [.fields([[Field(label, .boxes([3, 3, 4]))]])]
        case .text, .number, .money, .date, .email:
            let unit = field.kind == .money ? manner.say("บาท", "baht") : nil
            let value = Field(label, .blank(lines: (field.longest ?? 0) > 300 ? 2 : 1), share: 9)
            blocks = [
                .fields([[value] + (unit.map { [Field($0, .text(""), isDotted: false)] } ?? [])])
            ]
        }
        if let condition = field.when, let note = note(condition) { blocks.insert(note, at: 0) }
        if let help = field.help {
            blocks.append(.paragraph(manner.say(help), style: ParagraphStyle(.fine)))
        }
        return blocks
    }

    private func lines(for field: FormField) -> Int { (field.longest ?? 2000) > 1000 ? 8 : 4 }

    /// `(กรณีขออนุญาตในนาม นิติบุคคล)`.
    private func note(_ condition: Condition) -> Block? {
        words(of: condition).map { .paragraph("(\($0))", style: ParagraphStyle(.small)) }
    }

    private func words(of condition: Condition?) -> String? {
        guard let condition,
            let field = service.form.flatMap(\.fields).first(where: { $0.code == condition.field })
        else { return nil }
        let answers = AnswerText(manner: manner)
        let values = condition.values.map { answers.text($0, of: field) }
            .joined(separator: manner.say(" หรือ ", " or "))
        let label = manner.say(field.label)
        return manner.say("กรณี\(label): \(values)", "if \(label): \(values)")
    }

    // MARK: Documents

    func attachments(_ names: [String]) -> [Block] {
        guard !names.isEmpty else { return [] }
        let list = names.enumerated().map { manner.digits("\($0 + 1)") + ") \($1)" }
        return [
            .heading(manner.say("เอกสารประกอบ", "Documents")),
            .paragraph(list.joined(separator: "  ")),
        ]
    }

    var documentsToTick: [Block] {
        guard !service.documents.isEmpty else { return [] }
        let heading = Block.heading(manner.say("เอกสารประกอบ", "Documents"))
        let lines = service.documents.map { document -> Block in
            var label = manner.say(document.label) + (document.isRequired ? "*" : "")
            if let words = words(of: document.when) { label += " (\(words))" }
            if document.isObtainedByOffice {
                label += manner.say(
                    " – เจ้าหน้าที่ตรวจสอบให้ ไม่ต้องแนบ", " – fetched by the office, need not be attached"
                )
            }
            return .choices(Choices("", [Choices.Option(label)]))
        }
        let note = Block.paragraph(
            manner.say(
                "* จำเป็น · สำเนาที่ยื่นทางอิเล็กทรอนิกส์ไม่ต้องลงนามรับรอง",
                "* needed · copies filed electronically need no certifying signature"),
            style: ParagraphStyle(.fine))
        return [heading] + lines + [note]
    }
}
