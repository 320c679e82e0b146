/// Finds the route for a method and a path.
///
/// A literal segment goes before a parameter; nothing depends on the order of adding.
package struct Router: Sendable {
    private var root = RouteNode()
    package private(set) var routes: [Route] = []

    package init() {}

    /// Adds a route; a second one for the same method and shape is our own mistake.
    package mutating func add(_ route: Route) {
        precondition(route.pattern.hasPrefix("/"), "a pattern begins with a slash")
        let segments = route.pattern.split(separator: "/").map(String.init)
        root.add(route, at: segments[...], names: [])
        routes.append(route)
    }

    /// A page. `HEAD` is answered by it too.
    package mutating func get(
        _ pattern: String, lane: Lane = .ordinary, handler: @escaping Handler
    ) {
        add(Route(.get, pattern, lane: lane, handler: handler))
    }

    /// A form that is sent.
    package mutating func post(
        _ pattern: String, body: BodyRule = .form(), lane: Lane = .ordinary,
        admit: (@Sendable (Request) throws(Refusal) -> Void)? = nil, handler: @escaping Handler
    ) {
        add(Route(.post, pattern, body: body, lane: lane, admit: admit, handler: handler))
    }

    /// Adds all routes of `other`, each handler wrapped by `wrap`: a log-in, a language, a token.
    package mutating func add(
        _ other: Router, wrap: @escaping @Sendable (Request, Handler) throws -> Response
    ) {
        for route in other.routes {
            add(
                Route(
                    route.method, route.pattern, body: route.body, lane: route.lane,
                    admit: route.admit
                ) { try wrap($0, route.handler) })
        }
    }

    package enum Match: Sendable {
        case route(Route, PathParameters)
        /// `OPTIONS` of a known path.
        case options(allowed: [Method])
        /// The same path without its last slash is known.
        case redirect(String)
    }

    package func match(_ method: Method, _ path: RequestPath) throws(Refusal) -> Match {
        guard let (node, values) = root.find(path.segments[...], values: []) else {
            throw .notFound
        }
        if path.hasTrailingSlash {
            guard method.isSafe else { throw .notFound }
            return .redirect(path.text)
        }
        if let found = node.routes[method] ?? (method == .head ? node.routes[.get] : nil) {
            let pairs = zip(found.names, values).map { (name: $0, value: $1) }
            return .route(found.route, PathParameters(values: pairs))
        }
        if method == .options { return .options(allowed: node.allowed) }
        throw .methodNotAllowed(allowed: node.allowed)
    }
}

/// The routes below one beginning of a path.
private struct RouteNode: Sendable {
    /// By bytes: Swift's `==` takes different spellings of a text for one.
    private var literals: [[UInt8]: RouteNode] = [:]
    private var parameter: [RouteNode] = []
    private(set) var routes: [Method: (route: Route, names: [String])] = [:]

    mutating func add(_ route: Route, at segments: ArraySlice<String>, names: [String]) {
        guard let segment = segments.first else {
            precondition(routes[route.method] == nil, "two routes \(route.pattern)")
            routes[route.method] = (route, names)
            return
        }
        if segment.hasPrefix("{"), segment.hasSuffix("}") {
            if parameter.isEmpty { parameter = [RouteNode()] }
            let name = String(segment.dropFirst().dropLast())
            parameter[0].add(route, at: segments.dropFirst(), names: names + [name])
        } else {
            literals[Array(segment.utf8), default: RouteNode()].add(
                route, at: segments.dropFirst(), names: names)
        }
    }

    func find(_ segments: ArraySlice<String>, values: [String]) -> (RouteNode, [String])? {
        guard let segment = segments.first else { return routes.isEmpty ? nil : (self, values) }
        let rest = segments.dropFirst()
        if let found = literals[Array(segment.utf8)]?.find(rest, values: values) { return found }
        return parameter.first?.find(rest, values: values + [segment])
    }

    var allowed: [Method] {
        Method.allCases.filter { method in
            routes[method] != nil || method == .options || method == .head && routes[.get] != nil
        }
    }
}
