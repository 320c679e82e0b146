import Entries
import Events
import Rules

/// A case in the making: what has been done so far, and what may be tried next.
struct CaseFile {
    var petition: Petition?
    var settings = TestOffice.settings
    /// Monday, 8 July 2567, ten o'clock.
    var now = TestOffice.time(2024, 7, 8)
    var other: Petition?
    var isOwnerProven = false
    var petitionerLevel: IdentityLevel?
    var number = "KT1080767000011"
    var occurredAt: Instant?

    /// What follows, without doing it.
    func outcome(
        _ command: PetitionCommand, by actor: Actor, with sections: Set<SectionKind> = [],
        remedy: Bool = false
    ) throws(PetitionRefusal) -> PetitionEvent {
        var circumstances = Circumstances(now: now, settings: settings)
        circumstances.sections = sections
        circumstances.hasRemedy = remedy
        circumstances.key = TestOffice.key
        circumstances.nextNumber = number
        circumstances.other = other.map { Frozen($0) }
        circumstances.isOwnerProven = isOwnerProven
        circumstances.petitionerLevel = petitionerLevel
        circumstances.occurredAt = occurredAt
        let events = try Petition.decide(
            command, in: petition.map { Frozen($0) }, by: actor, with: circumstances)
        return events[0]
    }

    /// Why not, or nil if it may be done.
    func refusal(
        _ command: PetitionCommand, by actor: Actor, with sections: Set<SectionKind> = [],
        remedy: Bool = false
    ) -> PetitionRefusal? {
        do throws(PetitionRefusal) {
            _ = try outcome(command, by: actor, with: sections, remedy: remedy)
            return nil
        } catch {
            return error
        }
    }

    /// Does it: the state that follows is the next one's.
    @discardableResult
    mutating func act(
        _ command: PetitionCommand, by actor: Actor, with sections: Set<SectionKind> = [],
        remedy: Bool = false
    ) throws(PetitionRefusal) -> PetitionEvent {
        let event = try outcome(command, by: actor, with: sections, remedy: remedy)
        take(event, by: actor, step: command.sourceStep?.index)
        return event
    }

    mutating func take(_ event: PetitionEvent, by actor: Actor, step: Int? = nil) {
        let recording = Recording(
            actor: actor.id, time: now, version: (petition?.version ?? 0) + 1,
            isImported: step != nil, occurredAt: occurredAt, stepIndex: step)
        petition = Petition.evolve(petition, with: event, recording)
    }

    mutating func wait(days: Int) { now = now.advanced(milliseconds: days * 86_400_000) }

    // MARK: Cases that stand somewhere

    static var submit: PetitionCommand.Submit {
        var submit = PetitionCommand.Submit(service: TestService.code)
        submit.terms = 1
        submit.notice = 1
        submit.documents = ["photo"]
        return submit
    }

    static func filed() throws(PetitionRefusal) -> CaseFile {
        var file = CaseFile()
        try file.act(.submit(submit), by: TestOffice.citizen, with: [.text, .petitioner, .owner])
        return file
    }

    /// With the handler of the works division.
    static func taken() throws(PetitionRefusal) -> CaseFile {
        var file = try filed()
        try file.act(.receive(.init()), by: TestOffice.handler)
        return file
    }

    static func working() throws(PetitionRefusal) -> CaseFile {
        var file = try taken()
        try file.act(.start(.init()), by: TestOffice.handler)
        return file
    }

    static func returned() throws(PetitionRefusal) -> CaseFile {
        var file = try working()
        try file.act(.askCorrection(.init(items: 1)), by: TestOffice.handler, with: [.defects])
        return file
    }

    static func completed() throws(PetitionRefusal) -> CaseFile {
        var file = try working()
        try file.act(
            .complete(.init(outcome: "repaired")), by: TestOffice.handler, with: [.result])
        return file
    }
}
