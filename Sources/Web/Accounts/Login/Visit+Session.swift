internal import Entries
internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

extension Visit {
    /// How long a login holds.
    private static let sessionHours = 12

    /// Logs somebody in under a new token, whatever this browser was before, and leads on.
    func begin(_ account: String, thenTo target: String) throws -> Response {
        if let session { _ = try office.sessions.end(session.id, of: session.account) }
        let token = try office.sessions.begin(
            of: account, at: now, lifetimeMilliseconds: Self.sessionHours * 3_600_000,
            device: DeviceName.kept(of: request))
        var response = Response.redirect(to: target)
        response.set(
            SetCookie(Self.sessionCookie(office.code), token, isSecure: request.isSecure))
        return response
    }

    /// The person that is logged in, as commands name it.
    func holder(_ person: PersonFile, _ account: String) -> Actor {
        .citizen(account, person.account.identityLevel)
    }

    /// A command of the person who is logged in about the own account.
    func draft(
        _ command: AccountCommand, _ mine: Mine, sections: [PlainSection] = [],
        once act: String? = nil
    ) -> Draft {
        var draft = Draft(
            .account(id: mine.account, command), by: holder(mine.person, mine.account), at: now,
            sections: sections)
        draft.isOwnerProven = true
        if let act { draft.idempotencyKey = Once.key(act, request.form) }
        return draft
    }

    /// The account of whoever is logged in.
    func mine() throws -> Mine {
        guard let session, let person = try office.office.person(session.account),
            !person.account.isErased
        else {
            if let session { try office.sessions.endAll(of: session.account) }
            throw HTTP.Refusal.notFound
        }
        return Mine(account: session.account, session: session, person: person)
    }
}

/// One's own account, opened for oneself.
struct Mine: Sendable {
    let account: String
    let session: Session
    let person: PersonFile
}
