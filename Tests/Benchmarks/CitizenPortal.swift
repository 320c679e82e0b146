internal import API
internal import Entries
internal import HTTP
internal import Threads
internal import Web
internal import Workflow

/// What a citizen waits for: how much comes over the wire, how long the server takes for each page
/// of a large office, and how long a filing takes while many file.
enum CitizenPortal {
    static func measure(_ bench: Bench) throws -> [Figure] {
        let office = try PortalOffice(bench)
        defer { office.close() }
        bench.settings.note("the pages of an office of \(office.petitions) petitions")
        return try PortalPages.measure(office) + PortalFilings.measure(office, bench)
    }
}

/// The long log in service behind the real server, with people of whom each has thirty cases.
final class PortalOffice {
    let petitions: Int
    let served: ServedOffice
    let people: [PortalPerson]
    let server: Server
    private let ahead: Monitor<Int>

    init(_ bench: Bench) throws {
        let history = try bench.history()
        bench.settings.note("taking it into service")
        let ahead = Monitor(0)
        let time = bench.settings.clock
        let clock: @Sendable () -> Instant = {
            time().advanced(milliseconds: ahead.with { $0 })
        }
        self.ahead = ahead
        let served = try ServedOffice(history.paths, clock: clock)
        self.served = served
        people = try PortalPerson.settle(in: served, after: history.petitions)
        petitions = history.petitions + people.count * PortalPerson.cases
        try served.beginPost(.shown)
        let offices = Offices([history.paths.code]) { _ in served }
        let portal = Portal(offices, api: API(offices, clock: clock), clock: clock)
        var settings = ServerSettings(
            listen: ListenAddress(IPAddress("127.0.0.1")!, port: 0),
            uploads: try bench.freshDirectory())
        settings.clock = clock
        settings.refusalPage = { portal.refused($0, $1) }
        server = try Server(settings, router: portal.router)
    }

    var port: Int { server.address.port }

    /// Lets time pass, without waiting for it.
    func advance(seconds: Int) { ahead.with { $0 += seconds * 1000 } }

    func close() {
        server.stop(within: 2000)
        served.close()
    }
}
