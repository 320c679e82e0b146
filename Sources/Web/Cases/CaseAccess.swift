internal import Events
internal import HTTP
internal import Rules
internal import Workflow

extension Visit {
    /// The case of the address, if it is this visitor's; who it belongs to is sealed, so that it
    /// must be opened to be known. Whoever it does not belong to hears what is heard of a case
    /// that is not there.
    func ownCase() throws -> CaseFile {
        let (file, sight) = try seenCase()
        guard sight == .whole else { throw HTTP.Refusal.notFound }
        return file
    }

    /// The case of the address as far as this visitor may see it: whole, or its outline.
    func shownCase() throws -> (file: CaseFile, sight: CaseSight) {
        let (file, sight) = try seenCase()
        return (file.seen(sight), sight)
    }

    private func seenCase() throws -> (file: CaseFile, sight: CaseSight) {
        guard let number = request.parameters["number"],
            let file = try office.office.file(of: number), let sight = sight(of: file)
        else { throw HTTP.Refusal.notFound }
        return (file, sight)
    }

    /// A case in which this visitor may write without reading it: a guest's, by number and
    /// telephone, since a guest has nothing else. A case with an account is its owner's alone.
    func answeredCase() throws -> (file: CaseFile, sight: CaseSight) {
        let (file, sight) = try seenCase()
        guard sight == .whole || file.account == nil else { throw HTTP.Refusal.notFound }
        return (file, sight)
    }

    private func sight(of file: CaseFile) -> CaseSight? {
        if let account, file.account == account { return .whole }
        guard let granted = grantedCase, granted.number == file.petition.number else { return nil }
        return granted.sight
    }

    /// The person who acts in a case: under the pseudonym of that case, as its owner.
    func petitioner(of file: CaseFile) -> Actor {
        let id = file.petition.pseudonym ?? ""
        return file.account == nil
            ? .guest(id, file.petition.identityLevel) : .citizen(id, file.petition.identityLevel)
    }

    /// A command in a case of this visitor's own.
    func draft(
        _ command: PetitionCommand, in file: CaseFile, once act: String? = nil
    ) -> Draft {
        var draft = Draft(
            .petition(number: file.petition.number, command), by: petitioner(of: file), at: now)
        draft.isOwnerProven = true
        draft.expectedVersion = request.form["version"].flatMap(Int.init)
        if let act { draft.idempotencyKey = Once.key(act, request.form) }
        return draft
    }
}

extension CaseFile {
    /// As much of it as may be seen.
    func seen(_ sight: CaseSight) -> CaseFile { sight == .whole ? self : outline }
}
