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
    let api: API
    private let server: Server

    static let code = "test"

    /// `prepare` has the office, of which nobody is the writer yet, and a place for files.
    init(_ prepare: (OfficePaths, _ place: String) throws -> Void = { _, _ in }) throws {
        scratch = try Scratch()
        let paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: Self.code)
        let opening = OfficeEvent.OfficeOpened(
            code: Self.code, name: LocalText("เทศบาลตำบลทดสอบ"), kind: .subdistrictMunicipality,
            prefix: "TS", origin: "test.example/ts", phone: "02 000 0000")
        try Office.create(paths, opening: opening, clock: Self.now)
        try prepare(paths, scratch.path("aside"))
        let office = try ServedOffice(paths, clock: Self.now)
        self.office = office
        let api = API(Offices([Self.code]) { _ in office }, clock: Self.now)
        self.api = api
        var router = Router()
        api.add(to: &router)
        api.addOpen311(to: &router)
        var settings = ServerSettings(
            listen: ListenAddress("127.0.0.1:0")!, uploads: scratch.path())
        settings.refusalPage = { refusal, request in
            request.map { API.refused(refusal, $0) } ?? Response(refusal.status)
        }
        server = try Server(settings, router: router)
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
        secret: String = "one", roles: [Role] = [], department: String? = nil,
        perMinute: Int? = nil
    ) throws -> String {
        let data = OfficeEvent.SubscriberSet(
            subscriber: code, name: "แดชบอร์ด", scopes: scopes, types: types, secret: secret,
            roles: roles, department: department, perMinute: perMinute)
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

    /// Sends `body` with a method of its own.
    func send(
        _ method: String, _ target: String, key: String?, _ fields: [String] = [],
        type: String? = "application/json", body: [UInt8] = []
    ) throws -> Client.Answer {
        var lines = ["\(method) /\(Self.code)\(target) HTTP/1.1", "Host: a"] + fields
        if let key { lines.append("Authorization: Bearer \(key)") }
        if let type, !body.isEmpty { lines.append("Content-Type: \(type)") }
        if method != "GET" { lines.append("Content-Length: \(body.count)") }
        let client = try Client(port: port)
        client.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
        return try client.receive()
    }
}
