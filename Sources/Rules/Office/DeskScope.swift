package import Entries
package import Events

/// Which cases an officer reads at the desk, and how much of each.
///
/// The queue asks it for its rows and a case's page for its case, so that what the one does not
/// show the other does not open. Who may do what in a case, the case's own rules say.
package struct DeskScope: Equatable, Sendable {
    /// How much of a case.
    package enum Sight: Hashable, Sendable {
        case whole
        /// Where it stands and with whom; not what was written, and nobody's name.
        case outline
    }

    /// The departments whose cases are in sight; nil is every department.
    package let departments: Set<String>?
    /// Whose cases are in sight in any department: the officer's own, and those of whoever the
    /// officer stands in for today.
    package let officers: Set<String>
    private let roles: [Role]
    /// The officer's department and all below it; nil where the officer belongs to none.
    private let own: Set<String>?

    /// Roles that read without working on cases, bound to no department.
    private static let readers: [Role] = [.auditor, .dpo]
    /// Roles to whom no case is confidential.
    private static let confidants: [Role] = [.clerk, .legal, .deputyMayor, .mayor, .dpo]

    package init(
        of officer: OfficeSettings.Officer, in settings: OfficeSettings, on day: CivilDate
    ) {
        let isBound = !officer.roles.contains {
            CaseDecision.officeWide.contains($0) || Self.readers.contains($0)
        }
        own = officer.department.map { own in
            Set(settings.departments.keys.filter { settings.isAtOrAbove(own, $0) } + [own])
        }
        departments = isBound ? own : nil
        let absent = settings.officers.keys.filter {
            settings.isSubstitute(officer.id, for: $0, on: day)
        }
        officers = Set(absent + [officer.id])
        roles = officer.roles
    }

    /// Whether an officer with those roles would read the cases of every department only because
    /// none was given: a head or case officer, whose role alone is bound to a department.
    package static func isUnbound(_ roles: [Role], department: String?) -> Bool {
        department == nil && roles.contains { $0 == .head || $0 == .handler }
            && !roles.contains { CaseDecision.officeWide.contains($0) || readers.contains($0) }
    }

    /// How much of a case is in sight; nil for none. A case that no department has yet is
    /// everybody's to take up.
    package func sight(
        department: String?, owner: String?, isConfidential: Bool
    ) -> Sight? {
        let isOwn = owner.map(officers.contains) ?? false
        guard isOwn || Self.holds(departments, department) else { return nil }
        guard isConfidential, !isOwn else { return .whole }
        let isConfidant =
            roles.contains(where: Self.confidants.contains)
            || roles.contains(.head) && Self.holds(own, department)
        return isConfidant ? .whole : .outline
    }

    package func sight(of petition: Petition) -> Sight? {
        sight(
            department: petition.department, owner: petition.owner,
            isConfidential: petition.isConfidential)
    }

    /// Whether the cases of a department are in sight, whoever has them.
    func covers(_ department: String?) -> Bool { Self.holds(departments, department) }

    private static func holds(_ departments: Set<String>?, _ department: String?) -> Bool {
        guard let departments, let department else { return true }
        return departments.contains(department)
    }

    /// The roles with which lists of cases with people's names may leave the house.
    package static let nameExporters = OfficeDecision.exporting.filter(
        DeskArea.cases.roles.contains)

    /// Whether lists with people's names may leave the house with the officer.
    package var mayExportNames: Bool { roles.contains(where: OfficeDecision.exporting.contains) }
}
