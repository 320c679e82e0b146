internal import EventLog
internal import Events
internal import Rules
internal import Threads
internal import Vault
package import TransparencyLog

extension ServedOffice {
    /// Whom the office wants its log witnessed by, and whose logs it witnesses; nil if it has not
    /// settled that.
    /// - Throws: `NoteError` if the setting cannot be read.
    package func witnessPolicy() throws -> WitnessPolicy? {
        try settings().value.disclosure.witnessPolicy.map { (text) throws in
            try WitnessPolicy(text)
        }
    }

    /// The neighbours' logs that the office's policy names.
    package func neighbours() throws -> [VerifierKey] {
        try witnessPolicy()?.logs.map(\.key).filter { $0.name != office.log.signedName } ?? []
    }

    /// Signs neighbours' checkpoints; its key is made when it is first asked for.
    package func witness() throws -> Witness {
        try madeWitness.with { made in
            if let made { return made }
            let witness = try Witness(
                named: "\(office.log.origin)/witness",
                seed: try office.vault.secret(named: Witness.seedName),
                keptIn: "\(office.paths.office)/witness")
            made = witness
            return witness
        }
    }
}
