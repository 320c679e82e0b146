import Crypto
import Entries
import Foundation
import Testing
import TestSupport
import TransparencyLog
import Workflow

/// A witness signs each log's checkpoints one after the other, and none beside them.
@Suite struct WitnessTests: ~Copyable {
    private let scratch: Scratch
    private let log = KnownLog(100)
    private let now = Instant(rfc3339: "2026-03-02T10:00:00+07:00")!

    init() throws { scratch = try Scratch() }

    private func witness() throws -> Witness {
        try Witness(
            named: "neighbour.example/witness", seed: SecretKey([UInt8](repeating: 7, count: 32))!,
            keptIn: scratch.path("witness"))
    }

    private let signer = NoteSigner(name: KnownLog.origin, kind: .log, seed: KnownLog.seed)!

    private func note(_ size: UInt64, of log: KnownLog) throws -> SignedNote {
        Checkpoint(origin: KnownLog.origin, size: size, root: try log.tree.root(size: size))
            .signed(by: signer)
    }

    private func request(
        from old: UInt64, to size: UInt64, of log: KnownLog
    ) throws -> [UInt8] {
        AddCheckpoint(
            oldSize: old, proof: try HashTree(log.tree.node).consistency(from: old, to: size),
            checkpoint: try note(size, of: log)
        ).bytes
    }

    private func answer(_ body: [UInt8], by witness: Witness) throws -> Witness.Answer {
        try witness.add(body, of: [signer.verifier], at: now)
    }

    private func isSigned(_ answer: Witness.Answer) -> Bool {
        if case .signed = answer { true } else { false }
    }

    @Test func `what goes on is signed with the time, also after a restart`() throws {
        var witness = try witness()
        var old: UInt64 = 0
        for size in [1, 2, 7, 64, 64, 100] as [UInt64] {
            guard
                case .signed(let signature) = try answer(
                    try request(from: old, to: size, of: log), by: witness)
            else {
                Issue.record("\(size) is not signed")
                return
            }
            var note = try note(size, of: log)
            note.add(signature)
            let signers = try note.signers(among: [witness.verifier])
            #expect(signers == [witness.verifier: UInt64(now.milliseconds / 1000)])
            old = size
            witness = try self.witness()
        }
        #expect(try witness.last(of: KnownLog.origin) == (try note(100, of: log)))
    }

    @Test func `every other request hears why not, and changes nothing`() throws {
        let witness = try witness()
        #expect(isSigned(try answer(try request(from: 0, to: 50, of: log), by: witness)))
        let other = KnownLog(100, changing: 17)
        #expect(try answer(try request(from: 0, to: 60, of: log), by: witness) == .conflict(50))
        #expect(try answer(try request(from: 20, to: 30, of: log), by: witness) == .conflict(50))
        #expect(try answer(try request(from: 50, to: 60, of: other), by: witness) == .notContinued)
        #expect(try answer(try request(from: 50, to: 50, of: other), by: witness) == .notContinued)
        let backward = AddCheckpoint(oldSize: 50, proof: [], checkpoint: try note(40, of: log))
        #expect(try answer(backward.bytes, by: witness) == .malformed)
        let unproven = AddCheckpoint(oldSize: 50, proof: [], checkpoint: try note(60, of: log))
        #expect(try answer(unproven.bytes, by: witness) == .notContinued)
        #expect(try answer([], by: witness) == .malformed)
        let body = try request(from: 50, to: 60, of: log)
        #expect(try witness.add(body, of: [], at: now) == .unknownLog)
        let stranger = NoteSigner(name: KnownLog.origin, kind: .log, seed: .random())!
        #expect(try witness.add(body, of: [stranger.verifier], at: now) == .notSigned)
        #expect(try witness.last(of: KnownLog.origin) == (try note(50, of: log)))
        #expect(isSigned(try answer(body, by: witness)))
    }

    @Test func `what cannot be kept is not signed`() throws {
        let witness = try witness()
        try FileManager.default.removeItem(atPath: scratch.path("witness"))
        #expect(throws: (any Error).self) {
            try answer(try request(from: 0, to: 50, of: log), by: witness)
        }
    }

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `a request that others make is understood, and others take what is signed`() throws {
        log.grow(to: 100)
        try log.publisher(in: scratch).publish()
        let tiles = scratch.path("tiles")
        let made = try OutsideVerifier.python(
            ["witness-request", tiles, "0", "--vkey", KnownLog.vkey])
        #expect(made.status == 0)
        let body = made.output.trimmingCharacters(in: .newlines) + "\n"
        let witness = try witness()
        let answered = try answer(Array(body.utf8), by: witness)
        guard case .signed(let signature) = answered else {
            Issue.record("\(answered): \(made.words)")
            return
        }
        var note = try note(100, of: log)
        note.add(signature)
        try Data(note.bytes).write(to: URL(filePath: tiles + "/checkpoint"))
        let words = ["log", tiles, "--vkey", KnownLog.vkey, "--witness", witness.verifier.text]
        let answer = try OutsideVerifier.python(words)
        #expect(answer.status == 0, "\(answer.words)")
    }
}
