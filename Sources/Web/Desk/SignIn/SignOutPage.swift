internal import HTTP
internal import Rules
internal import Vault
internal import Workflow

/// Signing out: the session ends, and the browser forgets it.
enum SignOutPage {
    static func add(to routes: inout PageRoutes) {
        routes.post("/desk/sign-out") { visit in
            if let officer = visit.officer { visit.memory.presence.leave(officer.id) }
            if let session = visit.officerSession {
                _ = try visit.office.sessions.end(session.id, of: session.account)
            }
            var response = Response.redirect(to: visit.signIn(thenTo: nil))
            response.set(
                .removing(
                    Visit.officerCookie(visit.office.code), isSecure: visit.request.isSecure))
            return .response(response)
        }
    }
}
