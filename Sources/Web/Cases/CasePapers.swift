internal import Documents
internal import Entries
internal import Events
internal import HTTP
internal import Paper
internal import Rules
internal import TransparencyLog
internal import Workflow

/// The papers of a case: the printed sheet, the slip of receipt, and what was attached.
enum CasePapers {
    static func add(to routes: inout PageRoutes) {
        routes.get("/cases/{number}/sheet.pdf", lane: .slow) { try sheet(of: try $0.ownCase(), $0) }
        routes.get("/cases/{number}/receipt.pdf", lane: .slow) {
            try slip(of: try $0.ownCase(), $0)
        }
        routes.get("/cases/{number}/receipt.tlog-proof") { visit in
            let (file, sight) = try visit.shownCase()
            return try ReceiptFile.answer(file.petition.number, withText: sight == .whole, visit)
        }
        routes.get("/cases/{number}/files/{file}") { try file($0) }
        routes.get("/cases/{number}/events/{position}/{file}") { try officeFile($0) }
    }

    static func sheet(of file: CaseFile, _ visit: Visit) throws -> Answer {
        let petition = file.petition
        guard let text = file.text, let head = visit.officeHead else {
            throw HTTP.Refusal.notFound
        }
        var sheet = PetitionSheet(
            office: head, number: petition.number, service: visit.serviceName(of: petition),
            kind: petition.kind, enteredAt: petition.enteredAt,
            deemedReceivedAt: petition.deemedReceivedAt,
            filing: PetitionFiling(
                text: text, petitioner: file.petitioner, place: file.place,
                attachments: file.attachments.compactMap { attached in
                    attached.content.content.flatMap { printed($0, in: petition, visit) }
                }),
            created: petition.recordedAt, manner: visit.manner)
        sheet.department = visit.departmentName(petition.department)
        sheet.officer = receiver(of: file, visit)
        sheet.fields = visit.settings.definition(of: petition)?.form.flatMap(\.fields) ?? []
        sheet.category = petition.category.flatMap {
            visit.settings.categories[$0]?.value.name
        }
        sheet.channel = petition.channel
        sheet.status = petition.status
        sheet.verification = try visit.verification(of: petition.number)
        return try pdf(sheet.paper(), "\(petition.number).pdf")
    }

    /// A file of the petitioner's as the sheet names it; nil for what the system wrote down itself.
    private static func printed(
        _ attachment: Attachment, in petition: Petition, _ visit: Visit
    ) -> String? {
        guard !attachment.isWrittenBySystem else { return nil }
        let title = AttachmentList.title(of: attachment, in: petition, visit)
        return title.map { "\($0): \(attachment.name)" } ?? attachment.name
    }

    /// Who took it in: by its first step at the office, or at the counter.
    private static func receiver(of file: CaseFile, _ visit: Visit) -> String? {
        let first = file.events.first { event in
            switch event.event {
            case .petition(.received), .petition(.inProgress): true
            default: false
            }
        }
        let officer = first?.actor ?? file.petition.filedBy
        return officer.flatMap { $0 == visit.officerName($0) ? nil : visit.officerName($0) }
    }

    static func slip(of file: CaseFile, _ visit: Visit) throws -> Answer {
        let petition = file.petition
        guard let head = visit.officeHead else { throw HTTP.Refusal.notFound }
        let service = visit.serviceName(of: petition)
        var slip = ReceiptSlip(
            office: head, number: petition.number, service: service,
            subject: file.text?.subject ?? service.thai, enteredAt: petition.enteredAt,
            deemedReceivedAt: petition.deemedReceivedAt, manner: visit.manner)
        slip.petitioner = file.petitioner.map { PersonName($0).thai }
        slip.department = visit.departmentName(petition.department)
        slip.attachments =
            file.attachments.count { !($0.content.content?.isWrittenBySystem ?? false) }
        slip.steps = NextSteps.steps(petition, visit).map {
            ReceiptSlip.Step($0.name, due: $0.due)
        }
        slip.verification = try visit.verification(of: petition.number)
        slip.digest = try visit.office.mark(of: petition.number)?.leaf
        return try pdf(slip.paper(), "\(petition.number)-receipt.pdf")
    }

    private static func pdf(_ paper: Paper, _ name: String) throws -> Answer {
        .response(.download(try paper.pdf(), "application/pdf", name: name))
    }

    /// One of the petitioner's own files, named by its place in the list.
    private static func file(_ visit: Visit) throws -> Answer {
        let file = try visit.ownCase()
        let index: Int = try visit.request.parameter("file") { Int($0) }
        guard file.attachments.indices.contains(index),
            let attachment = file.attachments[index].content.content
        else { throw HTTP.Refusal.notFound }
        let bytes = try visit.office.bytes(
            of: attachment.file, under: file.petition.caseKey, size: attachment.size)
        return .response(.download(bytes, attachment.mediaType, name: attachment.name))
    }

    /// A file that the office sent with something that its petitioner sees.
    private static func officeFile(_ visit: Visit) throws -> Answer {
        let file = try visit.ownCase()
        let position: Position = try visit.request.parameter("position") { Position($0) }
        let index: Int = try visit.request.parameter("file") { Int($0) }
        guard let event = file.events.first(where: { $0.position == position }),
            case .petition(let fact) = event.event, fact.isForPetitioner
        else { throw HTTP.Refusal.notFound }
        let contents = try visit.office.office.sections(Attachment.self, of: event)
        guard contents.indices.contains(index), let attachment = contents[index].content else {
            throw HTTP.Refusal.notFound
        }
        let bytes = try visit.office.bytes(
            of: attachment.file, under: file.petition.caseKey, size: attachment.size)
        return .response(.download(bytes, attachment.mediaType, name: attachment.name))
    }
}

extension Visit {
    var officeHead: OfficeHead? { settings.office.map { OfficeHead($0) } }

    func serviceName(of petition: Petition) -> LocalText {
        settings.definition(of: petition)?.name ?? LocalText(petition.service)
    }

    func departmentName(_ code: String?) -> LocalText? {
        code.flatMap { settings.departments[$0]?.value.name }
    }

    /// What the QR code on a paper leads to: the page where a case is followed. Behind the `#`,
    /// which no browser sends anywhere, stands which entry of the log it is.
    func verification(of number: String) throws -> Verification? {
        guard let mark = try office.mark(of: number) else { return nil }
        return address(of: "\(path("track"))?number=\(number)#\(mark)").map {
            Verification(address: $0)
        }
    }
}
