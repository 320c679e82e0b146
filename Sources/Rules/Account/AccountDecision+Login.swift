internal import Entries
internal import Events

extension AccountDecision {
    func setPassword() throws(AccountRefusal) -> AccountEvent.PasswordSet {
        if actor.kind != .system { try needHolder() }
        return AccountEvent.PasswordSet()
    }

    /// In the manner and for the minutes that the office has set; at the counter by an officer.
    func requestReset() throws(AccountRefusal) -> AccountEvent.PasswordResetRequested {
        let policy = settings.registration
        let minutes = max(1, policy?.resetMinutes ?? 10)
        var manner = policy?.reset ?? .code
        if actor.isOfficer {
            guard isServing else { throw .wrongRole }
            manner = .counter
        }
        return AccountEvent.PasswordResetRequested(
            via: manner, expiresAt: circumstances.now.advanced(milliseconds: minutes * 60_000))
    }

    /// The code or link was checked by the caller; it dies with this.
    func resetPassword(
        _ data: AccountEvent.PasswordReset
    ) throws(AccountRefusal) -> AccountEvent.PasswordReset {
        guard circumstances.isOwnerProven else { throw .notTheHolder }
        guard let reset = account.reset, reset.via == data.via else { throw .noReset }
        guard circumstances.enteredAt <= reset.expiresAt else { throw .resetExpired }
        return data
    }

    func linkLogin(
        _ data: AccountEvent.LoginLinked
    ) throws(AccountRefusal) -> AccountEvent.LoginLinked {
        try needHolder()
        guard settings.loginProviders[data.provider]?.isEnabled ?? false else {
            throw .providerShut(data.provider)
        }
        try needFree(.login)
        guard !account.logins.contains(data.provider) else { throw .nothingChanges }
        try need(.login, .login)
        return data
    }

    func unlinkLogin(
        _ data: AccountEvent.LoginUnlinked
    ) throws(AccountRefusal) -> AccountEvent.LoginUnlinked {
        try needHolder()
        guard account.logins.contains(data.provider) else { throw .notLinked(data.provider) }
        guard account.hasPassword || account.logins.count > 1 else { throw .lastLogin }
        return data
    }

    func endSessions(
        _ data: AccountEvent.SessionsEnded
    ) throws(AccountRefusal) -> AccountEvent.SessionsEnded {
        if actor.isOfficer {
            try needRole(.administrator, .dpo, .identityChecker)
        } else if actor.kind != .system {
            try needHolder()
        }
        return data
    }
}
