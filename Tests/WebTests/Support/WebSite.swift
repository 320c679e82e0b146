import API
import Crypto
import Entries
import EventLog
import Events
import FileKinds
import Foundation
import HTTP
import Rules
import TestSupport
import Threads
import Vault
import Web
import Workflow

/// One office in service behind the real server, on a port of its own, with a clock that the test
/// moves; all gone with the test.
final class WebSite {
    private let scratch: Scratch
    let paths: OfficePaths
    let office: ServedOffice
    let clock = TestClock(Instant(rfc3339: "2026-03-02T10:00:00+07:00")!)
    let records = Monitor<[AccessRecord]>([])
    let failures = Monitor<[String]>([])
    let api: API
    private let server: Server

    static let code = "test"

    /// Its data lie in `directory`, or in a directory of its own; `program` verifies it when an
    /// auditor asks.
    init(
        _ settings: [OfficeEvent] = [], scanner: VirusScanner? = nil, origin: String? = nil,
        in directory: String? = nil, program: URL? = nil
    ) throws {
        scratch = try Scratch()
        paths = OfficePaths(
            data: directory ?? scratch.path("data"), keys: scratch.path("keys"), code: Self.code)
        var opening = Self.opening
        if let origin { opening.origin = origin }
        try Office.create(paths, opening: opening, clock: clock.now)
        let office = try ServedOffice(
            paths, clock: clock.now,
            passwords: PasswordHasher(cost: Argon2id.Cost(operations: 1, memoryBytes: 8 << 20)),
            program: try program ?? Self.khamrong())
        self.office = office
        let offices = Offices([Self.code]) { _ in office }
        let api = API(
            offices, reach: WebhookReach(allowed: [Network("127.0.0.0/8")!]), clock: clock.now)
        self.api = api
        let portal = Portal(offices, api: api, scanner: scanner, clock: clock.now)
        let uploads = scratch.path("uploads")
        try FileManager.default.createDirectory(
            atPath: uploads, withIntermediateDirectories: true)
        var serving = ServerSettings(listen: ListenAddress("127.0.0.1:0")!, uploads: uploads)
        serving.refusalPage = { portal.refused($0, $1) }
        serving.clock = clock.now
        serving.accessLog = { [records] record in
            records.with { $0.append(record) }
            records.broadcast()
        }
        serving.failure = { [failures] error, _ in
            failures.with { $0.append(String(describing: error)) }
        }
        var router = portal.router
        api.add(to: &router)
        server = try Server(serving, router: router)
        for event in settings { try set(event) }
    }

    deinit {
        api.close()
        server.stop(within: 2000)
        office.close()
    }

    /// The program lies where the tests lie.
    private static func khamrong() throws -> URL {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "khamrong")
    }

    static let opening = OfficeEvent.OfficeOpened(
        code: code, name: LocalText("เทศบาลตำบลทดสอบ", english: "Test Municipality"),
        kind: .subdistrictMunicipality, prefix: "TS", origin: "test.example/ts",
        phone: "02 000 0000")

    var port: Int { server.address.port }

    /// Somebody with a browser of his own.
    func browser() -> Browser { Browser(port: port, root: "/\(Self.code)") }

    /// Settles something for the office.
    func set(_ event: OfficeEvent, _ sections: [PlainSection] = []) throws {
        _ = try perform(
            Draft(
                .office(OfficeCommand(event)), by: .system, at: clock.now(), sections: sections))
    }

    @discardableResult func perform(_ draft: Draft) throws -> Receipt {
        let outcome = office.perform(draft)
        guard case .accepted(let receipt) = outcome else { throw NotAccepted(outcome: outcome) }
        return receipt
    }

    struct NotAccepted: Error { let outcome: CommandOutcome }

    /// Everything recorded of accounts, in order.
    func accountEvents() throws -> [RecordedEvent] {
        let log = office.office.log
        return try log.read(after: 0, limit: 10_000).map { try RecordedEvent.read($0) }
            .filter { $0.stream.kind == .account }
    }

    /// Every byte that lies in the office's directory, the keys' too.
    func bytesOnDisk() throws -> [(path: String, bytes: [UInt8])] {
        var found: [(String, [UInt8])] = []
        for root in [paths.data, paths.keysRoot] {
            for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
                let path = "\(root)/\(name)"
                guard let data = FileManager.default.contents(atPath: path) else { continue }
                found.append((path, Array(data)))
            }
        }
        return found
    }
}

/// A clock that stands where the test puts it.
final class TestClock: Sendable {
    private let instant: Monitor<Instant>

    init(_ instant: Instant) { self.instant = Monitor(instant) }

    var now: @Sendable () -> Instant { { [instant] in instant.with { $0 } } }

    func advance(seconds: Int) {
        instant.with { $0 = $0.advanced(milliseconds: seconds * 1000) }
    }
}
