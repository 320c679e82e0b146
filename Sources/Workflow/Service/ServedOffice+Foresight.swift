internal import Events
package import Rules

extension ServedOffice {
    /// What would stand against a command in one of many cases if it were sent now, nil for
    /// nothing: decided by the rules themselves, without the writer. Until it is sent things may change.
    package func objection(toOneOfMany draft: Draft) throws -> (any Refusal)? {
        guard case .petition(let number?, let command) = draft.command,
            let history = try office.log.history(of: number)
        else { return RequestRefusal.noSuchStream }
        let settings = try settings()
        if let refusal = history.petition.bulkRefusal(of: command, in: settings.value) {
            return refusal
        }
        if let expected = draft.expectedVersion, expected != history.petition.version {
            return RequestRefusal.stale(expected: expected, actual: history.petition.version)
        }
        var circumstances = Circumstances(now: clock(), settings: settings)
        circumstances.sections = Set(
            draft.sections.compactMap { SectionKind(rawValue: $0.field) })
        circumstances.petitionerLevel = knowing(draft).petitionerLevel
        do throws(PetitionRefusal) {
            _ = try Petition.decide(
                command, in: Frozen(history.petition), by: draft.actor, with: circumstances)
            return nil
        } catch {
            return error
        }
    }

    /// Whether the service wants such a step to be taken case by case.
    package func isOneByOne(_ draft: Draft) throws -> Bool {
        guard case .petition(let number?, let command) = draft.command,
            let history = try office.log.history(of: number)
        else { return false }
        return history.petition.bulkRefusal(of: command, in: try settings().value) != nil
    }
}
