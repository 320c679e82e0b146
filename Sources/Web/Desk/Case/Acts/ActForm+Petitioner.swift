internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What passes between the office and the petitioner.
extension ActForm {
    static let answer = ActForm(takesFiles: true) { visit in
        let templates = visit.desk.settings.replies(to: visit.desk.petition)
        let chosen = templates.first { $0.code == visit.typed.text(template) }
        // What was typed before stays: the ready text comes below it.
        let texts = [visit.text("message"), chosen.map { filled($0, visit) }].compactMap { $0 }
        var html = ready(templates, visit)
        html.append(
            visit.controls.longText(
                "message", visit.say("ข้อความถึงผู้ยื่น", "Message to the petitioner"),
                value: texts.isEmpty ? nil : texts.joined(separator: "\n\n"),
                most: WrittenBounds.most(of: "message")))
        html.append(visit.files("ไฟล์แนบ", "Files"))
        return html
    } command: { visit, issues in
        guard visit.typed.text(template) == nil else { return nil }
        if hasBlanks(visit) {
            issues.add(
                "message", "กรอกข้อความตรงที่เว้นไว้ (…) ก่อนส่ง",
                "Fill in what the ready text leaves open (…)")
            return nil
        }
        let files = visit.attachments
        return ActCommand(
            .answer(.init(attachments: files.number)), [visit.messageSection] + files.sections)
    }

    /// The field of the button of a ready text.
    private static let template = "template"

    /// Buttons: each shows the form again, with its text and with what was typed.
    private static func ready(_ all: [ReplyTemplate], _ visit: ActVisit) -> HTML {
        guard !all.isEmpty else { return HTML() }
        let label = visit.say("ข้อความสำเร็จรูป", "Ready texts")
        return element(
            "fieldset", [.class("templates")],
            {
                var html = element("legend", [], .text(label))
                for ready in all {
                    html.append(
                        button(
                            .class("button plain"), .type("submit"), .name(template),
                            .value(ready.code)
                        ) { visit.visit.language(ready.name) })
                }
                return html
            }())
    }

    /// Whether something that a ready text leaves open was left open: what the petitioner is sent
    /// cannot be taken back.
    private static func hasBlanks(_ visit: ActVisit) -> Bool {
        guard let message = visit.text("message")?.replacing("\r\n", with: "\n") else {
            return false
        }
        return visit.desk.settings.replies(to: visit.desk.petition).contains { ready in
            blanks(of: filled(ready, visit)).contains { message.contains($0) }
        }
    }

    /// Each blank with the few letters before it, by which it is told from a “…” that the officer
    /// means.
    private static func blanks(of text: String) -> [Substring] {
        text.indices.filter { text[$0] == "…" }.map { place in
            let start = text.index(place, offsetBy: -6, limitedBy: text.startIndex)
            return text[(start ?? text.startIndex)...place]
        }
    }

    private static func filled(_ template: ReplyTemplate, _ visit: ActVisit) -> String {
        let petition = visit.desk.petition
        let desk = visit.visit
        return desk.language(
            template.text.filled(with: [
                "number": petition.number, "subject": visit.desk.file.text?.subject ?? "",
                "service": desk.language(desk.serviceName(of: petition)),
                "department": CaseWords.department(petition.department, desk) ?? "",
                "office": desk.name,
            ]))
    }

    static let askCorrection = ActForm { visit in
        let documents = visit.desk.definition.documents
        var html = visit.long(
            "defects", "สิ่งที่ต้องแก้ไขทั้งหมด บรรทัดละหนึ่งข้อ",
            "All that is to be put right, one a line",
            hint: visit.say(
                "กฎหมายให้แจ้งครั้งเดียว ระหว่างรอแก้ไข เวลาหยุดนับ",
                "The law allows one list. The clock stands still meanwhile."),
            isRequired: documents.isEmpty)
        if !documents.isEmpty {
            html.append(
                visit.controls.choices(
                    "documents", visit.say("เอกสารที่ขอเพิ่ม", "Documents asked for"),
                    options: documents.map { ($0.code, visit.visit.language($0.label), nil) },
                    chosen: visit.typed.fields.all("documents")))
        }
        html.append(
            visit.line(
                "days", "ให้เวลาแก้ไข (วัน)", "Days allowed", value: allowedDays(visit),
                width: "w4", isRequired: false))
        if visit.desk.petition.returns > 0 {
            html.append(
                visit.controls.agreement(
                    "caused",
                    visit.say(
                        "ข้อบกพร่องใหม่นี้เกิดจากผู้ยื่นเอง",
                        "The petitioner caused this new defect"),
                    isChecked: visit.typed.isTicked("caused")))
        }
        return html
    } command: { visit, issues in
        let lines = (visit.text("defects") ?? "").split(whereSeparator: \.isNewline)
            .map { ThaiText.trimmed($0) }.filter { !$0.isEmpty }
        let documents = visit.typed.fields.all("documents")
        let items =
            lines.map { Defect(text: $0) }
            + documents.map { code in
                let label = visit.desk.definition.documents.first { $0.code == code }?.label
                return Defect(text: label?.thai ?? code, document: code)
            }
        var allowed: TimeSpan?
        if let typed = visit.typed.text("days") {
            if let days = Int(Digits.arabic.written(typed)), (1...365).contains(days) {
                allowed = TimeSpan(amount: days, unit: .days)
            } else {
                issues.add("days", "กรอกจำนวนวัน 1 ถึง 365", "Enter 1 to 365 days")
            }
        }
        return ActCommand(
            .askCorrection(
                .init(
                    action: visit.action, items: items.count, documents: documents,
                    allowed: allowed, isCausedByPetitioner: visit.typed.isTicked("caused"))),
            [items.isEmpty ? nil : PlainSection(Defects(items: items))])
    }

    private static func allowedDays(_ visit: ActVisit) -> String? {
        let limit = visit.desk.definition.clocks.first { $0.kind == .correction }?.limit
        return limit.flatMap { $0.unit == .days ? "\($0.amount)" : nil }
    }

    static let message = ActForm { visit in
        var html = visit.words(
            "channel", "แจ้งทาง", "It came by",
            [Channel.phone, .counter, .letter, .line, .facebook, .email], chosen: .phone)
        html.append(visit.long("message", "สิ่งที่ผู้ยื่นแจ้ง", "What the petitioner said"))
        return html
    } command: { visit, _ in
        ActCommand(
            .message(.init(channel: visit.word("channel") ?? .phone)), [visit.messageSection])
    }

    static let attach = ActForm(takesFiles: true) { visit in
        visit.files("ไฟล์จากผู้ยื่น", "Files of the petitioner", isRequired: true)
    } command: { visit, issues in
        let files = visit.attachments
        return ActCommand(.attach(.init(attachments: files.count)), files.sections)
    }

    static let correct = ActForm(takesFiles: true) { visit in
        var html = visit.long(
            "message", "สิ่งที่ผู้ยื่นแก้ไข", "What the petitioner put right",
            hint: visit.say(
                "กรอกข้อความนี้ หรือแนบเอกสารด้านล่าง อย่างน้อยหนึ่งอย่าง",
                "Fill this in, or attach the documents below: one of the two is needed."),
            isRequired: false)
        html.append(visit.files("เอกสารที่ผู้ยื่นนำมา", "Documents brought"))
        return html
    } command: { visit, issues in
        let files = visit.attachments
        return ActCommand(
            .correct(.init(action: visit.action, attachments: files.number)),
            [visit.messageSection] + files.sections)
    }

    static let resetTracking = ActForm { visit in
        Parts.note("warn") {
            p {
                visit.say(
                    "ตรวจก่อนว่าเป็นผู้ยื่นคำร้องนี้จริง รหัสผ่านเดิมจะใช้ไม่ได้ทันที "
                        + "รหัสผ่านใหม่แสดงให้ท่านเห็นครั้งเดียว เพื่อมอบให้ผู้ยื่น",
                    "Make sure that this is the petitioner. The old password stops working at "
                        + "once. The new one is shown to you once, to hand to the petitioner.")
            }
        }
    } command: { _, _ in
        ActCommand(.resetTracking(.init(tracking: .code, via: .counter)))
    }

    static let withdraw = ActForm { visit in
        var html = visit.words(
            "channel", "ผู้ยื่นขอถอนทาง", "The petitioner asked for it by",
            [Channel.phone, .counter, .letter, .line, .facebook, .email])
        html.append(visit.reason())
        return html
    } command: { visit, _ in
        ActCommand(
            .withdraw(.init(action: visit.action, channel: visit.word("channel"))),
            [visit.reasonSection])
    }
}
