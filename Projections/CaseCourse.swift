package import Entries
package import Events
internal import Rules

/// The course of one case, as far as more than one view asks for it: where it stands, since when,
/// and what its clocks are computed from.
package struct CaseCourse: Equatable, Sendable {
    package var service = ""
    /// The version of the definition that it runs under.
    package var definition = 0
    package var state = ""
    package var status = PublicStatus.submitted
    package var isOpen = true
    /// Whether it waits for the citizen.
    package var awaitsCitizen = false
    /// The agency that it waits for.
    package var awaitsAgency: String?
    package var enteredAt = Instant(milliseconds: 0)
    /// When the law says it was received.
    package var receivedAt = Instant(milliseconds: 0)
    package var finishedAt: Instant?
    package var returns = 0
    package var reopenings = 0
    package var mergedInto: String?
    package var isImported = false
    /// Whether deadlines apply.
    package var hasClocks = true
    package var facts = CaseFacts()

    package init() {}

    init(_ data: PetitionEvent.Submitted, _ event: RecordedEvent) {
        service = data.service
        definition = data.definition
        enteredAt = data.enteredAt
        receivedAt = data.deemedReceivedAt
        isImported = data.source != nil || event.frame.isImported
        hasClocks = !isImported || data.joinsClocks
        move(data)
        if hasClocks { facts.clocks.apply(.submitted(data), at: event.occurredAt) }
        settle(event, wasOpen: true)
    }

    /// Whether the case closed, so that what its clocks came to stands from now on.
    mutating func take(_ fact: PetitionEvent, _ event: RecordedEvent) -> Bool {
        let wasOpen = isOpen
        switch fact {
        case .corrected(let data): move(data)
        case .withdrawn(let data): move(data)
        case .received(let data): move(data)
        case .inProgress(let data): move(data)
        case .completed(let data): move(data)
        case .deemedApproved(let data): move(data)
        case .correctionAccepted(let data): move(data)
        case .rejected(let data): move(data)
        case .forwarded(let data): move(data)
        case .referred(let data): move(data)
        case .returned(let data):
            move(data)
            returns = max(returns + 1, data.round)
        case .reopened(let data):
            move(data)
            reopenings = max(reopenings + 1, data.count)
        case .waitingStarted(let data):
            move(data)
            awaitsAgency = data.agency
        case .waitingEnded(let data):
            move(data)
            awaitsAgency = nil
        case .merged(let data):
            move(data)
            mergedInto = data.into
        case .unmerged(let data):
            move(data)
            mergedInto = nil
        case .definitionChanged(let data):
            move(data)
            service = data.service
            definition = data.definition
        case .appointmentSet(let data): facts.set(data)
        case .appointmentCancelled(let data): facts.cancel(data.number)
        default: break
        }
        if hasClocks { facts.clocks.apply(fact, at: event.occurredAt) }
        return settle(event, wasOpen: wasOpen)
    }

    @discardableResult
    private mutating func settle(_ event: RecordedEvent, wasOpen: Bool) -> Bool {
        if isOpen == wasOpen { return false }
        finishedAt = isOpen ? nil : event.occurredAt
        if !isOpen { awaitsAgency = nil }
        return !isOpen
    }

    private mutating func move(_ data: some Transition) {
        state = data.state
        status = data.status
        awaitsCitizen = data.isReturned
        isOpen = !data.status.isFinal
    }
}
