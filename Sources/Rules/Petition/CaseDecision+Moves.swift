internal import Events

extension CaseDecision {
    /// The move that the definition allows the actor now, guards and reason included.
    func move(_ event: ActionEvent, _ code: String?) throws(PetitionRefusal) -> Move {
        let moves = definition.moves(event, from: petition.state)
        guard !moves.isEmpty else { throw notNow }
        let named = code.map { code in moves.filter { $0.action.code == code } } ?? moves
        guard let first = named.first else { throw .unknown(.action, code ?? "") }
        guard let move = named.first(where: { isOpen($0.action) }) else {
            throw first.action.roles == [.citizen] ? .notThePetitioner : .wrongRole
        }
        if actor.isFromOutside { try needPetitioner() } else { try needFree() }
        for condition in move.action.guards { try need(condition) }
        if move.action.isReasonRequired { try needSomeReason() }
        return move
    }

    private func isOpen(_ action: ActionDefinition) -> Bool {
        actor.isFromOutside
            ? action.roles.contains(.citizen) : roles.contains { action.roles.contains($0) }
    }

    /// The reason, or whatever this kind of step says instead of one.
    private func needSomeReason() throws(PetitionRefusal) {
        let reasons: Set<SectionKind> = [.reason, .note, .message, .result, .defects]
        guard !circumstances.sections.isDisjoint(with: reasons) else { throw .missing(.reason) }
    }

    private func need(_ condition: Guard) throws(PetitionRefusal) {
        guard holds(condition) else { throw .guarded(condition.kind) }
    }

    private func holds(_ condition: Guard) -> Bool {
        switch condition.kind {
        case .isOwner: !actor.isOfficer || isOwner
        case .sameDepartment: !actor.isOfficer || isInDepartment
        case .identityLevel: hasIdentityLevel(condition.value)
        case .documentsComplete: !petition.standing.isReturned
        case .feePaid: isPaid(condition.value)
        case .answered: petition.isAnswered || has(.message)
        case .documentIssued: isIssued(condition.value)
        case .identityChecked: petition.isIdentityChecked
        case .withinWindow: isWithinWindow
        case .notReturnedBefore: petition.returns == 0
        }
    }

    /// As filed or shown at the counter, or as the account has been verified since.
    private func hasIdentityLevel(_ value: String?) -> Bool {
        let known = max(petition.identityLevel, circumstances.petitionerLevel ?? .unproven)
        return known >= definition.identityNeeded(by: value)
    }

    /// Whether the fee, or each fee of the definition, was paid in full.
    private func isPaid(_ code: String?) -> Bool {
        definition.fees.filter { code == nil || $0.code == code }.allSatisfy { fee in
            let paid = petition.payments.filter { $0.fee == fee.code }.map(\.satang)
            return paid.reduce(0, +) >= fee.satang
        }
    }

    private func isIssued(_ code: String?) -> Bool {
        petition.documents.contains { document in
            !document.isRevoked
                && (code == nil || document.code == code || document.kind.rawValue == code)
        }
    }

    /// Whether a finished case may still be reopened.
    var isWithinWindow: Bool { windowEnd.map { circumstances.now <= $0 } ?? true }
}
