import Entries
import EventLog
import Events
import Projections
import Rules
import Simulation
import TestSupport
import Testing
import Vault
import Workflow

@Suite(.timeLimit(.minutes(10))) struct OfficeSimulationTests {
    /// What happened, without what chance and the vault give anew each time.
    private struct Happening: Equatable {
        let type: String, stream: String, actor: String
        let time: Instant
    }

    private static let end = Instant(
        local: CivilDate(year: 2026, month: 11, day: 20)!, hour: 16, minute: 0)

    private static func perform(
        petitions: Int, seed: UInt64, until end: Instant = end,
        _ body: (Office, SimulationResult, OfficeSimulation) throws
            -> Void
    ) throws {
        let scratch = try Scratch()
        let paths = OfficePaths(
            data: scratch.path("data"), keys: scratch.path("keys"), code: "demo")
        let simulation = OfficeSimulation(petitions: petitions, seed: seed, until: end)
        let opening = OfficeEvent.OfficeOpened(
            code: "demo", name: LocalText("เทศบาลตำบลตัวอย่าง"), kind: .subdistrictMunicipality,
            prefix: "KT", origin: "khamrong.example/demo")
        let result = try simulation.perform(paths, opening: opening)
        try body(try Office(reading: paths), result, simulation)
    }

    @Test func `what happens seldom in an office happens in a made-up one too`() throws {
        try Self.perform(petitions: 500, seed: 2) { office, result, _ in
            #expect(result.refusals == [:])
            #expect(office.log.isDurable)
            var counts: [String: Int] = [:]
            try office.log.events { counts[type(of: $0.event.data).name, default: 0] += 1 }
            let seldom = [
                "referred", "waiting-started", "waiting-ended", "merged", "unmerged", "extended",
                "deadline-missed", "delay-noticed", "reopened", "withdrawn", "rejected",
            ]
            for word in seldom {
                #expect((1...200).contains(counts[word, default: 0]), "\(word)")
            }
        }
    }

    /// A confidential complaint by telephone is taken back before anybody has it: at this moment
    /// the history has one.
    @Test func `what the front desk may not read is entered by whoever works on it`() throws {
        let end = Instant(rfc3339: "2026-11-29T06:20:05Z")!
        try Self.perform(petitions: 40, seed: 2567, until: end) { office, result, _ in
            #expect(result.refusals == [:])
            var withdrawn = 0
            try office.log.events { event in
                guard case .petition(.withdrawn) = event.event else { return }
                withdrawn += 1
            }
            #expect(withdrawn > 0)
        }
    }

    @Test func `officers work at all minutes of the office day`() throws {
        try Self.perform(petitions: 120, seed: 4) { office, _, simulation in
            let officers = Set(simulation.staff.members.map(\.actor.id))
            var minutes: Set<Int> = []
            var hours: [Int: Int] = [:]
            try office.log.events { event in
                guard officers.contains(event.actor) else { return }
                let minute = LocalTime(event.time).minute
                minutes.insert(minute)
                hours[LocalTime(event.time).hour, default: 0] += 1
            }
            #expect(minutes.count > 50)
            #expect((9...15).allSatisfy { hours[$0, default: 0] > 20 }, "\(hours)")
        }
    }

    @Test(arguments: [1, 2, 2567] as [UInt64])
    func `the rules refuse nothing of a made-up history, and its views equal a rebuild`(
        seed: UInt64
    ) throws {
        try Self.perform(petitions: 60, seed: seed) { office, result, simulation in
            #expect(result.refusals == [:])
            #expect(result.petitions == 60)
            #expect(result.commands > 300)
            #expect(result.officers == simulation.staff.members.count)
            var last: Position = 0
            var time = simulation.start
            try office.log.events { event in
                #expect(event.position == last + 1)
                #expect(event.time >= time && event.time <= simulation.end)
                last = event.position
                time = event.time
            }
            #expect(last == result.head)
            let views = OfficeViews(of: office)
            try views.catchUp()
            for view in ViewName.allCases {
                let live = try views.reader(of: view).digest()
                #expect(live?.position == result.head)
                try views.rebuild(view)
                let rebuilt = try views.reader(of: view).digest()
                #expect(rebuilt == live)
            }
        }
    }

    @Test func `files are there, open, and hold the same in every run of a seed`() throws {
        var runs: [[Digest]] = []
        for _ in 0..<2 {
            try Self.perform(petitions: 60, seed: 5) { office, _, _ in
                var contents: [Digest] = []
                var kinds: Set<String> = []
                try office.log.events { event in
                    let named =
                        try office.sections(Attachment.self, of: event).compactMap(\.content)
                        .map { ($0.file, $0.content, $0.mediaType) }
                        + office.sections(Evidence.self, of: event).compactMap(\.content)
                        .map { ($0.file, $0.content, $0.mediaType) }
                        + office.sections(IssuedDocument.self, of: event).compactMap(\.content)
                        .map { ($0.file, $0.content, $0.mediaType ?? "") }
                    for (file, content, mediaType) in named {
                        contents.append(content)
                        let section = try #require(
                            event.frame.sections.first {
                                ["attachment", "evidence", "document"].contains($0.field)
                            })
                        let key = try office.vault.key(section.keyReference)
                        let bytes = try office.files.read(file, with: key, limit: 1 << 20)
                        let isJPEG = bytes.starts(with: [0xFF, 0xD8, 0xFF])
                        let isPDF = bytes.starts(with: Array("%PDF-".utf8))
                        #expect(mediaType == "image/jpeg" ? isJPEG : isPDF)
                        #expect(bytes.count < 100_000)
                        kinds.insert(section.field)
                    }
                }
                #expect(kinds == ["attachment", "evidence", "document"])
                runs.append(contents)
            }
        }
        #expect(runs[0].count > 20 && runs[0] == runs[1])
    }

    @Test func `the same seed makes the same history, another one another`() throws {
        var histories: [[Happening]] = []
        for seed in [7, 7, 8] as [UInt64] {
            try Self.perform(petitions: 25, seed: seed) { office, _, _ in
                var history: [Happening] = []
                try office.log.events {
                    history.append(
                        Happening(
                            type: $0.event.type, stream: $0.stream.subject, actor: $0.actor,
                            time: $0.time))
                }
                histories.append(history)
            }
        }
        #expect(histories[0] == histories[1])
        #expect(histories[0] != histories[2])
    }

    @Test func `a made-up office says that it is one, and none that exists is touched`() throws {
        try Self.perform(petitions: 1, seed: 3) { office, _, simulation in
            let settings = try office.log.settings(of: "demo")
            #expect(settings.office?.isSimulated == true)
            #expect(throws: OfficeProblem.exists(office.paths.office)) {
                try simulation.perform(office.paths, opening: OfficeEvent.OfficeOpened())
            }
        }
    }
}
