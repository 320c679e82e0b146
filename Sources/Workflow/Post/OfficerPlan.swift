internal import Channels
internal import Entries
internal import Events
internal import Rules

/// Which officers are told of an event, and what.
struct OfficerPlan: Equatable {
    var officer: String
    var notice: Notice
    /// With a one-time code: until when it is good.
    var expires: Instant?

    static func of(_ recorded: RecordedEvent, _ settings: OfficeSettings) -> [OfficerPlan] {
        guard !recorded.frame.isImported else { return [] }
        return switch recorded.event {
        case .office(let event): of(event)
        case .petition(let event): of(event, recorded, settings)
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
        _ event: PetitionEvent, _ recorded: RecordedEvent, _ settings: OfficeSettings
    ) -> [OfficerPlan] {
        let day = recorded.time.local.date
        var plans: [OfficerPlan] = []
        switch event {
        case .assigned(let data):
            plans = settings.standingIn(for: data.officer, on: day)
                .filter { settings.isTold($0, .assigned) }
                .map { OfficerPlan(officer: $0, notice: .officerAssigned) }
        case .submitted(let data):
            if let unit = data.department { plans = news(in: unit, settings) }
        case .forwarded(let data): plans = news(in: data.to, settings)
        default: break
        }
        // Nobody is told of what he has done himself.
        return plans.filter { $0.officer != recorded.actor }
    }

    private static func news(in department: String, _ settings: OfficeSettings) -> [OfficerPlan] {
        settings.officers.values
            .filter { $0.department == department && settings.isTold($0.id, .department) }
            .map { OfficerPlan(officer: $0.id, notice: .officerDepartment) }
            .sorted { $0.officer < $1.officer }
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

    fileprivate func isTold(_ officer: String, _ notice: OfficerNotice) -> Bool {
        activeOfficer(officer)?.notices.contains(notice) ?? false
    }
}

extension NewOutboxRow {
    private static let prefix = "officer."

    /// The `role` of a row that an officer is told by.
    static func role(of officer: String) -> String { prefix + officer }

    /// The officer that it is for; nil if it is a citizen's.
    var officer: String? {
        role.hasPrefix(Self.prefix) ? String(role.dropFirst(Self.prefix.count)) : nil
    }
}
