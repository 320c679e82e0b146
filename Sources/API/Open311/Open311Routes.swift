internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// Open311 GeoReport v2, which other civic software speaks: `/{office}/open311/v2/…`, in XML and
/// in JSON.
///
/// An office is one jurisdiction; `jurisdiction_id` is not looked at. Requests are read with a key:
/// where a petition stands is told to nobody who does not have its number and telephone.
enum Open311Routes {
    private static let base = "/{office}/open311/v2"

    static let all: [(method: HTTP.Method, pattern: String, body: BodyRule)] = [
        (.get, "\(base)/{name}", .none), (.get, "\(base)/services/{name}", .none),
        (.get, "\(base)/requests/{name}", .none), (.get, "\(base)/tokens/{name}", .none),
        (.post, "\(base)/{name}", .upload()),
    ]

    static func answer(_ visit: APIVisit, _ pattern: String, _ method: HTTP.Method) throws
        -> Response
    {
        let asked = try Open311Visit(visit)
        do {
            do {
                return try answer(asked, pattern, method)
            } catch let problem as Problem {
                throw Open311Refusal(problem)
            }
        } catch let refusal as Open311Refusal {
            return asked.response(refusal.tree, root: "errors", status: refusal.status)
        }
    }

    private static func answer(
        _ asked: Open311Visit, _ pattern: String, _ method: HTTP.Method
    ) throws -> Response {
        let visit = asked.visit
        let folder = pattern.dropFirst(base.count).split(separator: "/").first
        switch (method, folder, asked.name) {
        case (.get, "services", let code):
            guard let service = Open311Services.offered(visit).first(where: { $0.code == code })
            else { throw Open311Refusal.notFound("there is no service \(code)") }
            return asked.response(
                Open311Services.definition(service), root: "service_definition")
        case (.get, "requests", let number):
            return asked.response(
                try Open311Requests.one(number, asked, try asked.keyed(for: .petitions)),
                root: "service_requests")
        case (.get, "tokens", let token):
            throw Open311Refusal.notFound("there is no token \(token): numbers are given at once")
        case (.get, _, "discovery"):
            return asked.response(discovery(visit), root: "discovery")
        case (.get, _, "services"):
            let all = Open311Services.offered(visit)
            return asked.response(
                .list(
                    of: "service",
                    all.map { Open311Services.outline($0, visit.settings.value) }),
                root: "services")
        case (.get, _, "requests"):
            return asked.response(
                try Open311Requests.list(asked, try asked.keyed(for: .petitions)),
                root: "service_requests")
        case (.get, _, "servicerequestupdates"):
            return asked.response(
                try Open311Updates.list(asked, try asked.keyed(for: .petitions)),
                root: "service_request_updates")
        case (.post, _, "servicerequestupdates"):
            return asked.response(
                try Open311Updates.take(asked, try asked.keyed(for: .file)),
                root: "service_request_updates", status: .created)
        case (.post, _, "requests"):
            return asked.response(
                try Open311Requests.file(asked, try asked.keyed(for: .file)),
                root: "service_requests", status: .created)
        default: throw Open311Refusal.notFound("there is nothing here")
        }
    }

    private static func discovery(_ visit: APIVisit) -> Open311Tree {
        let changed = Instant(milliseconds: 0).advanced(milliseconds: 1_767_225_600_000)
        let host = visit.request.host ?? ""
        let place = "\(visit.request.isSecure ? "https" : "http")://\(host)/\(visit.office.code)"
        let phone = visit.settings.value.office?.phone ?? ""
        func endpoint(_ url: String) -> Open311Tree {
            .object([
                .init("specification", .text("http://wiki.open311.org/GeoReport_v2")),
                .init("url", .text(url)), .init("changeset", .time(changed)),
                .init("type", .text("production")),
                .init(
                    "formats",
                    .list(of: "format", [.text("text/xml"), .text("application/json")])),
            ])
        }
        return .object([
            .init("changeset", .time(changed)), .init("contact", .text(phone)),
            .init("key_service", .text("\(place)/v1/docs")),
            .init("endpoints", .list(of: "endpoint", [endpoint("\(place)/open311/v2")])),
        ])
    }
}
