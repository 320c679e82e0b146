internal import Events

extension AccountDecision {
    func addEvidence(
        _ data: AccountEvent.IdentityEvidenceAdded
    ) throws(AccountRefusal) -> AccountEvent.IdentityEvidenceAdded {
        try needHolderOrCounter()
        guard !account.isVerified else { throw .alreadyVerified }
        let needed = max(1, settings.requiredPhotos)
        guard data.photos >= needed else { throw .photosMissing(needed: needed) }
        try need(.evidence, .evidence)
        let round = account.evidenceRounds + 1
        return AccountEvent.IdentityEvidenceAdded(
            photos: data.photos, round: round > 1 ? round : nil)
    }

    /// The officer types the number from the photo without seeing the one that was entered.
    func verifyIdentity(
        _ data: AccountCommand.VerifyIdentity
    ) throws(AccountRefusal) -> AccountEvent.IdentityVerified {
        if actor.kind != .system || !data.method.isProvider { try needRole(.identityChecker) }
        guard !account.isVerified || data.level > account.identityLevel else {
            throw .alreadyVerified
        }
        guard data.level.isProven else { throw .levelNotProven }
        if data.method == .photo {
            guard account.check == .pending else { throw .nothingToCheck }
            switch data.rekeyed {
            case .matched: break
            case .mismatched: throw .numbersDiffer
            case .unavailable, nil: throw .missing(.rekeying)
            }
        }
        return AccountEvent.IdentityVerified(level: data.level, method: data.method)
    }

    func refuseIdentity(
        _ data: AccountEvent.IdentityRefused
    ) throws(AccountRefusal) -> AccountEvent.IdentityRefused {
        try needRole(.identityChecker)
        guard account.check == .pending else { throw .nothingToCheck }
        try need(.reason, .reason)
        return data
    }

    /// What the person changes after the check has to be checked again.
    func correctIdentity(
        _ data: AccountEvent.IdentityCorrected
    ) throws(AccountRefusal) -> AccountEvent.IdentityCorrected {
        if actor.isOfficer {
            try needRole(.identityChecker)
            try need(.reason, .reason)
        } else {
            try needHolder()
        }
        try needFree(.nationalID, .passport)
        try need(.identity, .identity)
        return AccountEvent.IdentityCorrected(
            isReverificationNeeded: !actor.isOfficer || data.isReverificationNeeded)
    }

    func setProfilePicture(
        _ data: AccountEvent.ProfilePictureSet
    ) throws(AccountRefusal) -> AccountEvent.ProfilePictureSet {
        try needHolder()
        if data.isRemoved {
            guard account.hasPicture else { throw .nothingChanges }
        } else {
            try need(.attachment, .attachment)
        }
        return data
    }

    func changeContact(
        _ data: AccountEvent.ContactChanged
    ) throws(AccountRefusal) -> AccountEvent.ContactChanged {
        try needHolderOrCounter()
        try needFree(.email, .phone)
        if !data.kinds.isEmpty { try need(.contact, .contact) }
        let isPreferenceNew =
            data.contactPreference != nil && data.contactPreference != account.contactPreference
        var data = data
        // By these alone the office writes by itself; in one order, each once.
        data.channels = NoticeChannel.written.filter(data.channels.contains)
        let areChannelsNew = !data.channels.isEmpty && data.channels != account.noticeChannels
        guard !data.kinds.isEmpty || isPreferenceNew || areChannelsNew else {
            throw .nothingChanges
        }
        return data
    }

    func confirmContact(
        _ data: AccountEvent.ContactConfirmed
    ) throws(AccountRefusal) -> AccountEvent.ContactConfirmed {
        if actor.kind != .system { try needHolderOrCounter() }
        let isBack = account.bounced.contains(data.contact)
        guard isBack || !account.confirmed.contains(data.contact) else { throw .nothingChanges }
        return data
    }

    func bounceContact(
        _ data: AccountEvent.ContactBounced
    ) throws(AccountRefusal) -> AccountEvent.ContactBounced {
        try needSystem()
        guard !account.bounced.contains(data.contact) else { throw .nothingChanges }
        return data
    }
}
