internal import Events
internal import Rules
internal import Workflow

extension Visit {
    /// The name of an officer in the visitor's language, or of a connected system that works on
    /// cases; the id where no name is known or to be read. From memory: a page may ask for many.
    func officerName(_ id: String) -> String {
        if let code = OfficeSettings.client(ofWorker: id) {
            return settings.subscribers[code]?.name ?? code
        }
        guard let person = officerPerson(id) else { return id }
        let name = PersonName(person)
        let text = language == .thai ? name.thai : name.english
        return text.isEmpty ? id : text
    }

    /// What a refusal says of an officer by name, not by id.
    func named(_ refusal: any Rules.Refusal) -> any Rules.Refusal {
        (refusal as? PetitionRefusal)?.naming(self) ?? refusal
    }

    /// What the office knows of an officer as a person.
    func officerPerson(_ id: String) -> Identity? { try? office.officers.person(id) }

    /// What a password of this officer may not contain.
    func passwordNames(of id: String) -> [String?] {
        let person = officerPerson(id)
        return [id, person?.givenName, person?.familyName, person?.email]
    }
}

extension PetitionRefusal {
    /// The same with the name of the officer that it speaks of.
    func naming(_ visit: Visit) -> PetitionRefusal {
        switch self {
        case .withAnother(let officer): .withAnother(officer: visit.officerName(officer))
        case .officerCannotAct(let officer): .officerCannotAct(visit.officerName(officer))
        case .officerElsewhere(let officer): .officerElsewhere(visit.officerName(officer))
        default: self
        }
    }
}
