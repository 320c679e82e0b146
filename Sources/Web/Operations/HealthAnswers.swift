package import API
package import HTTP
internal import Projections
package import Workflow

/// What a proxy, an orchestrator or a monitor asks: whether the server lives, whether it can be
/// sent visitors, and its figures. No page of an office, nothing about anybody.
package struct HealthAnswers: Sendable {
    private let offices: Offices
    private let api: API

    package init(_ offices: Offices, _ api: API) {
        self.offices = offices
        self.api = api
    }

    /// `/healthz` and `/readyz`, which anybody may ask.
    package func add(to router: inout Router) {
        router.get("/healthz", lane: .direct) { _ in Self.plain("alive\n") }
        router.get("/readyz") { _ in try readiness() }
    }

    /// The figures too: for an address that the public does not reach.
    package var router: Router {
        var router = Router()
        add(to: &router)
        router.get("/metrics") { _ in
            let opened = offices.opened.sorted { $0.code < $1.code }
            let systems = try opened.map { ($0.code, try api.systems(of: $0).all()) }
            return .text(
                MetricsText(try opened.map { try OfficeGauges(of: $0) }, systems, at: api.now).text,
                MediaType(
                    essence: "text/plain", parameters: ["version": "0.0.4", "charset": "utf-8"]))
        }
        return router
    }

    /// 200 once every office that is open shows what its log holds and takes more, else 503 and why.
    private func readiness() throws -> Response {
        let late = try offices.opened.map { try OfficeGauges(of: $0) }.filter { !$0.isReady }
        if late.isEmpty { return Self.plain("ready\n") }
        var text = "not ready\n"
        for office in late.sorted(by: { $0.code < $1.code }) {
            if office.damage != nil { text += "\(office.code) log: damaged, nothing is written\n" }
            for view in office.views {
                let state =
                    view.status.failure == nil
                    ? "\(office.lag(of: view.status)) entries behind" : "stopped"
                text += "\(office.code) \(view.name.rawValue): \(state)\n"
            }
        }
        return Self.plain(text, status: .serviceUnavailable)
    }

    private static func plain(_ text: String, status: Status = .ok) -> Response {
        var response = Response.text(text, status: status)
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
