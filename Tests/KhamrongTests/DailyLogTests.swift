import Entries
import Foundation
import Rules
import TestSupport
import Testing

@testable import khamrong

/// The access log that the law asks for: kept apart for its days, then gone.
@Suite struct DailyLogTests {
    private func noon(_ month: Int, _ day: Int) throws -> Instant {
        let day = day < 10 ? "0\(day)" : "\(day)"
        return try #require(Instant(rfc3339: "2026-0\(month)-\(day)T12:00:00+07:00"))
    }

    @Test func `ninety days are kept, and what is older goes when a day begins`() throws {
        let scratch = try Scratch()
        let directory = scratch.path("logs/access")
        let log = try DailyLog(directory: directory, days: 90) { Issue.record($0) }
        // The tenth of June is 90 days before the eighth of September.
        for (month, day) in [(6, 9), (6, 10), (6, 11), (9, 8)] {
            log.write(Array("\(month)-\(day)".utf8), at: try noon(month, day))
        }
        log.write(Array("again".utf8), at: try noon(9, 8))
        log.close()
        let files = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(files == ["2026-06-10.jsonl", "2026-06-11.jsonl", "2026-09-08.jsonl"])
        let last = "\(directory)/2026-09-08.jsonl"
        #expect(try String(contentsOfFile: last, encoding: .utf8) == "9-8\nagain\n")
        let mode = try FileManager.default.attributesOfItem(atPath: last)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test func `a day goes on in its file after a restart, and a disk in trouble is told`()
        async throws
    {
        let scratch = try Scratch()
        let directory = scratch.path("access")
        for word in ["one", "two"] {
            let log = try DailyLog(directory: directory, days: 90) { Issue.record($0) }
            log.write(Array(word.utf8), at: try noon(9, 8))
            log.close()
        }
        let path = "\(directory)/2026-09-08.jsonl"
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try await confirmation { told in
            let log = try DailyLog(directory: directory, days: 90) { _ in told() }
            log.write(Array("three".utf8), at: try noon(9, 8))
            log.close()
        }
    }
}
