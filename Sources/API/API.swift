internal import Entries
internal import Events
package import HTTP
internal import Rules
internal import Threads
package import Workflow

/// What other systems ask of the offices that are served here: `/{office}/v1/…`.
package final class API: Sendable {
    private let offices: Offices
    private let desks = Monitor<[String: Desk]>([:])

    /// What one office keeps for its connected systems.
    private struct Desk: Sendable {
        let keys: SubscriberKeys
        let feed: EventFeed
    }

    package init(_ offices: Offices) { self.offices = offices }

    package func add(to router: inout Router) {
        router.get("/{office}/v1/events") { request in
            try self.answer(request, needing: .events) { try self.events($0) }
        }
    }

    /// How many streams of an office are open.
    package func streams(of code: String) -> Int { desks.with { $0[code]?.feed.count ?? 0 } }

    /// Ends all streams; before the offices are closed.
    package func close() {
        for desk in desks.with({ Array($0.values) }) { desk.feed.close() }
    }

    // MARK: Who asks

    private struct Visit {
        let request: HTTP.Request
        let office: ServedOffice
        let desk: Desk
        let subscriber: OfficeEvent.SubscriberSet
    }

    private func answer(
        _ request: HTTP.Request, needing scope: Scope, _ body: (Visit) throws -> Response
    ) throws -> Response {
        guard let office = try offices.office(request.parameters["office"] ?? "") else {
            throw HTTP.Refusal.notFound
        }
        do {
            let desk = try desk(of: office)
            let subscriber = try subscriber(of: request, at: office, desk)
            guard subscriber.scopes.contains(scope.rawValue) else {
                throw Problem.notAllowed(scope)
            }
            return try body(
                Visit(request: request, office: office, desk: desk, subscriber: subscriber))
        } catch let problem as Problem {
            return problem.response(to: request)
        }
    }

    private func subscriber(
        of request: HTTP.Request, at office: ServedOffice, _ desk: Desk
    ) throws -> OfficeEvent.SubscriberSet {
        guard let field = request.headers["Authorization"] else { throw Problem.noKey }
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Problem.noKey }
        let settings = try office.settings().value
        guard let subscriber = desk.keys.subscriber(with: String(parts[1]), in: settings) else {
            throw Problem.wrongKey
        }
        return subscriber
    }

    private func desk(of office: ServedOffice) throws -> Desk {
        try desks.with { desks in
            if let desk = desks[office.code] { return desk }
            let desk = Desk(
                keys: try SubscriberKeys(office.office.vault), feed: EventFeed(office.office.log))
            desks[office.code] = desk
            return desk
        }
    }

    // MARK: Events

    private func events(_ visit: Visit) throws -> Response {
        let log = visit.office.office.log
        let query = try EventQuery(visit.request, of: log, allowed: visit.subscriber.types)
        if query.form == .batch {
            return try EventPage(query, of: log).response(to: visit.request)
        }
        let (office, subscriber) = (visit.office, visit.subscriber)
        let stream = try visit.desk.feed.open(query) {
            // The same settings as when it was let in: another secret or scope ends the stream.
            (try? office.settings().value.subscribers[subscriber.subscriber]) == subscriber
        }
        guard let stream else { throw HTTP.Refusal.busy(retryAfterSeconds: 30) }
        var response = Response.stream(
            stream, query.form == .lines ? EventForm.linesType : .eventStream)
        // A proxy that collects an answer would keep it for ever.
        response.headers["X-Accel-Buffering"] = "no"
        return response
    }
}
