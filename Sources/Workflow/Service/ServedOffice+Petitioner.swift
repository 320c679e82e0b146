package import Events
internal import Rules

extension ServedOffice {
    /// How surely the account is known now that a case belongs to, where the office may not bring
    /// the case to its end before it is known better than when it was filed.
    ///
    /// Nil where nothing more is asked for, for a guest's case, and for an account that is no more.
    /// Reads the account's stream.
    package func petitionerLevel(of file: CaseFile) throws -> IdentityLevel? {
        guard let account = file.account, try asksForMore(than: file.petition),
            let known = try office.person(account)?.account, !known.isErased
        else { return nil }
        return known.identityLevel
    }

    private func asksForMore(than petition: Petition) throws -> Bool {
        guard let definition = try settings().value.definition(of: petition) else { return false }
        return petition.identityLevel < definition.identityNeededInTheEnd
    }

    /// A step of an officer's with what has become of the petitioner's account since the case was
    /// filed. Whose the case is, is sealed: the writer cannot look, and a rule must not.
    func knowing(_ draft: Draft) -> Draft {
        // What cannot be opened now is known no better; the rules then say what is missing.
        guard draft.actor.isOfficer, case .petition(let number?, .complete) = draft.command,
            let petition = try? office.log.history(of: number)?.petition,
            (try? asksForMore(than: petition)) ?? false, let file = try? office.file(of: number)
        else { return draft }
        var draft = draft
        draft.petitionerLevel = try? petitionerLevel(of: file)
        return draft
    }
}
