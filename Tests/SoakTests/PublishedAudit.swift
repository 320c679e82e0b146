import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyLog
import Workflow

/// Looks at what a killed office had signed and published: whether it verifies as it lies there,
/// and goes on from everything that was published before.
struct PublishedAudit {
    private let paths: OfficePaths
    private var last: Checkpoint?
    /// Kept from earlier rounds, as an auditor would.
    private var kept: [String] = []
    private var rounds = 0

    private static let mostKept = 5

    init(_ paths: OfficePaths) { self.paths = paths }

    /// Before the office publishes anything itself; it is open as its writer.
    mutating func check(_ office: Office) throws {
        rounds += 1
        let directory = TileDirectory(reading: paths.tiles)
        if let note = try directory.checkpoint() {
            let key = try VerifierKey(try #require(try directory.key()))
            let checkpoint = try Checkpoint(note, signedBy: key)
            #expect(checkpoint.size >= last?.size ?? 0, "a published log never shrinks")
            #expect(try office.log.rootHash(atSize: checkpoint.size) == checkpoint.root)
            if let last {
                #expect(try office.log.rootHash(atSize: last.size) == last.root)
            }
            if last != checkpoint { try verify(key) }
            last = checkpoint
        }
        // It signs on: nothing that was signed contradicts the log.
        let publisher = try Publisher(of: office)
        #expect(publisher.signer.last?.checkpoint.size ?? 0 >= last?.size ?? 0)
    }

    private mutating func verify(_ key: VerifierKey) throws {
        guard OutsideVerifier.isThere else { return }
        let answer = try OutsideVerifier.python(
            ["log", paths.tiles, "--vkey", key.text] + kept.flatMap { ["--old", $0] })
        #expect(answer.status == 0, "round \(rounds): \(answer.words)")
        let copy = "\(paths.data)/checkpoint.\(rounds)"
        try FileManager.default.copyItem(atPath: "\(paths.tiles)/checkpoint", toPath: copy)
        kept.append(copy)
        if kept.count > Self.mostKept { kept.remove(at: 1) }
    }

    /// That there was something to look at.
    func finish() throws {
        let size = try #require(last).size
        #expect(size > 0)
        print("published up to \(size)")
    }
}
