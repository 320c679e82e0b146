internal import Entries
internal import EventLog
internal import Events
internal import Projections
internal import Rules
internal import Vault

/// How the person of a case or an account is reached, as the log says today.
struct AddressBook: Sendable {
    let office: Office
    let officers: OfficerDirectory

    init(office: Office) {
        self.office = office
        officers = OfficerDirectory(of: office)
    }

    struct Reach: Equatable {
        /// Nil: there is no address, or none that works.
        var email: String?
        /// An address that was given in its place and that nobody has confirmed yet: nothing goes
        /// there but the code that confirms it.
        var unconfirmed: String?
        /// E.164; the same of telephones.
        var phone: String?
        var unconfirmedPhone: String?
        /// The person as LINE names it, while it is linked and LINE carries messages there.
        var line: String?
        /// The account that the address belongs to, if it is one's.
        var account: String?
        /// Whether a code that went to the address has come back from there.
        var isConfirmed = false
        /// Whether the person wants to be told electronically.
        var isElectronic = true
        /// By which ways the person wants to be told; empty: by whatever there is.
        var chosen: Set<NoticeChannel> = []
        /// The code of a guest's case.
        var trackingCode: String?
        var isErased = false

        static let erased = Reach(isErased: true)

        /// Where a notice goes on that channel; nil if the person has nothing there.
        func address(on channel: NoticeChannel, for notice: Notice) -> String? {
            switch channel {
            case .email: notice == .contactCode ? unconfirmed ?? email : email
            case .sms: mobile(notice == .phoneCode ? unconfirmedPhone ?? phone : phone)
            case .line: line
            case .letter, .phone, .web: nil
            }
        }

        /// As the person has chosen, unless nothing that was chosen works any more: the law wants
        /// people to be told. A code goes where it is asked for.
        func channels(for notice: Notice) -> Set<NoticeChannel> {
            let all = Set(NoticeChannel.allCases.filter { address(on: $0, for: notice) != nil })
            let chosen = all.intersection(chosen)
            return chosen.isEmpty || notice.isObligatory ? all : chosen
        }

        /// Only mobiles are written to; an extension is of a house.
        private func mobile(_ phone: String?) -> String? {
            guard let number = phone.flatMap({ try? PhoneNumber($0) }), number.kind == .mobile
            else { return nil }
            return number.e164
        }
    }

    func reach(officer: String) throws -> Reach {
        Reach(email: try officers.person(officer)?.email)
    }

    /// As it was before a position, or as it is.
    func reach(_ stream: StreamName, before position: Position = .max) throws -> Reach {
        switch stream.kind {
        case .petition: try petitioner(of: stream)
        case .account: try holder(of: stream, before: position)
        case .office: Reach()
        }
    }

    /// The address of the account that the case belongs to, as it is today; else the case's own.
    private func petitioner(of stream: StreamName) throws -> Reach {
        var reach = Reach()
        var account: String?
        for recorded in try events(of: stream) {
            guard case .petition(let event) = recorded.event else { continue }
            if case .submitted(let data) = event {
                reach.isElectronic = data.contactPreference == .electronic
                reach.trackingCode = data.trackingCode
            }
            if case .erased = event { return .erased }
            for section in recorded.frame.sections where Self.kinds.contains(section.field) {
                guard let content = try clear(section, of: recorded) else { return .erased }
                switch SectionKind(rawValue: section.field) {
                case .petitioner:
                    let petitioner = try Petitioner.decoded(content)
                    reach.email = petitioner.email ?? reach.email
                    reach.phone = petitioner.phone ?? reach.phone
                case .owner: account = try Owner.decoded(content).account
                default: break
                }
            }
        }
        guard let account else { return reach }
        let holder = try holder(of: StreamName(.account, account))
        if let email = holder.email {
            (reach.email, reach.account) = (email, account)
            reach.isConfirmed = holder.isConfirmed
        }
        if let phone = holder.phone { (reach.phone, reach.account) = (phone, account) }
        if let line = holder.line { (reach.line, reach.account) = (line, account) }
        reach.chosen = holder.chosen
        return reach
    }

    private func holder(of stream: StreamName, before position: Position = .max) throws -> Reach {
        var reach = Reach(account: stream.name)
        var account: Account?
        for recorded in try events(of: stream) where recorded.position < position {
            guard case .account(let event) = recorded.event else { continue }
            account = Account.evolve(account, with: event, recorded.recording)
            if case .erased = event { return .erased }
            if case .contactConfirmed(let data) = event, data.contact == .email {
                reach.email = reach.unconfirmed ?? reach.email
                reach.unconfirmed = nil
                reach.isConfirmed = true
            }
            if case .contactConfirmed(let data) = event, data.contact == .phone {
                reach.phone = reach.unconfirmedPhone ?? reach.phone
                reach.unconfirmedPhone = nil
            }
            reach.follow(event)
            var isChange = false
            if case .contactChanged = event { isChange = true }
            for section in recorded.frame.sections where Self.kinds.contains(section.field) {
                guard let content = try clear(section, of: recorded) else { return .erased }
                switch SectionKind(rawValue: section.field) {
                case .identity:
                    let identity = try Identity.decoded(content)
                    reach.email = identity.email ?? reach.email
                    reach.phone = identity.phone ?? reach.phone
                case .login: reach.link(try Login.decoded(content), by: event)
                case .contact: reach.take(try Contact.decoded(content), isChange: isChange)
                default: break
                }
            }
        }
        if let account {
            reach.isElectronic = account.contactPreference.map { $0 == .electronic } ?? true
            reach.chosen = Set(account.noticeChannels)
            if account.bounced.contains(.email) { reach.email = nil }
            if account.bounced.contains(.phone) { reach.phone = nil }
            if account.bounced.contains(.line) { reach.line = nil }
        }
        return reach
    }

    private static let kinds = Set(
        [SectionKind.petitioner, .owner, .identity, .contact, .login].map(\.rawValue))

    private func events(of stream: StreamName) throws -> [RecordedEvent] {
        try office.log.events(of: stream, until: try office.log.head)
    }

    /// What a section holds; nil once its key is erased, and where it was lost.
    private func clear(
        _ section: SealedSection, of recorded: RecordedEvent
    ) throws -> [UInt8]? {
        switch try office.sectionOpener(recorded, section) {
        case .clear(let content): return content
        case .erased, .lost: return nil
        case .unavailable: throw PostProblem.sectionMissing(at: recorded.position)
        }
    }
}

extension AddressBook.Reach {
    fileprivate mutating func link(_ login: Login, by event: AccountEvent) {
        switch event {
        case .registered(let data) where data.method == .line: line = login.subject
        case .loginLinked(let data) where data.provider == .line: line = login.subject
        default: break
        }
    }

    fileprivate mutating func follow(_ event: AccountEvent) {
        if case .loginUnlinked(let data) = event, data.provider == .line { line = nil }
    }

    /// What was given at the beginning is written to at once, what is given later once it is
    /// confirmed.
    fileprivate mutating func take(_ contact: Contact, isChange: Bool) {
        if let email = contact.email {
            if isChange { unconfirmed = email } else { self.email = email }
        }
        if let phone = contact.phone {
            if isChange { unconfirmedPhone = phone } else { self.phone = phone }
        }
    }
}
