/// Takes the cases that a reader has put together, refuses those that cannot be imported, and
/// hands the others over in batches.
struct CaseCollector {
    private(set) var summary = SourceSummary()
    private var batch: [SourceCase] = []
    private var batchBytes = 0
    private var names: Set<ExactText> = []
    private let limits: SourceLimits
    private let report: ProblemReport
    private let deliver: (SourceBatch) throws -> Void

    init(
        limits: SourceLimits, report: @escaping ProblemReport,
        deliver: @escaping (SourceBatch) throws -> Void
    ) {
        self.limits = limits
        self.report = report
        self.deliver = deliver
    }

    mutating func problem(_ problem: RowProblem) {
        summary.problems += 1
        if problem.loss > .nothing { summary.losses += 1 }
        report(problem)
    }

    mutating func keep(_ header: SourceHeader) { summary.header = header }

    /// Takes a case whose keys and values are about `bytes` long.
    mutating func add(_ added: SourceCase, bytes: Int, consumed: Int) throws {
        if let reason = refusal(of: added) {
            problem(
                RowProblem(
                    line: added.line, caseName: added.name, loss: .row, cases: 1,
                    events: added.events.count, reason: reason))
            return
        }
        for index in added.events.indices where added.events[index].time == nil {
            problem(
                RowProblem(
                    line: added.line(of: index), caseName: added.name, event: index + 1,
                    loss: .nothing,
                    reason: .eventWithoutTime))
        }
        summary.cases += 1
        summary.events += added.events.count
        batch.append(added)
        batchBytes += bytes
        if batch.count >= limits.batchCases || batchBytes >= limits.batchBytes {
            try flush(consumed: consumed)
        }
    }

    /// Hands over what is waiting.
    mutating func flush(consumed: Int) throws {
        guard !batch.isEmpty else { return }
        let cases = batch
        batch.removeAll()
        batchBytes = 0
        try deliver(SourceBatch(cases: cases, bytesConsumed: consumed))
    }

    private mutating func refusal(of added: SourceCase) -> Words? {
        if added.name.isEmpty { return .caseWithoutName(events: added.events.count) }
        if added.events.isEmpty { return .caseWithoutEvents }
        guard added.events.contains(where: { $0.time != nil }) else {
            return .caseWithoutTime(events: added.events.count)
        }
        return names.insert(ExactText(added.name)).inserted
            ? nil : .repeatedCase(events: added.events.count)
    }
}
