import Entries
import Events
import Rules
import Vault
import Workflow

extension WebSite {
    static let officerPassword = "Khon#Desk-2569"

    /// An officer of those roles, appointed and signed in, at a browser of his own.
    func officer(_ id: String, _ roles: Role..., department: String? = nil) throws -> Browser {
        if try office.settings().value.activeOfficer(id) == nil {
            try set(.officerAppointed(.init(officer: id, roles: roles, department: department)))
        }
        let hash = try office.passwords.hash(Self.officerPassword)
        try office.accounts.setPassword(
            hash: hash, of: OfficerLogin.account(of: id), at: clock.now())
        let browser = browser()
        try browser.signIn(id)
        return browser
    }
}

extension Browser {
    /// Signs in as an officer; ends where that leads.
    func signIn(_ officer: String, password: String = WebSite.officerPassword) throws {
        if !path.hasPrefix("\(root)/desk/sign-in") { try open("desk/sign-in") }
        try submit("desk/sign-in", ["officer": officer, "password": password])
    }
}
