package import Entries

extension AccountEvent {
    package var data: any EventData {
        switch self {
        case .registered(let data): data
        case .identityEvidenceAdded(let data): data
        case .identityVerified(let data): data
        case .identityRefused(let data): data
        case .identityCorrected(let data): data
        case .profilePictureSet(let data): data
        case .contactChanged(let data): data
        case .contactConfirmed(let data): data
        case .contactBounced(let data): data
        case .passwordSet(let data): data
        case .passwordResetRequested(let data): data
        case .passwordReset(let data): data
        case .loginLinked(let data): data
        case .loginUnlinked(let data): data
        case .sessionsEnded(let data): data
        case .termsAccepted(let data): data
        case .noticeShown(let data): data
        case .consentGiven(let data): data
        case .consentWithdrawn(let data): data
        case .notified(let data): data
        case .viewed(let data): data
        case .accessRequested(let data): data
        case .accessAnswered(let data): data
        case .erasureRequested(let data): data
        case .erasureApproved(let data): data
        case .erasureRefused(let data): data
        case .erased(let data): data
        case .erasureCompleted(let data): data
        }
    }

    package static func read(
        name: String, version: Int, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> Self? {
        switch (name, version) {
        case (Registered.name, Registered.version): .registered(try decoder.data(Registered.self))
        case (IdentityEvidenceAdded.name, IdentityEvidenceAdded.version):
            .identityEvidenceAdded(try decoder.data(IdentityEvidenceAdded.self))
        case (IdentityVerified.name, IdentityVerified.version):
            .identityVerified(try decoder.data(IdentityVerified.self))
        case (IdentityRefused.name, IdentityRefused.version):
            .identityRefused(try decoder.data(IdentityRefused.self))
        case (IdentityCorrected.name, IdentityCorrected.version):
            .identityCorrected(try decoder.data(IdentityCorrected.self))
        case (ProfilePictureSet.name, ProfilePictureSet.version):
            .profilePictureSet(try decoder.data(ProfilePictureSet.self))
        case (ContactChanged.name, ContactChanged.version):
            .contactChanged(try decoder.data(ContactChanged.self))
        case (ContactConfirmed.name, ContactConfirmed.version):
            .contactConfirmed(try decoder.data(ContactConfirmed.self))
        case (ContactBounced.name, ContactBounced.version):
            .contactBounced(try decoder.data(ContactBounced.self))
        case (PasswordSet.name, PasswordSet.version):
            .passwordSet(try decoder.data(PasswordSet.self))
        case (PasswordResetRequested.name, PasswordResetRequested.version):
            .passwordResetRequested(try decoder.data(PasswordResetRequested.self))
        case (PasswordReset.name, PasswordReset.version):
            .passwordReset(try decoder.data(PasswordReset.self))
        case (LoginLinked.name, LoginLinked.version):
            .loginLinked(try decoder.data(LoginLinked.self))
        case (LoginUnlinked.name, LoginUnlinked.version):
            .loginUnlinked(try decoder.data(LoginUnlinked.self))
        case (SessionsEnded.name, SessionsEnded.version):
            .sessionsEnded(try decoder.data(SessionsEnded.self))
        case (TermsAccepted.name, TermsAccepted.version):
            .termsAccepted(try decoder.data(TermsAccepted.self))
        case (NoticeShown.name, NoticeShown.version):
            .noticeShown(try decoder.data(NoticeShown.self))
        case (ConsentGiven.name, ConsentGiven.version):
            .consentGiven(try decoder.data(ConsentGiven.self))
        case (ConsentWithdrawn.name, ConsentWithdrawn.version):
            .consentWithdrawn(try decoder.data(ConsentWithdrawn.self))
        case (Notified.name, Notified.version): .notified(try decoder.data(Notified.self))
        case (Viewed.name, Viewed.version): .viewed(try decoder.data(Viewed.self))
        case (AccessRequested.name, AccessRequested.version):
            .accessRequested(try decoder.data(AccessRequested.self))
        case (AccessAnswered.name, AccessAnswered.version):
            .accessAnswered(try decoder.data(AccessAnswered.self))
        case (ErasureRequested.name, ErasureRequested.version):
            .erasureRequested(try decoder.data(ErasureRequested.self))
        case (ErasureApproved.name, ErasureApproved.version):
            .erasureApproved(try decoder.data(ErasureApproved.self))
        case (ErasureRefused.name, ErasureRefused.version):
            .erasureRefused(try decoder.data(ErasureRefused.self))
        case (Erased.name, Erased.version): .erased(try decoder.data(Erased.self))
        case (ErasureCompleted.name, ErasureCompleted.version):
            .erasureCompleted(try decoder.data(ErasureCompleted.self))
        default: nil
        }
    }

    package static let types: [any EventData.Type] = [
        Registered.self,
        IdentityEvidenceAdded.self,
        IdentityVerified.self,
        IdentityRefused.self,
        IdentityCorrected.self,
        ProfilePictureSet.self,
        ContactChanged.self,
        ContactConfirmed.self,
        ContactBounced.self,
        PasswordSet.self,
        PasswordResetRequested.self,
        PasswordReset.self,
        LoginLinked.self,
        LoginUnlinked.self,
        SessionsEnded.self,
        TermsAccepted.self,
        NoticeShown.self,
        ConsentGiven.self,
        ConsentWithdrawn.self,
        Notified.self,
        Viewed.self,
        AccessRequested.self,
        AccessAnswered.self,
        ErasureRequested.self,
        ErasureApproved.self,
        ErasureRefused.self,
        Erased.self,
        ErasureCompleted.self,
    ]
}
