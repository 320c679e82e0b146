internal import Events
internal import Rules

/// Whom an event of the office's own stream concerns, and what it made of that officer. The stream
/// is the same for all of them, and a sign-in is written down by the system.
enum AuditedOfficer {
    static func words(_ fact: OfficeEvent, _ visit: Visit) -> [String] {
        let (officer, more) = subject(fact, visit)
        return [officer.map { AuditPages.actor($0, visit) }].compactMap { $0 }
            + more.filter { !$0.isEmpty }
    }

    private static func subject(_ fact: OfficeEvent, _ visit: Visit) -> (String?, [String]) {
        switch fact {
        case .signedIn(let data): (data.officer, [visit.language(data.method.label)])
        case .signInRefused(let data): (data.officer, [visit.language(data.ground.label)])
        case .officerSessionsEnded(let data): (data.officer, [visit.language(data.why.label)])
        case .officerAppointed(let data):
            (data.officer, post(data.roles, data.department, visit))
        case .officerChanged(let data):
            (data.officer, post(data.roles, data.department, visit))
        case .officerDismissed(let data): (data.officer, [])
        case .officerPasswordSet(let data): (data.officer, [])
        case .officerResetRequested(let data): (data.officer, [])
        case .officerNoticesSet(let data): (data.officer, [])
        case .secondFactorSet(let data): (data.officer, [])
        case .secondFactorRemoved(let data): (data.officer, [])
        case .viewSaved(let data): (data.officer, [])
        case .substituteSet(let data):
            (data.officer, [data.substitute.map { "→ \(AuditPages.actor($0, visit))" } ?? ""])
        default: (nil, [])
        }
    }

    private static func post(_ roles: [Role], _ department: String?, _ visit: Visit) -> [String] {
        [
            roles.map { visit.language($0.label) }.joined(separator: ", "),
            CaseWords.department(department, visit) ?? "",
        ]
    }
}
