internal import Entries
package import Events

extension CaseRow: FoldedRow {
    package static func key(for event: RecordedEvent) -> String? {
        event.stream.kind == .petition ? event.stream.name : nil
    }

    package static func apply(
        _ event: RecordedEvent, to row: inout Self?, in surroundings: Surroundings
    ) {
        guard case .petition(let fact) = event.event else { return }
        if case .submitted(let data) = fact {
            row = CaseRow(data, event)
        } else {
            row?.take(fact, event)
        }
        row?.version = event.streamVersion
        row?.position = event.position
    }

    private init(_ data: PetitionEvent.Submitted, _ event: RecordedEvent) {
        number = event.stream.name
        course = CaseCourse(data, event)
        if course.isImported, course.hasClocks { alarms = CaseAlarms(joinedAt: event.time) }
        kind = data.kind
        category = data.category
        subcategory = data.subcategory
        filedArea = data.area
        filedMoo = data.moo
        channel = data.channel
        urgency = data.urgency
        department = data.department
        owner = data.officer
        if data.filedBy == nil, data.source == nil { citizen = event.actor }
        attachments = data.attachments ?? 0
        isConfidential = data.isConfidential
        isAnonymous = data.isAnonymous
        lastActivityAt = event.occurredAt
        showPlace()
    }

    private mutating func showPlace() {
        area = isConfidential ? nil : filedArea
        moo = isConfidential ? nil : filedMoo
    }

    /// A closed case has no deadline to meet; what became of its clocks is in the reports.
    private mutating func stopClocks() {
        receive = ClockTimes()
        answer = ClockTimes()
        finish = ClockTimes()
        next = ClockTimes()
    }

    private mutating func take(_ fact: PetitionEvent, _ event: RecordedEvent) {
        if course.take(fact, event) { stopClocks() }
        alarms.take(fact)
        switch fact {
        case .deadlineNear, .deadlineMissed, .escalated, .notified, .trackingReset,
            .erasureScheduled, .erasureHeld, .erasureHoldEnded, .erasureApproved, .extended,
            .delayNoticed, .rated, .duplicateDismissed:
            return
        case .viewed(let data):
            if data.parts.contains(.messages) { unread = 0 }
            return
        case .erased:
            citizen = nil
            erasedAt = event.time
            erasedPosition = Int(clamping: event.position)
            return
        case .received(let data): own(data.officer ?? owner, data.department)
        case .inProgress(let data): own(data.officer ?? owner, data.department)
        case .forwarded(let data):
            department = data.to
            owner = nil
        case .assigned(let data): own(data.officer, data.department)
        case .claimed(let data): own(data.officer, data.department)
        case .takenOver(let data): owner = data.officer
        case .released: owner = nil
        default: takeRecord(fact, event)
        }
        lastActivityAt = event.occurredAt
    }

    private mutating func takeRecord(_ fact: PetitionEvent, _ event: RecordedEvent) {
        switch fact {
        case .recategorised(let data):
            category = data.category
            subcategory = data.subcategory
            if let unit = data.department, unit != department {
                department = unit
                owner = nil
            }
        case .urgencySet(let data): urgency = data.urgency
        case .confidentialitySet(let data):
            isConfidential = data.isConfidential
            category = data.category
            subcategory = data.subcategory
            showPlace()
        case .corrected(let data): attachments += data.attachments ?? 0
        case .attached(let data):
            if data.by == .citizen { unread += 1 }
            attachments += data.attachments
        case .messaged(let data):
            unread += 1
            attachments += data.attachments ?? 0
        case .answered(let data):
            unread = 0
            attachments += data.attachments ?? 0
        case .noted(let data): attachments += data.attachments ?? 0
        case .copiesCertified(let data): attachments += data.copies
        case .ownerLinked: citizen = event.actor
        case .appointmentSet, .appointmentCancelled:
            appointmentAt = course.facts.appointment
        default: break
        }
    }

    private mutating func own(_ officer: String?, _ unit: String?) {
        owner = officer
        if let unit { department = unit }
    }
}
