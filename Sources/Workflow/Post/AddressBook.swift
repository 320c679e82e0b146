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
        /// The account that the address belongs to, if it is one's.
        var account: String?
        /// Whether the person wants to be told electronically.
        var isElectronic = true
        /// The code of a guest's case.
        var trackingCode: String?
        var isErased = false

        static let erased = Reach(isErased: true)
    }

    func reach(officer: String) throws -> Reach {
        Reach(email: try officers.person(officer)?.email)
    }

    func reach(_ stream: StreamName) throws -> Reach {
        switch stream.kind {
        case .petition: try petitioner(of: stream)
        case .account: try holder(of: stream)
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
                case .petitioner: reach.email = try Petitioner.decoded(content).email ?? reach.email
                case .owner: account = try Owner.decoded(content).account
                default: break
                }
            }
        }
        guard let account else { return reach }
        let holder = try holder(of: StreamName(.account, account))
        if let email = holder.email { (reach.email, reach.account) = (email, account) }
        return reach
    }

    private func holder(of stream: StreamName) throws -> Reach {
        var reach = Reach(account: stream.name)
        var account: Account?
        for recorded in try events(of: stream) {
            guard case .account(let event) = recorded.event else { continue }
            account = Account.evolve(account, with: event, recorded.recording)
            if case .erased = event { return .erased }
            if case .contactConfirmed(let data) = event, data.contact == .email {
                reach.email = reach.unconfirmed ?? reach.email
                reach.unconfirmed = nil
            }
            var isChange = false
            if case .contactChanged = event { isChange = true }
            for section in recorded.frame.sections where Self.kinds.contains(section.field) {
                guard let content = try clear(section, of: recorded) else { return .erased }
                switch SectionKind(rawValue: section.field) {
                case .identity: reach.email = try Identity.decoded(content).email ?? reach.email
                case .contact:
                    guard let email = try Contact.decoded(content).email else { continue }
                    if isChange { reach.unconfirmed = email } else { reach.email = email }
                default: break
                }
            }
        }
        if let account {
            reach.isElectronic = account.contactPreference.map { $0 == .electronic } ?? true
            if account.bounced.contains(.email) { reach.email = nil }
        }
        return reach
    }

    private static let kinds = Set(
        [SectionKind.petitioner, .owner, .identity, .contact].map(\.rawValue))

    private func events(of stream: StreamName) throws -> [RecordedEvent] {
        try office.log.events(of: stream, until: try office.log.head)
    }

    /// What a section holds; nil once its key is erased.
    private func clear(
        _ section: SealedSection, of recorded: RecordedEvent
    ) throws -> [UInt8]? {
        switch try office.sectionOpener(recorded, section) {
        case .clear(let content): return content
        case .erased: return nil
        case .unavailable: throw PostProblem.sectionMissing(at: recorded.position)
        }
    }
}
