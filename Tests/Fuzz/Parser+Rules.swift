import Entries
import Events
import Exchange
import Rules
import Workflow

extension Parser {
    /// Numbers of persons, petitions and telephones: what was accepted is accepted as it is shown.
    static func parseNumbers(_ text: String) {
        for holder in [ThaiID.Holder.person, .juristic] {
            guard let number = try? ThaiID(text, of: holder) else { continue }
            precondition((try? ThaiID(number.display, of: holder)) == number)
            precondition(number.masked.utf8.count == number.display.utf8.count)
        }
        if let phone = try? PhoneNumber(text) {
            precondition((try? PhoneNumber(phone.stored)) == phone, "not read as stored")
            precondition((try? PhoneNumber(phone.display)) == phone, "not read as shown")
            _ = (phone.masked, phone.lastFour)
        }
        if let number = try? PetitionNumber(text) {
            precondition((try? PetitionNumber(number.text)) == number)
        }
        if let passport = try? PassportNumber(text) {
            precondition((try? PassportNumber(passport.text)) == passport)
            _ = passport.masked
        }
        if let address = try? EmailAddress(text) {
            precondition((try? EmailAddress(address.text)) == address)
            _ = (address.key, address.masked)
        }
        for length in [AccessCode.passwordLength, AccessCode.verificationLength] {
            guard let code = AccessCode(text, length: length) else { continue }
            precondition(AccessCode(code.display, length: length) == code)
        }
        if let code = TrackingCode(text) { precondition(TrackingCode(code.text) == code) }
        if let cursor = Cursor(text) { precondition(cursor.description == text) }
    }

    /// Dates and times in every form that is read: what was accepted can be written.
    static func parseTimes(_ text: String) {
        let bytes = Array(text.utf8)
        if let instant = Instant(canonical: bytes) { precondition(instant.text == bytes) }
        if let date = CivilDate(canonical: bytes) { precondition(date.text == bytes) }
        if let instant = Instant(rfc3339: text) {
            precondition(Instant(canonical: instant.text) == instant)
            precondition(Until(text, isOccurred: true) == .occurred(instant))
        }
        _ = Until(text, isOccurred: false)
        if let date = try? CivilDate(typed: text) {
            precondition(CivilDate(canonical: date.text) == date)
        }
        if let instant = try? Instant(typed: text) { _ = instant.text }
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let format = TimeFormat(String(parts[0])),
            let instant = format.instant(String(parts[1]), in: .utc)
        {
            precondition(instant.isWritable)
        }
    }

    /// The normal spelling of a text stays as it is.
    static func parseText(_ text: String) {
        let normalised = ThaiText.normalised(text)
        precondition(
            ThaiText.normalised(normalised).utf8.elementsEqual(normalised.utf8),
            "normal spelling is not stable")
        let key = ThaiText.key(text)
        precondition(ThaiText.key(key).utf8.elementsEqual(key.utf8), "a key is not stable")
        precondition(SearchTerms(text).terms.count <= SearchTerms.most)
        _ = (ThaiText.trimmed(text), MessageLength.parts(of: text))
        _ = PasswordPolicy.standard.faults(of: text, names: ["somchai"])
    }
}
