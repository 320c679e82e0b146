import Crypto
import Entries
import Testing
import TransparencyLog
import Workflow

/// A signed report says what it says, and cannot be taken for anything else.
@Suite struct VerificationReportTests {
    private let signer = NoteSigner(name: KnownLog.origin, kind: .log, seed: KnownLog.seed)!

    private func report(_ findings: [String] = []) -> VerificationReport {
        var report = VerificationReport()
        report.origin = KnownLog.origin
        report.officer = "auditor-1"
        report.began = Instant(rfc3339: "2026-03-02T10:00:00+07:00")!
        report.ended = Instant(rfc3339: "2026-03-02T10:00:07+07:00")!
        report.program = "0.1.0"
        report.extent = .office
        var result = OfficeVerification()
        result.head = 700
        result.root = SHA256.hash([1])
        result.keys = 12
        result.views = []
        result.findings = findings.count
        report.result = result
        report.findings = findings.prefix(VerificationReport.mostFindings).map { words in
            var finding = OfficeFinding()
            finding.code = "tile"
            finding.words = words
            return finding
        }
        report.findingCount = findings.count
        return report
    }

    @Test func `a report comes back from its note with the key alone`() throws {
        let key = try VerifierKey(KnownLog.vkey)
        for findings in [[], ["tiles/x is missing"], (1...700).map { "finding \($0)" }] {
            let made = report(findings)
            let note = try SignedNote(made.signed(by: signer).bytes)
            #expect(try VerificationReport(note, signedBy: key) == made)
        }
        var broken = report()
        broken.result = nil
        let note = try SignedNote(broken.signed(by: signer).bytes)
        #expect(try VerificationReport(note, signedBy: key) == broken)
    }

    @Test func `no report is a checkpoint, and no checkpoint a report`() throws {
        let key = try VerifierKey(KnownLog.vkey)
        let note = report().signed(by: signer)
        #expect(throws: NoteError.self) { try Checkpoint(note, signedBy: key) }
        let checkpoint = Checkpoint(
            origin: KnownLog.origin, size: 3, root: SHA256.hash([2])
        ).signed(by: signer)
        #expect(throws: NoteError.self) { try VerificationReport(checkpoint, signedBy: key) }
    }

    @Test func `what was changed or signed by another is refused`() throws {
        let key = try VerifierKey(KnownLog.vkey)
        let bytes = report(["tiles/x is missing"]).signed(by: signer).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [
            ("findings 1", "findings 0"), ("entries 700", "entries 701"),
            ("auditor-1", "auditor-2"), ("tiles/x is missing", "tiles/y is missing"),
        ] {
            let changed = text.replacing(old, with: new)
            #expect(throws: NoteError.self, "\(old)") {
                try VerificationReport(try SignedNote(Array(changed.utf8)), signedBy: key)
            }
        }
        let stranger = NoteSigner(name: KnownLog.origin, kind: .log, seed: .random())!
        #expect(throws: NoteError.notSigned(by: KnownLog.origin)) {
            try VerificationReport(report().signed(by: stranger), signedBy: key)
        }
    }

    @Test func `what a finding says adds no line, and a wrong count is refused`() throws {
        let key = try VerifierKey(KnownLog.vkey)
        let sly = report(["one\nfindings 0\n\n— x y"])
        let read = try VerificationReport(
            try SignedNote(sly.signed(by: signer).bytes), signedBy: key)
        #expect(read.findings.map(\.words) == ["one findings 0  — x y"])
        var short = report(["one", "two"])
        short.findings.removeLast()
        #expect(throws: NoteError.self) {
            try VerificationReport(short.signed(by: signer), signedBy: key)
        }
    }
}
