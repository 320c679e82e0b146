internal import Entries
package import Events
internal import Rules

extension MyCaseRow: FoldedRow {
    package static func key(for event: RecordedEvent) -> String? {
        event.stream.kind == .petition ? event.stream.name : nil
    }

    package static func apply(
        _ event: RecordedEvent, to row: inout Self?, in surroundings: Surroundings
    ) throws {
        guard case .petition(let fact) = event.event else { return }
        let owner = try Owner.opened(from: event, in: surroundings)
        if case .submitted(let data) = fact {
            var fresh = MyCaseRow()
            fresh.number = event.stream.name
            fresh.course = CaseCourse(data, event)
            fresh.trackingCode = data.trackingCode
            fresh.kind = data.kind
            fresh.category = data.category
            row = fresh
        } else if row == nil {
            return
        } else {
            row!.take(fact, event)
        }
        if let owner {
            row!.account = owner.account
            row!.ownerKey = owner.key
        }
        if fact.isActivity { row!.lastActivityAt = event.occurredAt }
        row!.version = event.streamVersion
        row!.position = event.position
    }

    private mutating func take(_ fact: PetitionEvent, _ event: RecordedEvent) {
        _ = course.take(fact, event)
        switch fact {
        case .recategorised(let data): category = data.category
        case .confidentialitySet(let data): category = data.category
        case .rated(let data): rating = data.score
        case .reopened: rating = nil
        case .messaged: unread = 0
        case .answered, .returned, .delayNoticed: unread += 1
        case .appointmentSet, .appointmentCancelled:
            appointmentAt = course.facts.appointment
        case .erased(let data):
            erasedAt = event.time
            erasedPosition = Int(clamping: event.position)
            if ownerKey == nil || ownerKey == data.key.description {
                account = nil
                ownerKey = nil
            }
        default: break
        }
    }

    /// What comes next and until when, as the office and its calendar now stand.
    mutating func computeNextStep(in office: OfficeContext) {
        nextStep = nil
        nextAt = nil
        guard course.isOpen else {
            if course.status == .completed, rating == nil { nextStep = .rate }
            return
        }
        let clocks = course.hasClocks ? office.clocks(of: course) : CaseClocks()
        if course.awaitsCitizen {
            nextStep = .correct
            nextAt = clocks.correction.due
        } else if course.awaitsAgency != nil {
            nextStep = .agency
        } else if course.status == .submitted {
            nextStep = .receive
            nextAt = [clocks.receive.due, clocks.finish.due].compactMap { $0 }.min()
        } else if let due = clocks.answer.due,
            ServiceClocks.promises(due, ofCaseEndingAt: clocks.finish.due)
        {
            nextStep = .answer
            nextAt = due
        } else {
            nextStep = .finish
            nextAt = clocks.finish.due
        }
    }
}

extension Owner {
    /// The account in an event's `owner` section and the section's key; nil if there is none, or
    /// its key is erased or it was lost.
    static func opened(
        from event: RecordedEvent, in surroundings: Surroundings
    ) throws -> (account: String, key: String)? {
        for section in event.frame.sections where section.field == SectionKind.owner.rawValue {
            switch try surroundings.open(event, section) {
            case .clear(let bytes):
                let owner = try Owner.decoded(bytes)
                return (owner.account, section.keyReference.description)
            case .erased, .lost: return nil
            case .unavailable:
                throw ProjectionFailure.sectionUnavailable(
                    field: section.field, at: event.position)
            }
        }
        return nil
    }
}

extension PetitionEvent {
    /// Whether it counts as something happening in the case.
    var isActivity: Bool {
        switch self {
        case .deadlineNear, .deadlineMissed, .escalated, .notified, .viewed, .trackingReset,
            .erasureScheduled, .erasureHeld, .erasureHoldEnded, .erasureApproved, .erased,
            .duplicateDismissed:
            false
        default: true
        }
    }
}
