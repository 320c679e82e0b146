package import Rules

/// A refusal of a command; `code` is stable, for APIs and operational logs.
package protocol CommandRefusal: Refusal {
    var code: String { get }
}

extension PetitionRefusal: CommandRefusal {}

extension AccountRefusal: CommandRefusal {}

extension OfficeRefusal: CommandRefusal {}
