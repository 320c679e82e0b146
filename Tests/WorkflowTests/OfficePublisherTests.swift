import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyLog
import Vault
import Workflow

/// The publisher of a real office: its key, its log, what others make of it.
@Suite struct OfficePublisherTests {
    private let office: TestOffice

    init() throws { office = try TestOffice() }

    private var seed: String { "\(office.paths.keys)/\(Publisher.seedName(of: 1))" }

    private func file(_ count: Int) throws {
        for number in 0..<count {
            let outcome = office.port.perform(
                office.filing(subject: String(repeating: "x", count: number + 1)))
            guard case .accepted = outcome else {
                Issue.record("\(outcome)")
                return
            }
        }
    }

    @Test func `an office is made with its key, beside the data and not in it`() throws {
        #expect(FileManager.default.fileExists(atPath: seed))
        let key = try Publisher(of: office.office).signer.verifier
        #expect(key.name == "test.example/ts" && key.kind == .log)
        try office.restart()
        #expect(try Publisher(of: office.office).signer.verifier == key)
    }

    @Test func `an office from before gets its key when it is first signed`() throws {
        try FileManager.default.removeItem(atPath: seed)
        _ = try Publisher(of: office.office)
        #expect(FileManager.default.fileExists(atPath: seed))
    }

    @Test func `a lost key is not replaced by another one once something is published`() throws {
        try Publisher(of: office.office).publish()
        try FileManager.default.removeItem(atPath: seed)
        #expect(throws: PublisherProblem.self) { try Publisher(of: office.office) }
        #expect(!FileManager.default.fileExists(atPath: seed))
    }

    @Test func `what is published grows with the log, and proofs lead to it`() throws {
        let publisher = try Publisher(of: office.office)
        try publisher.publish()
        let first = publisher.publishedSize
        try file(3)
        try publisher.publish()
        let head = try office.office.log.head
        #expect(publisher.publishedSize == head && head > first)
        let entry = try #require(try office.office.log.entry(at: head))
        let checkpoint = try publisher.proof(of: head)
            .check(entry.leafHash, signedBy: publisher.signer.verifier)
        #expect(checkpoint.root == (try office.office.log.rootHash(atSize: head)))
    }

    @Test(.enabled(if: OutsideVerifier.isThere, "KHAMRONG_SHARED is not set"))
    func `others verify what a real office publishes`() throws {
        let publisher = try Publisher(of: office.office)
        try file(300)
        try publisher.publish()
        let key = publisher.signer.verifier.text
        let answer = try OutsideVerifier.python(
            ["log", office.paths.tiles, "--vkey", key, "--extra"])
        #expect(answer.status == 0, "\(answer.words)")
        guard OutsideVerifier.isGoThere else { return }
        let go = try OutsideVerifier.go([office.paths.tiles, key])
        #expect(go.status == 0, "\(go.words)")
    }

    @Test func `the thread publishes what was recorded, and stops when it is told`() throws {
        let publisher = try Publisher(of: office.office)
        publisher.start { Issue.record("\($0)") }
        try file(2)
        let head = try office.office.log.head
        let end = ContinuousClock.now.advanced(by: .seconds(20))
        while publisher.publishedSize < head, ContinuousClock.now < end { usleep(10_000) }
        #expect(publisher.publishedSize == head)
        publisher.stop()
        try file(1)
        #expect(publisher.publishedSize == head)
    }
}
