internal import Entries
internal import Events
internal import Rules
internal import Vault

/// A notice that follows from an event.
struct NoticePlan: Equatable {
    var notice: Notice
    /// Whether it goes out whatever way the person prefers to be told: a code is useless
    /// otherwise, and on completion an e-mail is promised.
    var isAlways = false
    /// With a one-time code: until when it is good.
    var expires: Instant?

    /// None for what people need not be told, for imported histories, and for the house's own
    /// acts.
    static func of(_ recorded: RecordedEvent) -> [NoticePlan] {
        guard !recorded.frame.isImported else { return [] }
        return switch recorded.event {
        case .petition(.trackingReset(let data)) where data.isReading:
            [
                NoticePlan(
                    notice: .readingCode, isAlways: true,
                    expires: ReadingCodes.end(after: recorded.time))
            ]
        case .petition(let event): [of(event)].compactMap { $0 }
        case .account(.contactChanged(let data)):
            data.kinds.compactMap { ConfirmedContact($0) }.map { contact in
                NoticePlan(
                    notice: contact.notice, isAlways: true,
                    expires: contact.end(after: recorded.time))
            }
        case .account(let event): [of(event)].compactMap { $0 }
        case .office: []
        }
    }

    /// The one-time code that an event asks for, of those that a notice carries; nil if it asks
    /// for none.
    static func code(_ recorded: RecordedEvent, in notice: Notice) -> AskedCode? {
        if case .account(.contactChanged) = recorded.event {
            guard let contact = ConfirmedContact.allCases.first(where: { $0.notice == notice })
            else { return nil }
            return AskedCode(
                account: recorded.stream.name, purpose: contact.purpose, manner: .code,
                end: contact.end(after: recorded.time))
        }
        if notice == .readingCode {
            return AskedCode(
                account: recorded.stream.name, purpose: .reading, manner: .code,
                end: ReadingCodes.end(after: recorded.time))
        }
        return notice == .resetCode || notice == .resetLink ? reset(recorded) : nil
    }

    /// The code for a forgotten password.
    static func reset(_ recorded: RecordedEvent) -> AskedCode? {
        switch recorded.event {
        case .account(.passwordResetRequested(let data)):
            switch data.via {
            case .code:
                AskedCode(account: recorded.stream.name, manner: .code, end: data.expiresAt)
            case .link:
                AskedCode(account: recorded.stream.name, manner: .link, end: data.expiresAt)
            case .counter, .recovery: nil
            }
        case .office(.officerResetRequested(let data)):
            AskedCode(
                account: OfficerLogin.account(of: data.officer), manner: .code,
                end: data.expiresAt)
        default: nil
        }
    }

    struct AskedCode {
        /// What the code is kept under: a citizen's account, an officer's login.
        let account: String
        var purpose = OneTimeCode.Purpose.passwordReset
        let manner: OneTimeCode.Manner
        let end: Instant
    }

    private static func of(_ event: PetitionEvent) -> NoticePlan? {
        switch event {
        case .submitted(let data):
            data.tracking == .code
                ? NoticePlan(notice: .submittedCode, isAlways: true)
                : NoticePlan(notice: .submitted)
        case .trackingReset(let data):
            data.tracking == .code ? NoticePlan(notice: .trackingCode, isAlways: true) : nil
        case .received: NoticePlan(notice: .received)
        case .inProgress: NoticePlan(notice: .inProgress)
        case .completed: NoticePlan(notice: .completed, isAlways: true)
        case .deemedApproved: NoticePlan(notice: .deemedApproved, isAlways: true)
        case .returned: NoticePlan(notice: .returned)
        case .answered(let data):
            // By letter or telephone the person has the answer already.
            data.channel == nil || data.channel == .web || data.channel == .email
                ? NoticePlan(notice: .answered) : nil
        case .rejected: NoticePlan(notice: .rejected)
        case .referred: NoticePlan(notice: .referred)
        case .reopened: NoticePlan(notice: .reopened)
        case .withdrawn: NoticePlan(notice: .withdrawn)
        case .delayNoticed: NoticePlan(notice: .delayNoticed)
        case .documentIssued: NoticePlan(notice: .documentIssued)
        default: nil
        }
    }

    /// Told to the address that another one was given in place of, whatever the person prefers:
    /// who has the password may not be the person.
    static func warning(_ recorded: RecordedEvent) -> NoticePlan? {
        guard !recorded.frame.isImported,
            case .account(.contactChanged(let data)) = recorded.event, data.kinds.contains(.email)
        else { return nil }
        return NoticePlan(notice: .contactChanged, isAlways: true)
    }

    private static func of(_ event: AccountEvent) -> NoticePlan? {
        switch event {
        case .identityVerified: NoticePlan(notice: .identityVerified)
        case .identityRefused: NoticePlan(notice: .identityRefused)
        case .passwordReset: NoticePlan(notice: .passwordReset, isAlways: true)
        case .passwordResetRequested(let data):
            switch data.via {
            case .code:
                NoticePlan(notice: .resetCode, isAlways: true, expires: data.expiresAt)
            case .link:
                NoticePlan(notice: .resetLink, isAlways: true, expires: data.expiresAt)
            case .counter, .recovery: nil
            }
        default: nil
        }
    }
}

extension Notice {
    /// What the one-time code in it is for.
    var codePurpose: OneTimeCode.Purpose {
        self == .readingCode
            ? .reading
            : ConfirmedContact.allCases.first { $0.notice == self }?.purpose ?? .passwordReset
    }
}
