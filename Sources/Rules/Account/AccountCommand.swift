package import Entries
package import Events

/// Something that somebody wants done with one account.
package enum AccountCommand: Equatable, Sendable {
    /// The key and the officer are taken from the circumstances.
    case register(AccountEvent.Registered)
    case addEvidence(AccountEvent.IdentityEvidenceAdded)
    case verifyIdentity(VerifyIdentity)
    case refuseIdentity(AccountEvent.IdentityRefused)
    case correctIdentity(AccountEvent.IdentityCorrected)
    case setProfilePicture(AccountEvent.ProfilePictureSet)
    case changeContact(AccountEvent.ContactChanged)
    case confirmContact(AccountEvent.ContactConfirmed)
    case bounceContact(AccountEvent.ContactBounced)
    case setPassword
    case requestReset
    case resetPassword(AccountEvent.PasswordReset)
    case linkLogin(AccountEvent.LoginLinked)
    case unlinkLogin(AccountEvent.LoginUnlinked)
    case endSessions(AccountEvent.SessionsEnded)
    case acceptTerms(AccountEvent.TermsAccepted)
    case showNotice(AccountEvent.NoticeShown)
    case giveConsent(AccountEvent.ConsentGiven)
    case withdrawConsent(AccountEvent.ConsentWithdrawn)
    case notify(AccountEvent.Notified)
    case view(AccountEvent.Viewed)
    case requestAccess(AccountEvent.AccessRequested)
    case answerAccess(AccountEvent.AccessAnswered)
    case requestErasure(AccountEvent.ErasureRequested)
    case approveErasure(AccountEvent.ErasureApproved)
    case refuseErasure(AccountEvent.ErasureRefused)
    case erase(AccountEvent.Erased)
    case completeErasure(AccountEvent.ErasureCompleted)

    /// An officer, or a provider, says who the person is.
    package struct VerifyIdentity: Fields {
        package var level = IdentityLevel.ial13
        package var method = IdentityMethod.photo
        /// What came of comparing the number that the officer read with the one entered; needed
        /// where a photo is what was checked.
        package var rekeyed: CheckOutcome?

        package init() {}

        package init(level: IdentityLevel, method: IdentityMethod, rekeyed: CheckOutcome? = nil) {
            self.level = level
            self.method = method
            self.rekeyed = rekeyed
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("level", &level)
            try fields.field("method", &method)
            try fields.field("rekeyed", &rekeyed)
        }
    }
}

extension AccountCommand {
    /// Whose login the person claims with it.
    package var provider: LoginProvider? {
        switch self {
        case .register(let data): data.method.provider
        case .linkLogin(let data): data.provider
        default: nil
        }
    }
}
