import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyLog
import Workflow

/// What the commands say of what was signed and published.
@Suite(.timeLimit(.minutes(10))) struct PublishedLogTests: ~Copyable {
    /// How many bytes are changed, one after the other; `KHAMRONG_CHANGES` asks for others.
    private static let changes =
        ProcessInfo.processInfo.environment["KHAMRONG_CHANGES"].flatMap(Int.init) ?? 100

    private let town: Town
    private let key: String
    private let head: Position

    init() throws {
        let town = try Town()
        let history = try town.history(cases: 80)
        _ = try Shell.khamrong(history + ["--data", town.paths.data])
        let (office, port) = try Office.open(town.paths) {
            Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        }
        defer { port.close() }
        let publisher = try Publisher(of: office)
        try publisher.publish()
        let head = try office.log.head
        self.head = head
        key = publisher.signer.verifier.text
        self.town = town
    }

    private var tiles: String { town.paths.tiles }

    @Test func `a published office is found sound, and says how far it is published`() throws {
        let verified = try town.run("verify")
        #expect(verified.status == 0 && verified.output.contains("published: \(head) entries"))
        #expect(try town.run("verify", "--log").status == 0)
        #expect(try town.run("verify", "--log", "--views").status == 2)
    }

    @Test func `a key that signs and is gone is found`() throws {
        let seed = "\(town.paths.keys)/\(Publisher.seedName(of: 1))"
        try FileManager.default.moveItem(atPath: seed, toPath: seed + ".away")
        let found = try town.run("verify")
        #expect(found.status == 1 && found.output.contains("log.seed is missing from the keys"))
        try FileManager.default.moveItem(atPath: seed + ".away", toPath: seed)
        #expect(try town.run("verify").status == 0)
    }

    /// Every byte of what is published means something.
    @Test func `a single byte that is another one anywhere in what is published is found`() throws {
        var dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: tiles).filter { name in
            FileManager.default.contents(atPath: "\(tiles)/\(name)") != nil
        }.sorted()
        #expect(names.count > 5)
        for _ in 0..<Self.changes {
            let name = names.randomElement(using: &dice)!
            let url = URL(filePath: "\(tiles)/\(name)")
            let whole = try Data(contentsOf: url)
            var data = whole
            let place = Int.random(in: 0..<data.count, using: &dice)
            data[place] ^= UInt8.random(in: 1...255, using: &dice)
            try data.write(to: url)
            var findings: [String] = []
            let verifier = OfficeVerifier(
                town.paths, .office, progress: { _, _, _ in }, found: { findings.append($0.code) })
            _ = try verifier.run()
            #expect(!findings.isEmpty, "\(name) at \(place)")
            try whole.write(to: url)
        }
    }

    @Test func `a log that is not the one that was signed is found`() throws {
        let seed = try #require(
            FileManager.default.contents(atPath: "\(town.paths.keys)/\(Publisher.seedName(of: 1))"))
        #expect(seed.count == 32)
        // As if an older copy of the log had been put in its place.
        let older = try Town(in: town.scratch.path("older"))
        try FileManager.default.removeItem(atPath: "\(town.paths.log)/data.mdb")
        try FileManager.default.copyItem(
            at: older.dataFile, to: URL(filePath: "\(town.paths.log)/data.mdb"))
        let verified = try town.run("verify", "--log", "--json")
        #expect(verified.status == 1)
        #expect(verified.output.contains("log-shorter"))
        #expect(throws: PublisherProblem.self) {
            let (office, port) = try Office.open(town.paths) {
                Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
            }
            defer { port.close() }
            _ = try Publisher(of: office)
        }
    }

    @Test func `a proof of any entry comes out, and others take it`() throws {
        for position in [1, 2, 255, 256, 257, head] {
            let entry = town.scratch.path("entry")
            let proved = try town.run("prove", "\(position)", "--entry", entry)
            #expect(proved.status == 0, "\(proved.errors)")
            let proof = try EntryProof(Array(proved.output.utf8))
            #expect(proof.index == position - 1)
            guard OutsideVerifier.isThere else { continue }
            let file = try town.scratch.write(Array(proved.output.utf8), as: "proof")
            let answer = try OutsideVerifier.python(
                ["verify-proof", file, "--entry", entry, "--vkey", key])
            #expect(answer.status == 0, "\(answer.words)")
        }
        let beyond = try town.run("prove", "\(head + 1)")
        #expect(beyond.status == 4 && beyond.errors.contains("ends at position \(head)"))
        #expect(try town.run("prove", "0").status == 2)
    }

    @Test func `a receipt is checked without the office, and a changed one is not taken`() throws {
        let log = try EventLog.open(at: town.paths.log)
        let entry = try #require(try log.entry(at: head))
        let proved = try town.run("prove", "\(head)")
        let receipt = FilingReceipt(
            try EntryProof(Array(proved.output.utf8)), entry: entry.bytes,
            key: try VerifierKey(key), sections: [])
        let path = try town.scratch.write(receipt.bytes, as: "receipt")
        let checked = try Shell.khamrong("verify-receipt", path, "--key", key)
        #expect(checked.status == 0 && checked.output.contains("The receipt holds."))
        #expect(checked.output.contains("position \(head)"))
        let own = try Shell.khamrong("verify-receipt", path)
        #expect(own.status == 0 && own.errors.contains("the receipt's own"))
        let json = try Shell.khamrong("verify-receipt", path, "--json")
        #expect(json.output.contains("\"position\":\(head)"))
        let other = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        let foreign = try Shell.khamrong("verify-receipt", path, "--key", other)
        #expect(foreign.status == 1 && foreign.errors.contains("not signed by"))
        _ = try town.scratch.write(Array(receipt.bytes.dropLast(5)), as: "receipt")
        #expect(try Shell.khamrong("verify-receipt", path).status == 1)
        #expect(try Shell.khamrong("verify-receipt", "nothing").status == 4)
        #expect(try Shell.khamrong("verify-receipt", path, "--key", "x").status == 2)
    }

    @Test func `an office without witnesses is told where they are named`() throws {
        let pushed = try town.run("witness", "push")
        #expect(pushed.status == 4 && pushed.errors.contains("witness_policy"))
    }
}
