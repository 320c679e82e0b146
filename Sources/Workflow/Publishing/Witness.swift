package import Crypto
package import Entries
internal import Files
internal import Threads
package import TransparencyLog

/// Signs neighbours' checkpoints, each only if it continues the one that was signed before.
///
/// What is going to be signed is on the disk first. Any thread may use it.
package final class Witness: Sendable {
    /// What a log hears (C2SP tlog-witness).
    package enum Answer: Equatable, Sendable {
        /// 200 with the witness's line.
        case signed(NoteSignature)
        /// 400: it cannot be read, or would go back.
        case malformed
        /// 403: the log has not signed it.
        case notSigned
        /// 404: nobody asked us to witness that log.
        case unknownLog
        /// 409: another size was signed last, which is told.
        case conflict(UInt64)
        /// 422: it does not continue what was signed last.
        case notContinued
    }

    package let verifier: VerifierKey
    private let signer: NoteSigner
    private let directory: String
    /// Held from looking until what will be signed is on the disk.
    private let turn = Monitor(())

    package static let seedName = "witness.seed"
    private static let draftName = ".new"

    /// - Throws: `PublisherProblem.unusableOrigin`
    package init(named name: String, seed: SecretKey, keptIn directory: String) throws {
        guard let signer = NoteSigner(name: name, kind: .witness, seed: seed) else {
            throw PublisherProblem.unusableOrigin(name)
        }
        self.signer = signer
        verifier = signer.verifier
        self.directory = directory
        if try Directory.make(directory) { try Directory.sync("\(directory)/..") }
    }

    /// Answers a request about one of the `logs`.
    package func add(
        _ body: [UInt8], of logs: [VerifierKey], at now: Instant
    ) throws -> Answer {
        guard let request = try? AddCheckpoint(body),
            let claimed = try? Checkpoint(request.checkpoint)
        else { return .malformed }
        guard let log = logs.first(where: { $0.name == claimed.origin }) else {
            return .unknownLog
        }
        guard let checkpoint = try? Checkpoint(request.checkpoint, signedBy: log) else {
            return .notSigned
        }
        guard request.oldSize <= checkpoint.size else { return .malformed }
        return try turn.with { _ in try answer(request, checkpoint, at: now) }
    }

    private func answer(
        _ request: AddCheckpoint, _ checkpoint: Checkpoint, at now: Instant
    ) throws -> Answer {
        let last = try self.last(of: checkpoint.origin).map { (note) throws in
            try Checkpoint(note)
        }
        let size = last?.size ?? 0
        guard request.oldSize == size else { return .conflict(size) }
        do {
            try ProofCheck.consistency(
                from: size, last?.root ?? HashTree.emptyRoot, to: checkpoint.size,
                checkpoint.root, proof: request.proof)
        } catch {
            return .notContinued
        }
        try keep(request.checkpoint, of: checkpoint.origin)
        let seconds = UInt64(max(now.milliseconds / 1000, 1))
        return .signed(signer.cosignature(of: request.checkpoint.text, seconds: seconds))
    }

    /// What was signed last of a log; nil if nothing was.
    package func last(of origin: String) throws -> SignedNote? {
        try last(named: Self.name(of: origin))
    }

    /// As `last(of:)`, by the hash of the origin in hexadecimal digits.
    package func last(named name: String) throws -> SignedNote? {
        guard Digest(hex: name.utf8) != nil,
            let file = try FileReader.open(ifThere: "\(directory)/\(name)")
        else { return nil }
        var bytes: [UInt8] = []
        try file.read(SignedNote.mostBytes + 1, into: &bytes)
        return try SignedNote(bytes)
    }

    private func keep(_ note: SignedNote, of origin: String) throws {
        let draft = "\(directory)/\(Self.draftName)"
        try Directory.remove(draft)
        var file = try NewFile(draft: draft)
        try file.write(note.bytes.span)
        try file.publish(as: Self.name(of: origin), in: directory)
    }

    private static func name(of origin: String) -> String {
        "\(SHA256.hash(Array(origin.utf8)))"
    }
}
