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
        let reach = try reach(row, stream)
        guard !reach.isErased else { return .impossible(.erased) }
        guard let email = notice == .contactCode ? reach.unconfirmed ?? reach.email : reach.email
        else { return .impossible(.noAddress) }
        let settings = try settings.now().value
        var values = ["office": settings.office?.name.thai ?? "", "number": stream.name]
        switch notice {
        case .submittedCode, .trackingCode:
            guard let password = try passwords.password(of: stream.name, given: row.message.event)
            else { return .impossible(.expired) }
            values["tracking"] = reach.trackingCode ?? stream.name
            values["password"] = password.display
        case .resetCode, .resetLink, .contactCode:
            guard let code = try codeValues(row, notice, stream, at: now) else {
                return .impossible(.expired)
            }
            values.merge(code) { $1 }
        default: break
        }
        let wording = settings.emailWording(of: notice)
        return .message(
            PostMessage(
                row: row, recipient: email, notice: notice,
                letter: Letter(wording, values: values, office: settings.office?.name)))
    }

    private func reach(_ row: OutboxRow, _ stream: StreamName) throws -> AddressBook.Reach {
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
