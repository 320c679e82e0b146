import Entries
import Events
import Projections
import Rules
import Simulation
import Terminal
import Vault
import Workflow

/// Makes an office with years of made-up history.
struct GenerateCommand: Verb {
    static let name = "generate"
    static let summary = "make an office with years of made-up history under a made-up clock"
    static let options =
        OfficePlace.options + [petitions, seed, until, nameOption, prefixOption, Option.json]
    static let notes = """
        The people are fictitious, what the rules say to each command is not. The same seed until
        the same moment gives the same history but for ids and keys. An office that exists is left
        alone. Without --office it is called demo. It appears when it is whole; interrupted, run
        the command again.

          khamrong generate --petitions 2000 --seed 2567
        """

    /// What all made-up officers sign in with: it opens nothing that is anybody's.
    static let officersPassword = "Sathit#2567"

    private static let petitions = Option(
        "petitions", "N", "how many petitions are filed; default: 2000")
    private static let seed = Option("seed", "S", "where chance begins; default: 1")
    private static let until = Option(
        "until", "TIME", "when the history ends (2026-01-31T16:30:00+07:00); default: now")
    private static let nameOption = Option(
        "name", "NAME", "the office's name in Thai; default: เทศบาลตำบลตัวอย่าง")
    private static let prefixOption = Option(
        "prefix", "KT", "the letters that its petition numbers begin with; default: KT")

    private let place: OfficePlace
    private let petitions: Int
    private let seed: UInt64
    private let until: Instant?
    private let opening: OfficeEvent.OfficeOpened
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments, office: "demo")
        petitions = try arguments.integer(Self.petitions, in: 1...2_000_000) ?? 2000
        seed = UInt64(try arguments.integer(Self.seed, in: 0...Int.max) ?? 1)
        isJSON = arguments.has(.json)
        until = try arguments[Self.until].map { text throws(UsageError) in
            guard let instant = Instant(rfc3339: text) else {
                throw UsageError("--until takes a time with its zone, not “\(text)”")
            }
            if let meant = instant.ofBuddhistYear {
                throw UsageError(
                    "--until \(instant) is far in the future", closest: meant.description)
            }
            guard instant >= OfficeSimulation.earliestEnd else {
                throw UsageError(
                    "--until \(instant) is too early: the holidays are known from "
                        + "\(GovernmentCalendar.years.lowerBound) on, and a history takes two months; "
                        + "the earliest is \(OfficeSimulation.earliestEnd)")
            }
            return instant
        }
        opening = OfficeEvent.OfficeOpened(
            code: place.office,
            name: LocalText(try arguments.line(Self.nameOption) ?? "เทศบาลตำบลตัวอย่าง"),
            kind: .subdistrictMunicipality, prefix: arguments[Self.prefixOption] ?? "KT",
            origin: "khamrong.example/\(place.office.lowercased())", isSimulated: true)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let clock = ContinuousClock()
            let begun = clock.now
            try place.removeUnfinished(on: terminal)
            let simulation = OfficeSimulation(
                petitions: petitions, seed: seed, until: until ?? SystemClock.now())
            let result = try perform(simulation, on: terminal)
            let views = OfficeViews(of: try Office(reading: place.paths))
            try show(views, expecting: Int(result.head), on: terminal)
            let counts = try views.reader(of: .officerQueue).read {
                try OfficerQueue.counts(at: simulation.end, officer: nil, in: $0)
            }
            let summary = Summary(
                place: place, simulation: simulation, result: result, counts: counts,
                duration: clock.now - begun)
            try isJSON ? terminal.print(summary.json) : summary.print(on: terminal)
            return result.refused == 0 ? .good : .someRefused
        }
    }

    private func show(
        _ views: OfficeViews, expecting events: Int, on terminal: Terminal
    ) throws {
        let bar = terminal.progress("making the views", of: events, unit: "events")
        defer { bar.finish() }
        try views.catchUp(
            expecting: events, progress: { position, _ in bar.reach(Int(position)) })
    }

    private func perform(
        _ simulation: OfficeSimulation, on terminal: Terminal
    ) throws -> SimulationResult {
        let bar = terminal.progress(
            "living through the years", of: simulation.plan.acts.count, unit: "commands")
        defer { bar.finish() }
        let hash = try PasswordHasher().hash(Self.officersPassword)
        return try simulation.perform(place.paths, opening: opening, passwordHash: hash) {
            bar.reach($0)
        }
    }
}

/// What was made, and where to look.
private struct Summary {
    let place: OfficePlace
    let simulation: OfficeSimulation
    let result: SimulationResult
    let counts: OfficerQueue.Counts?
    let duration: Duration

    func print(on terminal: Terminal) throws {
        try terminal.print(
            "Made the office \(place.office) in \(place.paths.office), its keys in "
                + "\(place.paths.keys)")
        try terminal.print(
            Readable.count(result.petitions, "petition") + ", "
                + Readable.count(result.accounts, "account") + ", "
                + Readable.count(result.officers, "officer") + " from "
                + "\(simulation.start.display(.short)) until \(simulation.end.display(.short))")
        try terminal.print(
            Readable.count(Int(result.head), "event") + " of "
                + Readable.count(result.commands, "command")
                + " in \(Readable.duration(duration)), "
                + "\(Readable.count(result.refused)) refused; all views caught up")
        if let counts {
            try terminal.print(
                "Open: \(Readable.count(counts.open)), of them near a deadline "
                    + "\(Readable.count(counts.near)), past one \(Readable.count(counts.overdue)); "
                    + "identities to check: \(Readable.count(counts.identities))")
        }
        for (code, refused) in result.refusals.sorted(by: { $0.key < $1.key }) {
            terminal.note(
                "\(code), " + Readable.count(refused.count, "time") + "; \(refused.first)")
        }
        try terminal.print(
            "Officers sign in with the password \(GenerateCommand.officersPassword): front-1 "
                + "receives, works-head heads a department, admin administers.")
        try terminal.print("Look with “khamrong status”, “queue”, “report”, “digest”, “replay”.")
    }

    var json: JSON {
        JSON.object {
            $0["office"] = .string(place.office)
            $0["directory"] = .string(place.paths.office)
            $0["keys"] = .string(place.paths.keys)
            $0["from"] = .string(simulation.start.description)
            $0["until"] = .string(simulation.end.description)
            $0["petitions"] = .integer(result.petitions)
            $0["accounts"] = .integer(result.accounts)
            $0["officers"] = .integer(result.officers)
            $0["officers_password"] = .string(GenerateCommand.officersPassword)
            $0["commands"] = .integer(result.commands)
            $0["refused"] = .integer(result.refused)
            $0["position"] = .integer(Int(result.head))
            $0["open"] = counts.map { .integer($0.open) }
            $0["near"] = counts.map { .integer($0.near) }
            $0["overdue"] = counts.map { .integer($0.overdue) }
            $0["identities"] = counts.map { .integer($0.identities) }
            $0["milliseconds"] = .integer(Int(duration / .milliseconds(1)))
        }
    }
}
