internal import Events
internal import HTTP
internal import Rules
internal import Workflow

extension Visit {
    /// The case of the address, if it is this visitor's; who it belongs to is sealed, so that it
    /// must be opened to be known. Whoever it does not belong to hears what is heard of a case
    /// that is not there.
    func ownCase() throws -> CaseFile {
        guard let number = request.parameters["number"],
            let file = try office.office.file(of: number),
            mayRead(file)
        else { throw HTTP.Refusal.notFound }
        return file
    }

    private func mayRead(_ file: CaseFile) -> Bool {
        if let account, file.account == account { return true }
        return grantedCase == file.petition.number
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
