internal import API
internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import TestSupport
internal import Vault
internal import Web
internal import Workflow

/// The long log in service behind the real server, with officers who are signed in.
final class DeskOffice {
    /// An officer who sees one department alone.
    static let bound = "OFF-H"

    private let served: ServedOffice
    private let server: Server
    private let client: Client
    private var tokens: [String: String] = [:]

    init(_ bench: Bench) throws {
        bench.settings.note("making a log of which a quarter is open")
        let history = try History(
            in: bench.freshDirectory(), petitions: bench.settings.petitions, leavesOpen: true,
            bench.settings)
        let clock = bench.settings.clock
        let served = try ServedOffice(history.paths, clock: clock)
        self.served = served
        let appointment = OfficeEvent.officerAppointed(
            .init(officer: Self.bound, roles: [.handler], department: "health"))
        _ = try served.perform(
            Draft(.office(OfficeCommand(appointment)), by: .system, at: clock()),
            seenIn: .officerQueue
        ).receipt
        for officer in BenchOffice.officers + [Self.bound] {
            tokens[officer] = try served.sessions.begin(
                of: OfficerLogin.account(of: officer), at: clock(),
                lifetimeMilliseconds: 12 * 3_600_000)
        }
        let offices = Offices([history.paths.code]) { _ in served }
        let portal = Portal(offices, api: API(offices, clock: clock), clock: clock)
        var settings = ServerSettings(
            listen: ListenAddress(IPAddress("127.0.0.1")!, port: 0),
            uploads: try bench.freshDirectory())
        settings.clock = clock
        settings.refusalPage = { portal.refused($0, $1) }
        server = try Server(settings, router: portal.router)
        client = try Client(port: server.address.port)
    }

    func close() {
        server.stop(within: 2000)
        served.close()
    }

    private static let visitor = String(repeating: "5eed", count: 8)
    private static let desk = "/\(BenchOffice.code)/desk"

    private func ask(
        _ method: String, _ path: String, _ body: String? = nil,
        as officer: String = BenchOffice.officers[0]
    ) throws -> (answer: Client.Answer, milliseconds: Double) {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        head += "Cookie: visitor-\(BenchOffice.code)=\(Self.visitor); "
        head += "officer-\(BenchOffice.code)=\(tokens[officer] ?? "")\r\n"
        if let body {
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
            head += "Content-Length: \(body.utf8.count)\r\n"
        }
        let start = ContinuousClock.now
        client.send("\(head)\r\n\(body ?? "")")
        let answer = try client.receive()
        return (answer, (ContinuousClock.now - start) / .milliseconds(1))
    }

    /// How long a page of the queue takes, its counts and its rows opened.
    func milliseconds(of query: String, as officer: String) throws -> Double {
        let (answer, milliseconds) = try ask("GET", Self.desk + query, as: officer)
        guard answer.status == 200 else { throw BenchProblem.refused("\(answer.status) \(query)") }
        return milliseconds
    }

    private func token(on page: Client.Answer) throws -> String {
        let mark = "name=\"form\" value=\""
        guard let start = page.text.firstRange(of: mark) else {
            throw BenchProblem.refused("a page without a form")
        }
        return String(page.text[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The query part of the address that seeks words.
    func address(seeking words: String) throws -> String {
        var form = FormFields()
        form["form"] = try token(on: try ask("GET", Self.desk).answer)
        form["text"] = words
        let answer = try ask("POST", "\(Self.desk)/filter", form.encoded).answer
        guard let target = answer["Location"], let query = target.firstIndex(of: "?") else {
            throw BenchProblem.refused("\(answer.status)")
        }
        return String(target[query...])
    }

    /// Claims all that a view shows, as many as are taken at once: how long the preview and the
    /// doing took.
    func claimMany(_ count: Int) throws -> (preview: Double, doing: Double) {
        var form = FormFields()
        form["form"] = try token(on: try ask("GET", Self.desk).answer)
        form["act"] = "claim"
        form["all"] = "yes"
        form["filter"] = "view=unclaimed"
        let preview = try ask("POST", "\(Self.desk)/bulk", form.encoded)
        guard let start = preview.answer.text.firstRange(of: "/desk/bulk/do\"") else {
            throw BenchProblem.refused("no preview")
        }
        var fields = FormFields()
        for piece in preview.answer.text[start.upperBound...].split(separator: "<input ") {
            let parts = piece.split(separator: "\"")
            guard parts.first == "type=", parts.count > 5, parts[1] == "hidden" else { continue }
            fields.append(String(parts[3]), parts[4] == " value=" ? String(parts[5]) : "")
        }
        let doing = try ask("POST", "\(Self.desk)/bulk/do", fields.encoded)
        let done = doing.answer.text.split(separator: "class=\"badge good\"").count - 1
        guard done == count else { throw BenchProblem.refused("\(done) of \(count) done") }
        return (preview.milliseconds, doing.milliseconds)
    }
}
