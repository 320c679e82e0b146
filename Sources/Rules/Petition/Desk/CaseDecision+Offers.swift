internal import Entries
internal import Events

extension CaseDecision {
    /// The ways in which an act may be done now, each tried as a command; none if it may not.
    func offers(of act: DeskAct) -> [DeskOffer] {
        guard let step = act.step else { return [offer(act, nil)].compactMap { $0 } }
        var offers: [DeskOffer] = []
        for move in definition.moves(step, from: petition.state) {
            if let offer = offer(act, move.action.code) { offers.append(offer) }
        }
        return offers
    }

    private func offer(_ act: DeskAct, _ action: String?) -> DeskOffer? {
        guard let candidates = candidates(of: act) else {
            return isAccepted(act, action, "") ? DeskOffer(act: act, action: action) : nil
        }
        var choices: [String] = []
        for candidate in candidates where isAccepted(act, action, candidate) {
            choices.append(candidate)
        }
        return choices.isEmpty ? nil : DeskOffer(act: act, action: action, choices: choices)
    }

    /// Why an act may not be done now in any way; nil if it may.
    func objection(to act: DeskAct) -> PetitionRefusal? {
        guard offers(of: act).isEmpty else { return nil }
        let action = act.step.flatMap { definition.firstMove($0, from: petition.state) }?.action
            .code
        return refusal(act, action, candidates(of: act)?.first ?? "") ?? notNow
    }

    private func isAccepted(_ act: DeskAct, _ action: String?, _ choice: String) -> Bool {
        refusal(act, action, choice) == nil
    }

    private func refusal(
        _ act: DeskAct, _ action: String?, _ choice: String
    ) -> PetitionRefusal? {
        do throws(PetitionRefusal) {
            _ = try event(for: act.command(action, choice, in: self))
            return nil
        } catch {
            return error
        }
    }

    /// What may come into question where one thing of several is chosen; nil where none is.
    private func candidates(of act: DeskAct) -> [String]? {
        switch act {
        case .complete: listed(definition.outcomes)
        case .reject: listed(definition.grounds)
        case .reopen: ReopeningGround.allCases.map(\.rawValue)
        case .cancelAppointment: petition.appointments.map { "\($0.number)" }
        case .assign: settings.officers.keys.sorted()
        case .forward: settings.departments.keys.sorted()
        case .extend, .noticeDelay: definition.clocks.map(\.code)
        case .revokeDocument: petition.documents.map(\.number)
        case .recategorise: settings.categories.keys.sorted()
        case .setUrgency: Urgency.allCases.map(\.rawValue)
        case .changeDefinition: otherDefinitions
        case .receive, .start, .acceptCorrection, .resume, .answer, .askCorrection, .message,
            .attach, .correct, .withdraw, .resetTracking, .setAppointment, .claim, .takeOver,
            .release, .refer,
            .waitFor, .issueDocument, .recordPayment, .certifyCopies, .checkIdentity, .note,
            .setConfidentiality, .merge, .unmerge, .dismissDuplicate:
            nil
        }
    }

    /// The newest of each service of the same kind, as `service version`, but for what the case
    /// runs under.
    private var otherDefinitions: [String] {
        settings.services.values
            .filter { !$0.isWithdrawn && $0.definitions.last?.kind == petition.kind }
            .compactMap(\.definitions.last)
            .filter { ($0.code, $0.version) != (petition.service, petition.definition) }
            .map { "\($0.code) \($0.version)" }.sorted()
    }

    private func listed(_ words: [Outcome]) -> [String]? {
        words.isEmpty ? nil : words.map(\.code)
    }
}

extension DeskAct {
    /// The event of the definition's step that it is, if it is one.
    var step: ActionEvent? {
        switch self {
        case .receive: .received
        case .start: .inProgress
        case .acceptCorrection: .correctionAccepted
        case .resume: .waitingEnded
        case .complete: .completed
        case .reject: .rejected
        case .reopen: .reopened
        case .askCorrection: .returned
        case .correct: .corrected
        case .withdraw: .withdrawn
        case .forward: .forwarded
        case .refer: .referred
        case .waitFor: .waitingStarted
        case .merge: .merged
        case .unmerge: .unmerged
        case .answer, .message, .attach, .setAppointment, .cancelAppointment, .claim, .takeOver,
            .release, .assign, .extend, .noticeDelay, .issueDocument, .revokeDocument,
            .recordPayment, .certifyCopies, .checkIdentity, .note, .recategorise, .setUrgency,
            .setConfidentiality, .dismissDuplicate, .resetTracking, .changeDefinition:
            nil
        }
    }

    /// The command with as little in it as will do.
    fileprivate func command(
        _ action: String?, _ choice: String, in decision: borrowing CaseDecision
    ) -> PetitionCommand {
        let word = choice.isEmpty ? nil : choice
        let soon = decision.circumstances.now.advanced(milliseconds: 60_000)
        return switch self {
        case .receive: .receive(.init(action: action))
        case .start: .start(.init(action: action))
        case .acceptCorrection: .acceptCorrection(.init(action: action))
        case .resume: .resume(.init(action: action))
        case .complete: .complete(.init(action: action, outcome: word))
        case .reject: .reject(.init(action: action, ground: word))
        case .reopen:
            .reopen(.init(action: action, ground: ReopeningGround(rawValue: choice) ?? .office))
        case .askCorrection:
            .askCorrection(.init(action: action, items: 1, isCausedByPetitioner: true))
        case .correct: .correct(.init(action: action))
        case .withdraw: .withdraw(.init(action: action, channel: .counter))
        case .forward: .forward(.init(action: action, to: choice))
        case .refer: .refer(.init(action: action, agency: "-", manner: .forwarded))
        case .waitFor: .waitFor(.init(action: action, agency: "-"))
        case .merge: .merge(.init(action: action, into: "", isAcrossKinds: true))
        case .unmerge: .unmerge(.init(action: action))
        case .message: .message(.init(channel: .phone))
        case .attach: .attach(.init(attachments: 1))
        case .answer: .answer(.init())
        case .setAppointment: .setAppointment(.init(at: soon))
        case .cancelAppointment: .cancelAppointment(.init(number: Int(choice) ?? 0))
        case .claim: .claim
        case .takeOver: .takeOver
        case .release: .release
        case .assign: .assign(.init(officer: choice))
        case .extend: .extend(.init(clock: choice))
        case .noticeDelay: .noticeDelay(.init(clock: choice))
        // No document bears the empty number, nor this one.
        case .issueDocument: .issueDocument(.init(number: "\u{0}", kind: .other))
        case .revokeDocument: .revokeDocument(.init(number: choice))
        case .recordPayment: .recordPayment(.init(satang: 1, method: .cash))
        case .certifyCopies: .certifyCopies(.init(copies: 1))
        case .checkIdentity: .checkIdentity(.init(method: .card, outcome: .matched))
        case .recategorise: .recategorise(.init(category: choice))
        case .setUrgency: .setUrgency(.init(urgency: Urgency(rawValue: choice) ?? .normal))
        case .setConfidentiality:
            .setConfidentiality(.init(isConfidential: !decision.petition.isConfidential))
        case .dismissDuplicate: .dismissDuplicate(.init(other: ""))
        case .resetTracking: .resetTracking(.init(tracking: .code, via: .counter))
        case .changeDefinition: .changeDefinition(.init(choice: choice))
        case .note: .note(.init())
        }
    }
}
