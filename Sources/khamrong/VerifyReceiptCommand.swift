import Entries
import Events
import Foundation
import Terminal
import TransparencyLog

/// Checks a receipt that a petitioner has kept, without any office.
struct VerifyReceiptCommand: Verb {
    static let name = "verify-receipt"
    static let summary = "check a petitioner's receipt, offline and without the office's data"
    static let parameters = [fileParameter]
    static let options = [keyOption, entryOption, Option.json]
    static let notes = """
        The key should come from somewhere else than the receipt: from the office's wall, its
        website years ago, a neighbour, a witness. Without one the receipt's own is used, and said.
        Exit code 1 says that the receipt shows nothing.

          khamrong verify-receipt KT1080767000011.tlog-proof --key "$(cat vkey)"
        """

    private static let fileParameter = Parameter(
        "FILE", "the receipt, as it was downloaded")
    private static let keyOption = Option(
        "key", "VKEY", "the log's public key, name+hash+key; default: the one in the receipt")
    private static let entryOption = Option(
        "entry", "FILE", "also write the entry's bytes there, for other people's verifiers")

    private let path: String
    private let key: VerifierKey?
    private let entryPath: String?
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        path = try arguments.required(Self.fileParameter)
        entryPath = arguments[Self.entryOption]
        isJSON = arguments.has(.json)
        do throws(NoteError) {
            key = try arguments[Self.keyOption].map { (text) throws(NoteError) in
                try VerifierKey(text)
            }
        } catch {
            throw UsageError("--key: \(error)")
        }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained { try check(on: terminal) }
    }

    private func check(on terminal: Terminal) throws -> ExitCode {
        let receipt: FilingReceipt
        let bytes = try GivenFile.read(path)
        do throws(NoteError) { receipt = try FilingReceipt(bytes) } catch {
            throw Failure("\(path): \(error)", code: .damageFound)
        }
        let shown: FilingReceipt.Shown
        do throws(FilingReceipt.Fault) { shown = try receipt.check(signedBy: key) } catch {
            throw Failure("\(path) shows nothing: \(error)", code: .damageFound)
        }
        return try say(shown, receipt, on: terminal)
    }

    private func say(
        _ shown: FilingReceipt.Shown, _ receipt: FilingReceipt, on terminal: Terminal
    ) throws -> ExitCode {
        if let entryPath { try GivenFile.write(receipt.entry, to: entryPath) }
        guard !isJSON else {
            try terminal.print(Self.json(shown, receipt))
            return .good
        }
        let mark = receipt.mark
        try terminal.print("\(shown.envelope.subject)  \(shown.envelope.type)")
        try terminal.print(
            "recorded \(shown.envelope.time) at position "
                + Readable.count(Int(mark.position)))
        try terminal.print("entry \(mark.leaf)")
        try terminal.print(
            "in the log \(shown.checkpoint.origin) of "
                + Readable.count(Int(shown.checkpoint.size), "entry", "entries"))
        for section in shown.sections {
            try terminal.print("filed, \(section.field): \(section.content)")
        }
        if !shown.left.isEmpty {
            try terminal.print("sealed and not in it: \(shown.left.joined(separator: ", "))")
        }
        if key == nil {
            terminal.note("The key is the receipt's own, \(receipt.contents.key):")
            terminal.note("compare it with one that you have from somewhere else.")
        }
        try terminal.print("The receipt holds.", tone: .good)
        return .good
    }

    private static func json(_ shown: FilingReceipt.Shown, _ receipt: FilingReceipt) -> JSON {
        JSON.object {
            $0["entry"] = .string("\(receipt.mark.leaf)")
            $0["key"] = .string(receipt.contents.key)
            $0["left"] = .array(shown.left.map { .string($0) })
            $0["origin"] = .string(shown.checkpoint.origin)
            $0["position"] = .integer(Int(receipt.mark.position))
            $0["sections"] = .array(shown.sections.map { .canonical($0.encoded()) })
            $0["size"] = .integer(Int(shown.checkpoint.size))
            $0["subject"] = .string(shown.envelope.subject)
            $0["time"] = .string("\(shown.envelope.time)")
        }
    }
}
