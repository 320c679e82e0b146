internal import Events

/// The registration of a person: what the office's settings ask for.
struct Registration {
    private let data: AccountEvent.Registered
    private let actor: Actor
    private let circumstances: Circumstances

    private var settings: OfficeSettings { circumstances.settings }

    init(_ data: AccountEvent.Registered, _ actor: Actor, _ circumstances: Circumstances) {
        self.data = data
        self.actor = actor
        self.circumstances = circumstances
    }

    func registered() throws(AccountRefusal) -> AccountEvent.Registered {
        try needActor()
        if let taken = circumstances.taken.first { throw .taken(taken) }
        guard let key = circumstances.key else { throw .missing(.key) }
        try needAgreement()
        try needSections()
        var event = data
        event.key = key
        // An officer says what was seen; of others the session knows it.
        event.identityLevel = actor.isOfficer ? data.identityLevel : actor.identityLevel
        event.filedBy = actor.isOfficer ? actor.id : nil
        return event
    }

    private func needActor() throws(AccountRefusal) {
        switch actor.kind {
        case .citizen, .guest, .system: return
        case .officer:
            let roles = try AccountDecision.roles(of: actor, in: settings)
            let serving = CaseDecision.working + [.identityChecker]
            guard roles.contains(where: serving.contains) else { throw .wrongRole }
        case .client, .importer: throw .wrongRole
        }
    }

    private func needAgreement() throws(AccountRefusal) {
        guard data.terms == settings.termsVersion else {
            throw .termsNotCurrent(current: settings.termsVersion)
        }
        guard data.notice == settings.noticeVersion else {
            throw .noticeNotCurrent(current: settings.noticeVersion)
        }
    }

    private func needSections() throws(AccountRefusal) {
        let sections = circumstances.sections
        guard sections.contains(.identity) else { throw .missing(.identity) }
        let policy = settings.registration
        let needsContact = policy.map { $0.isEmailRequired || $0.isPhoneRequired } ?? false
        // Whoever has neither e-mail nor phone is registered by an officer.
        if needsContact, !actor.isOfficer, !sections.contains(.contact) {
            throw .missing(.contact)
        }
        if let provider = data.method.provider {
            guard sections.contains(.login) else { throw .missing(.login) }
            guard settings.loginProviders[provider]?.isEnabled ?? false else {
                throw .providerShut(provider)
            }
        }
        try needPhotos(isRequired: policy?.isEvidenceRequired ?? false)
    }

    private func needPhotos(isRequired: Bool) throws(AccountRefusal) {
        let photos = data.photos ?? 0
        guard photos == 0 || circumstances.sections.contains(.evidence) else {
            throw .missing(.evidence)
        }
        guard isRequired, !actor.isOfficer, !data.method.isProvider else { return }
        let needed = settings.requiredPhotos
        guard photos >= needed else { throw .photosMissing(needed: needed) }
    }
}

extension IdentityMethod {
    /// Whether somebody else vouches for the person.
    var isProvider: Bool { provider != nil }

    /// Who vouches for a person who was identified so.
    var provider: LoginProvider? {
        switch self {
        case .thaid: .thaid
        case .dga: .dga
        case .line: .line
        case .photo, .card, .registry, .password, .otp, .passport, .acquaintance: nil
        }
    }
}
