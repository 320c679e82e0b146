import Crypto
import Entries
import EventLog
import Events
import Foundation
import Projections
import Rules
import SQLite
import Testing
import Threads
import Vault
import Workflow

/// Views as they stood: the same from a snapshot as folded from nothing, and silent about whatever
/// was erased since.
@Suite struct PastViewTests {
    private let test: TestOffice
    private let numbers: [String]
    /// So far apart lie the snapshots of this small log, which begins with the office's settings.
    private let step: Position = 16

    init() throws {
        test = try TestOffice()
        let test = test
        numbers = try (0..<12).map { index in
            test.clock.advance(milliseconds: 60_000)
            let filing = test.filing(subject: "เรื่องที่ \(index)")
            let number = try test.accepted(test.port.perform(filing)).name
            if index.isMultiple(of: 3) {
                var withdrawal = test.draft(
                    .petition(number: number, .withdraw(.init())), by: filing.actor)
                withdrawal.isOwnerProven = true
                _ = try test.accepted(test.port.perform(withdrawal))
            }
            return number
        }
    }

    private func rows(at end: Position, fromNothing: Bool = false) throws -> [CaseRow] {
        try test.office.asItStood(.officerQueue, at: end, fromNothing: fromNothing) {
            try OfficerQueue.everything(in: $0)
        }
    }

    private func figures(at end: Position, fromNothing: Bool = false) throws -> [[UInt8]] {
        try test.office.asItStood(.reporting, at: end, fromNothing: fromNothing) { database in
            try Reporting.Report.allCases.filter { $0 != .events }.map {
                try Reporting.table($0, in: database).csv
            }
        }
    }

    private func queueDigest(at end: Position, fromNothing: Bool) throws -> Digest? {
        try test.office.asItStood(.officerQueue, at: end, fromNothing: fromNothing) {
            try ViewDigest(of: .officerQueue, in: $0)?.digest
        }
    }

    private var copies: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: test.paths.snapshots)) ?? [])
            .filter { $0.hasSuffix(".sqlite") }.sorted()
    }

    @Test func `at every position a snapshot leads to what a fresh replay comes to`() throws {
        let made = try test.office.catchUpSnapshots(firstStep: step)
        let head = try test.office.log.head
        #expect(head / step > 4)
        #expect(made == 2 * Int(head / step))
        #expect(copies.count == made)
        let last = head / step * step
        for end in [1, step - 1, step, step + 1] + Array((last - 2)...head) {
            #expect(
                try queueDigest(at: end, fromNothing: false)
                    == queueDigest(at: end, fromNothing: true), "position \(end)")
            #expect(try figures(at: end) == figures(at: end, fromNothing: true), "\(end)")
        }
        // Nothing is made twice.
        #expect(try test.office.catchUpSnapshots(firstStep: step) == 0)
    }

    @Test func `whoever waits for the past hears how far it is`() throws {
        let end = try test.office.log.head
        let heard = Monitor<[Position]>([])
        let hear: @Sendable (Position) -> Void = { position in heard.with { $0.append(position) } }
        _ = try test.office.asItStood(.reporting, at: end, progress: hear) { _ in }
        #expect(heard.with { $0.last } == end)
        heard.with { $0 = [] }
        _ = try test.office.queue(until: .position(end), progress: hear)
        #expect(heard.with { $0.last } == end)
        heard.with { $0 = [] }
        _ = try test.office.queueDifference(from: .position(9), to: .head, progress: hear)
        #expect(heard.with { $0.last } == end + 9)
        heard.with { $0 = [] }
        _ = try test.office.figureDifference(
            .fiscalYears, from: .position(9), to: .head, progress: hear)
        #expect(heard.with { $0.last } == end + 9)
        #expect(heard.with { $0 == $0.sorted() })
        heard.with { $0 = [] }
        try test.office.log.cases(progress: hear) { _ in }
        #expect(heard.with { $0.last } == end / 100 * 100)
    }

    @Test func `a view is really begun from the snapshot before it`() throws {
        try test.office.catchUpSnapshots(firstStep: step)
        let last = try test.office.log.head / step * step
        let name = try #require(copies.first { $0.hasSuffix(".\(last).sqlite") })
        #expect(name.hasPrefix("officer-queue."))
        // Marked in a way that no log would have it, and sealed again.
        let path = "\(test.paths.snapshots)/\(name)"
        try Database(path: path, mode: .write).execute("UPDATE cases SET owner = 'nobody'")
        try reseal(path)
        let shown = try rows(at: last)
        #expect(!shown.isEmpty)
        #expect(shown.allSatisfy { $0.owner == "nobody" })
        #expect(try rows(at: last, fromNothing: true).allSatisfy { $0.owner == nil })
    }

    @Test func `a damaged snapshot is passed over and made again`() throws {
        try test.office.catchUpSnapshots(firstStep: step)
        let before = copies
        let last = try test.office.log.head / step * step
        let whole = try rows(at: last + 1, fromNothing: true)
        for name in before where name.contains(".\(last).") {
            let path = "\(test.paths.snapshots)/\(name)"
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(filePath: path))
        }
        #expect(try rows(at: last + 1) == whole)
        _ = try figures(at: last + 1)
        #expect(copies.count == before.count - 2)
        #expect(try test.office.catchUpSnapshots(firstStep: step) == 2)
        #expect(copies == before)
    }

    @Test func `snapshots of another version go, and there are never too many`() throws {
        try test.office.catchUpSnapshots(firstStep: step)
        let old = "\(test.paths.snapshots)/officer-queue.v0r0e0.7.sqlite"
        try Data([1]).write(to: URL(filePath: old))
        _ = try test.office.catchUpSnapshots(firstStep: 1)
        #expect(!FileManager.default.fileExists(atPath: old))
        // Eight apart instead of one: of each view at most forty.
        #expect(try test.office.log.head > 200)
        #expect((40...80).contains(copies.count))
    }

    @Test func `what is erased later is hidden in the past too`() throws {
        try test.office.catchUpSnapshots(firstStep: step)
        let before = try test.office.log.head
        let number = numbers[0]
        let mine = try #require(try rows(at: before).first { $0.number == number })
        #expect(mine.citizen != nil && mine.erasedAt == nil)
        let key = try #require(try test.office.log.history(of: number)).petition.caseKey
        try test.approveErasure(of: number)
        let erase = PetitionCommand.erase(.init(key: key, ground: .mistake))
        _ = try test.accepted(
            test.port.perform(test.draft(.petition(number: number, erase), by: .system)))
        let erased = try test.office.log.head
        for end in [before - 1, before] {
            for fromNothing in [false, true] {
                let row = try rows(at: end, fromNothing: fromNothing)
                    .first { $0.number == number }
                #expect(row?.citizen == nil)
                #expect(row?.erasedPosition == Int(erased))
            }
        }
        // The others are as they were.
        #expect(
            try rows(at: before).filter { $0.number != number }
                .allSatisfy { $0.citizen != nil && $0.erasedAt == nil })
    }

    @Test func `a moment is as good as a position`() throws {
        try test.office.catchUpSnapshots(firstStep: step)
        let log = test.office.log
        let middle = try log.head / 2
        let time = try test.office.recordedTime(at: middle)
        let end = try Until.recorded(time).end(in: log)
        let past = try test.office.queue(until: .recorded(time))
        #expect(past.end == end)
        #expect(past.at == time)
        #expect(try past.rows == rows(at: end, fromNothing: true))
        // Nothing had been imported: what was recorded by then had happened by then.
        #expect(try test.office.queue(until: .occurred(time)).rows == past.rows)
    }

    @Test func `a difference names what happened between two moments, and nothing else`() throws {
        let office = test.office
        let start = try office.log.head
        _ = try test.accepted(test.port.perform(test.take(numbers[1], .receive(.init()))))
        let new = try test.accepted(test.port.perform(test.filing(subject: "ใหม่"))).name
        let difference = try office.queueDifference(
            from: .position(start), to: .head)
        #expect(difference.from.position == start)
        #expect(difference.cases.map(\.number) == [numbers[1], new])
        let taken = difference.cases[0]
        #expect(taken.before?.course.status == .submitted)
        #expect(taken.after.course.status == .received)
        #expect(taken.changes.contains { $0.name == "status" && $0.after == "received" })
        #expect(!taken.changes.contains { $0.name == "category" })
        #expect(difference.cases[1].before == nil)
        #expect(
            try office.queueDifference(from: .head, to: .head).cases.isEmpty)
        let figures = try office.figureDifference(
            .fiscalYears, from: .position(start), to: .head)
        let row = try #require(figures.rows.first)
        #expect(
            row.changes.contains { $0.name == "cases" && $0.before == "12" && $0.after == "13" })
        let history = try #require(
            try office.caseDifference(numbers[1], from: .position(start), to: .head))
        #expect(history.events.count == 1)
        #expect(history.before?.status == .submitted)
        #expect(throws: DifferenceProblem.backwards) {
            try office.queueDifference(from: .head, to: .position(start))
        }
    }

    /// Writes down what the bytes of a copy now are.
    private func reseal(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        try Data("\(SHA256.hash(bytes))".utf8).write(to: URL(filePath: path + ".sha256"))
    }
}
