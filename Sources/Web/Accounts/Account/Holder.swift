internal import Events
internal import Rules
internal import Workflow

/// How a person is shown to himself.
enum Holder {
    static func name(_ person: PersonFile, _ language: Language) -> String? {
        guard let identity = person.identity else { return nil }
        let name = PersonName(identity)
        return language == .thai ? name.thai : name.english
    }

    /// The national ID or the passport, all but its end covered.
    static func maskedNumber(_ person: PersonFile) -> String? {
        if let number = person.identity?.nationalID { return (try? ThaiID(number))?.masked }
        if let number = person.identity?.passport { return (try? PassportNumber(number))?.masked }
        return nil
    }
}
