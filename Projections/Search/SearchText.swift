internal import Entries
internal import Events
internal import Rules

/// What of a section is sought, in the normal spelling.
enum SearchText {
    static func of(_ section: SealedSection, _ bytes: [UInt8]) throws -> String {
        let fields: [String?] =
            switch SectionKind(rawValue: section.field) {
            case .petitioner: petitioner(try Petitioner.decoded(bytes))
            case .identity: identity(try Identity.decoded(bytes))
            case .contact: contact(try Contact.decoded(bytes))
            case .text: text(try PetitionText.decoded(bytes))
            case .place: place(try Place.decoded(bytes))
            default: []
            }
        return ThaiText.key(fields.compactMap { $0 }.joined(separator: "\n"))
    }

    private static func petitioner(_ person: Petitioner) -> [String?] {
        let others = person.others + [person.filedFor].compactMap { $0 }
        return [
            name(person.title, person.givenName, person.familyName), person.nationalID,
            person.passport, person.organisation, person.taxID, person.email, person.lineID,
        ] + phone(person.phone) + address(person.address)
            + others.flatMap { other in
                [name(other.title, other.givenName, other.familyName), other.nationalID]
                    + phone(other.phone)
            }
    }

    private static func identity(_ person: Identity) -> [String?] {
        [
            name(person.title, person.givenName, person.familyName), person.nationalID,
            person.passport, person.email,
        ] + phone(person.phone) + address(person.address)
    }

    private static func contact(_ contact: Contact) -> [String?] {
        [contact.email, contact.lineID] + phone(contact.phone) + address(contact.address)
    }

    private static func text(_ text: PetitionText) -> [String?] {
        [text.subject, text.details] + text.answers.flatMap(\.values)
    }

    private static func place(_ place: Place) -> [String?] {
        [
            place.house, place.moo.map { "หมู่ที่ \($0)" }, place.building, place.soi, place.road,
            place.subdistrict, place.district, place.province, place.description,
        ]
    }

    private static func address(_ address: Address?) -> [String?] {
        guard let address else { return [] }
        return [
            address.house, address.moo.map { "หมู่ที่ \($0)" }, address.building, address.soi,
            address.road, address.subdistrict, address.district, address.province,
        ]
    }

    /// Title and given name without a space between, as Thai is written.
    private static func name(_ title: String?, _ given: String?, _ family: String?) -> String? {
        let first = (title ?? "") + (given ?? "")
        return [first, family ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// As it is stored, +66812345678, and as people say it, 0812345678.
    private static func phone(_ number: String?) -> [String?] {
        guard let number else { return [] }
        return number.hasPrefix("+66") ? [number, "0" + number.dropFirst(3)] : [number]
    }
}
