internal import Entries
internal import EventLog
package import Events
package import Rules

/// A person's account with what is known of the person, opened for whoever may see it.
package struct PersonFile: Sendable {
    package let account: Account
    /// As registered and since corrected; nil once it is erased.
    package var identity: Identity?
    /// As told at first and since changed.
    package var contact = Contact()
    package let events: [RecordedEvent]
}

extension Office {
    /// The account of that id; nil if there is none.
    package func person(_ id: String) throws -> PersonFile? {
        let events = try log.events(of: StreamName(.account, id), until: try log.head)
        var account: Account?
        for recorded in events {
            guard case .account(let event) = recorded.event else { continue }
            account = Account.evolve(account, with: event, Recording(recorded))
        }
        guard let account else { return nil }
        var file = PersonFile(account: account, events: events)
        for recorded in events {
            switch recorded.event {
            case .account(.registered), .account(.identityCorrected), .account(.contactChanged):
                if let identity = try section(Identity.self, of: recorded) {
                    file.identity = identity
                }
                if let contact = try section(Contact.self, of: recorded) {
                    file.contact.take(contact)
                }
            default: break
            }
        }
        return file
    }
}

extension Contact {
    /// What is left out stays as it was.
    fileprivate mutating func take(_ newer: Contact) {
        email = newer.email ?? email
        phone = newer.phone ?? phone
        lineID = newer.lineID ?? lineID
        address = newer.address ?? address
    }
}
