internal import Rules
internal import Workflow
internal import Vault

/// What counts against an officer's sign-in: the tries with the id from this network, and those
/// from wherever. A browser in which that officer was let in before has tries of its own, so that
/// strangers lock nobody out.
struct SignInTries {
    private let visit: Visit
    private let name: String
    private let browser: KnownBrowser?

    /// `officer` is whose id was typed, if it is anybody's.
    init(of id: String, _ officer: OfficeSettings.Officer?, _ visit: Visit) {
        self.visit = visit
        name = "officer\n\(id)"
        browser = KnownBrowser(of: officer.map { OfficerLogin.account(of: $0.id) }, visit)
    }

    /// Seconds to wait, if there were too many.
    func take() -> Int? {
        let memory = visit.memory
        if let seconds = memory.loginNetworks.take(visit.network, at: visit.now) { return seconds }
        if let seconds = memory.logins.take(key, at: visit.now) { return seconds }
        return browser == nil ? memory.loginNames.take(name, at: visit.now) : nil
    }

    /// The password was right.
    func giveBack() {
        visit.memory.logins.forget(key)
        visit.memory.loginNetworks.giveBack(visit.network)
        if browser == nil { visit.memory.loginNames.giveBack(name) }
    }

    private var key: String {
        browser.map { "browser\n\($0.mark)" } ?? "\(name)\n\(visit.network)"
    }
}
