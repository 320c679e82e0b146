internal import Entries
internal import Events

/// One decision on one case: who asks, what holds, and the questions that all commands share.
struct CaseDecision: ~Copyable {
    private let frozenPetition: Frozen<Petition>
    let actor: Actor
    let circumstances: Circumstances
    let definition: ServiceDefinition
    /// The officer's roles that still hold, or the actor's own.
    let roles: [Role]

    var petition: Petition { frozenPetition.value }
    var settings: OfficeSettings { circumstances.frozenSettings.value }

    init(
        _ petition: Frozen<Petition>, _ actor: Actor, _ circumstances: Circumstances
    ) throws(PetitionRefusal) {
        let (service, version) = (petition.value.service, petition.value.definition)
        let settings = circumstances.frozenSettings
        let services = settings.value.services
        guard let definition = services[service]?.definition(version: version) else {
            throw .unknown(.definition, "\(service) \(version)")
        }
        let roles =
            actor.isOfficer
            ? try Self.roles(of: actor, in: settings.value) : actor.roles
        frozenPetition = petition
        self.actor = actor
        self.circumstances = circumstances
        self.definition = definition
        self.roles = roles
    }

    /// What the session says may be older than the settings: only what both say holds.
    static func roles(
        of actor: Actor, in settings: OfficeSettings
    ) throws(PetitionRefusal) -> [Role] {
        guard actor.isOfficer else { return actor.roles }
        guard let worker = settings.worker(actor.id) else {
            throw .unknown(.officer, actor.id)
        }
        return worker.roles.filter(actor.roles.contains)
    }

    // MARK: Who may

    /// Roles that work on cases.
    static let working: [Role] = [
        .receiver, .handler, .head, .clerk, .legal, .deputyMayor, .mayor,
    ]
    /// Roles that are not bound to one department.
    static let officeWide: [Role] = [.receiver, .clerk, .legal, .deputyMayor, .mayor]

    func has(_ wanted: Role...) -> Bool { roles.contains { wanted.contains($0) } }

    var isWorking: Bool { roles.contains { Self.working.contains($0) } }

    /// Whether the case lies within the actor's department, or the actor is bound to none.
    var isInScope: Bool {
        guard !roles.contains(where: Self.officeWide.contains) else { return true }
        return isInDepartment
    }

    var isInDepartment: Bool {
        guard let own = settings.worker(actor.id)?.department, let its = petition.department
        else { return true }
        return settings.isAtOrAbove(own, its)
    }

    /// Whether the actor stands above whoever the case is with.
    var isSupervising: Bool {
        has(.clerk, .deputyMayor, .mayor) || has(.head) && isInDepartment
    }

    /// Whether the case is with the actor, or with somebody the actor stands in for.
    var isOwner: Bool {
        guard actor.isOfficer, let owner = petition.owner else { return false }
        return owner == actor.id
            || settings.isSubstitute(actor.id, for: owner, on: circumstances.today)
    }

    /// Whether the actor is the connected system through which the case was filed.
    var isFilingSystem: Bool { actor.kind == .client && petition.filedBy == actor.id }

    /// Whether the actor is an officer who may not read what the case says.
    var isBlind: Bool {
        guard petition.isConfidential, actor.isOfficer else { return false }
        return sight(of: petition) == .outline
    }

    /// How much of a case is in the officer's sight; all of it for whoever is no officer.
    func sight(of petition: Petition) -> DeskScope.Sight? {
        guard actor.isOfficer else { return .whole }
        guard let worker = settings.worker(actor.id) else { return nil }
        return DeskScope(of: worker, in: settings, on: circumstances.today).sight(of: petition)
    }

    func needWorkingRole() throws(PetitionRefusal) {
        guard actor.isOfficer, isWorking else { throw .wrongRole }
        guard isInScope else { throw .guarded(.sameDepartment) }
    }

    /// Writing needs the case, or that it is with nobody; or standing above its owner.
    func needHold() throws(PetitionRefusal) {
        try needWorkingRole()
        try needFree()
    }

    func needFree() throws(PetitionRefusal) {
        guard actor.isOfficer, let owner = petition.owner, !isOwner, !isSupervising else { return }
        throw .withAnother(officer: owner)
    }

    func needPetitioner() throws(PetitionRefusal) {
        guard actor.isFromOutside, petition.pseudonym == actor.id else {
            throw .notThePetitioner
        }
    }

    func needSystem() throws(PetitionRefusal) {
        guard actor.kind == .system else { throw .wrongRole }
    }

    func needOpen() throws(PetitionRefusal) {
        guard !petition.isFinished else { throw notNow }
    }

    // MARK: What must come with it

    func has(_ section: SectionKind) -> Bool { circumstances.sections.contains(section) }

    func need(
        _ section: SectionKind, _ need: PetitionRefusal.Need
    ) throws(PetitionRefusal) {
        guard has(section) else { throw .missing(need) }
    }

    var notNow: PetitionRefusal { .notNow(state: petition.state, status: petition.status) }

    /// When the law says that what comes now is received.
    func deemedReceipt(of instant: Instant) -> Instant {
        settings.calendar.deemedReceipt(
            of: instant, calendar: settings.calendarCode(of: petition.department))
    }
}
