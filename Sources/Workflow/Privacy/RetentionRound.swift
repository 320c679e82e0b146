package import Entries
internal import EventLog
internal import Events
internal import Projections
internal import Rules
internal import SQLite

/// What was done because the time for which data is kept is over.
package struct Retained: Equatable, Sendable {
    /// Cases of which it was announced that their data goes, and on which day.
    package var scheduled: [String] = []
    /// Cases whose data goes in this night.
    package var approved: [String] = []

    package init() {}
}

/// Has the night announce what is to go for its time is over, and approve what was announced long
/// enough ago: both by events, which the rules refuse where they do not fit.
///
/// Any case that is held, reopened or kept for longer meanwhile stays.
struct RetentionRound: Sendable {
    let office: Office
    let port: any CommandPort
    let views: LiveViews
    let settings: OfficeSettings

    /// A case that has ended, as the queue has it.
    private struct Ended {
        let number: String, service: String, definition: Int
        let finishedAt: Instant, mergedInto: String?
    }

    /// So many commands wait together.
    private static let batch = 100

    func run(at now: Instant) throws -> Retained {
        var retained = Retained()
        var drafts: [(number: String, draft: Draft)] = []
        for number in try due(on: now.local.date) {
            guard let petition = try office.log.history(of: number)?.petition,
                let command = command(for: petition, on: now.local.date)
            else { continue }
            drafts.append(
                (number, Draft(.petition(number: number, command), by: .system, at: now)))
            if drafts.count == Self.batch { try perform(&drafts, into: &retained) }
        }
        try perform(&drafts, into: &retained)
        return retained
    }

    /// What the rules may take today; nil if nothing is to be done.
    private func command(for petition: Petition, on today: CivilDate) -> PetitionCommand? {
        guard petition.erasure == nil, let end = petition.retentionEnd(in: settings) else {
            return nil
        }
        if let day = petition.erasureDay, day >= end {
            guard day <= today, !petition.isHeld(on: today) else { return nil }
            return .approveErasure(.init(ground: .retention))
        }
        let earliest = today.dayNumber + Petition.daysOfNotice
        return .scheduleErasure(
            .init(on: CivilDate(dayNumber: max(end.dayNumber, earliest))))
    }

    /// Ended cases whose time is over by the end of the notice.
    private func due(on today: CivilDate) throws -> [String] {
        let last = CivilDate(dayNumber: today.dayNumber + Petition.daysOfNotice)
        let ended = try views.read(.officerQueue) { database in
            try database.rows(
                """
                SELECT number, service, definition, finished_at, merged_into FROM cases
                WHERE finished_at IS NOT NULL AND NOT is_open AND erased_at IS NULL
                ORDER BY finished_at, number
                """
            ) { row in
                Ended(
                    number: row.text(0), service: row.text(1), definition: row.int(2),
                    finishedAt: Instant(milliseconds: row.int(3)), mergedInto: row.optionalText(4))
            }
        }
        let kept = Set(ended.map(\.number))
        return ended.compactMap { one in
            let definition = settings.definition(of: one.service, version: one.definition)
            guard let end = settings.retentionEnd(of: definition, finishedAt: one.finishedAt),
                end <= last
            else { return nil }
            // A merged case goes after the one that it goes on under.
            if let into = one.mergedInto, kept.contains(into) || isOpen(into) { return nil }
            return one.number
        }
    }

    private func isOpen(_ number: String) -> Bool {
        (try? office.log.history(of: number)?.petition.isErased) == false
    }

    private func perform(
        _ drafts: inout [(number: String, draft: Draft)], into retained: inout Retained
    ) throws {
        guard !drafts.isEmpty else { return }
        let outcomes = port.submitAndWait(drafts.map(\.draft))
        for (one, outcome) in zip(drafts, outcomes) {
            switch outcome {
            case .accepted:
                if case .petition(_, .approveErasure) = one.draft.command {
                    retained.approved.append(one.number)
                } else {
                    retained.scheduled.append(one.number)
                }
            // Somebody has held or reopened it meanwhile.
            case .refused: continue
            case .failed, .unknown, .busy: throw ErasureInterrupted(outcome: outcome)
            }
        }
        drafts.removeAll()
    }
}

/// A case whose data goes for its time is over, or is held.
package struct RetentionNotice: Equatable, Sendable {
    package let number: String
    package let service: String
    package let finishedAt: Instant?
    /// The announced day; nil while only a hold is there.
    package let day: CivilDate?
    package let isHeld: Bool
    /// The last day of the hold, if it has one.
    package let heldUntil: CivilDate?
}

extension ServedOffice {
    /// Announces and approves what is to go for its time is over; for the night, before `forget`.
    @discardableResult
    package func retain(at now: Instant) throws -> Retained {
        try RetentionRound(
            office: office, port: writer, views: views, settings: try settings().value
        ).run(at: now)
    }
}

extension Office {
    /// Cases that were announced to go, or are held, and are there still: the soonest first.
    ///
    /// Looks through the whole log for these events, a fraction of a second a million entries.
    package func retentionNotices(on today: CivilDate) throws -> [RetentionNotice] {
        var numbers: Set<String> = []
        for name in [PetitionEvent.ErasureScheduled.name, PetitionEvent.ErasureHeld.name] {
            let type = "\(EventType.prefix)\(StreamKind.petition.rawValue).\(name)."
            var next: Position? = 0
            while let after = next {
                let page = try log.read(type: type, after: after, limit: 1000)
                for entry in page.entries {
                    numbers.insert(try RecordedEvent.read(entry).stream.name)
                }
                next = page.next
            }
        }
        return try numbers.compactMap { number -> RetentionNotice? in
            guard let petition = try log.history(of: number)?.petition, petition.erasure == nil
            else { return nil }
            let isHeld = petition.isHeld(on: today)
            guard petition.erasureDay != nil || isHeld else { return nil }
            return RetentionNotice(
                number: number, service: petition.service, finishedAt: petition.finishedAt,
                day: petition.erasureDay, isHeld: isHeld,
                heldUntil: isHeld ? petition.hold?.until : nil)
        }.sorted {
            ($0.day?.dayNumber ?? .max, $0.number) < ($1.day?.dayNumber ?? .max, $1.number)
        }
    }
}
