import EventLog
import FoundationEssentials
import Terminal
import Vault
import Workflow

/// Archives an office, or looks whether an archive is whole.
struct BackupCommand: Verb {
    static let name = "backup"
    static let summary = "archive an office, or check an archive"
    static let parameters = [act, file]
    static let options = [vaultOption, daysOption] + OfficePlace.options
    static let notes = """
        The office may be served meanwhile. Three kinds of archives make a backup:

          entries   the stored entries and the published checkpoint; nothing sealed: keep it for ever
          sealed    sealed sections and attached files: keep it as long as the law gives
          vault     wrapped keys and accounts: keep it apart from the others, and as short

        Keys are in none of them. “all” makes the three in a directory, the vault's in another, and
        removes those that have had their time; a server does so by itself every night where its
        settings say where. “check” reads a whole archive of any kind.

          khamrong backup all /backup --vault /vault-backup
          khamrong backup entries /backup/2026-01-31.entries
          khamrong backup check /backup/2026-01-31.entries
        """

    private enum Act: String, CaseIterable { case all, entries, sealed, vault, check }

    private static let act = Parameter("ACT", "what to do", words: Act.allCases.map(\.rawValue))
    private static let file = Parameter("FILE", "the archive; for “all” their directory")
    private static let vaultOption = Option(
        "vault", "DIR", "with “all”: where the vault's archives go")
    private static let daysOption = Option(
        "days", "N", "with “all”: how long sealed things and the vault stay; default: 30")

    private let place: OfficePlace
    private let act: Act
    private let file: String
    private let plan: BackupPlan

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        let word = try arguments.required(Self.act)
        act = Act(rawValue: word) ?? .check
        file = try arguments.required(Self.file)
        var plan = BackupPlan()
        plan.directory = file
        plan.vaultDirectory = arguments[Self.vaultOption]
        if let text = arguments[Self.daysOption] {
            guard let days = Int(text), (1...BackupPlan.mostDays).contains(days) else {
                throw UsageError("--days is a number of 1 to \(BackupPlan.mostDays)")
            }
            plan.days = days
        }
        if act == .all {
            guard plan.vaultDirectory != nil else {
                throw UsageError("“all” needs --vault: the vault's archives lie apart")
            }
            guard plan.isUsable(data: place.data, keys: place.keys) else {
                throw UsageError("no backup lies inside another, the data or the keys")
            }
        }
        self.plan = plan
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            let office = try Office(reading: place.paths)
            switch act {
            case .all:
                let bar = terminal.progress("archiving", of: nil, unit: "bytes")
                let report = try OfficeBackups(of: office, plan).run(
                    at: SystemClock.now(), progress: { bar.reach($0) })
                bar.finish()
                for name in report.made { terminal.note("made \(name)") }
                for name in report.removed { terminal.note("removed \(name)") }
                return try Self.code(report.damage)
            case .entries: try archiveEntries(of: office, on: terminal)
            case .sealed:
                let bar = terminal.progress("archiving", of: nil, unit: "bytes")
                let archive = try SealedArchive.write(office, to: file) { bar.reach($0) }
                bar.finish()
                terminal.note(
                    "in \(file): " + Readable.count(archive.rows, "sealed thing") + " and "
                        + Readable.count(archive.files, "file"))
                return try Self.code(archive.damage)
            case .vault:
                let archive = try VaultArchive.write(office.vault, to: file)
                terminal.note("the vault is in \(file); kek.\(archive.epoch) opens it")
            case .check: try check(office, on: terminal)
            }
            return .good
        }
    }

    private static func code(_ damage: SealedDamage) throws -> ExitCode {
        guard !damage.isEmpty else { return .good }
        throw Failure(
            "archived as it is, but damaged: \(damage.words)",
            hint: "an older archive may have it whole: restore the office into another place from "
                + "that; from this archive it is restored without it",
            code: .damageFound)
    }

    private func archiveEntries(of office: Office, on terminal: Terminal) throws {
        let bar = terminal.progress("archiving", of: nil, unit: "bytes")
        let archive = try EntryArchive.write(
            office.log, publishedIn: place.paths.tiles, to: file
        ) { bar.reach($0) }
        bar.finish()
        terminal.note("in \(file): " + Readable.count(Int(archive.size), "entry", "entries"))
    }

    /// Whichever kind it is.
    private func check(_ office: Office, on terminal: Terminal) throws {
        let size = (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int
        let bar = terminal.progress("reading", of: size, unit: "bytes")
        defer { bar.finish() }
        do {
            return try checkEntries(of: office.log, bar, on: terminal)
        } catch ArchiveProblem.notAnArchive {}
        do {
            let archive = try SealedArchive.check(file) { bar.reach($0) }
            return terminal.note(
                "the archive is whole: " + Readable.count(archive.rows, "sealed thing") + " and "
                    + Readable.count(archive.files, "file") + " of \(archive.origin)")
        } catch ArchiveProblem.notAnArchive {}
        let archive = try VaultArchive.check(file)
        guard archive.epoch == office.vault.epoch else {
            throw Failure(
                "the archive is whole, but kek.\(archive.epoch), which opened it, is destroyed",
                hint: "a key was erased since; use a later archive, and remove this one",
                code: .damageFound)
        }
        terminal.note("the archive is whole: the vault of \(archive.origin)")
    }

    private func checkEntries(
        of log: EventLog, _ bar: ProgressBar, on terminal: Terminal
    ) throws {
        let archive = try EntryArchive.read(file, progress: { bar.reach($0) })
        guard try archive.isBeginning(of: log) else {
            throw Failure(
                "the archive is whole, but the log of \(log.origin) does not begin with it",
                hint:
                    "it is of \(archive.origin), up to position \(Readable.count(Int(archive.size)))",
                code: .damageFound)
        }
        terminal.note(
            "the archive is whole: the first \(Readable.count(Int(archive.size))) entries of "
                + log.origin)
    }
}
