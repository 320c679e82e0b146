internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Uploads
internal import Workflow

/// The petitioner writes to the office, or adds files that nobody asked for.
enum MessageForm {
    static func add(to routes: inout PageRoutes) {
        routes.post(
            "/cases/{number}/messages", body: .upload(UploadLimits(letsLargeThrough: true)),
            lane: .slow
        ) { try answer($0) }
    }

    /// Whoever came by four digits of a telephone adds no files: neighbours know them too.
    static func section(
        _ file: CaseFile, _ sight: CaseSight, _ visit: Visit, _ issues: Issues
    ) -> HTML {
        let takesFiles = sight == .whole
        let hasFault = issues["message"] != nil || issues["files"] != nil
        return details(.class("more"), Attribute("open", isPresent: hasFault)) {
            summary {
                takesFiles
                    ? visit.say(
                        "ส่งข้อความหรือเอกสารเพิ่มถึงหน่วยงาน", "Write to the office or add documents")
                    : visit.say("ส่งข้อความถึงหน่วยงาน", "Write to the office")
            }
            visit.form(
                to: visit.path("cases", file.petition.number, "messages"), files: takesFiles
            ) {
                Once.input
                Controls(visit, issues).longText(
                    "message", visit.say("ข้อความ", "Message"),
                    value: visit.request.form["message"], isRequired: !takesFiles)
                if takesFiles {
                    let look = CaseUploads.look(file, visit)
                    Controls(visit, issues).file(
                        "files", visit.say("เอกสารหรือภาพ", "Documents or photos"),
                        accept: look.accept, hint: look.hint(visit.language), isRequired: false,
                        isMultiple: true)
                }
                Controls(visit).submit(visit.say("ส่ง", "Send"), class: "button second")
            }
        }
    }

    private static func answer(_ visit: Visit) throws -> Answer {
        let (file, sight) = try visit.answeredCase()
        var issues = Issues()
        let text = ThaiText.trimmed(visit.request.form["message"] ?? "")
        let uploads = sight == .whole ? visit.request.files.filter(\.isThere) : []
        if text.isEmpty, uploads.isEmpty {
            if sight == .whole {
                issues.add(
                    "message", "กรอกข้อความหรือแนบเอกสาร", "Enter a message or attach a document")
            } else {
                issues.add("message", "กรอกข้อความ", "Enter a message")
            }
        } else if text.unicodeScalars.count > 4000 {
            issues.add(
                "message", "ข้อความต้องไม่เกิน 4,000 ตัวอักษร", "Use at most 4,000 characters")
        }
        if issues.isEmpty {
            // Sealed only when nothing else is to be put right.
            let files =
                uploads.isEmpty ? [] : try CaseUploads.sealed(in: file, visit, &issues)
            if issues.isEmpty {
                let draft = try draft(text, files, uploads, file, sight, visit)
                guard let objection = visit.objection(to: visit.office.perform(draft)) else {
                    return .go(CaseDone.message.path(file.petition.number, visit))
                }
                issues.add("message", objection)
            }
        }
        if sight == .whole { CaseUploads.addLost(visit, &issues) }
        return .page(try CasePages.page(of: file.seen(sight), sight, visit, issues: issues))
    }

    /// Files without a word are files that were added; with one they come with the message.
    private static func draft(
        _ text: String, _ files: [Attachment], _ uploads: [UploadedFile], _ file: CaseFile,
        _ sight: CaseSight, _ visit: Visit
    ) throws -> Draft {
        let command: PetitionCommand =
            text.isEmpty
            ? .attach(.init(attachments: files.count))
            : .message(
                .init(
                    channel: .web, attachments: files.isEmpty ? nil : files.count,
                    isByDigits: sight == .status))
        var draft = visit.draft(command, in: file, once: "message")
        if !text.isEmpty { draft.sections.append(PlainSection(Message(text: text))) }
        draft.sections += files.map { PlainSection($0) }
        draft.sentFiles = uploads.isEmpty ? nil : try uploads.digest()
        return draft
    }
}
