internal import Entries
package import Events
internal import Rules

extension PetitionRow: FoldedRow {
    package static func key(for event: RecordedEvent) -> String? {
        event.stream.kind == .petition ? event.stream.name : nil
    }

    package static func apply(
        _ event: RecordedEvent, to row: inout Self?, in surroundings: Surroundings
    ) {
        guard case .petition(let fact) = event.event else { return }
        if case .submitted(let data) = fact {
            row = PetitionRow(data, event)
        } else {
            row?.take(fact, event)
            row?.count(fact, in: surroundings.office)
        }
        row?.events = event.streamVersion
        row?.position = event.position
    }

    private init(_ data: PetitionEvent.Submitted, _ event: RecordedEvent) {
        number = event.stream.name
        course = CaseCourse(data, event)
        kind = data.kind
        category = data.category
        subcategory = data.subcategory
        area = data.area
        moo = data.moo
        channel = data.channel
        mode = data.mode
        urgency = data.urgency
        department = data.department
        officer = data.officer
        fiscalYear = FiscalYear(at: data.deemedReceivedAt).buddhist
        isOnBehalf = data.isOnBehalf
        isConfidential = data.isConfidential
    }

    private mutating func take(_ fact: PetitionEvent, _ event: RecordedEvent) {
        _ = course.take(fact, event)
        switch fact {
        case .received(let data):
            takenAt = takenAt ?? event.occurredAt
            own(data.officer ?? officer, data.department)
        case .inProgress(let data): own(data.officer ?? officer, data.department)
        case .assigned(let data): own(data.officer, data.department)
        case .claimed(let data): own(data.officer, data.department)
        case .takenOver(let data): officer = data.officer
        case .released: officer = nil
        case .forwarded(let data):
            forwardings += 1
            department = data.to
            officer = nil
        case .recategorised(let data):
            category = data.category
            subcategory = data.subcategory
            if let unit = data.department, unit != department { own(nil, unit) }
        case .confidentialitySet(let data):
            isConfidential = data.isConfidential
            category = data.category
            subcategory = data.subcategory
        default: takeRecord(fact, event)
        }
    }

    private mutating func takeRecord(_ fact: PetitionEvent, _ event: RecordedEvent) {
        switch fact {
        case .urgencySet(let data): urgency = data.urgency
        case .completed(let data): outcome = data.outcome
        case .deemedApproved: outcome = PetitionEvent.DeemedApproved.name
        case .rejected(let data): outcome = data.ground
        case .reopened:
            outcome = nil
            score = nil
        case .answered, .returned: answeredAt = answeredAt ?? event.occurredAt
        case .extended: extensions += 1
        case .documentIssued: documents += 1
        case .paymentRecorded(let data): paidSatang += data.satang
        case .rated(let data): score = data.score
        case .erased:
            erasedAt = event.time
            erasedPosition = Int(clamping: event.position)
        default: break
        }
    }

    /// The petitioner's own deadline is nothing that the office missed, and that it writes down
    /// no reason or tells no result is counted with the clocks.
    private mutating func count(_ fact: PetitionEvent, in office: OfficeContext) {
        guard case .deadlineMissed(let data) = fact else { return }
        switch office.kind(of: data.clock, of: course) {
        case .receive, .firstAnswer, .finish, nil: missed += 1
        case .correction, .delayNotice, .resultNotice: break
        }
    }

    private mutating func own(_ officer: String?, _ unit: String?) {
        self.officer = officer
        if let unit { department = unit }
    }
}
