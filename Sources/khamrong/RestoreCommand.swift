import FoundationEssentials
import Terminal
import TransparencyLog
import Workflow

/// Makes an office of its backups.
struct RestoreCommand: Verb {
    static let name = "restore"
    static let summary = "make an office of its backups"
    static let options =
        [entriesOption, sealedOption, vaultOption, checkpointOption, stateOption, wholeOption]
        + OfficePlace.optionsOfNew + [Option.json]
    static let notes = """
        Every archive is read whole before anything is made of it. The office's keys must be in
        their directory, and where the office is to lie there must be none. What was erased is
        erased again before anybody can open it.

        Unless it is shown that nothing was lost (--signer-state of the lost machine, and
        --nothing-lost), the log goes on under a new name and key, from where the archive ends; the
        first new entry says so, and the streams tell it to whoever is ahead. A checkpoint that
        somebody has kept (a witness, a receipt) tells how much is lost.

          khamrong restore --office KT --entries /b/KT/entries-2026-01-31T02-00-00 \\
              --sealed /b/KT/sealed-2026-01-31T02-00-00 --vault /v/KT/vault-2026-01-31T02-00-00
        """

    private static let entriesOption = Option("entries", "FILE", "the archive of entries")
    private static let sealedOption = Option(
        "sealed", "FILE", "the archive of what is sealed; “none” if it is lost")
    private static let vaultOption = Option(
        "vault", "PATH", "the archive of the vault, or the directory of its second copy")
    private static let checkpointOption = Option(
        "checkpoint", "FILE", "a checkpoint that was signed of the log, from wherever it was kept")
    private static let stateOption = Option(
        "signer-state", "FILE", "signer.state of the lost machine, never of a backup")
    private static let wholeOption = Option(
        flag: "nothing-lost", "the archives were made after the office was stopped for good")

    private let place: OfficePlace
    private let parts: RestoreParts
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        func given(_ option: Option) throws(UsageError) -> String {
            guard let value = arguments[option] else {
                throw UsageError("restore needs --\(option.name)")
            }
            return value
        }
        let vault = try given(Self.vaultOption)
        let sealed = try given(Self.sealedOption)
        var parts = RestoreParts(entries: try given(Self.entriesOption), vault: vault)
        parts.sealed = sealed == "none" ? nil : sealed
        parts.signerState = arguments[Self.stateOption]
        parts.isWhole = arguments.has(Self.wholeOption)
        guard !parts.isWhole || parts.signerState != nil else {
            throw UsageError("--nothing-lost is believed with --signer-state only")
        }
        if let path = arguments[Self.checkpointOption] {
            let bytes: [UInt8]
            do throws(Failure) { bytes = try GivenFile.read(path) } catch {
                throw UsageError("--checkpoint: \(error.message)")
            }
            guard let note = Self.checkpoint(bytes) else {
                throw UsageError("--checkpoint: \(path) is no checkpoint")
            }
            parts.checkpoints = [note]
        }
        self.parts = parts
        isJSON = arguments.has(.json)
    }

    /// A checkpoint, or that of a receipt.
    private static func checkpoint(_ bytes: [UInt8]) -> SignedNote? {
        (try? FilingReceipt(bytes))?.proof.checkpoint ?? (try? SignedNote(bytes))
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            var bar: ProgressBar?
            let restoration = try Office.restore(
                place.paths, from: parts, clock: SystemClock.now
            ) { done, total in
                if bar == nil {
                    bar = terminal.progress("restoring", of: Int(total), unit: "entries")
                }
                bar?.reach(Int(done))
            }
            bar?.finish()
            try isJSON ? terminal.print(restoration.json) : say(restoration, on: terminal)
            return restoration.isComplete ? .good : .someRefused
        }
    }

    private func say(_ restoration: Restoration, on terminal: Terminal) throws {
        for line in restoration.lines { try terminal.print(line) }
    }
}

extension Restoration {
    /// Whether nothing that the log names is missing.
    fileprivate var isComplete: Bool {
        missingSections == 0 && unknownKeys == 0 && lostThrough == nil && damage.isEmpty
    }

    fileprivate var lines: [String] {
        var lines = [
            "Restored: " + Readable.count(Int(head), "entry", "entries") + ", "
                + Readable.count(sections, "sealed section") + ", "
                + Readable.count(files, "file") + ". The log is signed as \(signedName)."
        ]
        func add(_ count: Int, _ words: String) {
            if count > 0 { lines.append("\(Readable.count(count)) \(words)") }
        }
        if let lostThrough {
            lines.append(
                "Lost: the entries \(head + 1) to \(lostThrough), and whatever came after them.")
        }
        add(missingSections, "sealed sections are missing: what was written in them is lost.")
        if !damage.isEmpty {
            lines.append(
                "Damaged when it was archived, and not put back: \(damage.words). An older "
                    + "archive may have it whole.")
        }
        add(
            unknownKeys,
            "keys are not in the vault's copy: what they sealed cannot be read. A later copy has them."
        )
        add(erasedSections, "sealed sections were erased since the archive, and not put back.")
        add(erasedFiles, "files were erased since the archive, and not put back.")
        add(keysDestroyedAgain, "keys of the copy had been erased: destroyed again.")
        add(
            keysErasedByLostEntries,
            "keys were erased by entries that are lost: they stay so, as the log now says.")
        lines.append(
            "Not in any backup: sessions, unfinished filings, messages that waited to be sent, what "
                + "connected systems had not heard yet. "
                + "Run “khamrong verify --views”.")
        return lines
    }

    fileprivate var json: JSON {
        .object { fields in
            fields["complete"] = .boolean(isComplete)
            fields["damaged_files"] = .array(damage.files.map { .string("\($0)") })
            fields["damaged_sections"] = .array(
                damage.sections.map { place in
                    .object { fields in
                        fields["position"] = .integer(Int(place.position))
                        fields["section"] = .integer(place.number)
                    }
                })
            fields["epoch"] = .integer(Int(epoch))
            fields["erased_files"] = .integer(erasedFiles)
            fields["erased_sections"] = .integer(erasedSections)
            fields["files"] = .integer(files)
            fields["head"] = .integer(Int(head))
            fields["keys_destroyed_again"] = .integer(keysDestroyedAgain)
            fields["keys_erased_by_lost_entries"] = .integer(keysErasedByLostEntries)
            fields["lost_through"] = lostThrough.map { .integer(Int($0)) }
            fields["missing_sections"] = .integer(missingSections)
            fields["sections"] = .integer(sections)
            fields["signed_name"] = .string(signedName)
            fields["unknown_keys"] = .integer(unknownKeys)
        }
    }
}
