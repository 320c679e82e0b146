package import Entries
package import Events

/// What one officer may do in a case now.
package struct DeskOffer: Hashable, Sendable {
    package var act: DeskAct
    /// The step of the definition, for what is one.
    package var action: String?
    /// The codes of which one is to be chosen: departments, officers, clocks, documents …; none
    /// where there is nothing to choose.
    package var choices: [String] = []
}

extension Petition {
    /// What `actor` may do in a case now, given what each act has to come with.
    ///
    /// It asks the rules themselves, so that it cannot say anything else than they decide. Some
    /// hundred decisions: for one case on a page, not for a list of cases.
    ///
    /// - Parameter level: how surely the account of the petitioner is known by now.
    /// - Parameter unasked: what does not come with an act, where its form does not ask for it.
    package static func offers(
        in petition: Frozen<Petition>, to actor: Actor, at now: Instant,
        settings: Frozen<OfficeSettings>, knownAs level: IdentityLevel? = nil,
        unasked: [DeskAct: Set<SectionKind>] = [:]
    ) -> [DeskOffer] {
        guard
            let decision = decision(
                in: petition, by: actor, at: now, settings: settings, knownAs: level)
        else { return [] }
        var offers: [DeskOffer] = []
        for act in DeskAct.allCases {
            if let missing = unasked[act] {
                offers +=
                    Self.decision(
                        in: petition, by: actor, at: now, settings: settings, knownAs: level,
                        without: missing)?
                    .offers(of: act) ?? []
            } else {
                offers += decision.offers(of: act)
            }
        }
        return offers
    }

    /// Why `actor` may not do an act now, in no way that there is; nil if it may.
    package static func objection(
        to act: DeskAct, in petition: Frozen<Petition>, by actor: Actor, at now: Instant,
        settings: Frozen<OfficeSettings>, knownAs level: IdentityLevel? = nil,
        unasked: [DeskAct: Set<SectionKind>] = [:]
    ) -> PetitionRefusal? {
        let decision = decision(
            in: petition, by: actor, at: now, settings: settings, knownAs: level,
            without: unasked[act] ?? [])
        guard let decision else { return .wrongRole }
        return decision.objection(to: act)
    }

    /// As if everything came with a command that can, `missing` apart; nil for an officer who no
    /// longer works here, or a case whose definition is lost.
    private static func decision(
        in petition: Frozen<Petition>, by actor: Actor, at now: Instant,
        settings: Frozen<OfficeSettings>, knownAs level: IdentityLevel?,
        without missing: Set<SectionKind> = []
    ) -> CaseDecision? {
        var circumstances = Circumstances(now: now, settings: settings)
        circumstances.sections = Set(SectionKind.allCases).subtracting(missing)
        circumstances.hasRemedy = true
        circumstances.petitionerLevel = level
        circumstances.other = Frozen(Petition())
        return try? CaseDecision(petition, actor, circumstances)
    }

    /// Of what is offered, what most officers do next; nil if nothing stands out.
    package func next(among offers: [DeskOffer]) -> DeskOffer? {
        let likely: [DeskAct] =
            switch status {
            case .submitted: [.receive, .claim, .start]
            case .received: [.start, .claim, .answer]
            case .inProgress where standing.isReturned: []
            case .inProgress where owner == nil: [.acceptCorrection, .claim, .complete]
            case .inProgress where isAnswered:
                [.acceptCorrection, .resume, .complete, .answer]
            case .inProgress: [.acceptCorrection, .resume, .answer, .complete]
            case .completed, .rejected, .withdrawn, .referred, .merged: []
            }
        return likely.lazy.compactMap { act in offers.first { $0.act == act } }.first
    }
}
