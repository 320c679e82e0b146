package import Events

extension Account {
    /// What follows from `command`, or the reason that nothing may.
    ///
    /// Whether a number, an e-mail or a login is another's is looked up by the caller, passwords
    /// and codes are checked by the caller: `circumstances` say what came of it.
    package static func decide(
        _ command: AccountCommand, in account: Account?, by actor: Actor,
        with circumstances: Circumstances
    ) throws(AccountRefusal) -> [AccountEvent] {
        if case .register(let data) = command {
            guard account == nil else { throw .alreadyExists }
            return [.registered(try Registration(data, actor, circumstances).registered())]
        }
        guard let account else { throw .absent }
        let decision = try AccountDecision(account, actor, circumstances)
        return [try decision.event(for: command)]
    }
}

extension AccountDecision {
    func event(for command: AccountCommand) throws(AccountRefusal) -> AccountEvent {
        if account.isErased {
            guard case .completeErasure(let data) = command else { throw .erased }
            return .erasureCompleted(try completeErasure(data))
        }
        return switch command {
        case .register: throw .alreadyExists
        case .addEvidence(let data): .identityEvidenceAdded(try addEvidence(data))
        case .verifyIdentity(let data): .identityVerified(try verifyIdentity(data))
        case .refuseIdentity(let data): .identityRefused(try refuseIdentity(data))
        case .correctIdentity(let data): .identityCorrected(try correctIdentity(data))
        case .setProfilePicture(let data): .profilePictureSet(try setProfilePicture(data))
        case .changeContact(let data): .contactChanged(try changeContact(data))
        case .confirmContact(let data): .contactConfirmed(try confirmContact(data))
        case .bounceContact(let data): .contactBounced(try bounceContact(data))
        case .setPassword: .passwordSet(try setPassword())
        case .requestReset: .passwordResetRequested(try requestReset())
        case .resetPassword(let data): .passwordReset(try resetPassword(data))
        case .linkLogin(let data): .loginLinked(try linkLogin(data))
        case .unlinkLogin(let data): .loginUnlinked(try unlinkLogin(data))
        case .endSessions(let data): .sessionsEnded(try endSessions(data))
        case .acceptTerms(let data): .termsAccepted(try acceptTerms(data))
        case .showNotice(let data): .noticeShown(try showNotice(data))
        case .giveConsent(let data): .consentGiven(try giveConsent(data))
        case .withdrawConsent(let data): .consentWithdrawn(try withdrawConsent(data))
        case .notify(let data): .notified(try notify(data))
        case .view(let data): .viewed(try view(data))
        case .requestAccess(let data): .accessRequested(try requestAccess(data))
        case .answerAccess(let data): .accessAnswered(try answerAccess(data))
        case .requestErasure(let data): .erasureRequested(try requestErasure(data))
        case .approveErasure(let data): .erasureApproved(try approveErasure(data))
        case .refuseErasure(let data): .erasureRefused(try refuseErasure(data))
        case .erase(let data): .erased(try erase(data))
        case .completeErasure(let data): .erasureCompleted(try completeErasure(data))
        }
    }
}
