import Crowd
import Entries
import EventLog
import Foundation
import Projections
import TestSupport
import Testing
import Threads
import Workflow

/// An office whose clock, disk and restarts follow from a seed.
final class SimulatedOffice {
    let paths: OfficePaths
    var dice: SeededGenerator
    private let scratch: Scratch
    private let world = World()
    private var crowd: Crowd
    private var audit = Audit()
    /// Commands that were taken under a key, in less than the 30 days that keys are remembered.
    private var taken: [Acknowledgement] = []
    private(set) var tally = Tally()

    struct Tally {
        var accepted = 0, refused = 0, repeated = 0, keysReused = 0, unknown = 0, batches = 0
        var clockNotices = 0, grown = 0, restarts = 0
    }

    /// What the writer's thread asks for.
    private final class World: Sendable {
        let time = Monitor(1_720_400_400_000)
        let nextFault = Monitor<CommitFault?>(nil)
        let notices = Monitor((clock: 0, grown: 0))

        @Sendable func now() -> Instant { Instant(milliseconds: time.with { $0 }) }

        @Sendable func fault() -> CommitFault? {
            nextFault.with { fault in
                defer { fault = nil }
                return fault
            }
        }

        @Sendable func hear(_ notice: WriterNotice) {
            notices.with { notices in
                switch notice {
                case .clockBehind: notices.clock += 1
                case .grown: notices.grown += 1
                case .commitFailed: break
                }
            }
        }
    }

    init(_ dice: SeededGenerator) throws {
        self.dice = dice
        scratch = try Scratch()
        paths = OfficePaths(data: scratch.path("data"), keys: scratch.path("keys"), code: "KT")
        try BusyOffice.make(paths, clock: world.now)
        crowd = Crowd(name: "crowd", dice: SeededGenerator(seed: dice.seed ^ 1))
    }

    /// Opens the office, has `commands` carried out, and closes it: then all must be whole.
    func live(through commands: Int) throws {
        try disturb()
        let log = try EventLog.open(at: paths.log, mapSize: 1 << 20)
        let writer = try OfficeWriter(
            paths, log: log, clock: world.now, notices: world.hear, faults: world.fault)
        let views = OfficeViews(of: Office(paths: paths, log: log, vault: writer.vault))
        try views.catchUp()
        try audit.read(log)
        try Audit.compare(views, at: audit.head)
        let follower = chance(50) ? views.follow(expecting: 0) : nil
        for _ in 0..<commands { try act(through: writer, log) }
        try follower?.finish()
        writer.close()
        try audit.read(log)
        tally.restarts += 1
        tally.clockNotices = world.notices.with { $0.clock }
        tally.grown = world.notices.with { $0.grown }
    }

    /// What is true at the end.
    func close() throws {
        let office = try Office(reading: paths)
        try Audit.verify(office.log)
        let views = OfficeViews(of: office)
        try Audit.compare(views, at: audit.head)
        try Audit.compareDigests(views)
    }

    private func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &dice) < percent
    }

    /// Sometimes a view is gone, or damaged, when the office opens again.
    private func disturb() throws {
        guard chance(30) else { return }
        let view = ViewName.allCases[Int.random(in: 0..<ViewName.allCases.count, using: &dice)]
        let link = "\(paths.views)/\(view.rawValue).sqlite"
        guard FileManager.default.fileExists(atPath: link) else { return }
        if chance(50) {
            try FileManager.default.removeItem(atPath: link)
        } else {
            let file = URL(filePath: link).resolvingSymlinksInPath()
            try Data(repeating: 0x2A, count: 5000).write(to: file)
        }
    }

    // MARK: Commands

    private func act(through port: any CommandPort, _ log: EventLog) throws {
        tick()
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<10: repeatOne(through: port)
        case 10..<13: reuseKey(through: port)
        case 13..<25: try batch(through: port, log)
        default: one(through: port)
        }
    }

    /// Time goes on, a little or much; seldom it steps back.
    private func tick() {
        let step =
            chance(3)
            ? -Int.random(in: 1...7_200_000, using: &dice)
            : Int.random(in: 0...(chance(5) ? 5_000_000 : 20_000), using: &dice)
        world.time.with { $0 += step }
    }

    private func draft() -> Draft { crowd.draft(at: world.now()) }

    private func one(through port: any CommandPort) {
        let draft = draft()
        let fault: CommitFault? = chance(4) ? (chance(50) ? .lost : .kept) : nil
        world.nextFault.with { $0 = fault }
        var outcome = port.perform(draft)
        if case .unknown = outcome {
            tally.unknown += 1
            outcome = port.perform(draft)
            guard case .accepted(let receipt) = outcome else {
                Issue.record("what was accepted and perhaps lost is now \(outcome)")
                return
            }
            #expect(receipt.isRepeat == (fault == .kept))
        }
        world.nextFault.with { $0 = nil }
        note(draft, outcome)
    }

    private func note(_ draft: Draft, _ outcome: CommandOutcome) {
        switch outcome {
        case .accepted(let receipt):
            tally.accepted += 1
            crowd.hear(receipt)
            if let acknowledgement = Acknowledgement(draft, outcome) {
                taken.append(acknowledgement)
                if taken.count > 4000 { taken.removeFirst(2000) }
            }
        case .refused: tally.refused += 1
        case .unknown, .failed, .busy: Issue.record("\(outcome)")
        }
    }

    private func repeatOne(through port: any CommandPort) {
        guard let old = taken.randomElement(using: &dice),
            let draft = try? old.again(at: world.now())
        else { return }
        guard case .accepted(let receipt) = port.perform(draft) else {
            Issue.record("\(old.key) is not remembered")
            return
        }
        #expect(receipt.isRepeat && receipt.positions == old.positions)
        #expect(receipt.version == old.version && receipt.stream == old.stream)
        tally.repeated += 1
    }

    /// The key of one command on another.
    private func reuseKey(through port: any CommandPort) {
        guard let old = taken.randomElement(using: &dice),
            var first = try? old.again(at: world.now())
        else { return }
        let other = draft()
        guard other.command != first.command else { return }
        first.command = other.command
        guard case .refused("idempotency-key-reused", _) = port.perform(first) else {
            Issue.record("\(old.key) served two commands")
            return
        }
        tally.keysReused += 1
    }

    /// Several without keys, decided together: all are kept or none.
    private func batch(through port: any CommandPort, _ log: EventLog) throws {
        var drafts = (0..<Int.random(in: 2...12, using: &dice)).map { _ in draft() }
        for index in drafts.indices { drafts[index].idempotencyKey = nil }
        let fault: CommitFault? = chance(10) ? (chance(50) ? .lost : .kept) : nil
        world.nextFault.with { $0 = fault }
        let before = try log.head
        let outcomes = port.submitAndWait(drafts)
        world.nextFault.with { $0 = nil }
        tally.batches += 1
        guard !outcomes.contains(where: { if case .unknown = $0 { true } else { false } }) else {
            tally.unknown += 1
            #expect(outcomes.allSatisfy { if case .unknown = $0 { true } else { false } })
            #expect(try (log.head > before) == (fault == .kept))
            return
        }
        for outcome in outcomes {
            if case .accepted(let receipt) = outcome { crowd.hear(receipt) }
        }
        let recorded = outcomes.reduce(0) { sum, outcome in
            guard case .accepted(let receipt) = outcome else { return sum }
            return sum + (receipt.positions?.count ?? 0)
        }
        #expect(try log.head == before + Position(recorded))
    }
}
