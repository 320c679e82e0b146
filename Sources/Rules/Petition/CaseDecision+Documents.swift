internal import Events

extension CaseDecision {
    func issueDocument(
        _ data: PetitionEvent.DocumentIssued
    ) throws(PetitionRefusal) -> PetitionEvent.DocumentIssued {
        try needHold()
        guard data.kind != .licence || petition.kind == .service else { throw .noLicenceHere }
        guard !data.number.isEmpty else { throw .missing(.number) }
        guard !petition.documents.contains(where: { $0.number == data.number }) else {
            throw .documentExists(data.number)
        }
        if let replaced = data.replaces { _ = try standingDocument(replaced) }
        if let from = data.validFrom, let until = data.validUntil, until < from {
            throw .inThePast
        }
        try need(.document, .document)
        return data
    }

    func revokeDocument(
        _ data: PetitionEvent.DocumentRevoked
    ) throws(PetitionRefusal) -> PetitionEvent.DocumentRevoked {
        try needHold()
        try need(.reason, .reason)
        _ = try standingDocument(data.number)
        return data
    }

    private func standingDocument(_ number: String) throws(PetitionRefusal) -> Petition.Document {
        guard let document = petition.documents.first(where: { $0.number == number }) else {
            throw .unknown(.document, number)
        }
        if document.isRevoked { throw .alreadyRevoked }
        return document
    }

    /// The cashier need not have the case.
    func recordPayment(
        _ data: PetitionEvent.PaymentRecorded
    ) throws(PetitionRefusal) -> PetitionEvent.PaymentRecorded {
        guard actor.isOfficer, isWorking else { throw .wrongRole }
        guard data.satang > 0 else { throw .amountNotPositive }
        if let fee = data.fee, !definition.fees.contains(where: { $0.code == fee }) {
            throw .unknown(.fee, fee)
        }
        if let paid = data.paidAt, paid > circumstances.now { throw .tooEarly(paid) }
        return data
    }

    func checkIdentity(
        _ data: PetitionEvent.IdentityChecked
    ) throws(PetitionRefusal) -> PetitionEvent.IdentityChecked {
        guard actor.isOfficer else { throw .wrongRole }
        if !has(.identityChecker) { try needHold() }
        if data.outcome == .mismatched { try need(.reason, .reason) }
        return data
    }

    func certifyCopies(
        _ data: PetitionEvent.CopiesCertified
    ) throws(PetitionRefusal) -> PetitionEvent.CopiesCertified {
        try needWorkingRole()
        guard data.copies > 0, has(.attachment) else { throw .missing(.attachment) }
        for code in data.documents where !definition.isDocument(code) {
            throw .unknown(.document, code)
        }
        return data
    }
}
