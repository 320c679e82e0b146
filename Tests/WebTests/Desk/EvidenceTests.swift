import Entries
import EventLog
import Events
import Foundation
import HTTP
import Rules
import TestSupport
import Testing
import Threads
import Vault
import Workflow

/// The evidence of a case, checked by its own program without the office.
@Suite(.enabled(if: OutsideTool.areInstalled(OutsideTool("python3"))))
struct EvidenceTests {
    private let site: WebSite
    private let auditor: Browser
    private let number: String

    init() throws {
        site = try WebSite()
        try site.appoint()
        number = try site.browser().file()
        try site.complete(number)
        auditor = try site.officer("auditor-1", .auditor)
    }

    /// Downloads a pack and unpacks it by other people's means.
    private func unpacked(open: Bool, in scratch: borrowing Scratch) throws -> String {
        let action = "desk/audit/cases/\(number)/evidence"
        try auditor.open("desk/audit/cases/\(number)")
        var fields = try auditor.fields(of: action)
        if open { fields["open"] = "yes" }
        let answer = try auditor.post(action, fields)
        #expect(answer.status == 200)
        #expect(auditor.header("Content-Type") == "application/zip")
        let zip = try scratch.write(answer.body, as: "pack.zip")
        let place = scratch.path(open ? "open" : "closed")
        let code =
            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
            + "z.extractall(sys.argv[2])"
        _ = try OutsideTool("python3").run(["-c", code, zip, place])
        return place
    }

    /// What the pack's own verifier says.
    private func verdict(_ place: String, _ words: String...) throws -> (code: Int32, said: String)
    {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["python3", "-B", "-X", "utf8", "\(place)/verify.py"] + words
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private func files(_ place: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: place)
    }

    @Test func `a pack without what is sealed is checked, and opens nothing`() throws {
        let before = try #require(try site.office.office.log.history(of: number)).events.count
        let scratch = try Scratch()
        let place = try unpacked(open: false, in: scratch)
        #expect(try files(place).contains { $0.hasPrefix("entries/") })
        #expect(try !files(place).contains { $0.hasPrefix("sections") })
        let key = try String(contentsOfFile: "\(place)/vkey", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let (code, said) = try verdict(place, "--key", key)
        #expect(code == 0, "\(said)")
        #expect(said.hasPrefix("OK \(before) entries of petition/\(number)"))
        #expect(try #require(try site.office.office.log.history(of: number)).events.count == before)
        // With another office's key nothing is proven.
        let other = "other.example/x+\(String(key.split(separator: "+")[1]))+AAAA"
        #expect(try verdict(place, "--key", other).code != 0)
    }

    @Test func `a pack with what is sealed is recorded first, and every change of it is found`()
        throws
    {
        let scratch = try Scratch()
        let place = try unpacked(open: true, in: scratch)
        let history = try #require(try site.office.office.log.history(of: number))
        guard case .petition(.viewed(let seen))? = history.events.last?.event else {
            Issue.record("what was opened is not recorded")
            return
        }
        #expect(history.events.last?.actor == "auditor-1")
        #expect(Set(seen.parts).isSuperset(of: [.text, .petitioner]))
        let (code, said) = try verdict(place)
        #expect(code == 0, "\(said)")
        let names = try files(place).filter { name in
            !name.hasSuffix("README.txt") && !name.hasSuffix("verify.py")
                && name.contains(".") || ["checkpoint", "vkey"].contains(name)
                || name.hasPrefix("documents/")
        }
        #expect(names.contains { $0.hasPrefix("sections/") })
        for name in names {
            let path = URL(filePath: "\(place)/\(name)")
            let whole = try Data(contentsOf: path)
            var changed = whole
            changed[changed.count / 2] ^= 1
            try changed.write(to: path)
            // What the manifest says of when it was made is nobody's claim.
            if name != "manifest.json" {
                #expect(try verdict(place).code != 0, "\(name)")
            }
            try FileManager.default.removeItem(at: path)
            #expect(try verdict(place).code != 0, "\(name) gone")
            try whole.write(to: path)
        }
        try Data("x".utf8).write(to: URL(filePath: "\(place)/documents-extra.txt"))
        #expect(try verdict(place).said.contains("not a part of the pack"))
    }

    @Test func `nobody gets the evidence of a case that is not there`() throws {
        try auditor.open("desk/audit/cases/\(number)")
        let fields = try auditor.fields(of: "desk/audit/cases/\(number)/evidence")
        let answer = try auditor.post("desk/audit/cases/XX9/evidence", fields)
        #expect(answer.status == 404)
    }
}
