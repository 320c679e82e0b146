package import Channels
internal import Entries
internal import Events
internal import Rules

/// Which officers are told of an event, and what.
struct OfficerPlan: Equatable {
    var officer: String
    var notice: Notice
    /// With a one-time code: until when it is good.
    var expires: Instant?

    /// - Parameter petition: the case as the event left it; asked for only where it matters.
    static func of(
        _ recorded: RecordedEvent, _ settings: OfficeSettings,
        petition: () throws -> Petition?
    ) throws -> [OfficerPlan] {
        guard !recorded.frame.isImported else { return [] }
        return switch recorded.event {
        case .office(let event): of(event)
        case .petition(let event): try of(event, recorded, settings, petition)
        case .account: []
        }
    }

    /// About the officer's own sign-in: told whatever the officer has chosen.
    private static func of(_ event: OfficeEvent) -> [OfficerPlan] {
        switch event {
        case .officerResetRequested(let data):
            [OfficerPlan(officer: data.officer, notice: .resetCode, expires: data.expiresAt)]
        case .officerPasswordSet(let data):
            data.via == .code ? [OfficerPlan(officer: data.officer, notice: .passwordReset)] : []
        default: []
        }
    }

    private static func of(
        _ event: PetitionEvent, _ recorded: RecordedEvent, _ settings: OfficeSettings,
        _ petition: () throws -> Petition?
    ) throws -> [OfficerPlan] {
        let day = recorded.time.local.date
        var plans: [OfficerPlan] = []
        switch event {
        case .assigned(let data):
            plans = Self.plans(.officerAssigned, to: [data.officer], on: day, settings)
        case .submitted(let data):
            if let unit = data.department { plans = news(in: unit, on: day, settings) }
        case .forwarded(let data): plans = news(in: data.to, on: day, settings)
        case .escalated(let data):
            plans = Self.plans(
                .officerEscalated, to: settings.officers(before: data), on: day, settings)
        case .attached(let data) where data.by != .citizen: break
        case .messaged, .corrected, .attached:
            plans = try holder(.officerPetitioner, of: petition(), on: day, settings)
        case .withdrawn: plans = try holder(.officerWithdrawn, of: petition(), on: day, settings)
        case .reopened:
            if let petition = try petition() { plans = reopened(petition, on: day, settings) }
        default: break
        }
        // Nobody is told of what he has done himself.
        return plans.filter { $0.officer != recorded.actor }
    }

    /// Whoever has the case.
    private static func holder(
        _ notice: Notice, of petition: Petition?, on day: CivilDate, _ settings: OfficeSettings
    ) -> [OfficerPlan] {
        plans(notice, to: [petition?.owner].compactMap { $0 }, on: day, settings)
    }

    private static func reopened(
        _ petition: Petition, on day: CivilDate, _ settings: OfficeSettings
    ) -> [OfficerPlan] {
        if let owner = petition.owner {
            plans(.officerReopened, to: [owner], on: day, settings)
        } else if let unit = petition.department {
            news(in: unit, on: day, settings)
        } else {
            []
        }
    }

    private static func news(
        in department: String, on day: CivilDate, _ settings: OfficeSettings
    ) -> [OfficerPlan] {
        let its = settings.officers.values.filter { $0.department == department }.map(\.id)
        return plans(.officerDepartment, to: its.sorted(), on: day, settings)
    }

    /// Those officers and whoever stands in for them, as far as each wants to be told; each once.
    private static func plans(
        _ notice: Notice, to officers: [String], on day: CivilDate, _ settings: OfficeSettings
    ) -> [OfficerPlan] {
        var told: Set<String> = []
        return officers.flatMap { settings.standingIn(for: $0, on: day) }
            .filter { settings.isTold($0, notice.choice) && told.insert($0).inserted }
            .map { OfficerPlan(officer: $0, notice: notice) }
    }
}

extension Notice {
    /// What an officer ticks to be told so.
    fileprivate var choice: OfficerNotice {
        switch self {
        case .officerDepartment: .department
        case .officerEscalated: .escalated
        case .officerPetitioner: .petitioner
        case .officerReopened: .reopened
        case .officerWithdrawn: .withdrawn
        default: .assigned
        }
    }
}

extension OfficeSettings {
    /// An officer, and whoever stands in for that one on that day.
    fileprivate func standingIn(for officer: String, on day: CivilDate) -> [String] {
        let substitute = officers[officer]?.substitute?.substitute
        return [officer]
            + [substitute].compactMap { $0 }
            .filter { isSubstitute($0, for: officer, on: day) }
    }

    /// Before whom a late case comes: who has one of the roles, over its department where the role
    /// is bound to one.
    fileprivate func officers(before escalated: PetitionEvent.Escalated) -> [String] {
        officers.values.filter { officer in
            escalated.to.contains { role in
                guard officer.roles.contains(role) else { return false }
                if role == .handler, let holder = escalated.officer { return officer.id == holder }
                guard role == .head || role == .handler,
                    let its = escalated.department, let own = officer.department
                else { return true }
                return isAtOrAbove(own, its)
            }
        }
        .map(\.id).sorted()
    }

    fileprivate func isTold(_ officer: String, _ notice: OfficerNotice) -> Bool {
        activeOfficer(officer)?.notices.contains(notice) ?? false
    }
}

extension NewOutboxRow {
    private static let prefix = "officer."

    /// The `role` of a row that an officer is told by.
    static func role(of officer: String) -> String { prefix + officer }

    /// The officer that it is for; nil if it is a citizen's.
    package var officer: String? {
        role.hasPrefix(Self.prefix) ? String(role.dropFirst(Self.prefix.count)) : nil
    }
}
