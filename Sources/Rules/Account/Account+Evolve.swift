internal import Entries
package import Events

extension Account {
    /// `account` once `event` has happened. It never refuses: history is already true.
    package static func evolve(
        _ account: Account?, with event: AccountEvent, _ recording: Recording
    ) -> Account {
        var next = account ?? Account()
        next.apply(event, recording)
        return next
    }

    package mutating func apply(_ event: AccountEvent, _ recording: Recording) {
        version = recording.version
        recordedAt = recording.time
        let at = recording.happenedAt
        switch event {
        case .registered(let data): open(data, at)
        case .identityEvidenceAdded: addEvidence()
        case .identityVerified(let data): verify(data.level)
        case .identityRefused: check = .refused
        case .identityCorrected(let data): correct(data)
        case .profilePictureSet(let data): hasPicture = !data.isRemoved
        case .contactChanged(let data): change(data)
        case .contactConfirmed(let data): confirm(data.contact)
        case .contactBounced(let data): bounce(data.contact)
        case .passwordSet: hasPassword = true
        case .passwordResetRequested(let data):
            reset = Reset(via: data.via, expiresAt: data.expiresAt)
        case .passwordReset:
            hasPassword = true
            reset = nil
        case .loginLinked(let data): link(data)
        case .loginUnlinked(let data): logins.removeAll { $0 == data.provider }
        case .termsAccepted(let data): terms = data.version
        case .noticeShown(let data): notice = data.version
        case .consentGiven(let data): consent(data)
        case .consentWithdrawn(let data): consents.removeAll { $0.purpose == data.purpose }
        case .accessRequested: accessRequestedAt = at
        case .accessAnswered: accessRequestedAt = nil
        case .erasureRequested: erasureRequestedAt = at
        case .erasureApproved(let data): erasure = data.ground
        case .erasureRefused(let data):
            erasureRequestedAt = nil
            erasureAgain = data.again
        case .erased(let data): if data.key == key { forget(at) }
        case .erasureCompleted: isErasureCompleted = true
        case .sessionsEnded, .notified, .viewed: break
        }
    }

    private mutating func open(_ data: AccountEvent.Registered, _ at: Instant) {
        key = data.key
        registeredAt = at
        method = data.method
        identityLevel = data.identityLevel
        contactPreference = data.contactPreference
        terms = data.terms
        notice = data.notice
        if data.photos ?? 0 > 0 { addEvidence() }
        if data.identityLevel.isProven { check = .verified }
        logins = [data.method.provider].compactMap { $0 }
    }

    private mutating func addEvidence() {
        evidenceRounds += 1
        check = .pending
    }

    private mutating func verify(_ level: IdentityLevel) {
        check = .verified
        identityLevel = level
    }

    private mutating func correct(_ data: AccountEvent.IdentityCorrected) {
        guard data.isReverificationNeeded else { return }
        check = evidenceRounds > 0 ? .pending : .noEvidence
        identityLevel = confirmed.isEmpty ? .unproven : .contact
    }

    private mutating func change(_ data: AccountEvent.ContactChanged) {
        confirmed.removeAll { data.kinds.contains($0) }
        bounced.removeAll { data.kinds.contains($0) }
        if let preference = data.contactPreference { contactPreference = preference }
        if !data.channels.isEmpty { noticeChannels = data.channels }
    }

    private mutating func confirm(_ contact: ContactKind) {
        if !confirmed.contains(contact) { confirmed.append(contact) }
        bounced.removeAll { $0 == contact }
        if identityLevel == .unproven { identityLevel = .contact }
    }

    private mutating func bounce(_ contact: ContactKind) {
        if !bounced.contains(contact) { bounced.append(contact) }
    }

    private mutating func link(_ data: AccountEvent.LoginLinked) {
        if !logins.contains(data.provider) { logins.append(data.provider) }
        guard let level = data.level, level > identityLevel else { return }
        identityLevel = level
        if level.isProven { check = .verified }
    }

    private mutating func consent(_ data: AccountEvent.ConsentGiven) {
        consents.removeAll { $0.purpose == data.purpose }
        consents.append(Consent(purpose: data.purpose, version: data.version))
    }

    private mutating func forget(_ at: Instant) {
        erasedAt = at
        confirmed = []
        logins = []
        hasPassword = false
        hasPicture = false
        reset = nil
    }
}
