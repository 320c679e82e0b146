import Entries
import Events
import Rules

/// An account in the making: what has been done so far, and what may be tried next.
struct AccountFile {
    var account: Account?
    var settings = TestOffice.settings
    var now = TestOffice.time(2024, 7, 8)
    var isHolder = true
    var taken: [AccountRefusal.Unique] = []
    static let person = Actor.citizen("account-1", .unproven)

    func outcome(
        _ command: AccountCommand, by actor: Actor = person, with sections: Set<SectionKind> = []
    ) throws(AccountRefusal) -> AccountEvent {
        var circumstances = Circumstances(now: now, settings: settings)
        circumstances.sections = sections
        circumstances.key = TestOffice.key
        circumstances.isOwnerProven = isHolder
        circumstances.taken = taken
        return try Account.decide(command, in: account, by: actor, with: circumstances)[0]
    }

    func refusal(
        _ command: AccountCommand, by actor: Actor = person, with sections: Set<SectionKind> = []
    ) -> AccountRefusal? {
        do throws(AccountRefusal) {
            _ = try outcome(command, by: actor, with: sections)
            return nil
        } catch {
            return error
        }
    }

    @discardableResult
    mutating func act(
        _ command: AccountCommand, by actor: Actor = person, with sections: Set<SectionKind> = []
    ) throws(AccountRefusal) -> AccountEvent {
        let event = try outcome(command, by: actor, with: sections)
        let version = (account?.version ?? 0) + 1
        account = Account.evolve(
            account, with: event, Recording(actor: actor.id, time: now, version: version))
        return event
    }

    mutating func add(_ events: OfficeEvent...) {
        for event in events { settings.apply(event) }
    }

    static var registration: AccountEvent.Registered {
        var data = AccountEvent.Registered()
        data.method = .password
        data.terms = 1
        data.notice = 1
        data.identityLevel = .ial3
        return data
    }

    static func registered(photos: Int? = nil) throws(AccountRefusal) -> AccountFile {
        var file = AccountFile()
        var data = registration
        data.photos = photos
        try file.act(.register(data), with: [.identity, .contact, .evidence])
        return file
    }
}
