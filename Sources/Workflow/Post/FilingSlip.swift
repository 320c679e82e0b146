internal import Channels
internal import Documents
internal import Entries
internal import EventLog
internal import Events
internal import Paper
internal import Rules

/// The slip of receipt that goes with the e-mail of a filing, as PDF.
///
/// It goes to an address that a guest typed once, and that may be somebody else's: no family name
/// is in it, no identity number, and nothing that was written; those stand on the slip of the
/// site. It has no code to scan either: messages lead nowhere.
struct FilingSlip {
    let office: Office
    let settings: OfficeSettings

    /// Nil for what is no filing, and where the office sends none.
    func attachment(to message: PostMessage) throws -> MailMessage.Attachment? {
        guard message.notice == .submitted || message.notice == .submittedCode,
            !settings.messaging.isReceiptWithheld,
            let stream = StreamName(subject: message.row.message.stream),
            let history = try office.log.history(of: stream.name),
            let filing = history.events.first,
            let head = settings.office.map({ OfficeHead($0) })
        else { return nil }
        let petition = history.petition
        let service = settings.definition(of: petition)
        let name = service?.name ?? LocalText(petition.service)
        var slip = ReceiptSlip(
            office: head, number: stream.name, service: name, subject: name.thai,
            enteredAt: petition.enteredAt, deemedReceivedAt: petition.deemedReceivedAt)
        slip.petitioner = try office.section(Petitioner.self, of: filing)
            .map { PersonName($0).masked }
        slip.department = petition.department.flatMap { settings.departments[$0]?.value.name }
        slip.attachments = filing.frame.sections.count {
            $0.field == SectionKind.attachment.rawValue
        }
        slip.steps =
            service.map { service in
                ServiceClocks(service).promised(of: petition, calendar: settings.calendar)
                    .map { ReceiptSlip.Step($0.name, due: $0.due) }
            } ?? []
        slip.digest = try office.log.entry(at: filing.position)?.leafHash
        return MailMessage.Attachment(
            name: "\(stream.name)-receipt.pdf", bytes: try slip.paper().pdf())
    }
}
