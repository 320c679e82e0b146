internal import API
internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import TestSupport
internal import Threads
internal import Rules
internal import Vault
internal import Web
internal import Workflow

/// What an officer waits for who looks at the figures of a large office, all of it in one fiscal
/// year: the very first time, then, and while the office goes on.
enum FiguresPage {
    static let mostMilliseconds = 200.0
    private static let visits = 50

    static func measure(_ bench: Bench) throws -> [Figure] {
        let office = try Place(bench)
        defer { office.close() }
        bench.settings.note("the figures of an office of \(office.petitions) petitions")
        let first = try office.look()
        let seen = Times(try (0..<visits).map { _ in try office.look() })
        let counting = Times(
            try (0..<10).map { _ in
                try office.goOn()
                return try office.look()
            })
        return [
            Figure(.figures, "counted for the very first time", first, "ms"),
            Figure(.figures, "the page, median", seen.median, "ms"),
            Figure(
                .figures, "the page, p99", seen.p99, "ms", target: .atMost(mostMilliseconds)),
            Figure(
                .figures, "the page, its figures out of date, the slowest of ten", counting.most,
                "ms", target: .atMost(mostMilliseconds)),
        ]
    }

    private final class Place {
        let petitions: Int
        private let served: ServedOffice
        private let server: Server
        private let client: Client
        private let token: String
        private let ahead = Monitor(0)
        private var appointed = 0

        init(_ bench: Bench) throws {
            let history = try bench.history()
            petitions = history.petitions
            let (time, ahead) = (bench.settings.clock, ahead)
            let clock: @Sendable () -> Instant = {
                time().advanced(milliseconds: ahead.with { $0 })
            }
            let served = try ServedOffice(history.paths, clock: clock)
            self.served = served
            token = try served.sessions.begin(
                of: OfficerLogin.account(of: BenchOffice.officers[0]), at: clock(),
                lifetimeMilliseconds: 12 * 3_600_000)
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

        func look() throws -> Double {
            let start = ContinuousClock.now
            client.send(
                """
                GET /\(BenchOffice.code)/desk/figures HTTP/1.1\r\nHost: 127.0.0.1\r\n\
                Cookie: officer-\(BenchOffice.code)=\(token)\r\n\r\n
                """)
            let answer = try client.receive()
            guard answer.status == 200 else { throw BenchProblem.refused("\(answer.status)") }
            return (ContinuousClock.now - start) / .milliseconds(1)
        }

        /// Something happens, and so much time passes that the figures are counted again.
        func goOn() throws {
            appointed += 1
            let event = OfficeEvent.officerAppointed(
                .init(officer: "NEW-\(appointed)", roles: [.handler]))
            _ = try served.perform(
                Draft(.office(OfficeCommand(event)), by: .system, at: served.clock()),
                seenIn: .reporting
            ).receipt
            ahead.with { $0 += 31_000 }
        }
    }
}
