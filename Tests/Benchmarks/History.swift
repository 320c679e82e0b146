internal import Entries
internal import EventLog
internal import Events
internal import Threads
internal import Workflow

/// A long log: whole petitions that overlap, each command decided like any other, sent in large
/// batches.
struct History {
    private static let blockSize = 200
    /// Batches on their way at once; a case's next command is never among them.
    private static let mostWaiting = 3

    let paths: OfficePaths
    let office: Office
    let petitions: Int
    /// How long it took to make.
    let seconds: Double

    /// With `leavesOpen` a quarter of the petitions stands at one of the steps before the last.
    init(
        in directory: String, petitions: Int, leavesOpen: Bool = false, _ settings: BenchSettings
    ) throws {
        let made = try BenchOffice(in: directory, clock: settings.clock)
        defer { made.port.close() }
        let time = try Benchmarks.seconds {
            try Self.fill(
                made.port, petitions: petitions, leavesOpen: leavesOpen, clock: settings.clock)
        }
        paths = made.paths
        office = made.office
        self.petitions = petitions
        seconds = time
    }

    private struct Progress {
        var cases: [Case]
        var waiting = 0
        var problem: (any Error)?
    }

    private static func fill(
        _ port: any CommandPort, petitions: Int, leavesOpen: Bool,
        clock: @Sendable () -> Instant
    ) throws {
        let progress = Monitor(Progress(cases: (0..<petitions).map { Case(petition: $0) }))
        let blocks = (petitions + blockSize - 1) / blockSize
        let gap = max(mostWaiting + 1, blocks / 10)
        for round in 0..<(blocks + 4 * gap) {
            let numbers = (0..<Case.steps).flatMap { step -> [Int] in
                let block = round - step * gap
                guard (0..<blocks).contains(block) else { return [] }
                return (block * blockSize..<min(petitions, (block + 1) * blockSize)).filter {
                    !leavesOpen || step < lastStep(of: $0)
                }
            }
            guard !numbers.isEmpty else { continue }
            let cases = try progress.wait { progress -> Result<[Case], any Error>? in
                if let problem = progress.problem { return .failure(problem) }
                guard progress.waiting < mostWaiting else { return nil }
                progress.waiting += 1
                return .success(numbers.map { progress.cases[$0] })
            }.get()
            let now = clock()
            port.submit(cases.map { $0.draft(at: now, isKeyed: false) }) { outcomes in
                take(outcomes, of: numbers, into: progress)
            }
        }
        let problem: (any Error)?? = progress.wait { progress in
            progress.waiting == 0 ? .some(progress.problem) : nil
        }
        if let problem = problem ?? nil { throw problem }
    }

    private static func lastStep(of petition: Int) -> Int {
        petition % 8 < 2 ? petition / 8 % (Case.steps - 1) + 1 : Case.steps
    }

    private static func take(
        _ outcomes: [CommandOutcome], of numbers: [Int], into progress: Monitor<Progress>
    ) {
        progress.with { progress in
            progress.waiting -= 1
            do {
                for (number, outcome) in zip(numbers, outcomes) {
                    progress.cases[number].took(try outcome.receipt)
                }
            } catch {
                progress.problem = error
            }
        }
        progress.broadcast()
    }
}
