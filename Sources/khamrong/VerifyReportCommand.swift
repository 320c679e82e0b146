import Entries
import Events
import Foundation
import Terminal
import TransparencyLog
import Workflow

/// Checks the signed report of a verification, without any office.
struct VerifyReportCommand: Verb {
    static let name = "verify-report"
    static let summary = "check the signed report of a verification, without the office's data"
    static let parameters = [fileParameter]
    static let options = [keyOption, Option.json]
    static let notes = """
        Shows that the office's log signed this report, and what the report says; not that it still
        is so. The key should come from somewhere else than the report: from the office's wall, a
        neighbour, a witness. Exit code 1 says that the report shows nothing, or that what it tells
        of was not as it must be.

          khamrong verify-report verification.txt --key "$(cat vkey)"
        """

    private static let fileParameter = Parameter("FILE", "the report, as it was downloaded")
    private static let keyOption = Option(
        "key", "VKEY", "the log's public key, name+hash+key", isRequired: true)

    private let path: String
    private let key: VerifierKey
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        path = try arguments.required(Self.fileParameter)
        isJSON = arguments.has(.json)
        let text = try arguments.required(Self.keyOption)
        do throws(NoteError) { key = try VerifierKey(text) } catch {
            throw UsageError("--key: \(error)")
        }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path) cannot be read")
        }
        let report: VerificationReport
        do throws(NoteError) {
            report = try VerificationReport(try SignedNote(Array(bytes)), signedBy: key)
        } catch {
            throw Failure("\(path) shows nothing: \(error)", code: .damageFound)
        }
        try isJSON ? terminal.print(Self.json(report)) : Self.print(report, on: terminal)
        return report.findingCount == 0 ? .good : .damageFound
    }

    private static func print(_ report: VerificationReport, on terminal: Terminal) throws {
        try terminal.print("\(report.origin), looked at by khamrong \(report.program)")
        try terminal.print(
            "asked for by \(report.officer), from \(report.began) to \(report.ended)")
        if let result = report.result {
            try terminal.print(
                "\(report.extent.rawValue): \(Readable.count(result.head, "entry", "entries"))"
                    + (result.root.map { ", tree \($0)" } ?? ""))
        }
        for finding in report.findings { try terminal.print(finding.words, tone: .bad) }
        if report.findingCount > report.findings.count {
            try terminal.print("… \(Readable.count(report.findingCount)) findings in all")
        }
        try terminal.print(
            report.findingCount == 0
                ? "The report holds: everything was as it must be."
                : "The report holds: \(Readable.count(report.findingCount)) found.",
            tone: report.findingCount == 0 ? .good : .bad)
    }

    private static func json(_ report: VerificationReport) -> JSON {
        JSON.object {
            $0["began"] = .string("\(report.began)")
            $0["ended"] = .string("\(report.ended)")
            $0["extent"] = .string(report.extent.rawValue)
            $0["findings"] = .array(report.findings.map { .canonical($0.encoded()) })
            $0["found"] = .integer(report.findingCount)
            $0["officer"] = .string(report.officer)
            $0["origin"] = .string(report.origin)
            $0["program"] = .string(report.program)
            $0["verified"] = report.result.map { .canonical($0.encoded()) }
        }
    }
}
