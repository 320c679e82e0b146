internal import Channels
internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Vault

/// Writes the message of a row: looks up the address, the wording and the code when it is needed.
struct Composer: Sendable {
    let office: Office
    let codes: OneTimeCodes
    let settings: CurrentSettings
    /// Where the office’s pages are, `https://petitions.town.example/kt`; only links need it.
    let site: String?
    let passwords: GuestPasswords
    let book: AddressBook

    enum Written: Equatable {
        case message(PostMessage)
        case impossible(OutboxRow.Failure)
    }

    func write(_ row: OutboxRow, at now: Instant) throws -> Written {
        guard let stream = StreamName(subject: row.message.stream),
            let notice = Notice(rawValue: row.message.template)
        else { return .impossible(.refused) }
        let reach = try reach(row, notice, stream)
        guard !reach.isErased else { return .impossible(.erased) }
        guard let channel = NoticeChannel(rawValue: row.message.channel),
            let recipient = reach.address(on: channel, for: notice)
        else { return .impossible(.noAddress) }
        let settings = try settings.now().value
        var values = ["office": settings.office?.name.thai ?? "", "number": stream.name]
        var english: [String: String] = [:]
        switch notice {
        case .submittedCode where channel == .sms: break
        case .submitted:
            (values, english) = try FilingNews(stream, settings, in: office).added(to: values)
        case .submittedCode, .trackingCode:
            if notice == .submittedCode {
                (values, english) = try FilingNews(stream, settings, in: office).added(to: values)
            }
            guard let password = try passwords.password(of: stream.name, given: row.message.event)
            else { return .impossible(.expired) }
            values["tracking"] = reach.trackingCode ?? stream.name
            values["password"] = password.display
        case .resetCode, .resetLink, .contactCode, .phoneCode, .readingCode:
            guard let code = try codeValues(row, notice, stream, at: now) else {
                return .impossible(.expired)
            }
            values.merge(code) { $1 }
        case .returned:
            let request = try CorrectionRequest(
                row.message.position, of: stream, settings, in: office)
            (values, english) = request.added(
                to: values, isListShown: reach.isConfirmed && !request.isConfidential)
        default: break
        }
        let words = MessageWords(settings: settings, site: site)
        guard let content = words.content(of: notice, channel, values, english) else {
            return .impossible(.refused)
        }
        return .message(
            PostMessage(row: row, recipient: recipient, notice: notice, content: content))
    }

    private func reach(
        _ row: OutboxRow, _ notice: Notice, _ stream: StreamName
    ) throws -> AddressBook.Reach {
        // Who was there before is told, even where the new address was confirmed meanwhile.
        if notice == .contactChanged {
            guard try !book.reach(stream).isErased else { return .erased }
            return try book.reach(stream, before: row.message.position)
        }
        guard let officer = row.message.officer else { return try book.reach(stream) }
        return try book.reach(officer: officer)
    }

    private func codeValues(
        _ row: OutboxRow, _ notice: Notice, _ stream: StreamName, at now: Instant
    ) throws -> [String: String]? {
        let (event, purpose) = (row.message.event, notice.codePurpose)
        let account = row.message.officer.map(OfficerLogin.account) ?? stream.name
        guard let out = try codes.code(purpose, of: account, at: now),
            let secret = try codes.secret(purpose, to: account, for: event, at: now)
        else { return nil }
        let seconds = max(0, out.expires.milliseconds - now.milliseconds) / 1000
        var values = ["ref": out.reference, "minutes": "\(max(1, (seconds + 30) / 60))"]
        switch out.manner {
        case .code: values["code"] = secret
        case .link:
            guard let site else { throw PostProblem.noSite }
            values["link"] = "\(site)/reset/\(secret)"
        }
        return values
    }
}
