package import Entries
internal import Events

extension AccountCommand {
    /// The command's stable word.
    package var name: String {
        switch self {
        case .register: "register"
        case .addEvidence: "add-evidence"
        case .verifyIdentity: "verify-identity"
        case .refuseIdentity: "refuse-identity"
        case .correctIdentity: "correct-identity"
        case .setProfilePicture: "set-profile-picture"
        case .changeContact: "change-contact"
        case .confirmContact: "confirm-contact"
        case .bounceContact: "bounce-contact"
        case .setPassword: "set-password"
        case .requestReset: "request-reset"
        case .resetPassword: "reset-password"
        case .linkLogin: "link-login"
        case .unlinkLogin: "unlink-login"
        case .endSessions: "end-sessions"
        case .acceptTerms: "accept-terms"
        case .showNotice: "show-notice"
        case .giveConsent: "give-consent"
        case .withdrawConsent: "withdraw-consent"
        case .notify: "notify"
        case .view: "view"
        case .requestAccess: "request-access"
        case .answerAccess: "answer-access"
        case .requestErasure: "request-erasure"
        case .approveErasure: "approve-erasure"
        case .refuseErasure: "refuse-erasure"
        case .erase: "erase"
        case .completeErasure: "complete-erasure"
        }
    }

    package var payload: any Fields {
        switch self {
        case .register(let data): data
        case .addEvidence(let data): data
        case .verifyIdentity(let data): data
        case .refuseIdentity(let data): data
        case .correctIdentity(let data): data
        case .setProfilePicture(let data): data
        case .changeContact(let data): data
        case .confirmContact(let data): data
        case .bounceContact(let data): data
        case .setPassword: Nothing()
        case .requestReset: Nothing()
        case .resetPassword(let data): data
        case .linkLogin(let data): data
        case .unlinkLogin(let data): data
        case .endSessions(let data): data
        case .acceptTerms(let data): data
        case .showNotice(let data): data
        case .giveConsent(let data): data
        case .withdrawConsent(let data): data
        case .notify(let data): data
        case .view(let data): data
        case .requestAccess(let data): data
        case .answerAccess(let data): data
        case .requestErasure(let data): data
        case .approveErasure(let data): data
        case .refuseErasure(let data): data
        case .erase(let data): data
        case .completeErasure(let data): data
        }
    }

    /// Reads the payload of the command `name`; nil if there is no such command.
    package static func read(
        _ name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> AccountCommand? {
        switch name {
        case "register": .register(try decoder.object(AccountEvent.Registered.self))
        case "add-evidence":
            .addEvidence(try decoder.object(AccountEvent.IdentityEvidenceAdded.self))
        case "verify-identity": .verifyIdentity(try decoder.object(VerifyIdentity.self))
        case "refuse-identity":
            .refuseIdentity(try decoder.object(AccountEvent.IdentityRefused.self))
        case "correct-identity":
            .correctIdentity(try decoder.object(AccountEvent.IdentityCorrected.self))
        case "set-profile-picture":
            .setProfilePicture(try decoder.object(AccountEvent.ProfilePictureSet.self))
        case "change-contact": .changeContact(try decoder.object(AccountEvent.ContactChanged.self))
        case "confirm-contact":
            .confirmContact(try decoder.object(AccountEvent.ContactConfirmed.self))
        case "bounce-contact": .bounceContact(try decoder.object(AccountEvent.ContactBounced.self))
        case "reset-password": .resetPassword(try decoder.object(AccountEvent.PasswordReset.self))
        case "link-login": .linkLogin(try decoder.object(AccountEvent.LoginLinked.self))
        case "unlink-login": .unlinkLogin(try decoder.object(AccountEvent.LoginUnlinked.self))
        case "end-sessions": .endSessions(try decoder.object(AccountEvent.SessionsEnded.self))
        case "accept-terms": .acceptTerms(try decoder.object(AccountEvent.TermsAccepted.self))
        case "show-notice": .showNotice(try decoder.object(AccountEvent.NoticeShown.self))
        case "give-consent": .giveConsent(try decoder.object(AccountEvent.ConsentGiven.self))
        case "withdraw-consent":
            .withdrawConsent(try decoder.object(AccountEvent.ConsentWithdrawn.self))
        case "notify": .notify(try decoder.object(AccountEvent.Notified.self))
        case "view": .view(try decoder.object(AccountEvent.Viewed.self))
        case "request-access": .requestAccess(try decoder.object(AccountEvent.AccessRequested.self))
        case "answer-access": .answerAccess(try decoder.object(AccountEvent.AccessAnswered.self))
        case "request-erasure":
            .requestErasure(try decoder.object(AccountEvent.ErasureRequested.self))
        case "approve-erasure":
            .approveErasure(try decoder.object(AccountEvent.ErasureApproved.self))
        case "refuse-erasure": .refuseErasure(try decoder.object(AccountEvent.ErasureRefused.self))
        case "erase": .erase(try decoder.object(AccountEvent.Erased.self))
        case "complete-erasure":
            .completeErasure(try decoder.object(AccountEvent.ErasureCompleted.self))
        default: try readBare(name, from: &decoder)
        }
    }

    private static func readBare(
        _ name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> AccountCommand? {
        let command: AccountCommand? =
            switch name {
            case "set-password": .setPassword
            case "request-reset": .requestReset
            default: nil
            }
        if command != nil { _ = try decoder.object(Nothing.self) }
        return command
    }
}
