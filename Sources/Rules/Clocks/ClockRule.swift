internal import Events

/// A clock's definition, made ready for reading many cases.
///
/// An object, and never changed: it is wide, and passed about for every case of a rebuild.
final class ClockRule: Equatable, Sendable {
    let definition: ClockDefinition
    let nearPercent: Int
    /// The clocks whose missing starts this one: those for finishing, unless this is one.
    let awaited: [String]
    /// States of the definition; others come from an earlier one.
    private let knownStates: Set<String>
    private let pausedStates: Set<String>
    private let pausesForCitizen: Bool
    private let pausesForAgency: Bool

    init(_ clock: ClockDefinition, in service: ServiceDefinition) {
        definition = clock
        nearPercent = min(max(clock.nearPercent ?? 80, 1), 99)
        awaited = service.clocks.filter { $0.kind == .finish && $0.code != clock.code }.map(\.code)
        knownStates = Set(service.states.map(\.code))
        pausedStates = Set(clock.pausedIn)
        let agencyStates = service.actions.filter { $0.event == .waitingStarted }.map(\.to)
        pausesForAgency = !pausedStates.isDisjoint(with: agencyStates)
        pausesForCitizen = service.states.contains {
            $0.isReturned && clock.pausedIn.contains($0.code)
        }
    }

    static func == (one: ClockRule, other: ClockRule) -> Bool {
        one === other
            || one.definition == other.definition && one.nearPercent == other.nearPercent
                && one.awaited == other.awaited && one.knownStates == other.knownStates
                && one.pausedStates == other.pausedStates
                && one.pausesForCitizen == other.pausesForCitizen
                && one.pausesForAgency == other.pausesForAgency
    }

    /// Why the clock stands still after `fact`, if it does.
    ///
    /// A state that the definition does not know is one of an earlier definition: it is judged by
    /// whom the case waited for, so that a change of definition loses no pause.
    func pause(after fact: ClockFact) -> ClockPause? {
        guard !pausedStates.isEmpty else { return nil }
        let cause: ClockPause =
            fact.isWaiting ? .citizen : fact.kind == .waiting ? .agency : .other
        if knownStates.contains(fact.subject) {
            return pausedStates.contains(fact.subject) ? cause : nil
        }
        switch cause {
        case .citizen: return pausesForCitizen ? cause : nil
        case .agency: return pausesForAgency ? cause : nil
        case .other: return nil
        }
    }

    func isStarted(by fact: ClockFact) -> Bool {
        switch definition.starts {
        case .submitted: fact.kind == .submitted
        case .received: fact.kind == .received
        case .answered: fact.kind == .answered
        case .completeDocuments: fact.kind == .submitted || fact.kind == .corrected
        case .returned: fact.kind == .returned
        case .corrected: fact.kind == .corrected
        case .finished:
            fact.kind == .completed || fact.kind == .rejected || fact.kind == .referred
        case .deadlineMissed: fact.kind == .missed && awaited.contains(fact.subject)
        case .resultNotified: fact.kind == .told
        }
    }

    /// Whether a fact of that kind starts the clock anew although it runs.
    var restarts: Bool {
        switch definition.starts {
        case .completeDocuments, .returned, .corrected: true
        default: false
        }
    }

    /// Whether what the clock watches for has happened; whoever does more has done that too.
    func isMet(by fact: ClockFact) -> Bool {
        switch definition.stops {
        case .submitted: fact.kind == .submitted
        case .received:
            [.received, .moved, .returned, .accepted, .waiting].contains(fact.kind)
                || isResult(fact)
        case .answered: fact.kind == .answered || fact.kind == .returned || isResult(fact)
        case .completeDocuments: fact.kind == .corrected || fact.kind == .accepted
        case .returned: fact.kind == .returned
        case .corrected: fact.kind == .corrected
        case .finished: isResult(fact)
        case .deadlineMissed: fact.kind == .missed && awaited.contains(fact.subject)
        case .resultNotified: fact.kind == .told || fact.kind == .answered
        }
    }

    private func isResult(_ fact: ClockFact) -> Bool {
        fact.kind == .completed || fact.kind == .rejected || fact.kind == .referred
    }
}
