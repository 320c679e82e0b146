internal import Events
internal import Exchange
internal import Rules
internal import Threads

/// The chunks of an import that are on their way to the writer.
final class Flight {
    private let most: Int
    private let landed = Monitor<[Chunk]>([])
    private var airborne = 0
    private(set) var tally = ImportTally()

    /// Which source event a draft is of.
    struct Place: Sendable {
        let name: String, event: Int, line: Int
    }

    /// Holds the drafts until it has landed: this thread, which made them, lets go of them then,
    /// and not the writer's, which has more to do.
    private struct Chunk: Sendable {
        let drafts: [Draft]
        let places: [Place]
        let outcomes: [CommandOutcome]
    }

    init(most: Int) { self.most = most }

    /// Sends a chunk, after waiting until fewer than the most are on their way.
    func send(
        _ drafts: [Draft], _ places: [Place],
        through port: any CommandPort, report: (RowProblem) -> Void
    ) throws {
        while airborne >= most { try take(report) }
        airborne += 1
        let landed = landed
        port.submit(drafts) { outcomes in
            landed.with { $0.append(Chunk(drafts: drafts, places: places, outcomes: outcomes)) }
            landed.signal()
        }
    }

    /// Waits for all chunks.
    func land(report: (RowProblem) -> Void) throws {
        while airborne > 0 { try take(report) }
    }

    private func take(_ report: (RowProblem) -> Void) throws {
        let chunk = landed.wait { $0.isEmpty ? nil : $0.removeFirst() }
        airborne -= 1
        for (place, outcome) in zip(chunk.places, chunk.outcomes) {
            switch outcome {
            case .accepted(let receipt):
                tally.recorded += receipt.positions == nil ? 0 : 1
                if receipt.event == PetitionEvent.StepRecorded.name { tally.steps += 1 }
            case .refused(PetitionRefusal.alreadyThere(step: 0).code, _): break
            case .refused(_, let wording):
                tally.refused += 1
                report(
                    RowProblem(
                        line: place.line, caseName: place.name, event: place.event, loss: .event,
                        events: 1, reason: Words(thai: wording.thai, english: wording.english)))
            case .unknown, .failed, .busy: throw ImportInterrupted(outcome: outcome)
            }
        }
    }
}
