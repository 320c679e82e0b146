package import Entries
package import Events

extension ClockFact {
    /// What an event is to a clock, and the length of time that it names; nil if it is nothing.
    ///
    /// `isClosed` is asked where it matters whether the case was closed before.
    package static func of(
        _ event: PetitionEvent, at: Instant, isClosed: () -> Bool
    ) -> (fact: ClockFact, span: TimeSpan?)? {
        switch event {
        case .submitted(let data):
            return (received(.submitted, data, data.deemedReceivedAt, data.enteredAt), nil)
        case .corrected(let data):
            return (received(.corrected, data, data.deemedReceivedAt, data.enteredAt), nil)
        case .returned(let data): return (moved(.returned, data, at), data.allowed)
        case .answered: return (ClockFact(.answered, at: at), nil)
        case .reopened(let data):
            return (moved(data.ground == .mistake ? .undone : .reopened, data, at), nil)
        case .extended(let data):
            return (ClockFact(.extended, at: at, subject: data.clock), data.by)
        case .deadlineMissed(let data):
            return (ClockFact(.missed, at: data.due, subject: data.clock), nil)
        case .delayNoticed(let data):
            return (ClockFact(.noticed, at: at, subject: data.clock), nil)
        case .notified(let data):
            guard data.outcome == .sent || data.outcome == .delivered, isClosed() else {
                return nil
            }
            return (ClockFact(.told, at: at), nil)
        default: return course(event, at).map { ($0, nil) }
        }
    }

    /// For events that do no more than move the case.
    private static func course(_ event: PetitionEvent, _ at: Instant) -> ClockFact? {
        switch event {
        case .received(let data): moved(.received, data, at)
        case .inProgress(let data): moved(.moved, data, at)
        case .forwarded(let data): moved(.moved, data, at)
        case .waitingEnded(let data): moved(.moved, data, at)
        case .correctionAccepted(let data): moved(.accepted, data, at)
        case .waitingStarted(let data): moved(.waiting, data, at)
        case .completed(let data): moved(.completed, data, at)
        case .deemedApproved(let data): moved(.completed, data, at)
        case .rejected(let data): moved(.rejected, data, at)
        case .referred(let data): moved(.referred, data, at)
        case .withdrawn(let data): moved(.withdrawn, data, at)
        case .merged(let data): moved(.merged, data, at)
        case .unmerged(let data): moved(.undone, data, at)
        case .definitionChanged(let data): moved(.redefined, data, at)
        default: nil
        }
    }

    private static func moved(_ kind: Kind, _ data: some Transition, _ at: Instant) -> ClockFact {
        ClockFact(kind, at: at, subject: data.state, isWaiting: data.isReturned)
    }

    private static func received(
        _ kind: Kind, _ data: some Transition, _ at: Instant, _ entered: Instant
    ) -> ClockFact {
        var fact = moved(kind, data, at)
        if entered != at { fact.entered = entered }
        return fact
    }
}
