internal import Entries
internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

extension Visit {
    /// The segment below an office's own address that all pages of the desk lie under.
    static let desk = "desk"

    /// Whether the page belongs to the officers' desk.
    var isAtDesk: Bool { request.path.segments.dropFirst().first == Self.desk }

    /// The officer who is signed in and still works here, with the roles of this moment.
    var officer: OfficeSettings.Officer? {
        officerSession.flatMap { OfficerLogin.officer(of: $0.account) }
            .flatMap { settings.activeOfficer($0) }
    }

    /// `/demo/desk/cases/KT…`: an address of a page of the desk, its parts escaped.
    func deskPath(_ parts: String...) -> String {
        RequestPath(segments: [office.code, Self.desk] + parts).text
    }

    /// The sign-in of officers, and where it leads afterwards.
    func signIn(thenTo target: String?) -> String {
        guard let target else { return deskPath("sign-in") }
        var query = FormFields()
        query["next"] = target
        return "\(deskPath("sign-in"))?\(query.encoded)"
    }

    /// The officer whom the page was opened for; pages of the desk are opened for nobody else.
    func needOfficer() throws -> OfficeSettings.Officer {
        guard let officer else { throw HTTP.Refusal.refused(.forbidden) }
        return officer
    }

    func isOpen(_ area: DeskArea) -> Bool { officer.map { area.isOpen(to: $0.roles) } ?? false }

    /// Who sends a command from the desk, as the session and the settings know it.
    func deskActor() throws -> Actor { try needOfficer().actor }

    /// What many events of one act bear, so that they are found together.
    var newMark: EventID {
        EventID(at: now, random: (UInt64.random(in: .min ... .max), .random(in: .min ... .max)))
    }

    /// A command of the officer in a case. Sent twice by the same form it is taken once; a page
    /// that shows the case says in `version` what it was looking at.
    func deskDraft(
        _ command: PetitionCommand, of number: String, sections: [PlainSection] = [],
        once act: String
    ) throws -> Draft {
        var draft = Draft(
            .petition(number: number, command), by: try deskActor(), at: now, sections: sections)
        if let seen = request.form["version"] {
            guard let version = Int(seen) else { throw HTTP.Refusal.malformed(.form) }
            draft.expectedVersion = version
        }
        draft.idempotencyKey = Once.key(act, request.form)
        return draft
    }
}

extension OfficeSettings.Officer {
    var actor: Actor { Actor(.officer, id: id, roles: roles, department: department) }
}
