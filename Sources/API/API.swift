package import Entries
internal import Events
package import FileKinds
package import HTTP
internal import Rules
internal import Threads
package import Workflow

/// What other systems ask of the offices that are served here: `/{office}/v1/…`.
package final class API: Sendable {
    private let offices: Offices
    private let scanner: VirusScanner?
    private let reach: WebhookReach
    private let clock: @Sendable () -> Instant
    private let desks = Monitor<[String: OfficeDesk]>([:])

    package init(
        _ offices: Offices, scanner: VirusScanner? = nil, reach: WebhookReach = WebhookReach(),
        clock: @escaping @Sendable () -> Instant
    ) {
        self.offices = offices
        self.scanner = scanner
        self.reach = reach
        self.clock = clock
    }

    /// Everything that can be asked for; what describes it reads the same list.
    static let routes: [APIRoute] =
        EventRoutes.all + PetitionRoutes.all + ContentRoutes.all + ActRoutes.all + QueueRoutes.all
        + SettingsRoutes.all + FiguresRoutes.all + ClientRoutes.all + DescriptionRoutes.all

    package func add(to router: inout Router) {
        for route in Self.routes {
            router.add(
                Route(
                    route.method, "/{office}\(route.pattern)", body: route.body?.rule ?? .none,
                    lane: route.lane
                ) { try self.answer($0, with: route) })
        }
    }

    /// Adds what other civic software asks, in the words of its own standard.
    package func addOpen311(to router: inout Router) {
        for (method, pattern, body) in Open311Routes.all {
            router.add(
                Route(method, pattern, body: body, lane: .slow) { request in
                    try self.open311(request, pattern, method)
                })
        }
    }

    private func open311(
        _ request: HTTP.Request, _ pattern: String, _ method: HTTP.Method
    ) throws -> Response {
        guard let office = try offices.office(request.parameters["office"] ?? "") else {
            throw HTTP.Refusal.notFound
        }
        let visit = APIVisit(
            request: request, office: office, desk: try desk(of: office), bearer: nil,
            settings: try office.settings(), scanner: scanner, now: clock())
        do {
            return try Open311Routes.answer(visit, pattern, method)
        } catch let problem as Problem {
            return problem.response(to: request)
        }
    }

    /// How many streams of an office are open.
    package func streams(of code: String) -> Int { desks.with { $0[code]?.feed.count ?? 0 } }

    package var now: Instant { clock() }

    /// The systems that are connected to an office, and how they stand.
    package func systems(of office: ServedOffice) throws -> ConnectedSystems {
        ConnectedSystems(
            office: office, desk: try desk(of: office), reach: reach, now: clock())
    }

    /// Ends all streams, and writes down what was asked; before the offices are closed.
    package func close() {
        for desk in desks.with({ Array($0.values) }) {
            desk.feed.close()
            desk.uses.write()
        }
    }

    /// Whether an address is the API's, so that what the server itself refuses there is answered
    /// to a program and not to a person.
    package static func isAsked(_ request: HTTP.Request) -> Bool {
        guard request.path.segments.count >= 2 else { return false }
        return ["v1", "oauth", "open311"].contains(request.path.segments[1])
    }

    /// What the server itself refuses.
    package static func refused(
        _ refusal: HTTP.Refusal, _ request: HTTP.Request
    ) -> Response { Problem.server(refusal).response(to: request) }

    private func answer(_ request: HTTP.Request, with route: APIRoute) throws -> Response {
        guard let office = try offices.office(request.parameters["office"] ?? "") else {
            throw HTTP.Refusal.notFound
        }
        let desk = try desk(of: office)
        let settings = try office.settings()
        let now = clock()
        var standing: RequestLimits.Standing?
        var response: Response
        do {
            let bearer = try bearer(of: request, route.access, desk, settings.value, at: now)
            standing = bearer.map { desk.limits.count($0.client, at: now) }
            if let bearer { desk.uses.count(bearer.client.subscriber, at: now) }
            if let standing, standing.isOver { throw Problem.tooMany(standing) }
            if case .scope(let scope) = route.access, bearer?.scopes.contains(scope) != true {
                throw Problem.notAllowed(scope)
            }
            try check(request, route.parameters)
            response = try route.handle(
                APIVisit(
                    request: request, office: office, desk: desk, bearer: bearer,
                    settings: settings, scanner: scanner, now: now))
        } catch let problem as Problem {
            response = problem.response(to: request)
        } catch let refusal as HTTP.Refusal {
            response = Problem.server(refusal).response(to: request)
            for field in refusal.headers.fields { response.headers[field.name] = field.value }
        }
        if let standing { response.tell(standing) }
        return response
    }

    /// Refuses what does not look as the description says.
    private func check(_ request: HTTP.Request, _ parameters: [APIParameter]) throws {
        for parameter in parameters {
            switch parameter.place {
            case .path:
                guard parameter.isGood(request.parameters[parameter.name]) else {
                    throw Problem.notFound
                }
                continue
            case .query:
                if request.query.all(parameter.name).allSatisfy(parameter.isGood) { continue }
            case .header: if parameter.isGood(request.headers[parameter.name]) { continue }
            }
            let pattern = parameter.pattern ?? ""
            throw Problem.invalid(
                parameter.name,
                Wording(thai: "ค่าที่ตรงกับ \(pattern)", english: "what matches \(pattern)"))
        }
    }

    private func bearer(
        of request: HTTP.Request, _ access: APIRoute.Access, _ desk: OfficeDesk,
        _ settings: OfficeSettings, at now: Instant
    ) throws -> Bearer? {
        if access == .everybody { return nil }
        guard let field = request.headers["Authorization"] else { throw Problem.noKey }
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw Problem.noKey }
        guard let bearer = desk.bearer(String(parts[1]), in: settings, at: now) else {
            throw Problem.wrongKey
        }
        return bearer
    }

    private func desk(of office: ServedOffice) throws -> OfficeDesk {
        try desks.with { desks in
            if let desk = desks[office.code] { return desk }
            let desk = try OfficeDesk(office, at: clock())
            desks[office.code] = desk
            return desk
        }
    }
}
