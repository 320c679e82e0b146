package import Entries
internal import EventLog
package import Events
internal import Rules
package import TransparencyLog

/// What shows a person who was forgotten that it was done: which events say so, and that the log
/// has them. Nothing of the person is in it but the account's number, which the person knows: which
/// cases were the person's was sealed, and nobody can tell any more.
package struct ErasureCertificate: Sendable {
    /// An event of the forgetting, as the log has it.
    package struct Step: Sendable {
        package let position: Position
        package let time: Instant
        package let leaf: Digest
        package let proof: EntryProof
        fileprivate let entry: [UInt8]
    }

    package let account: String
    package let requestedAt: Instant?
    package let ground: ErasureGround
    /// The destruction of the account's key.
    package let erased: Step
    /// That nothing is left, and since which epoch of keys.
    package let completed: Step
    package let epoch: Int
    /// What all of it is proved by.
    package let checkpoint: Checkpoint
    package let verifier: VerifierKey

    /// The two events as files that `verify-receipt` and the office's page check.
    package var receipts: [(name: String, receipt: FilingReceipt)] {
        [("erased", erased), ("erasure-completed", completed)].map { name, step in
            (name, FilingReceipt(step.proof, entry: step.entry, key: verifier, sections: []))
        }
    }
}

extension ServedOffice {
    /// The certificate of an account's erasure; nil while it is not completed.
    ///
    /// Waits for a checkpoint that covers it.
    /// - Throws: `PublisherProblem` if the log is not signed.
    package func erasureCertificate(of account: String) throws -> ErasureCertificate? {
        let log = office.log
        var requestedAt: Instant?
        var erased: (entry: Entry, data: AccountEvent.Erased)?
        var completed: (entry: Entry, data: AccountEvent.ErasureCompleted)?
        for entry in try log.readStream(StreamName(.account, account).subject) {
            let recorded = try RecordedEvent.read(entry)
            switch recorded.event {
            case .account(.erasureRequested): requestedAt = recorded.time
            case .account(.erased(let data)): erased = (entry, data)
            case .account(.erasureCompleted(let data)): completed = (entry, data)
            default: break
            }
        }
        guard let erased, let completed else { return nil }
        let publisher = try publisher.get()
        let signed = try publisher.signer.checkpoint(
            covering: completed.entry.position, milliseconds: 1000)
        func step(_ entry: Entry) throws -> ErasureCertificate.Step {
            ErasureCertificate.Step(
                position: entry.position, time: try Envelope(entry.bytes).time,
                leaf: entry.leafHash, proof: try publisher.proof(of: entry.position, in: signed),
                entry: entry.bytes)
        }
        return ErasureCertificate(
            account: account, requestedAt: requestedAt, ground: erased.data.ground,
            erased: try step(erased.entry),
            completed: try step(completed.entry), epoch: completed.data.epoch,
            checkpoint: signed.checkpoint,
            verifier: publisher.signer.verifier)
    }
}
