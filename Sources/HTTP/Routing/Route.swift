package typealias Handler = @Sendable (Request) throws -> Response

/// Where a handler runs.
package enum Lane: Sendable {
    /// On the network's own thread: only for what is in memory already and never waits.
    case direct
    /// Among the ordinary workers.
    case ordinary
    /// Among the few workers for slow work (passwords, PDF, photos): others do not wait for it.
    case slow
}

/// One thing that can be asked for.
package struct Route: Sendable {
    package let method: Method
    /// `/petitions/{number}`.
    package let pattern: String
    package let body: BodyRule
    package let lane: Lane
    /// Asked when the head is there and the body is not: throw to refuse without reading it. It
    /// runs on the network's thread and must not wait.
    package let admit: (@Sendable (Request) throws(Refusal) -> Void)?
    package let handler: Handler

    package init(
        _ method: Method, _ pattern: String, body: BodyRule = .none, lane: Lane = .ordinary,
        admit: (@Sendable (Request) throws(Refusal) -> Void)? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.body = body
        self.lane = lane
        self.admit = admit
        self.handler = handler
    }
}
