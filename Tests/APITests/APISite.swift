import API
import Entries
import EventLog
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// One office in service whose connected systems are answered on a port of its own.
final class APISite {
    private let scratch: Scratch
    let office: ServedOffice
    private let api: API
    private let server: Server

    static let code = "test"

    init() throws {
        scratch = try Scratch()
        let paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: Self.code)
        let opening = OfficeEvent.OfficeOpened(
            code: Self.code, name: LocalText("เทศบาลตำบลทดสอบ"), kind: .subdistrictMunicipality,
            prefix: "TS", origin: "test.example/ts", phone: "02 000 0000")
        try Office.create(paths, opening: opening, clock: Self.now)
        let office = try ServedOffice(paths, clock: Self.now)
        self.office = office
        let api = API(Offices([Self.code]) { _ in office })
        self.api = api
        var router = Router()
        api.add(to: &router)
        server = try Server(
            ServerSettings(listen: ListenAddress("127.0.0.1:0")!, uploads: scratch.path()),
            router: router)
    }

    deinit {
        api.close()
        server.stop(within: 2000)
        office.close()
    }

    static let now: @Sendable () -> Instant = { Instant(rfc3339: "2026-03-02T10:00:00+07:00")! }

    var port: Int { server.address.port }
    var log: EventLog { office.office.log }
    var streams: Int { api.streams(of: Self.code) }

    struct NotAccepted: Error { let outcome: CommandOutcome }

    /// Settles something for the office: one event.
    func set(_ event: OfficeEvent) throws {
        let draft = Draft(.office(OfficeCommand(event)), by: .system, at: Self.now())
        let outcome = office.perform(draft)
        guard case .accepted = outcome else { throw NotAccepted(outcome: outcome) }
    }

    /// Records so many events, whatever they are.
    func record(_ count: Int, from first: Int = 0) throws {
        let drafts = (first..<(first + count)).map { number in
            Draft(
                .office(
                    OfficeCommand(.textSet(.init(key: "note.\(number)", text: LocalText("ก"))))),
                by: .system, at: Self.now())
        }
        for outcome in office.perform(drafts) {
            guard case .accepted = outcome else { throw NotAccepted(outcome: outcome) }
        }
    }

    /// Connects a system; its key.
    func connect(
        _ code: String = "dashboard", scopes: [String] = ["events:read"], types: [String] = [],
        secret: String = "one"
    ) throws -> String {
        let data = OfficeEvent.SubscriberSet(
            subscriber: code, name: "แดชบอร์ด", scopes: scopes, types: types, secret: secret)
        try set(.subscriberSet(data))
        return try #require(try SubscriberKeys(office.office.vault).key(of: data))
    }

    private func head(_ target: String, _ key: String?, _ fields: [String]) -> String {
        let lines =
            ["GET /\(Self.code)/v1\(target) HTTP/1.1", "Host: a"] + fields
            + (key.map { ["Authorization: Bearer \($0)"] } ?? [])
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    func ask(_ target: String, key: String?, _ fields: String...) throws -> Client.Answer {
        try Client.ask(head(target, key, fields), port: port)
    }

    /// A stream that was asked for, its head read.
    func listen(_ target: String, key: String?, _ fields: String...) throws -> Client {
        let client = try Client(port: port)
        client.send(head(target, key, ["Accept: text/event-stream"] + fields))
        let answer = try client.head()
        try #require(answer.status == 200)
        return client
    }
}
