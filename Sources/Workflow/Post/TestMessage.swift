internal import Channels
package import Entries
package import Events
package import Rules

/// What became of a message that an officer sent himself to see a wording arrive.
package enum TestMessage: Equatable, Sendable {
    /// To that address, most of it covered.
    case sent(to: String)
    /// Nothing leaves this house.
    case shown
    /// The office knows no address of that officer on that channel.
    case noContact
    /// Nobody sends it: the provider's own words, or there is no provider.
    case failed(String)
}

extension ServedOffice {
    /// Sends a wording with made-up values to the officer's own address, whether it is recorded
    /// or not; `settings` are the office's with that wording in them.
    ///
    /// It blocks until the provider has answered, and leaves no trace in the log: it tells of
    /// nothing that happened.
    package func sendTest(
        of data: OfficeEvent.TemplateSet, in settings: OfficeSettings, to officer: String,
        site: String?, at now: Instant
    ) throws -> TestMessage {
        guard let post, let notice = Notice(rawValue: data.template),
            let content = MessageWords(settings: settings, site: site)
                .sample(of: notice, on: data.channel)
        else { return .failed("") }
        let person = try AddressBook(office: office).officers.person(officer)
        let (address, masked): (String?, String?)
        switch data.channel {
        case .email:
            let email = person?.email.flatMap { try? EmailAddress($0) }
            (address, masked) = (person?.email, email?.masked)
        case .sms:
            let phone = person?.phone.flatMap { try? PhoneNumber($0) }
            let mobile = phone?.kind == .mobile ? phone : nil
            (address, masked) = (mobile?.e164, mobile?.masked)
        // Officers have no chat with the office.
        case .line, .letter, .phone, .web: (address, masked) = (nil, nil)
        }
        guard let address, let masked else { return .noContact }
        let id = "test.\(now.milliseconds).\(officer)"
        let delivery = try post.carriers.hand(
            content, to: address, as: id, retryKey: id, at: now)
        switch delivery {
        case .answered(.accepted): return .sent(to: masked)
        case .shown: return .shown
        case .answered(.temporary(let reply)), .answered(.permanent(let reply, _)),
            .answered(.unknown(let reply)):
            return .failed("\(reply)")
        case .impossible, .broken, .held: return .noContact
        }
    }
}
