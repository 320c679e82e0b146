internal import Events

/// What an officer whose password was right must still do before being signed in.
package enum SignInStep: Equatable, Sendable {
    /// Show the second factor.
    case secondFactor
    /// Set a password that nobody else has chosen.
    case newPassword
    /// Set a second factor up.
    case enrolment
}

extension OfficeSettings {
    /// The next of them, nil if there is nothing left: a second factor that is set is shown first,
    /// whoever has it, and nothing is changed before.
    package func signInStep(of officer: Officer, hasShownFactor: Bool) -> SignInStep? {
        if officer.hasSecondFactor, !hasShownFactor { return .secondFactor }
        if officer.isPasswordInitial { return .newPassword }
        if !officer.hasSecondFactor, officerPolicy.asksSecondFactor(of: officer.roles) {
            return .enrolment
        }
        return nil
    }
}
