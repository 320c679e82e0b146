internal import Channels
internal import Entries
internal import Events
internal import Rules

/// Writes into the log what became of a message: `notified`, and `contact-bounced` where nobody is
/// reached under an account's address. What did not reach its person goes to the next channel.
struct PostReport: Sendable {
    let office: Office
    let port: any CommandPort
    let outbox: Outbox
    let open: Set<NoticeChannel>
    let clock: @Sendable () -> Instant

    /// Whether it stands in the log, or never will; again after a crash it is not written twice.
    func tell(_ row: OutboxRow) throws -> Bool {
        // What officers are told is no part of a case's history.
        guard let stream = StreamName(subject: row.message.stream), row.message.officer == nil
        else { return true }
        guard let channel = NoticeChannel(rawValue: row.message.channel) else { return true }
        guard isSettled(notified(row, stream, channel)) else { return false }
        // That the address which was given up is dead says nothing of the one in its place.
        guard row.state == .failed, row.message.role != Reactor.formerAddress else { return true }
        let reach = try AddressBook(office: office).reach(stream)
        if row.failure == .noRecipient, let account = reach.account,
            let contact = ContactKind(channel), !isSettled(bounced(row, account, contact))
        {
            return false
        }
        try goOn(row, channel, reach)
        return true
    }

    /// Falls to the next channel where this one cannot reach the person.
    private func goOn(
        _ row: OutboxRow, _ channel: NoticeChannel, _ reach: AddressBook.Reach
    ) throws {
        guard let failure = row.failure, let notice = Notice(rawValue: row.message.template),
            [.noRecipient, .refused, .quota, .givenUp, .noAddress].contains(failure)
        else { return }
        var reached = reach.channels(for: notice)
        // As it was when the message set out: what has bounced since counts as told.
        reached.insert(channel)
        let route = NoticeRoute(reach: reached, open: open)
        guard let next = route.next(after: channel, for: notice) else { return }
        var message = row.message
        message.channel = next.rawValue
        try outbox.add(message, at: clock())
    }

    private func notified(
        _ row: OutboxRow, _ stream: StreamName, _ channel: NoticeChannel
    ) -> Draft {
        let template = row.message.template
        let command: Command =
            switch stream.kind {
            case .petition:
                .petition(
                    number: stream.name,
                    .notify(
                        PetitionEvent.Notified(
                            channel: channel, template: template, outcome: row.outcome,
                            reference: row.messageID)))
            case .account, .office:
                .account(
                    id: stream.name,
                    .notify(
                        AccountEvent.Notified(
                            channel: channel, template: template, outcome: row.outcome,
                            reference: row.messageID)))
            }
        return draft(command, row, "notified")
    }

    private func bounced(
        _ row: OutboxRow, _ account: String, _ contact: ContactKind
    ) -> Draft {
        let bounced = AccountEvent.ContactBounced(contact: contact)
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

extension ContactKind {
    /// What a message on that channel is sent to.
    fileprivate init?(_ channel: NoticeChannel) {
        switch channel {
        case .email: self = .email
        case .sms: self = .phone
        case .line: self = .line
        case .letter, .phone, .web: return nil
        }
    }
}
