import Entries
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyLog
import Vault
import Workflow

/// A signed report is checked from the command line with the log's key alone.
@Suite struct VerifyReportTests {
    private func signed(
        _ town: borrowing Town, findings: Int
    ) throws -> (path: String, key: String) {
        let (office, port) = try Office.open(town.paths) {
            Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        }
        defer { port.close() }
        let seed = try office.vault.secret(named: Publisher.seedName(of: 1))
        let signer = try #require(
            NoteSigner(name: office.log.signedName, kind: .log, seed: seed))
        var report = VerificationReport()
        report.origin = signer.verifier.name
        report.officer = "auditor-1"
        report.program = "0.1.0"
        report.extent = .office
        var result = OfficeVerification()
        result.head = 12
        result.findings = findings
        report.result = result
        for _ in 0..<findings {
            var finding = OfficeFinding()
            finding.code = "tile"
            finding.words = "tiles/tile/0/000 is missing"
            report.findings.append(finding)
        }
        report.findingCount = findings
        let path = town.scratch.path("report.txt")
        try Data(report.signed(by: signer).bytes).write(to: URL(filePath: path))
        return (path, signer.verifier.text)
    }

    @Test func `a good report holds, and says whose it is`() throws {
        let town = try Town()
        let (path, key) = try signed(town, findings: 0)
        let checked = try Shell.khamrong("verify-report", path, "--key", key)
        #expect(checked.status == 0, "\(checked.errors)")
        #expect(checked.output.contains("asked for by auditor-1"))
        #expect(checked.output.contains("The report holds: everything was as it must be."))
        let json = try Shell.khamrong("verify-report", path, "--key", key, "--json")
        #expect(json.status == 0 && json.output.contains("\"found\""))
    }

    @Test func `findings, changed words, other keys and other files end with a code`() throws {
        let town = try Town()
        let (path, key) = try signed(town, findings: 2)
        let found = try Shell.khamrong("verify-report", path, "--key", key)
        #expect(found.status == 1 && found.output.contains("tiles/tile/0/000 is missing"))
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        try Data(text.replacing("findings 2", with: "findings 0").utf8)
            .write(to: URL(filePath: path))
        let changed = try Shell.khamrong("verify-report", path, "--key", key)
        #expect(changed.status == 1 && changed.errors.contains("shows nothing"))
        let other =
            "petitions.example/log1+949f92a1+AdPgSH/KWo1eEN1qvW/iMdtrMFviaDgjoj/M3xYpcYNH"
        try Data(text.utf8).write(to: URL(filePath: path))
        let stranger = try Shell.khamrong("verify-report", path, "--key", other)
        #expect(stranger.status == 1 && stranger.errors.contains("is not signed by"))
        #expect(try Shell.khamrong("verify-report", path).status == 2)
        #expect(try Shell.khamrong("verify-report", path, "--key", "x").status == 2)
        #expect(try Shell.khamrong("verify-report", "/nowhere", "--key", key).status == 4)
    }
}
