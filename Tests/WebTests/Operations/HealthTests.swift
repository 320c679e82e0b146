import API
import Entries
import EventLog
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Web
import Workflow

@Suite struct HealthTests {
    private func ask(_ path: String, port: Int) throws -> Client.Answer {
        try Client.ask("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", port: port)
    }

    @Test func `a server that lives and shows what its log holds says so to anybody`() throws {
        let site = try WebSite()
        let alive = try ask("/healthz", port: site.port)
        #expect(alive.status == 200)
        // An office is open from its first visitor on.
        #expect(try ask("/test", port: site.port).status == 200)
        let ready = try ask("/readyz", port: site.port)
        #expect(ready.status == 200)
        #expect(ready.text == "ready\n")
        #expect(ready["Cache-Control"] == "no-store")
    }

    /// So many days after the day of `WebSite`’s clock.
    private static func holiday(_ days: Int) -> OfficeEvent {
        let date = CivilDate(dayNumber: CivilDate(year: 2026, month: 3, day: 2)!.dayNumber + days)
        return .holidayDeclared(.init(date: date, name: LocalText("วันหยุด"), kind: .cabinet))
    }

    @Test func `a server whose views have fallen behind asks for no visitors`() throws {
        let site = try WebSite()
        #expect(try ask("/test", port: site.port).status == 200)
        #expect(try ask("/readyz", port: site.port).status == 200)
        site.office.views.stop()
        // Some of these days are holidays already, and refused.
        let drafts = (1...1200).map { day in
            Draft(.office(OfficeCommand(Self.holiday(day))), by: .system, at: site.clock.now())
        }
        let added = site.office.perform(drafts).count {
            if case .accepted = $0 { true } else { false }
        }
        let late = try ask("/readyz", port: site.port)
        #expect(late.status == 503, "\(added) behind")
        #expect(late.text.contains("test officer-queue: \(added) entries behind"), "\(late.text)")
        #expect(try ask("/healthz", port: site.port).status == 200)
    }

    @Test func `a log that is found damaged is written no more, and asks for no visitors`() throws {
        let site = try WebSite()
        #expect(try ask("/test", port: site.port).status == 200)
        #expect(try ask("/readyz", port: site.port).status == 200)
        try site.office.compareLog()
        let log = site.office.office.log
        let head = try log.head
        let id = Array(try Envelope(#require(try log.entry(at: 2)).bytes).id.text)
        try Self.replace(id, by: Array(repeating: 0x78, count: id.count), in: log)
        #expect(throws: LogDamage.leafHash(at: 2)) { try site.office.compareLog() }
        let late = try ask("/readyz", port: site.port)
        #expect(late.status == 503)
        #expect(late.text.contains("test log: damaged, nothing is written"), "\(late.text)")
        let refused = site.office.perform(
            Draft(
                .office(OfficeCommand(Self.holiday(300))), by: .system, at: site.clock.now()))
        #expect(refused == .failed("\(LogDamage.leafHash(at: 2))"))
        #expect(try log.head == head)
        try Self.replace(Array(repeating: 0x78, count: id.count), by: id, in: log)
    }

    /// Writes over bytes of a log that is in use, in every copy of their page.
    private static func replace(_ old: [UInt8], by new: [UInt8], in log: EventLog) throws {
        let file = try FileHandle(forUpdating: URL(filePath: "\(log.directory)/data.mdb"))
        let bytes = try #require(try file.readToEnd())
        var start = bytes.startIndex
        while let place = bytes[start...].firstRange(of: old) {
            try file.seek(toOffset: UInt64(place.lowerBound))
            try file.write(contentsOf: new)
            start = place.upperBound
        }
        try file.close()
    }

    @Test func `figures are told only where they were asked to be`() throws {
        let site = try WebSite()
        #expect(try ask("/metrics", port: site.port).status == 404)
    }

    @Test func `figures move with what is done, and every line is one that Prometheus reads`()
        throws
    {
        let site = try WebSite()
        let office = site.office
        let scratch = try Scratch()
        let offices = Offices([WebSite.code]) { _ in office }
        _ = try offices.office(WebSite.code)
        let watched = try Server(
            ServerSettings(listen: ListenAddress("127.0.0.1:0")!, uploads: scratch.path()),
            router: HealthAnswers(offices, site.api).router)
        defer { watched.stop(within: 2000) }
        func figures() throws -> [String: Double] {
            let answer = try ask("/metrics", port: watched.address.port)
            #expect(answer.status == 200)
            let line = try Regex(
                #"^(khamrong_[a-z_]+\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\}) (\S+)$"#)
            var figures: [String: Double] = [:]
            for text in answer.text.split(separator: "\n")
            where !text.hasPrefix("# ") {
                let match = try #require(text.wholeMatch(of: line), "\(text)")
                let value = try #require(Double(match[2].substring ?? ""), "\(text)")
                figures[String(match[1].substring ?? "")] = value
            }
            return figures
        }
        let before = try figures()
        try site.set(Self.holiday(300))
        let after = try figures()
        func moved(_ name: String) throws -> Double {
            try #require(after[name]) - #require(before[name])
        }
        let of = #"{office="test"}"#
        #expect(try moved("khamrong_log_head\(of)") == 1)
        #expect(try moved("khamrong_writer_commits_total\(of)") == 1)
        #expect(try moved("khamrong_append_seconds_count\(of)") == 1)
        #expect(try moved("khamrong_append_seconds_sum\(of)") > 0)
        #expect(try moved(#"khamrong_batch_commands_bucket{office="test",le="1"}"#) == 1)
        #expect(after["khamrong_writer_waiting\(of)"] == 0)
        #expect(after["khamrong_writer_failures_total\(of)"] == 0)
        #expect(after.keys.contains { $0.hasPrefix("khamrong_view_lag_entries") })
        try site.set(
            .subscriberSet(.init(subscriber: "map", name: "แผนที่", scopes: ["events:read"])))
        let cursor = Cursor(epoch: 1, position: try site.office.office.log.head)
        try WebhookStore(site.paths.webhooks).keep(
            .init(code: "map", cursor: cursor, state: .paused), at: site.clock.now())
        let system = #"{office="test",system="map"}"#
        #expect(try figures()["khamrong_webhook_age_seconds\(system)"] == 0)
        try site.set(Self.holiday(301))
        site.clock.advance(seconds: 3600)
        let late = try figures()
        #expect(late["khamrong_webhook_age_seconds\(system)"] == 3600)
        #expect(late["khamrong_webhook_lag_entries\(system)"] == 1)
        #expect(late["khamrong_webhook_halted\(system)"] == 1)
        #expect(late["khamrong_stream_consumers\(system)"] == 0)
        #expect(late["khamrong_system_requests_total\(system)"] == 0)
    }
}
