import Foundation
import TestSupport
import Testing

/// Accidents in the life of an office, all from one seed.
@Suite struct SimulationTests {
    /// `make soak` asks for more.
    private static let lives =
        ProcessInfo.processInfo.environment["KHAMRONG_LIVES"].flatMap(Int.init) ?? 4

    @Test func `whatever happens, every view is what the log says after each restart`() throws {
        let dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        let office = try SimulatedOffice(dice)
        for _ in 0..<Self.lives {
            try office.live(through: Int.random(in: 50...300, using: &office.dice))
        }
        try office.close()
        print("\(office.tally)")
        #expect(office.tally.accepted > 40 * Self.lives)
        #expect(office.tally.refused > 0)
        #expect(office.tally.repeated > 0)
        #expect(office.tally.keysReused > 0)
        #expect(office.tally.unknown > 0)
        #expect(office.tally.clockNotices > 0)
    }
}
