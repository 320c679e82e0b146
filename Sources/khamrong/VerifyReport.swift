import Entries
import Terminal
import Workflow

/// What the verifying process has said so far.
struct VerifyReport {
    static let mostPrinted = 20

    private var tally = VerificationTally()

    var findings: [OfficeFinding] { tally.findings }
    var result: OfficeVerification? { tally.result }

    var failure: Failure? {
        tally.failure.map { failed in
            let code = failed.code.flatMap { ExitCode(rawValue: Int32($0)) } ?? .failed
            return Failure(failed.words, hint: failed.hint, code: code)
        }
    }

    mutating func add(_ line: VerifyLine) { tally.add(line) }

    mutating func finish(_ signal: Int32?) { tally.finish(signal) }

    var json: JSON {
        JSON.object {
            $0["findings"] = .array(findings.map { .canonical($0.encoded()) })
            $0["verified"] = result.map { .canonical($0.encoded()) }
        }
    }

    /// What mends what was found; nil if nothing was.
    private var advice: String? {
        let codes = Set(findings.map(\.code))
        var advice: [String] = []
        if codes.contains("view") { advice.append("“khamrong rebuild” mends a view.") }
        if !codes.isDisjoint(with: ["unknown-type", "newer-version"]) {
            advice.append("Use the newer version of khamrong that wrote it.")
        }
        if !codes.isDisjoint(with: ["vault", "checkpoint", "key"]) {
            advice.append("Are --keys those of this office?")
        }
        if codes.contains("log-index") {
            advice.append(
                "An index is made anew where the office is restored from a backup made now: its "
                    + "entries are compared with the tree, not with the index.")
        }
        if codes.contains("tile") {
            advice.append("What is published is made anew once tiles/ was moved away.")
        }
        if codes.contains("side-file") {
            advice.append("The next start of the server sets a damaged file beside the log aside.")
        }
        if codes.contains("set-aside") {
            advice.append("Move what was set aside away once nobody needs it any more.")
        }
        let apart: Set = [
            "view", "unknown-type", "newer-version", "signer-state", "tile", "checkpoint",
            "side-file", "set-aside", "log-index",
        ]
        if !codes.subtracting(apart).isEmpty {
            advice.append("Restore what is damaged from a backup.")
        }
        return advice.isEmpty ? nil : advice.joined(separator: " ")
    }

    func print(on terminal: Terminal) throws {
        if result == nil, let broken = findings.last {
            try terminal.print(broken.words, tone: .bad)
        }
        if findings.count > Self.mostPrinted {
            try terminal.print("… \(Readable.count(findings.count)) findings in all")
        }
        if let result { try result.print(on: terminal) }
        if let advice { terminal.note("Nothing was changed. \(advice)") }
    }
}

extension OfficeVerification {
    fileprivate func print(on terminal: Terminal) throws {
        try terminal.print(
            "log: \(Readable.count(head, "entry", "entries")) (\(Readable.size(bytes: entryBytes))) "
                + "in \(Readable.count(streams, "stream")), "
                + Readable.count(sections, "sealed section")
                + (erasedSections > 0 ? ", \(Readable.count(erasedSections)) erased" : ""))
        if let root { try terminal.print("tree: \(root)") }
        if let published {
            try terminal.print(
                "published: " + Readable.count(published, "entry", "entries")
                    + ", as the log says")
        }
        if let keys {
            try terminal.print(
                "vault: " + Readable.count(keys, "key")
                    + ", \(Readable.count(erasedKeys ?? 0)) erased")
        }
        if let files { try terminal.print("files: \(Readable.count(files)), as they were sealed") }
        if !views.isEmpty {
            try terminal.print("views as the log says: \(views.joined(separator: ", "))")
        }
        if !unbuiltViews.isEmpty {
            try terminal.print(
                "views not built yet: \(unbuiltViews.joined(separator: ", ")); “khamrong rebuild” "
                    + "makes them")
        }
        if findings == 0 { try terminal.print("Everything is as it must be.", tone: .good) }
    }
}
