package import Events

/// The blind comparison of an identity check: an officer types the number from the photo without
/// seeing the one that was entered, so that no glance at the one is taken for reading the other.
package enum Rekeying {
    /// How `typed` compares with what the person entered; nil if it is no number at all.
    ///
    /// Somebody who registered with a passport is compared by its number.
    package static func outcome(of typed: String, with identity: Identity) -> CheckOutcome? {
        if let entered = identity.nationalID {
            guard let read = try? ThaiID(typed) else { return nil }
            return read.digits == entered ? .matched : .mismatched
        }
        guard let entered = identity.passport else { return .unavailable }
        guard let read = try? PassportNumber(typed) else { return nil }
        return read.text == entered ? .matched : .mismatched
    }
}
