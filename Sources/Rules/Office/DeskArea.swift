package import Events

/// A part of the officers' desk, and whom it is open to.
package enum DeskArea: String, CaseIterable, Sendable {
    /// One's own account.
    case own
    /// The queue and its cases, to look at; who may do what in a case, the case's rules say.
    case cases
    /// Filing for somebody who came, called or wrote.
    case filing
    /// Checking that people are who they say.
    case identities
    /// Who asked to be forgotten.
    case privacy
    /// How the office does.
    case figures
    /// All that the office settles about itself.
    case settings
    /// Who works here, as what, and how they sign in.
    case officers
    /// The log as it lies, the past as it was, and who saw what.
    case audit

    package func isOpen(to roles: [Role]) -> Bool { roles.contains(where: self.roles.contains) }

    package var roles: [Role] {
        switch self {
        case .own: CaseDecision.working + [.identityChecker, .auditor, .dpo, .administrator]
        case .cases: CaseDecision.working + [.auditor, .dpo]
        case .filing: CaseDecision.working
        case .identities: [.identityChecker]
        case .privacy: [.dpo]
        case .figures: CaseDecision.working + [.auditor, .dpo, .administrator]
        case .settings, .officers: [.administrator]
        case .audit: [.auditor]
        }
    }
}
