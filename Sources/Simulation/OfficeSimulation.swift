package import Entries
internal import EventLog
package import Events
internal import Rules
package import Workflow

/// Makes an office with years of history, by the same commands that a real one is worked with.
///
/// The clock is made up, the people too; what the rules say to each command is not.
package struct OfficeSimulation: Sendable {
    package let start: Instant, end: Instant
    package let plan: Plan
    package let staff: Staff

    /// The earliest moment at which a history can end.
    package static let earliestEnd = Instant(
        local: CivilDate(year: GovernmentCalendar.years.lowerBound, month: 3, day: 1)!)

    /// Three years that end at `end`, not before `earliestEnd`, as far as their holidays are known.
    package init(petitions: Int, seed: UInt64, until end: Instant) {
        let year = LocalTime(end).date.year
        let last = CivilDate(year: year - 3, month: LocalTime(end).date.month, day: 1)
        let first = GovernmentCalendar.years.lowerBound
        let known = CivilDate(year: first, month: 1, day: 2)
        let from = [last, known].compactMap(\.self).filter { Instant(local: $0) < end }.max()
        let start = from.map { Instant(local: $0, hour: 8, minute: 30) } ?? end
        self.start = start
        self.end = end
        plan = Plan(
            petitions: petitions, seed: seed, from: start, until: end,
            settings: Self.settings, nextOfficeTime: Self.nextOfficeTime)
        var dice = Dice(seed: seed &+ 1)
        staff = Staff(dice: &dice)
    }

    /// What every new office promises, by when and by whom.
    private static var settings: OfficeSettings {
        let recording = Recording(
            actor: "system", time: Instant(milliseconds: 0), version: 1)
        return OfficeSettings.opening(OfficeEvent.OfficeOpened()).reduce(OfficeSettings()) {
            OfficeSettings.evolve($0, with: $1, recording)
        }
    }

    /// Nobody begins anything in the last five minutes of the day.
    private static func nextOfficeTime(_ time: Instant) -> Instant {
        let calendar = OfficeCalendar.government
        let opened = calendar.deemedReceipt(of: time)
        guard opened == time else { return opened }
        let soon = time.advanced(milliseconds: 300_000)
        let open = calendar.deemedReceipt(of: soon)
        return open == soon ? time : open
    }

    /// Makes the office at `paths`, where there must be none; it is there when it is whole.
    ///
    /// With `passwordHash` all officers have the password of that hash, and sign in with nothing
    /// else; without, nobody can sign in.
    package func perform(
        _ paths: OfficePaths, opening: OfficeEvent.OfficeOpened, passwordHash: String? = nil,
        progress: (Int) -> Void = { _ in }
    ) throws -> SimulationResult {
        let clock = SimulatedClock(start)
        var opening = opening
        opening.isSimulated = true
        let opened = opening
        return try Office.create(paths, opening: opened, clock: clock.now) { office, port in
            let files = SimulatedFiles(office, port, opening: opened)
            var run = SimulationRun(
                self, port: port, clock: clock, settings: try office.log.settings(of: paths.code),
                files: files)
            try run.appoint()
            if let passwordHash {
                try run.letIn(passwordHash, by: try OfficerLogins(office, port: port))
            }
            try run.perform(progress: progress)
            files.settle()
            var result = run.result
            result.head = try office.log.head
            return result
        }
    }
}

/// What a simulation made.
package struct SimulationResult: Equatable, Sendable {
    package var petitions = 0, accounts = 0, officers = 0
    package var commands = 0
    package var head: Position = 0
    /// What the rules refused, with the first command of each kind: none, if the plan is right.
    package var refusals: [String: Refused] = [:]

    package struct Refused: Equatable, Sendable {
        package var count = 0
        package var first: String
    }

    package var refused: Int { refusals.values.reduce(0) { $0 + $1.count } }
}

/// The simulation stopped: the log could not be written.
package struct SimulationInterrupted: Error {
    package let outcome: CommandOutcome
}
