internal import Events
internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

/// Half a sign-in: the password was right, and something else is still to be done. It is no
/// session, and lies in memory for ten minutes.
struct SignInInHand: Sendable {
    var officer: String
    /// Of the password that was right: when that changes, the half sign-in is over.
    var hash: String
    /// Where it leads in the end.
    var next: String?
    var hasShownFactor = false
}

/// The way from the right password to the session.
enum SignInWay {
    /// Leads to the next step, or signs in where none is left.
    static func goOn(_ half: SignInInHand, _ visit: Visit) throws -> Answer {
        // As they stand now: the step before may have changed them.
        let settings = try visit.office.settings().value
        guard let officer = settings.activeOfficer(half.officer) else { return over(visit) }
        visit.memory.signIns.keep(half, of: visit.visitor, at: visit.now)
        switch settings.signInStep(of: officer, hasShownFactor: half.hasShownFactor) {
        case .secondFactor: return .go(visit.deskPath("sign-in", "code"))
        case .newPassword: return .go(visit.deskPath("sign-in", "password"))
        case .enrolment: return .go(visit.deskPath("sign-in", "second-factor"))
        case nil:
            visit.memory.signIns.forget(visit.visitor)
            return try visit.begin(
                officer, by: half.hasShownFactor ? .otp : .password,
                thenTo: half.next ?? visit.deskHome(of: officer))
        }
    }

    /// Nobody comes to a step without the right password, nor past the one before.
    static func at(
        _ step: SignInStep, _ visit: Visit,
        _ body: (SignInInHand, OfficeSettings.Officer) throws -> Answer
    ) throws -> Answer {
        guard let half = visit.memory.signIns.find(visit.visitor, at: visit.now),
            let officer = visit.settings.activeOfficer(half.officer),
            try visit.office.accounts.passwordHash(of: OfficerLogin.account(of: officer.id))
                == half.hash
        else { return over(visit) }
        guard
            visit.settings.signInStep(of: officer, hasShownFactor: half.hasShownFactor) == step
        else { return try goOn(half, visit) }
        return try body(half, officer)
    }

    private static func over(_ visit: Visit) -> Answer {
        visit.memory.signIns.forget(visit.visitor)
        return .go(visit.signIn(thenTo: nil))
    }
}
