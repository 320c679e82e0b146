internal import Entries
internal import Events
internal import Rules
internal import Workflow

/// An office that is made for measuring, with its writer in this process.
struct BenchOffice {
    static let code = "KT"
    static let officers = (1...8).map { "OFF-\($0)" }

    let paths: OfficePaths
    let office: Office
    let port: any CommandPort

    init(in directory: String, clock: @escaping @Sendable () -> Instant) throws {
        paths = OfficePaths(
            data: "\(directory)/data", keys: "\(directory)/keys", code: Self.code)
        try Office.create(
            paths,
            opening: OfficeEvent.OfficeOpened(
                code: Self.code, name: LocalText("เทศบาลเมืองตัวอย่าง"), kind: .townMunicipality,
                prefix: "KT", origin: "bench.example/kt"),
            clock: clock)
        (office, port) = try Office.open(paths, clock: clock)
        for officer in Self.officers {
            let appointment = OfficeEvent.officerAppointed(
                .init(officer: officer, roles: [.receiver, .handler]))
            let draft = Draft(.office(OfficeCommand(appointment)), by: .system, at: clock())
            _ = try port.perform(draft).receipt
        }
    }
}

extension CommandOutcome {
    /// What was accepted; measuring goes on with nothing less.
    var receipt: Receipt {
        get throws {
            guard case .accepted(let receipt) = self else { throw BenchProblem.refused("\(self)") }
            return receipt
        }
    }
}
