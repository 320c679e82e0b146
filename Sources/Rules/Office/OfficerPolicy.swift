package import Events

extension OfficeEvent.OfficerPolicySet {
    /// How long an office may let a sign-in hold: at most a day.
    package static let settableHours = 1...24

    /// A working day with its overtime; whoever works here shows a second factor.
    package static let standard = OfficeEvent.OfficerPolicySet(
        secondFactor: Role.ofOfficers, sessionHours: 10)

    /// Whether a person of those roles must show a second factor.
    package func asksSecondFactor(of roles: [Role]) -> Bool {
        roles.contains(where: secondFactor.contains)
    }
}

extension Role {
    /// Whoever acts on cases, and on the identities of people.
    static let acting = CaseDecision.working + [.identityChecker]
    /// Whoever sees to it that the others act well, and so must not be one of them.
    static let overseeing: [Role] = [.auditor, .dpo]

    /// Those that an officer may have.
    package static let ofOfficers = allCases.filter {
        ![.citizen, .integrator, .system].contains($0)
    }
}
