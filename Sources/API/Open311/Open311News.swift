internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Workflow

/// Something that a petitioner was told, and the case as it stood after it.
///
/// Told is what stands openly in the event. What was written beside it is the petitioner's alone,
/// and what the office does inside is its own.
struct Open311News {
    let event: RecordedEvent
    let fact: PetitionEvent
    let petition: Petition

    /// Nil for what no petitioner is told, and for what an import brought of another system's past.
    init?(_ event: RecordedEvent, _ petition: Petition) {
        guard case .petition(let fact) = event.event, fact.isForPetitioner, !event.frame.isImported
        else { return nil }
        self.event = event
        self.fact = fact
        self.petition = petition
    }

    /// Whether it is the office's answer to what was filed, which other systems wait for: what the
    /// petitioner wrote comes back to nobody, what the petitioner did with the case's course does.
    var isUpdate: Bool {
        switch fact {
        case .submitted, .messaged, .attached, .rated, .erasureScheduled, .erased: false
        default: true
        }
    }

    /// What was recorded in a time, the earliest first. Recorded times never decrease, so that
    /// times that follow each other skip nothing.
    static func each(
        from start: Instant, through end: Instant, in log: EventLog,
        _ body: (Open311News) throws -> Void
    ) throws {
        var position = try Until.recorded(start.advanced(milliseconds: -1)).end(in: log)
        let last = try Until.recorded(end).end(in: log)
        var standings = CaseStandings(log)
        while position < last {
            let entries = try log.read(after: position, limit: 1000)
            guard let final = entries.last else { throw LogDamage.hole(at: position + 1) }
            for entry in entries where entry.position <= last {
                let envelope = try Envelope(entry.bytes)
                guard let after = try standings.around(entry, envelope).last else { continue }
                let event = try RecordedEvent.read(entry, sections: false)
                if let news = Open311News(event, after) { try body(news) }
            }
            position = final.position
        }
    }

    /// The history of one case, the earliest first.
    static func all(of number: String, in log: EventLog) throws -> [Open311News] {
        var standing: Petition?
        return try (log.history(of: number)?.events ?? []).compactMap { event in
            guard case .petition(let fact) = event.event else { return nil }
            let after = Petition.evolve(standing, with: fact, Recording(event))
            standing = after
            return Open311News(event, after)
        }
    }

    /// A word of FixMyStreet's for how the case stands since.
    func status(for sight: DeskScope.Sight) -> Open311Status {
        switch fact {
        case .reopened: .reopen
        case .forwarded: .internalReferral
        case .appointmentSet: .actionScheduled
        default: Open311Status(of: petition, for: sight)
        }
    }

    /// What happened, in words; less of a confidential case.
    func words(for sight: DeskScope.Sight, _ settings: OfficeSettings) -> String {
        let told = sight == .whole ? fact : fact.concealed
        let happened = type(of: told.data).meaning.thai
        if case .answered = told { return "\(happened) อ่านข้อความได้ในหน้าติดตามคำร้อง" }
        return told.remark(in: settings).map { "\(happened): \($0.thai)" } ?? happened
    }
}

/// Where a request stands, in the words of FixMyStreet's extension.
enum Open311Status: String, CaseIterable {
    case open = "OPEN"
    case investigating = "INVESTIGATING"
    case inProgress = "IN_PROGRESS"
    case actionScheduled = "ACTION_SCHEDULED"
    case duplicate = "DUPLICATE"
    case fixed = "FIXED"
    case notOurs = "NOT_COUNCILS_RESPONSIBILITY"
    case noFurtherAction = "NO_FURTHER_ACTION"
    case internalReferral = "INTERNAL_REFERRAL"
    case forTriage = "FOR_TRIAGE"
    case closed = "CLOSED"
    case cancelled = "CANCELLED"
    case reopen = "REOPEN"

    /// A completed case is fixed only where its outcome says so: others were explained, or planned.
    init(of petition: Petition, for sight: DeskScope.Sight) {
        self =
            switch petition.status {
            case .submitted: .open
            case .received: .investigating
            case .inProgress: .inProgress
            case .completed: sight == .whole && petition.outcome == "solved" ? .fixed : .closed
            case .rejected: .noFurtherAction
            case .withdrawn: .cancelled
            case .referred: .notOurs
            case .merged: .duplicate
            }
    }
}
