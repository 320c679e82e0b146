package import Entries
internal import EventLog
internal import TransparencyLog

extension Office {
    /// The evidence of a case as far as it is published, without anything sealed; needs no server
    /// and no key. Nil if nothing is published yet.
    /// - Throws: `EvidencePack.Problem`.
    package func evidence(of number: String, at now: Instant) throws -> [UInt8]? {
        let tiles = TileDirectory(reading: paths.tiles)
        guard let note = try tiles.checkpoint(), let text = try tiles.key() else { return nil }
        return try EvidencePack(
            of: number, in: self, proving: note, by: try VerifierKey(text), at: now
        ).zip(open: false)
    }
}

extension ServedOffice {
    /// The evidence of a case up to its last event; waits for a checkpoint that covers it.
    ///
    /// With `isOpen` it holds what was sealed: the caller has written down that it is seen.
    /// - Throws: `EvidencePack.Problem`; `PublisherProblem` if the log is not signed.
    package func evidence(of number: String, open isOpen: Bool) throws -> [UInt8] {
        let publisher = try publisher.get()
        let proof = try publisher.proof(of: try office.log.head, milliseconds: 2000)
        return try EvidencePack(
            of: number, in: office, proving: proof.checkpoint, by: publisher.signer.verifier,
            at: clock()
        ).zip(open: isOpen)
    }
}
