internal import Crypto
internal import Documents
internal import Entries
internal import Events
internal import Markup
internal import Paper
internal import Rules
internal import Vault
internal import Workflow

/// Issuing a document: the office's own file, or a paper that is made of what is typed; either
/// way with a code by which anybody checks it. What is issued cannot be changed, only revoked, so
/// that it is shown once more before.
enum DocumentForm {
    static func fields(_ visit: ActVisit) -> HTML {
        DocumentCheck.isDue(visit) ? DocumentCheck.fields(visit) : form(visit)
    }

    private static func form(_ visit: ActVisit) -> HTML {
        let petition = visit.desk.petition
        var html = DocumentCheck.asksToCheck
        html.append(KeptFile.hidden(visit.kept))
        html.append(
            visit.words(
                "kind", "ชนิดเอกสาร", "Kind",
                DocumentKind.allCases.filter { petition.kind == .service || $0 != .licence }))
        html.append(
            visit.line(
                "number", "เลขที่เอกสาร", "Number",
                value: "\(petition.number)-\(petition.documents.count + 1)", width: "w13"))
        html.append(visit.line("title", "ชื่อเอกสาร", "Title", isRequired: false))
        html.append(
            visit.line(
                "holder", "ออกให้แก่", "Issued to",
                value: visit.desk.showsPetitioner
                    ? visit.desk.file.petitioner.map { PersonName($0).thai } : nil,
                isRequired: false))
        html.append(
            visit.long(
                "particulars", "รายการ บรรทัดละ “หัวข้อ: ค่า”", "Particulars, “name: value” a line",
                isRequired: false))
        html.append(visit.date("from", "ใช้ได้ตั้งแต่", "Valid from", isRequired: false))
        html.append(visit.date("until", "ใช้ได้ถึง", "Valid until", isRequired: false))
        let standing = petition.documents.filter { !$0.isRevoked }
        if !standing.isEmpty {
            html.append(
                visit.controls.select(
                    "replaces", visit.say("แทนฉบับเดิม", "Replaces"),
                    options: standing.map { ($0.number, $0.number) },
                    chosen: visit.typed.text("replaces"), isRequired: false))
        }
        html.append(
            visit.controls.agreement(
                "listed", visit.say("แสดงในทะเบียนสาธารณะ", "Show it in the public register"),
                isChecked: visit.typed.isTicked("listed")))
        return html
    }

    static func command(_ visit: ActVisit, _ issues: inout Issues) throws -> ActCommand? {
        let chosen: DocumentKind? = visit.word("kind")
        if chosen == nil { issues.add("kind", "เลือกชนิดเอกสาร", "Choose the kind of document") }
        var issued = PetitionEvent.DocumentIssued(
            number: visit.typed["number"], kind: chosen ?? .other)
        issued.validFrom = date("from", visit, &issues)
        issued.validUntil = date("until", visit, &issues)
        issued.replaces = visit.typed.text("replaces")
        issued.isListed = visit.typed.isTicked("listed")
        guard DocumentCheck.isPassed(visit) else { return nil }
        let code = AccessCode(
            random: SecureRandom.current.bytes(AccessCode.verificationLength))
        issued.verificationCode = code.text
        guard issues.isEmpty else { return nil }
        let files = visit.attachments
        guard issues.isEmpty else { return nil }
        guard files.count <= 1 else {
            issues.add("files", "แนบได้หนึ่งไฟล์", "One file only")
            return nil
        }
        let file = try files.first ?? made(issued, code, visit)
        let kind = visit.visit.language(issued.kind.label)
        let document = IssuedDocument(
            title: visit.typed.text("title") ?? kind, file: file.file, content: file.content,
            holder: visit.typed.text("holder"), particulars: particulars(visit),
            mediaType: file.mediaType, size: file.size)
        return ActCommand(.issueDocument(issued), [PlainSection(document)])
    }

    private static func date(
        _ name: String, _ visit: ActVisit, _ issues: inout Issues
    ) -> CivilDate? {
        let parts = ["day", "month", "year"].map { visit.typed["\(name)-\($0)"] }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        do throws(DateRefusal) {
            return try CivilDate(day: parts[0], month: parts[1], year: parts[2])
        } catch {
            issues.add(name, error.wording)
            return nil
        }
    }

    static func particulars(_ visit: ActVisit) -> [Events.Answer] {
        (visit.text("particulars") ?? "").split(whereSeparator: \.isNewline).map { line in
            let parts = String(line).split(separator: ":", maxSplits: 1).map {
                ThaiText.trimmed($0)
            }
            return parts.count == 2
                ? Events.Answer(field: parts[0], values: [parts[1]])
                : Events.Answer(field: "", values: [ThaiText.trimmed(String(line))])
        }
    }

    /// The paper that the system makes, sealed like whatever comes with a case.
    private static func made(
        _ issued: PetitionEvent.DocumentIssued, _ code: AccessCode, _ visit: ActVisit
    ) throws -> Attachment {
        let desk = visit.visit
        let paper = IssuedPaper(
            office: desk.officeHead, kind: issued.kind, number: issued.number,
            title: visit.typed.text("title"), holder: visit.typed.text("holder"),
            particulars: particulars(visit), validFrom: issued.validFrom,
            validUntil: issued.validUntil, petition: visit.desk.number, issuedAt: desk.now,
            verification: desk.address(of: "\(desk.path("check"))?code=\(code.text)")
                .map { Verification(address: $0, code: code.display) })
        let bytes = try paper.paper().pdf()
        guard
            let key = try desk.office.key(of: StreamName(.petition, visit.desk.number))
        else { throw CaseKeyMissing() }
        let sealed = try desk.office.seal(under: key) { try $0(bytes.span) }
        return Attachment(
            name: "\(issued.number).pdf", mediaType: "application/pdf", size: sealed.size,
            file: sealed.file, content: sealed.content)
    }

    /// A case that can be opened has a key: without one the log and the keys disagree.
    private struct CaseKeyMissing: Error {}
}
