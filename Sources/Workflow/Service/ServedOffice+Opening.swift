package import Entries
package import Events
package import Rules

extension ServedOffice {
    /// A case whose parts are open to whoever works on it: what was not opened lately is in the
    /// log on return. Nil if it could not be recorded, and then nothing of it is to be shown.
    package func open(
        _ parts: [ViewedPart], of file: CaseFile, by actor: Actor, at now: Instant
    ) throws -> CaseFile? {
        let fresh = ViewingRecord.unrecorded(parts, by: actor.id, in: file.events, at: now)
        guard !fresh.isEmpty, !file.petition.isErased else { return file }
        let number = file.petition.number
        let view = PetitionCommand.view(.init(parts: fresh))
        guard case .accepted = perform(Draft(.petition(number: number, view), by: actor, at: now))
        else { return nil }
        return try office.file(of: number)
    }
}
