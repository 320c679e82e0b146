package import Entries
internal import EventLog
internal import Events
internal import Rules
package import Workflow

extension Crowd {
    /// Files a case that is withdrawn and erased at once, and has what is left of it removed: one
    /// whole course of forgetting. What is refused is passed over.
    package static func forgetOne(
        in office: Office, by writer: OfficeWriter, clock: @Sendable () -> Instant
    ) {
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.terms = 1
        submit.notice = 1
        let citizen = Actor.citizen("forgotten")
        let filing = Draft(
            .petition(number: nil, .submit(submit)), by: citizen, at: clock(),
            sections: [
                PlainSection(PetitionText(subject: "ขอให้ลืม", details: "ทั้งหมด")),
                PlainSection(Petitioner()),
            ])
        guard case .accepted(let receipt) = writer.perform(filing),
            let number = StreamName(subject: receipt.stream)?.name,
            let key = try? office.log.history(of: number)?.petition.caseKey
        else { return }
        var withdrawal = Draft(
            .petition(number: number, .withdraw(.init())), by: citizen, at: clock())
        withdrawal.isOwnerProven = true
        _ = writer.perform(withdrawal)
        let appointed = OfficeEvent.OfficerAppointed(officer: "officer-8", roles: [.dpo])
        _ = writer.perform(
            Draft(.office(OfficeCommand(.officerAppointed(appointed))), by: .system, at: clock()))
        let approve = PetitionCommand.approveErasure(.init(ground: .mistake))
        _ = writer.perform(
            Draft(
                .petition(number: number, approve), by: .officer("officer-8", .dpo), at: clock(),
                sections: [PlainSection(Reason(text: "ขอให้ลืม"))]))
        let erase = PetitionCommand.erase(.init(key: key, ground: .mistake))
        _ = writer.perform(Draft(.petition(number: number, erase), by: .system, at: clock()))
        _ = try? writer.forget(at: clock())
    }
}
