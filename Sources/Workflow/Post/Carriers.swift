internal import Channels
internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Vault

/// Whoever carries an office's messages out of the house, each with its secret.
struct Carriers: Sendable {
    private let mailer: Mailer?
    private let sms: SMSSender?
    private let line: LINESender?
    /// Where LINE is heard.
    let desk: LINEDesk?
    private let settings: CurrentSettings
    private let office: Office

    init(
        _ delivery: OfficePost.Delivery, of office: Office, _ settings: CurrentSettings
    ) throws {
        self.settings = settings
        self.office = office
        let keys = try KeyDirectory(of: office)
        func secret(_ name: String?) throws -> String? { try name.map { try keys.text($0) } }
        let name = try settings.now().value.office?.name.thai ?? ""
        mailer = try delivery.mail.map {
            try Mailer($0, officeName: name, password: try secret($0.secretName))
        }
        sms = try delivery.sms.map { try SMSSender($0, secret: try secret($0.secretName)) }
        let line = try delivery.line.map { LINESender($0, token: try keys.text($0.tokenName)) }
        self.line = line
        if let line, let channel = delivery.line {
            desk = LINEDesk(sender: line, secret: try keys.text(channel.secretName))
        } else {
            desk = nil
        }
    }

    func deliver(
        _ row: OutboxRow, by composer: Composer, at now: Instant
    ) -> OutboxWorker.Delivery {
        do {
            if let end = try quietEnd(of: row, at: now) { return .held(until: end) }
            switch try composer.write(row, at: now) {
            case .impossible(let failure): return .impossible(failure)
            case .message(let message): return try send(message)
            }
        } catch {
            return .broken("\(error)")
        }
    }

    /// When the office writes to telephones and chats again; nil for what goes now. A code cannot
    /// wait, and an e-mail wakes nobody.
    private func quietEnd(of row: OutboxRow, at now: Instant) throws -> Instant? {
        let channel = NoticeChannel(rawValue: row.message.channel)
        guard channel == .sms || channel == .line, !row.isCode else { return nil }
        return try settings.now().value.quietHours?.end(at: now)
    }

    private func send(_ message: PostMessage) throws -> OutboxWorker.Delivery {
        // An event makes one message of LINE: its id is the message's own for ever.
        let slip =
            mailer == nil || message.letter == nil
            ? nil
            : try FilingSlip(office: office, settings: try settings.now().value)
                .attachment(to: message)
        return try hand(
            message.content, with: [slip].compactMap { $0 }, to: message.recipient,
            as: message.row.messageID, retryKey: "\(message.row.message.event)",
            at: message.row.created)
    }

    /// Hands over one message, known by `id` to the mail server and by `retryKey` to LINE.
    func hand(
        _ content: PostMessage.Content, with files: [MailMessage.Attachment] = [],
        to recipient: String, as id: String, retryKey: String, at date: Instant
    ) throws -> OutboxWorker.Delivery {
        switch content {
        case .letter(let letter):
            guard let mailer else { return .shown }
            guard let address = MailAddress(recipient) else { return .impossible(.noRecipient) }
            var mail = MailMessage(
                to: address, subject: letter.subject, text: letter.text, html: letter.html,
                id: id, date: date)
            mail.attachments = files
            return .answered(mailer.send(mail))
        case .chat(let chat):
            guard let line else { return .shown }
            return .answered(line.push(chat, to: recipient, retryKey: retryKey))
        case .short(let text):
            guard let sms else { return .shown }
            let sender = try settings.now().value.messaging.smsSender
            return .answered(sms.send(SMSMessage(to: recipient, text: text), as: sender))
        }
    }
}
