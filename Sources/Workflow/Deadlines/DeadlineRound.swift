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
    let report: @Sendable (String) -> Void
    /// Cases of which nothing came to be written.
    private let held: HeldWork
    private let setAside = Monitor<[String: CaseSetAside]>([:])
    /// A case that cannot be read or written keeps no other waiting, and is tried again after so
    /// long.
    private static let againMilliseconds = 600_000

    init(
        office: Office, port: any CommandPort, views: LiveViews, settings: CurrentSettings,
        batch: Int, report: @escaping @Sendable (String) -> Void
    ) throws {
        held = try HeldWork(.deadlines, in: office.paths.office)
        self.office = office
        self.port = port
        self.views = views
        self.settings = settings
        self.batch = batch
        self.report = report
    }

    /// Whether there may be more to be done at once.
    /// - Throws: what kept the batch from being written; it is found again the next time.
    func turn(at now: Instant) throws -> Bool {
        let aside = setAside.with { $0 }
        let found = try views.read(.officerQueue) { database in
            try OfficerQueue.alarmed(by: now, limit: batch + aside.count, in: database)
        }
        // Somebody else has seen to it.
        for item in held.due(at: now) where !found.contains(where: { $0.number == item.subject }) {
            try held.release(item.subject)
        }
        let cases = found.filter { aside[$0.number]?.holds($0, at: now) != true }.prefix(batch)
        guard !cases.isEmpty else { return false }
        let head = try office.log.head
        let settings = try settings.now().value
        var drafts: [Draft] = []
        for alarmed in cases { drafts += try readable(alarmed, at: now, settings) }
        let outcomes = outcomes(of: drafts)
        let last = try outcomes.compactMap { try position(of: $0) }.max() ?? head
        views.wait(for: .officerQueue, at: last)
        // Where nothing was written, the queue shows nothing new: it must not be asked for ever.
        let written = Set(
            zip(drafts, outcomes).compactMap { draft, outcome -> String? in
                guard case .accepted = outcome else { return nil }
                return draft.petition
            })
        for number in written { try held.release(number) }
        for (draft, outcome) in zip(drafts, outcomes) {
            guard let reason = outcome.failure,
                let alarmed = cases.first(where: { $0.number == draft.petition })
            else { continue }
            try hold(alarmed, because: reason, at: now)
        }
        let untouched = cases.filter { !written.contains($0.number) }
            .map { CaseSetAside(alarmed: $0) }
        let isEarly = outcomes.contains { $0.isRefused(Self.tooEarly) }
        if !isEarly { for one in untouched { keepAside(one, at: now) } }
        return !written.isEmpty || !isEarly
    }

    /// The log's clock is behind: not now, but soon.
    private static let tooEarly = PetitionRefusal.tooEarly(Instant(milliseconds: 0)).code

    private func keepAside(_ one: CaseSetAside, at now: Instant) {
        setAside.with { aside in
            // What could not be read stays so, and is not kept for good.
            if aside[one.alarmed.number]?.holds(one.alarmed, at: now) != true {
                aside[one.alarmed.number] = one
            }
        }
    }

    /// What becomes of the drafts: together if they can be, else each for itself, so that one that
    /// always fails holds no other back.
    private func outcomes(of drafts: [Draft]) -> [CommandOutcome] {
        guard !drafts.isEmpty else { return [] }
        let outcomes = port.submitAndWait(drafts)
        guard drafts.count > 1, outcomes.contains(where: { $0.failure != nil }) else {
            return outcomes
        }
        return drafts.map { port.submitAndWait([$0]).first ?? .busy }
    }

    /// Nothing can be written of it for now: it is tried again after a while.
    private func hold(
        _ alarmed: OfficerQueue.Alarmed, because reason: String, at now: Instant
    ) throws {
        report("deadlines of \(alarmed.number) are held back: \(reason)")
        try held.hold(alarmed.number, because: reason, at: now)
        let end = now.advanced(milliseconds: Self.againMilliseconds)
        keepAside(CaseSetAside(alarmed: alarmed, until: end), at: now)
    }

    private func readable(
        _ alarmed: OfficerQueue.Alarmed, at now: Instant, _ settings: OfficeSettings
    ) throws -> [Draft] {
        do { return try drafts(of: alarmed, at: now, settings) } catch {
            try hold(alarmed, because: "\(error)", at: now)
            return []
        }
    }

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
                        PlainSection(Reason(text: wording.thai))
                    ]
                }
                return draft
            }
        }
    }

    private func position(of outcome: CommandOutcome) throws -> Position? {
        switch outcome {
        case .accepted(let receipt): return receipt.positions?.upperBound
        case .refused, .failed: return nil
        case .unknown, .busy: throw DeadlinesHeld(outcome: outcome)
        }
    }
}

/// A case as the queue showed it: looked at again when something has happened in it, when its
/// alarm has moved, or when its time is over.
private struct CaseSetAside {
    let alarmed: OfficerQueue.Alarmed
    var until: Instant?

    func holds(_ other: OfficerQueue.Alarmed, at now: Instant) -> Bool {
        alarmed == other && until.map { now < $0 } ?? true
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
    fileprivate var failure: String? { if case .failed(let reason) = self { reason } else { nil } }

    fileprivate func isRefused(_ code: String) -> Bool {
        if case .refused(code, _) = self { true } else { false }
    }
}
