internal import Entries
internal import Events
internal import Rules

/// How people and states are spoken of at the desk.
enum DeskWords {
    static func officer(_ id: String, _ visit: Visit) -> String { visit.officerName(id) }

    /// Who did something in a case: the petitioner's pseudonym is nobody's business.
    static func actor(_ event: RecordedEvent, _ visit: Visit) -> String {
        let isClient = OfficeSettings.client(ofWorker: event.actor) != nil
        if isClient || visit.settings.officers[event.actor] != nil {
            return officer(event.actor, visit)
        }
        if case .petition(let fact) = event.event, fact.isFromPetitioner {
            return visit.say("ผู้ยื่น", "Petitioner")
        }
        return event.frame.isImported
            ? visit.say("นำเข้า", "Import") : visit.say("ระบบ", "System")
    }

    /// What happened, in a few words.
    static func event(_ fact: PetitionEvent, _ desk: DeskCase) -> String {
        if case .rejected = fact {
            return desk.visit.language(PublicStatus.rejected.label(of: desk.petition.kind))
        }
        return desk.visit.language(type(of: fact.data).meaning)
    }

    static func owner(_ petition: Petition, _ visit: Visit) -> String {
        petition.owner.map { officer($0, visit) } ?? visit.say("ยังไม่มีผู้รับ", "Nobody yet")
    }

    static func state(_ desk: DeskCase) -> String {
        desk.definition.states.first { $0.code == desk.petition.state }
            .map { desk.visit.language($0.name) } ?? desk.petition.state
    }

    static func agency(_ code: String, _ visit: Visit) -> String {
        visit.settings.agencies[code].map { visit.language($0.name) } ?? code
    }

    static func clock(_ code: String, _ desk: DeskCase) -> String {
        desk.definition.clocks.first { $0.code == code }.map { desk.visit.language($0.name) }
            ?? code
    }
}
