internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// What an administrator does about an officer's sign-in.
enum AccessActions {
    static func add(to routes: inout PageRoutes) {
        let page = "/desk/officers/{officer}"
        routes.post("\(page)/password", .desk(.officers), lane: .slow) { try setPassword($0) }
        routes.post("\(page)/second-factor", .desk(.officers)) { try removeFactor($0) }
        routes.post("\(page)/sessions", .desk(.officers)) { try endSessions($0) }
    }

    private static func setPassword(_ visit: Visit) throws -> Answer {
        let officer = try visit.namedActiveOfficer()
        let password = OfficerLogins.initialPassword()
        let outcome = try visit.office.logins.setPassword(
            hash: try visit.office.passwords.hash(password), of: officer.id, via: .counter,
            by: try visit.deskActor(), at: visit.now)
        guard outcome.isAccepted else { return try again(officer, outcome, visit) }
        try visit.office.logins.endSessions(
            of: officer.id, why: .passwordChanged, by: try visit.deskActor(), at: visit.now)
        return .page(OneTimePassword.page(password, of: officer.id, visit))
    }

    private static func removeFactor(_ visit: Visit) throws -> Answer {
        let officer = try visit.namedActiveOfficer()
        let typed = Typed(visit.request.form)
        guard let reason = typed.text("reason") else {
            var issues = Issues()
            issues.add("reason", "กรอกเหตุผล", "Enter the reason")
            return .page(try OfficerPage.page(officer, visit, issues, typed))
        }
        let outcome = try visit.office.logins.removeFactor(
            of: officer.id, because: Reason(text: reason), by: try visit.deskActor(),
            at: visit.now)
        guard outcome.isAccepted else { return try again(officer, outcome, visit, typed) }
        return .go(DeskDone.removed.path(of: visit.deskPath("officers", officer.id)))
    }

    private static func endSessions(_ visit: Visit) throws -> Answer {
        let officer = try visit.namedOfficer()
        try visit.office.logins.endSessions(
            of: officer.id, why: .officer, by: try visit.deskActor(), at: visit.now)
        return .go(DeskDone.ended.path(of: visit.deskPath("officers", officer.id)))
    }

    private static func again(
        _ officer: OfficeSettings.Officer, _ outcome: CommandOutcome, _ visit: Visit,
        _ typed: Typed = Typed()
    ) throws -> Answer {
        var issues = Issues()
        issues.add(outcome, visit)
        return .page(try OfficerPage.page(officer, visit, issues, typed))
    }
}
