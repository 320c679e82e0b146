internal import Events

/// One decision on one account, and the questions that all commands share.
struct AccountDecision {
    let account: Account
    let actor: Actor
    let circumstances: Circumstances
    /// The officer's roles that still hold, or the actor's own.
    let roles: [Role]

    var settings: OfficeSettings { circumstances.settings }

    init(
        _ account: Account, _ actor: Actor, _ circumstances: Circumstances
    ) throws(AccountRefusal) {
        self.account = account
        self.actor = actor
        self.circumstances = circumstances
        roles = try Self.roles(of: actor, in: circumstances.settings)
    }

    static func roles(of actor: Actor, in settings: OfficeSettings) throws(AccountRefusal) -> [Role]
    {
        guard actor.isOfficer else { return actor.roles }
        guard let officer = settings.activeOfficer(actor.id) else { throw .wrongRole }
        return officer.roles.filter(actor.roles.contains)
    }

    func has(_ section: SectionKind) -> Bool { circumstances.sections.contains(section) }

    func need(_ section: SectionKind, _ need: AccountRefusal.Need) throws(AccountRefusal) {
        guard has(section) else { throw .missing(need) }
    }

    /// The person: the session, or a code that only the person has, has shown it.
    var isHolder: Bool { actor.isFromOutside && circumstances.isOwnerProven }

    /// Somebody who serves people at the counter.
    var isServing: Bool {
        let serving = CaseDecision.working + [.identityChecker]
        return actor.isOfficer && roles.contains(where: serving.contains)
    }

    func needHolder() throws(AccountRefusal) {
        guard isHolder else { throw .notTheHolder }
    }

    func needHolderOrCounter() throws(AccountRefusal) {
        guard isHolder || isServing else { throw actor.isOfficer ? .wrongRole : .notTheHolder }
    }

    func needSystem() throws(AccountRefusal) {
        guard actor.kind == .system else { throw .wrongRole }
    }

    func needRole(_ wanted: Role...) throws(AccountRefusal) {
        guard actor.isOfficer, roles.contains(where: wanted.contains) else { throw .wrongRole }
    }

    func needFree(_ unique: AccountRefusal.Unique...) throws(AccountRefusal) {
        if let taken = circumstances.taken.first(where: unique.contains) { throw .taken(taken) }
    }
}
