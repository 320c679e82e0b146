import EventLog
import Terminal
import Workflow

/// Writes the entries of an office into an archive, or looks whether one is whole.
struct BackupCommand: Verb {
    static let name = "backup"
    static let summary = "archive an office's entries, or check such an archive"
    static let parameters = [act, file]
    static let options = OfficePlace.options
    static let notes = """
        The archive holds the stored entries and nothing that is sealed, no file and no key: it may
        be kept for ever, and an office cannot be restored from it alone. The office may be served
        meanwhile. check reads the whole archive and says whether this office's log begins with it.

          khamrong backup entries /backup/2026-01-31.entries
          khamrong backup check /backup/2026-01-31.entries
        """

    private static let act = Parameter("ACT", "what to do", words: ["entries", "check"])
    private static let file = Parameter("FILE", "the archive")

    private let place: OfficePlace
    private let act: String
    private let file: String

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        act = try arguments.required(Self.act)
        file = try arguments.required(Self.file)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let log = try Office(reading: place.paths).log
            return try act == "check" ? check(log, on: terminal) : archive(log, on: terminal)
        }
    }

    private func archive(_ log: EventLog, on terminal: Terminal) throws -> ExitCode {
        let bar = terminal.progress("archiving", of: Int(try log.head), unit: "entries")
        let archive = try log.archiveEntries(to: file) { done, _ in bar.reach(Int(done)) }
        bar.finish()
        terminal.note("\(Readable.count(Int(archive.size))) entries are in \(file)")
        return .good
    }

    private func check(_ log: EventLog, on terminal: Terminal) throws -> ExitCode {
        let archive = try EntryArchive.read(file)
        guard try archive.isBeginning(of: log) else {
            throw Failure(
                "the archive is whole, but the log of \(log.origin) does not begin with it",
                hint: "it is of \(archive.origin), up to position \(archive.size)",
                code: .damageFound)
        }
        terminal.note(
            "the archive is whole: the first \(Readable.count(Int(archive.size))) entries of "
                + log.origin)
        return .good
    }
}
