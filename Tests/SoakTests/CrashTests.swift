import Crowd
import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import Workflow

/// Kills a busy office again and again, and looks what is left of it.
@Suite struct CrashTests {
    /// `make crash` asks for 200.
    private static let rounds =
        ProcessInfo.processInfo.environment["KHAMRONG_CRASHES"].flatMap(Int.init) ?? 10

    @Test func `a killed office has all that it acknowledged, once, and goes on`() throws {
        var dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        let scratch = try Scratch()
        let paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: "KT")
        try BusyOffice.make(paths, clock: now)
        var audit = Audit()
        var published = PublishedAudit(paths)
        var acknowledged = 0
        for round in 1...Self.rounds {
            let taken = try crash(paths, round: round, &dice)
            acknowledged += taken.count
            // Who only reads opens it too, before a writer has put anything right.
            _ = try Office(reading: paths).log.head
            let (office, port) = try Office.open(paths, clock: now)
            try audit.read(office.log)
            let head = audit.head
            try audit.find(taken, through: port, at: now())
            try published.check(office)
            port.close()
            #expect(try office.log.head == head, "what was asked again added nothing")
            // A view that has gone wrong stays so: in long runs it is enough to look now and then.
            let views = OfficeViews(of: office)
            try views.catchUp()
            if round % max(1, Self.rounds / 40) == 0 { try Audit.compare(views, at: head) }
        }
        let office = try Office(reading: paths)
        try Audit.verify(office.log)
        try Audit.compareDigests(OfficeViews(of: office))
        #expect(acknowledged >= Self.rounds)
        try published.finish()
        print("\(Self.rounds) kills, \(acknowledged) acknowledged, \(audit.head) entries")
    }

    /// Most are killed at work, some while they open the office.
    private func crash(
        _ paths: OfficePaths, round: Int, _ dice: inout SeededGenerator
    ) throws -> [Acknowledgement] {
        let process = try ExerciseProcess(
            on: paths, name: "round-\(round)", seed: dice.next(), callers: 16)
        if Int.random(in: 0..<10, using: &dice) > 0 {
            let lines = Int.random(in: 1..<200, using: &dice)
            #expect(process.wait(forLines: lines), "it says \(lines) lines")
        }
        usleep(UInt32.random(in: 0..<50_000, using: &dice))
        return try process.kill()
    }

    @Sendable private func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }
}
