import Entries
import EventLog
import Events
import Rules
import Vault
import Workflow

extension WebSite {
    static let officerPassword = "Khon#Desk-2569"

    /// An officer of those roles, appointed and signed in, at a browser of his own; in an office
    /// that asks for no second factor.
    func officer(_ id: String, _ roles: Role..., department: String? = nil) throws -> Browser {
        if try !office.settings().value.officerPolicy.secondFactor.isEmpty {
            try set(.officerPolicySet(.init(sessionHours: 10)))
        }
        if try office.settings().value.activeOfficer(id) == nil {
            try set(.officerAppointed(.init(officer: id, roles: roles, department: department)))
        }
        try setPassword(of: id)
        let browser = browser()
        try browser.signIn(id)
        return browser
    }

    /// An officer of whom the office knows the name.
    func appoint(
        _ id: String, _ roles: [Role], department: String? = nil, givenName: String,
        email: String? = nil
    ) throws {
        let identity = Identity(
            title: "นาย", givenName: givenName, familyName: "ทดสอบ", email: email)
        let event = OfficeEvent.OfficerAppointed(
            officer: id, roles: roles, department: department)
        try perform(
            Draft(
                .office(OfficeCommand(.officerAppointed(event))), by: .system, at: clock.now(),
                sections: [PlainSection(identity)]))
    }

    /// Gives an officer a password, as chosen by the officer unless `via` says otherwise.
    func setPassword(
        of id: String, to password: String = officerPassword, via: ResetManner? = nil
    ) throws {
        let outcome = try office.logins.setPassword(
            hash: try office.passwords.hash(password), of: id, via: via, by: .system,
            at: clock.now())
        guard case .accepted = outcome else { throw NotAccepted(outcome: outcome) }
    }

    /// What the office's stream says of signing in, the newest last.
    func signIns() throws -> [OfficeEvent] {
        let stream = StreamName(.office, Self.code)
        return try office.office.log.readStream(stream.subject, afterVersion: 0, limit: 10_000)
            .compactMap { entry in
                guard case .office(let event) = try RecordedEvent.read(entry).event else {
                    return nil
                }
                switch event {
                case .signedIn, .signInRefused, .secondFactorSet, .secondFactorRemoved,
                    .officerSessionsEnded, .officerPasswordSet, .officerResetRequested,
                    .officerDismissed:
                    return event
                default: return nil
                }
            }
    }
}

extension Browser {
    /// Signs in as an officer; ends where that leads.
    func signIn(_ officer: String, password: String = WebSite.officerPassword) throws {
        if !path.hasPrefix("\(root)/desk/sign-in") { try open("desk/sign-in") }
        try submit("desk/sign-in", ["officer": officer, "password": password])
    }
}
