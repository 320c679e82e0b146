import Crowd
import Entries
import EventLog
import Events
import Foundation
import TestSupport
import Testing
import Vault
import Workflow

/// Kills an office that forgets people, wherever it is with that, and looks what is left.
@Suite struct ForgettingCrashTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["KHAMRONG_CRASHES"].flatMap(Int.init) ?? 6

    @Test func `an office killed while it forgets has forgotten what it said, and goes on`() throws
    {
        var dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        let scratch = try Scratch()
        let paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: "KT")
        try BusyOffice.make(paths, clock: now)
        var published = PublishedAudit(paths)
        for round in 1...Self.rounds {
            let process = try ExerciseProcess(
                on: paths, name: "round-\(round)", seed: dice.next(), callers: 2,
                isForgetting: true)
            #expect(process.wait(forLines: Int.random(in: 1..<60, using: &dice)))
            usleep(UInt32.random(in: 0..<200_000, using: &dice))
            _ = try process.kill()
            let (office, port) = try Office.open(paths, clock: now)
            // Before its first command: nothing that the log erases has a key.
            for key in try erased(in: office.log) {
                #expect(office.vault.erasure(of: key) != nil, "round \(round)")
            }
            try published.check(office)
            port.close()
        }
        // One more night ends whatever was broken off.
        let (office, port) = try Office.open(paths, clock: now)
        _ = try #require(port as? OfficeWriter).forget(at: now())
        let keys = Set(try erased(in: office.log))
        #expect(!keys.isEmpty)
        try expectNothingSealed(under: keys, in: office.log)
        port.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: paths.keys)
        #expect(names.count { $0.hasPrefix("kek.") } == 1, "old keys are destroyed")
        var findings: [OfficeFinding] = []
        _ = try OfficeVerifier(
            paths, .views, progress: { _, _, _ in }, found: { findings.append($0) }
        ).run()
        #expect(findings == [])
        try published.finish()
        print("\(Self.rounds) kills, \(keys.count) erased")
    }

    private func erased(in log: EventLog) throws -> [KeyReference] {
        var keys: [KeyReference] = []
        var position: Position? = 0
        while let after = position {
            let page = try log.read(
                type: "th.khamrong.petition.erased.", after: after, limit: 1000)
            for entry in page.entries {
                if case .petition(.erased(let data)) = try RecordedEvent.read(entry).event {
                    keys.append(data.key)
                }
            }
            position = page.next
        }
        return keys
    }

    private func expectNothingSealed(
        under keys: Set<KeyReference>, in log: EventLog
    ) throws {
        var position: Position = 0
        while case let entries = try log.read(after: position, limit: 1000),
            let last = entries.last
        {
            for entry in entries {
                for section in try Envelope(entry.bytes).sealedSections
                where keys.contains(section.keyReference) {
                    let blob = try log.section(at: entry.position, number: section.number)
                    #expect(blob == nil, "section \(section.number) of \(entry.position)")
                }
            }
            position = last.position
        }
    }

    @Sendable private func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }
}
