internal import Channels
internal import Entries
internal import Events
internal import Rules

/// Writes into the log what became of a message: `notified`, and `contact-bounced` where nobody is
/// reached under an account's address.
struct PostReport: Sendable {
    let office: Office
    let port: any CommandPort
    let clock: @Sendable () -> Instant

    /// Whether it stands in the log, or never will; again after a crash it is not written twice.
    func tell(_ row: OutboxRow) throws -> Bool {
        // What officers are told is no part of a case's history.
        guard let stream = StreamName(subject: row.message.stream), row.message.officer == nil
        else { return true }
        guard isSettled(notified(row, stream)) else { return false }
        guard row.failure == .noRecipient,
            let account = try AddressBook(office: office).reach(stream).account
        else { return true }
        return isSettled(bounced(row, account))
    }

    private func notified(_ row: OutboxRow, _ stream: StreamName) -> Draft {
        let template = row.message.template
        let command: Command =
            switch stream.kind {
            case .petition:
                .petition(
                    number: stream.name,
                    .notify(
                        PetitionEvent.Notified(
                            channel: .email, template: template, outcome: row.outcome,
                            reference: row.messageID)))
            case .account, .office:
                .account(
                    id: stream.name,
                    .notify(
                        AccountEvent.Notified(
                            channel: .email, template: template, outcome: row.outcome,
                            reference: row.messageID)))
            }
        return draft(command, row, "notified")
    }

    private func bounced(_ row: OutboxRow, _ account: String) -> Draft {
        let bounced = AccountEvent.ContactBounced(contact: .email)
        return draft(.account(id: account, .bounceContact(bounced)), row, "bounced")
    }

    private func draft(_ command: Command, _ row: OutboxRow, _ word: String) -> Draft {
        var draft = Draft(command, by: .system, at: clock())
        draft.idempotencyKey = "\(word)/\(row.message.key)"
        draft.cause = row.message.event
        return draft
    }

    /// A refusal is an answer: the case is erased, the address is known to be dead.
    private func isSettled(_ draft: Draft) -> Bool {
        switch port.perform(draft) {
        case .accepted, .refused: true
        case .unknown, .failed, .busy: false
        }
    }
}

extension OutboxRow {
    fileprivate var outcome: NoticeOutcome {
        switch state {
        case .sent: .sent
        case .shown: .suppressed
        case .failed: failure == .lost ? .unknown : .failed
        case .waiting, .sending: .unknown
        }
    }
}
