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

    init(
        _ delivery: OfficePost.Delivery, of office: Office, _ settings: CurrentSettings
    ) throws {
        self.settings = settings
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
            switch try composer.write(row, at: now) {
            case .impossible(let failure): return .impossible(failure)
            case .message(let message): return try send(message)
            }
        } catch {
            return .broken("\(error)")
        }
    }

    private func send(_ message: PostMessage) throws -> OutboxWorker.Delivery {
        switch message.content {
        case .letter(let letter):
            guard let mailer else { return .shown }
            guard let recipient = MailAddress(message.recipient) else {
                return .impossible(.noRecipient)
            }
            return .answered(
                mailer.send(
                    MailMessage(
                        to: recipient, subject: letter.subject, text: letter.text,
                        html: letter.html, id: message.row.messageID, date: message.row.created)))
        case .chat(let chat):
            guard let line else { return .shown }
            // An event makes one message of LINE: its id is the message's own for ever.
            return .answered(
                line.push(
                    chat, to: message.recipient, retryKey: "\(message.row.message.event)"))
        case .short(let text):
            guard let sms else { return .shown }
            let sender = try settings.now().value.messaging.smsSender
            return .answered(sms.send(SMSMessage(to: message.recipient, text: text), as: sender))
        }
    }
}
