internal import Entries
internal import HTTP
internal import Rules
internal import Workflow

/// Says when the queue has moved, as server-sent events: never what moved, so that nothing about
/// anybody goes this way. The page asks for itself again.
enum LivePage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk/live", .desk(.cases)) { visit in
            let request = visit.request
            // A browser that comes back says what it heard last; one that begins, what it shows.
            let heard = request.headers["Last-Event-ID"] ?? request.query["after"]
            let stream = visit.memory.live.listen(
                to: visit.office.views, after: heard.flatMap(Position.init))
            guard let stream else { throw HTTP.Refusal.busy(retryAfterSeconds: 30) }
            var response = Response.stream(stream)
            // A proxy that collects an answer would keep it for ever.
            response.headers["X-Accel-Buffering"] = "no"
            return .response(response)
        }
    }
}
