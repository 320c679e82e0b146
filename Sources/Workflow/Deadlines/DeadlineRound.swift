internal import Entries
internal import EventLog
internal import Events
internal import Projections
internal import Rules
internal import Threads

/// Finds the cases of which something is to be written down, and has it written, batch by batch.
struct DeadlineRound: Sendable {
    let office: Office
    let port: any CommandPort
    let views: LiveViews
    let settings: CurrentSettings
    let batch: Int
    /// Cases of which the rules wanted nothing written, and the version that they had: looked at
    /// again when something has happened in them.
    private let setAside = Monitor<[String: Int]>([:])

    init(
        office: Office, port: any CommandPort, views: LiveViews, settings: CurrentSettings,
        batch: Int
    ) {
        self.office = office
        self.port = port
        self.views = views
        self.settings = settings
        self.batch = batch
    }

    /// Whether there may be more to be done at once.
    /// - Throws: what kept the batch from being written; it is found again the next time.
    func turn(at now: Instant) throws -> Bool {
        let aside = setAside.with { $0 }
        let found = try views.read(.officerQueue) { database in
            try OfficerQueue.alarmed(by: now, limit: batch + aside.count, in: database)
        }
        let cases = found.filter { aside[$0.number] != $0.version }.prefix(batch)
        guard !cases.isEmpty else { return false }
        let head = try office.log.head
        let settings = try settings.now().value
        var drafts: [Draft] = []
        for alarmed in cases { drafts += try self.drafts(of: alarmed, at: now, settings) }
        let outcomes = drafts.isEmpty ? [] : port.submitAndWait(drafts)
        let last = try outcomes.compactMap { try position(of: $0) }.max() ?? head
        views.wait(for: .officerQueue, at: last)
        // Where nothing was written, the queue shows nothing new: it must not be asked for ever.
        let written = Set(
            zip(drafts, outcomes).compactMap { draft, outcome -> String? in
                guard case .accepted = outcome else { return nil }
                return draft.petition
            })
        let untouched = cases.filter { !written.contains($0.number) }
        let isEarly = outcomes.contains { $0.isRefused(Self.tooEarly) }
        if !isEarly {
            setAside.with { aside in
                for alarmed in untouched { aside[alarmed.number] = alarmed.version }
            }
        }
        return !written.isEmpty || !isEarly
    }

    /// The log's clock is behind: not now, but soon.
    private static let tooEarly = PetitionRefusal.tooEarly(Instant(milliseconds: 0)).code

    private func drafts(
        of alarmed: OfficerQueue.Alarmed, at now: Instant, _ settings: OfficeSettings
    ) throws -> [Draft] {
        guard let petition = try office.log.history(of: alarmed.number)?.petition,
            let definition = settings.definition(of: petition)
        else { return [] }
        return petition.alarms(until: now, in: settings).compactMap { due in
            definition.command(for: due).map { command in
                var draft = Draft(
                    .petition(number: alarmed.number, command), by: .system, at: now)
                if case .noticeDelay = command, let wording = definition.delayWording {
                    draft.sections = [
                        PlainSection(Reason(text: wording.thai)),
                        PlainSection(Message(text: wording.thai)),
                    ]
                }
                return draft
            }
        }
    }

    private func position(of outcome: CommandOutcome) throws -> Position? {
        switch outcome {
        case .accepted(let receipt): return receipt.positions?.upperBound
        case .refused: return nil
        case .unknown, .failed, .busy: throw DeadlinesHeld(outcome: outcome)
        }
    }
}

/// A batch could not be written.
struct DeadlinesHeld: Error {
    let outcome: CommandOutcome
}

extension DeadlinesHeld: CustomStringConvertible {
    var description: String { "not written: \(outcome)" }
}

extension Draft {
    fileprivate var petition: String? {
        if case .petition(let number, _) = command { number } else { nil }
    }
}

extension CommandOutcome {
    fileprivate func isRefused(_ code: String) -> Bool {
        if case .refused(code, _) = self { true } else { false }
    }
}
