internal import Entries

/// A request without its body.
struct RequestHead {
    let id: String
    let method: Method
    /// Of an address that cannot be read, what comes before the part that cannot.
    let path: RequestPath
    private let isReadable: Bool
    let query: FormFields
    let headers: HeaderFields
    let arrival: Instant
    let client: IPAddress
    let isSecure: Bool
    let trace: TraceParent?
    let isChunked: Bool
    /// `Content-Length`; nil when there is none.
    let announcedBytes: Int?
    private(set) var route: Route?
    private var parameters = PathParameters()

    init(
        method: String, target: [UInt8], headers: HeaderFields?, peer: SocketAddress?,
        settings: ServerSettings
    ) throws(Refusal) {
        guard let headers, let peer else { throw .malformed(.fields) }
        (isChunked, announcedBytes) = try Self.framing(headers)
        try Self.check(headers, target, mostBytes: settings.headBytes)
        guard let known = Method(rawValue: method) else { throw .methodUnknown }
        let parts = target.split(
            separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        self.method = known
        let path = RequestPath(String(decoding: parts[0], as: UTF8.self))
        isReadable = path != nil
        self.path = path ?? Self.readable(parts[0])
        query = try FormFields.read(
            parts.count == 2 ? parts[1] : [], limits: FieldLimits(fields: 100, valueBytes: 8192))
        self.headers = headers
        arrival = settings.clock()
        let origin = settings.proxies.origin(peer: peer.address, headers: headers)
        client = origin.client
        isSecure = origin.isSecure || settings.isAlwaysSecure
        trace = headers["Traceparent"].flatMap { TraceParent($0) }
        id = RequestID.draw()
    }

    var hasBody: Bool { isChunked || (announcedBytes ?? 0) > 0 }

    var expectsContinue: Bool { headers["Expect"] != nil }

    /// Finds the route and what reads its body; refuses what the route does not take.
    mutating func admit(_ core: Core) throws(Refusal) -> BodyReader {
        guard isReadable else { throw .malformed(.address) }
        switch try core.router.match(method, path) {
        case .route(let route, let parameters):
            self.route = route
            self.parameters = parameters
        case .options(let allowed):
            route = Route(.options, "*", lane: .direct) { _ in
                let list = allowed.map(\.rawValue).joined(separator: ", ")
                return Response(.noContent, headers: ["Allow": list])
            }
        case .redirect(let path):
            route = Route(.get, "*", lane: .direct) { request in
                let query = request.query.fields.isEmpty ? "" : "?\(request.query.encoded)"
                return .redirect(to: path + query, .permanentRedirect)
            }
        }
        try route?.admit?(request(body: .none))
        return try BodyReader(route?.body ?? .none, head: self, store: core.uploads)
    }

    func request(body: Request.Body) -> Request {
        Request(
            id: id, method: method, path: path, query: query, headers: headers,
            cookies: Cookies(headers), arrival: arrival, client: client, isSecure: isSecure,
            trace: trace, route: route?.pattern ?? "", parameters: parameters, body: body)
    }

    /// The segments before the first that cannot be read: whoever refuses the address may say so in
    /// the language that was asked for, and lead on from there.
    private static func readable(_ address: ArraySlice<UInt8>) -> RequestPath {
        var segments: [String] = []
        for part in address.dropFirst().split(separator: UInt8(ascii: "/")) {
            guard let path = RequestPath("/" + String(decoding: part, as: UTF8.self)),
                let segment = path.segments.first
            else { break }
            segments.append(segment)
        }
        return RequestPath(segments: segments)
    }

    /// The proxy and we must not mean different hosts; and no head is larger than it may be.
    private static func check(
        _ headers: HeaderFields, _ target: [UInt8], mostBytes: Int
    ) throws(Refusal) {
        guard headers.all("Host").count <= 1 else { throw .malformed(.fields) }
        guard target.count <= mostBytes else { throw .tooLarge(.address, limit: mostBytes) }
        let size = headers.fields.reduce(target.count) { size, field in
            size + field.name.utf8.count + field.value.utf8.count
        }
        guard size <= mostBytes else { throw .tooLarge(.fields, limit: mostBytes) }
    }

    /// How the body ends. Two ways of saying it are none: the proxy might read the other one.
    static func framing(
        _ headers: HeaderFields
    ) throws(Refusal) -> (isChunked: Bool, announcedBytes: Int?) {
        let codings = headers.all("Transfer-Encoding")
        let lengths = headers.all("Content-Length")
        guard codings.count + lengths.count <= 1 else { throw .malformed(.fields) }
        if let coding = codings.first {
            guard ASCII.lowercased(coding) == "chunked" else { throw .malformed(.fields) }
            return (true, nil)
        }
        guard let length = lengths.first else { return (false, nil) }
        guard let count = ASCII.number(length) else { throw .malformed(.fields) }
        return (false, count)
    }
}

/// What names a request in logs.
enum RequestID {
    /// Sixteen hexadecimal digits.
    static func draw() -> String {
        let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
