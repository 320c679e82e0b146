internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Uploads
internal import Workflow

/// What the office asked to be put right, in one list, and the petitioner's answer to it.
enum CorrectionPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/cases/{number}/correction") { visit in
            try open(visit) { .page(try page($0, visit)) }
        }
        routes.post(
            "/cases/{number}/correction", body: .upload(UploadLimits(letsLargeThrough: true)),
            lane: .slow
        ) { visit in
            try open(visit) { try answer($0, visit) }
        }
    }

    /// A case that does not wait for its petitioner has no such page: it was sent back already,
    /// perhaps by the same form.
    private static func open(
        _ visit: Visit, _ answer: (CaseFile) throws -> Answer
    ) throws -> Answer {
        let file = try visit.ownCase()
        guard file.petition.standing.isReturned else {
            if try isNewlyTyped(file, visit) { return .page(tooLate(file, visit)) }
            return .go(visit.path("cases", file.petition.number))
        }
        return try answer(file)
    }

    /// Whether a form brings a text that the case does not hold: not the same form sent twice.
    private static func isNewlyTyped(_ file: CaseFile, _ visit: Visit) throws -> Bool {
        guard visit.request.method == .post else { return false }
        let details = typed("details", visit)
        if !details.isEmpty, details != file.text?.details { return true }
        let message = typed("message", visit)
        guard !message.isEmpty else { return false }
        let corrected = file.events.last { event in
            if case .petition(.corrected) = event.event { true } else { false }
        }
        let sent = try corrected.flatMap { try visit.office.office.section(Message.self, of: $0) }
        return sent?.text != message
    }

    /// Another tab has sent the correction, or the office waits for none by now.
    private static func tooLate(_ file: CaseFile, _ visit: Visit) -> Page {
        let number = file.petition.number
        let title = visit.say("เรื่องนี้ไม่ได้รอการแก้ไขแล้ว", "No correction is awaited any more")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "มีการส่งการแก้ไขแล้ว หรือเจ้าหน้าที่ดำเนินการต่อแล้ว สิ่งที่พิมพ์ด้านล่างยังไม่ได้ส่ง "
                        + "คัดลอกไปส่งเป็นข้อความในหน้าคำร้องได้",
                    "It was sent already, or the office has gone on. What you typed was not sent: "
                        + "copy it and send it as a message on the page of the case.")
            }
            Parts.actions {
                Parts.link(
                    visit.path("cases", number), visit.say("ไปหน้าคำร้อง", "To the case"),
                    class: "button")
            }
            UnsentPages.typed(visit.request.form, visit)
        }
        page.status = .conflict
        page.back = visit.path("cases", number)
        return page
    }

    private static func typed(_ field: String, _ visit: Visit) -> String {
        ThaiText.trimmed(visit.request.form[field] ?? "")
    }

    private static func page(
        _ file: CaseFile, _ visit: Visit, issues: Issues = Issues()
    ) throws -> Page {
        let title = visit.say("แก้ไขและส่งกลับ", "Correct and send back")
        let number = file.petition.number
        let look = CaseUploads.look(file, visit)
        let defects = try defects(file, visit)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 {
                span(.class("caption")) { visit.say("คำร้องเลขที่ ", "Petition ") + number }
                title
            }
            defects
            visit.form(to: visit.path("cases", number, "correction"), files: true) {
                input(
                    .type("hidden"), .name("version"),
                    .value(visit.request.form["version"] ?? "\(file.petition.version)"))
                if let details = correctable(file) {
                    Controls(visit, issues).longText(
                        "details", visit.say("รายละเอียดที่แก้แล้ว", "Details, corrected"),
                        value: visit.request.form["details"] ?? details, isRequired: false)
                }
                Controls(visit, issues).file(
                    "files", visit.say("เอกสารที่ขอเพิ่ม", "Documents asked for"),
                    accept: look.accept, hint: look.hint(visit.language), isRequired: false,
                    isMultiple: true)
                Controls(visit, issues).longText(
                    "message", visit.say("ข้อความถึงเจ้าหน้าที่", "Message to the officer"),
                    value: visit.request.form["message"], isRequired: false)
                Parts.actions { Controls(visit).submit(visit.say("ส่งกลับ", "Send back")) }
            }
        }
        page.back = visit.path("cases", number)
        page.mark(issues)
        return page
    }

    /// What was written and could be put right; whoever filed on paper has written nothing here.
    private static func correctable(_ file: CaseFile) -> String? {
        file.text?.details.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func defects(_ file: CaseFile, _ visit: Visit) throws -> HTML? {
        let returned = file.events.last { event in
            if case .petition(.returned) = event.event { true } else { false }
        }
        guard let returned,
            let defects = try visit.office.office.section(Defects.self, of: returned)
        else { return nil }
        return Parts.note("warn") {
            h2 { visit.say("สิ่งที่ต้องแก้ไข", "What to put right") }
            ol { for item in defects.items { li { Parts.written(item.text, visit) } } }
        }
    }

    // MARK: Sending

    private static func answer(_ file: CaseFile, _ visit: Visit) throws -> Answer {
        var issues = Issues()
        var sections: [PlainSection] = []
        let details = typed("details", visit)
        if !details.isEmpty, details != file.text?.details, var text = file.text {
            text.details = details
            sections.append(PlainSection(text))
        }
        let message = typed("message", visit)
        if !message.isEmpty { sections.append(PlainSection(Message(text: message))) }
        let attachments = try CaseUploads.sealed(in: file, visit, &issues)
        sections += attachments.map { PlainSection($0) }
        if sections.isEmpty, issues.isEmpty {
            if correctable(file) == nil {
                issues.add(
                    "message", "แนบเอกสารหรือเขียนข้อความ", "Attach a document or write a message")
            } else {
                issues.add(
                    "message", "แก้รายละเอียด แนบเอกสาร หรือเขียนข้อความ",
                    "Correct the details, attach a document or write a message")
            }
        }
        if issues.isEmpty {
            var correct = PetitionCommand.Correct()
            correct.attachments = attachments.isEmpty ? nil : attachments.count
            var draft = visit.draft(.correct(correct), in: file)
            draft.sections = sections
            guard let objection = visit.objection(to: visit.office.perform(draft)) else {
                return .go(CaseDone.correction.path(file.petition.number, visit))
            }
            issues.add("message", objection)
        }
        CaseUploads.addLost(visit, &issues)
        return .page(try page(file, visit, issues: issues))
    }
}
