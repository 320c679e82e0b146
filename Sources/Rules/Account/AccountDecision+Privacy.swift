internal import Entries
internal import Events

extension AccountDecision {
    func acceptTerms(
        _ data: AccountEvent.TermsAccepted
    ) throws(AccountRefusal) -> AccountEvent.TermsAccepted {
        try needHolder()
        guard data.version == settings.termsVersion else {
            throw .termsNotCurrent(current: settings.termsVersion)
        }
        guard data.version > account.terms else { throw .nothingChanges }
        return data
    }

    func showNotice(
        _ data: AccountEvent.NoticeShown
    ) throws(AccountRefusal) -> AccountEvent.NoticeShown {
        if actor.kind != .system { try needHolder() }
        guard data.version == settings.noticeVersion else {
            throw .noticeNotCurrent(current: settings.noticeVersion)
        }
        guard data.version > account.notice else { throw .nothingChanges }
        return data
    }

    func giveConsent(
        _ data: AccountEvent.ConsentGiven
    ) throws(AccountRefusal) -> AccountEvent.ConsentGiven {
        try needHolder()
        guard settings.consents[data.purpose]?.version == data.version else {
            throw .unknownPurpose(data.purpose)
        }
        let consent = Account.Consent(purpose: data.purpose, version: data.version)
        guard !account.consents.contains(consent) else { throw .nothingChanges }
        return data
    }

    func withdrawConsent(
        _ data: AccountEvent.ConsentWithdrawn
    ) throws(AccountRefusal) -> AccountEvent.ConsentWithdrawn {
        try needHolder()
        guard account.consents.contains(where: { $0.purpose == data.purpose }) else {
            throw .nothingChanges
        }
        return data
    }

    func notify(_ data: AccountEvent.Notified) throws(AccountRefusal) -> AccountEvent.Notified {
        guard actor.kind == .system || isServing else { throw .wrongRole }
        return data
    }

    /// Whoever looks at personal data is written down, whatever the role.
    func view(_ data: AccountEvent.Viewed) throws(AccountRefusal) -> AccountEvent.Viewed {
        guard actor.isOfficer || actor.kind == .system else { throw .wrongRole }
        guard !data.parts.isEmpty else { throw .nothingChanges }
        return data
    }

    func requestAccess(
        _ data: AccountEvent.AccessRequested
    ) throws(AccountRefusal) -> AccountEvent.AccessRequested {
        try needHolderOrDPO()
        guard account.accessRequestedAt == nil else { throw .alreadyRequested }
        return AccountEvent.AccessRequested(channel: data.channel, filedBy: filedBy)
    }

    func answerAccess(
        _ data: AccountEvent.AccessAnswered
    ) throws(AccountRefusal) -> AccountEvent.AccessAnswered {
        try needRole(.dpo)
        guard account.accessRequestedAt != nil else { throw .notRequested }
        if data.answer != .granted { try need(.reason, .reason) }
        return data
    }

    func requestErasure(
        _ data: AccountEvent.ErasureRequested
    ) throws(AccountRefusal) -> AccountEvent.ErasureRequested {
        try needHolderOrDPO()
        guard account.erasure == nil else { throw .alreadyApproved }
        guard account.erasureRequestedAt == nil else { throw .alreadyRequested }
        if let day = account.erasureAgain, circumstances.today < day { throw .notBefore(day) }
        return AccountEvent.ErasureRequested(channel: data.channel, filedBy: filedBy)
    }

    private func needHolderOrDPO() throws(AccountRefusal) {
        guard !roles.contains(.dpo) || !actor.isOfficer else { return }
        try needHolderOrCounter()
    }

    private var filedBy: String? { actor.isOfficer ? actor.id : nil }

    func approveErasure(
        _ data: AccountEvent.ErasureApproved
    ) throws(AccountRefusal) -> AccountEvent.ErasureApproved {
        if actor.kind != .system || data.ground != .retention { try needRole(.dpo) }
        guard account.erasure == nil else { throw .alreadyApproved }
        if data.ground == .request {
            guard account.erasureRequestedAt != nil else { throw .notRequested }
        }
        if actor.isOfficer { try need(.reason, .reason) }
        return data
    }

    func refuseErasure(
        _ data: AccountEvent.ErasureRefused
    ) throws(AccountRefusal) -> AccountEvent.ErasureRefused {
        try needRole(.dpo)
        guard account.erasureRequestedAt != nil else { throw .notRequested }
        guard account.erasure == nil else { throw .alreadyApproved }
        try need(.reason, .reason)
        return data
    }

    func erase(_ data: AccountEvent.Erased) throws(AccountRefusal) -> AccountEvent.Erased {
        try needSystem()
        guard let ground = account.erasure else { throw .notApproved }
        guard data.key == account.key else { throw .wrongKey }
        return AccountEvent.Erased(key: data.key, ground: ground)
    }

    func completeErasure(
        _ data: AccountEvent.ErasureCompleted
    ) throws(AccountRefusal) -> AccountEvent.ErasureCompleted {
        try needSystem()
        guard account.isErased else { throw .notApproved }
        guard !account.isErasureCompleted else { throw .nothingChanges }
        return data
    }
}
