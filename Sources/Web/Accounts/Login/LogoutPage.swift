internal import HTTP
internal import Vault
internal import Workflow

/// Logging out: the session ends, and the browser forgets who it was.
enum LogoutPage {
    static func add(to routes: inout PageRoutes) {
        routes.post("/logout") { visit in
            if let session = visit.session {
                _ = try visit.office.sessions.end(session.id, of: session.account)
            }
            var response = Response.redirect(to: visit.path())
            // The next person at this device finds nothing that was begun.
            for name in [
                Visit.sessionCookie(visit.office.code), Visit.visitorCookie(visit.office.code),
                GuestDrafts.cookie(visit.office.code),
            ] {
                response.set(.removing(name, isSecure: visit.request.isSecure))
            }
            return .response(response)
        }
    }
}
