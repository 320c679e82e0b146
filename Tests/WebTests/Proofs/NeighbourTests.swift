import Entries
import EventLog
import Events
import TestSupport
import Testing
import TransparencyLog
import Workflow

/// Two offices that witness each other.
@Suite struct NeighbourTests {
    @Test func `a neighbour signs what is published, as long as it goes on`() throws {
        let (one, other) = (try WebSite(), try WebSite(origin: "other.example/ot"))
        try one.office.publisher.get().publish()
        let own = try one.office.publisher.get().signer.verifier
        try other.set(
            .disclosureSet(
                .init(
                    areEntriesPublic: false, isRegisterPublic: true,
                    witnessPolicy: "log \(own.text)\nquorum none\n")))
        let witness = try other.office.witness().verifier
        let visitor = other.browser()
        try visitor.open("witness/vkey")
        #expect(visitor.text == witness.text + "\n")
        let policy = """
            log \(own.text)
            witness N \(witness.text) http://127.0.0.1:\(other.port)/test/witness
            quorum N

            """
        try one.set(
            .disclosureSet(
                .init(areEntriesPublic: false, isRegisterPublic: true, witnessPolicy: policy)))
        try one.office.publisher.get().publish()
        let push = WitnessPush(LogTree(one.office.office.log), tiles: one.paths.tiles)
        for number in 1...3 {
            try one.set(.officerAppointed(.init(officer: "clerk-\(number)", roles: [.clerk])))
            try one.office.publisher.get().publish()
            let outcome = try push.run(try WitnessPolicy(policy))
            #expect(outcome.results.map(\.result) == [.signed])
            #expect(outcome.meetsQuorum)
            // Served with the checkpoint itself, to everybody.
            let reader = one.browser()
            try reader.open("log/checkpoint")
            let note = try SignedNote(reader.page?.body ?? [])
            #expect(try WitnessPolicy(policy).check(note).keys.sorted() == ["N"])
            #expect(try Checkpoint(note).size == (try one.office.office.log.head))
        }
        let name = try #require(try other.office.witness().last(of: own.name))
        #expect(try Checkpoint(name, signedBy: own).size == (try one.office.office.log.head))
    }

    @Test func `nobody else is witnessed, and a witness that is not there is named`() throws {
        let (one, other) = (try WebSite(), try WebSite(origin: "other.example/ot"))
        try one.office.publisher.get().publish()
        let witness = try other.office.witness().verifier
        let own = try one.office.publisher.get().signer.verifier
        func policy(_ port: Int) throws -> WitnessPolicy {
            try WitnessPolicy(
                """
                log \(own.text)
                witness N \(witness.text) http://127.0.0.1:\(port)/test/witness/
                quorum N

                """)
        }
        let push = WitnessPush(LogTree(one.office.office.log), tiles: one.paths.tiles)
        let refused = try push.run(try policy(other.port))
        #expect(refused.results.map(\.result) == [.failed("it answers with status 404")])
        #expect(!refused.meetsQuorum)
        let silent = try push.run(try policy(1))
        guard case .failed = silent.results.first?.result else {
            Issue.record("nobody answered, and nobody noticed")
            return
        }
        let visitor = other.browser()
        try visitor.open("witness/vkey")
        #expect(visitor.status == 404)
    }
}
