internal import Events

extension Petitioner {
    /// As an account says how its holder is reached, and nothing else of the person.
    init(contact: Contact) {
        self.init(
            phone: contact.phone, email: contact.email, lineID: contact.lineID,
            address: contact.address)
    }
}
