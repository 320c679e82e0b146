import EventLog
import Events
import Exchange
import Files
import Foundation
import Projections
import SQLite
import Simulation
import Terminal
import Vault
import Workflow

/// Runs `body` and tells what went wrong in the words of the person who called the command.
func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let damage as LogDamage {
        throw Failure(
            "the log is damaged: \(damage)",
            hint: "nothing was changed; “khamrong verify” says what else is; restore a backup",
            code: .damageFound)
    } catch let error as LogError {
        throw Failure(error)
    } catch let problem as OfficeProblem {
        throw Failure(problem)
    } catch let error as VaultError {
        throw Failure("\(error)")
    } catch let newer as NewerFormat {
        throw Failure("\(newer)", hint: "use the version that wrote it, or a newer one")
    } catch let problem as ArchiveProblem {
        throw Failure(problem)
    } catch let problem as RestoreProblem {
        throw Failure(problem)
    } catch let problem as PublisherProblem {
        throw Failure("\(problem)")
    } catch let interrupted as SimulationInterrupted {
        throw Failure(
            "the simulation stopped: \(interrupted.outcome.words)",
            hint: "no office was made; is the disk full?")
    } catch let interrupted as ImportInterrupted {
        throw Failure(
            "the import stopped: \(interrupted.outcome.words)",
            hint: interrupted.isFailure
                ? "what was recorded stays; “khamrong verify” says whether the log is damaged"
                : "what was recorded stays; run the same command again and it goes on from there")
    } catch let changed as ImportMapChanged {
        throw Failure(
            "cases of “\(changed.system)” were imported with another map; nothing was recorded",
            hint: "use the map of the first import, or another name for the system")
    } catch let ambiguous as AmbiguousCaseName {
        throw Failure(
            "“\(ambiguous.name)” is the name of several cases",
            hint: "name one by its number: \(ambiguous.numbers.joined(separator: ", "))",
            code: .usage)
    } catch let failure as ProjectionFailure {
        throw Failure(failure)
    } catch let damage as ViewDamage {
        throw Failure(
            "\(damage)", hint: "“khamrong rebuild \(damage.view.rawValue)” makes it anew",
            code: .damageFound)
    } catch let error as SQLiteError where error.kind == .busy {
        throw Failure(
            "another process keeps a file of the office locked",
            hint: "run the same command again; if that does not help, look whether a process hangs")
    } catch let error as SQLiteError where error.kind == .full {
        throw Failure(
            "the disk is full",
            hint: "nothing that was recorded is lost; make room and run the same command again")
    } catch let error as SQLiteError where [.readOnly, .cannotOpen].contains(error.kind) {
        throw Failure(
            "a file of the office cannot be opened: \(error)",
            hint: "is it a read-only disk, or are the files another user's?")
    } catch let error as SQLiteError where error.kind == .corrupt {
        throw Failure(
            "a file of the office is damaged: \(error.message)",
            hint: "“khamrong verify” says which, and what is lost with it", code: .damageFound)
    } catch let error as FileError {
        throw Failure(error)
    } catch ExchangeError.system(call: "write", path: "-", code: EPIPE) {
        throw OutputError.closed
    } catch let error as ExchangeError {
        throw Failure(error.words.inBoth)
    } catch let error as CocoaError {
        throw Failure(error)
    }
}

extension Failure {
    init(_ problem: ArchiveProblem) {
        switch problem {
        case .exists(let path):
            self.init("there is a file \(path) already", hint: "name another one")
        case .unfinished(let path):
            self.init(
                "\(path) is there: another backup writes it, or one was interrupted",
                hint: "if no backup runs, remove it and run the same command again")
        case .missing(let path): self.init("there is no file \(path)")
        case .notAnArchive(let path): self.init("\(path) is no archive of this kind")
        case .cutOff(let path):
            self.init("the archive \(path) ends before its end", code: .damageFound)
        case .damaged(let path):
            self.init("the archive \(path) is not as it was written", code: .damageFound)
        case .full(let path):
            self.init(
                "there is no room for \(path)",
                hint: "nothing was left there; make room and run the same command again")
        case .unusable(let words): self.init(words)
        }
    }

    init(_ problem: RestoreProblem) {
        switch problem {
        case .doesNotBelong(let path):
            self.init("\(path) is of another office, or of another history of it")
        case .rewritten(let size):
            self.init(
                "the first \(Readable.count(Int(size))) entries of the archive are not those that were signed",
                hint: "nothing was made; look for an archive that was not changed",
                code: .damageFound)
        case .foreignCheckpoint(let text):
            self.init(
                "a checkpoint is not signed by this log's key: \(text.prefix { $0 != "\n" })",
                hint: "are the keys those of the office?", code: .damageFound)
        case .notWhole(let signed, let archived):
            self.init(
                Readable.count(Int(signed), "entry was", "entries were")
                    + " signed, and the archive has \(Readable.count(Int(archived))): some are lost",
                hint: "look for a later archive, or leave out --nothing-lost")
        case .signerStateMissing: self.init("there is no signature in that signer.state")
        case .vaultTooOld(let epoch):
            self.init(
                "kek.\(epoch), which opens this copy of the vault, is not among the keys",
                hint: "it is destroyed with each erasure: use a copy that was made after the last")
        case .unreadable(let position):
            self.init(
                "the entry at position \(Readable.count(Int(position))) is no event that this version knows",
                hint: "use the newer program")
        case .notRecorded(let outcome):
            self.init("the restoration could not be recorded: \(outcome.words)")
        }
    }

    init(_ failure: ProjectionFailure) {
        switch failure {
        case .unreadable(.newerVersion, _), .unreadable(.unknownType, _):
            self.init(
                "\(failure)",
                hint: "the log was written by a newer version of khamrong: use that one")
        case .hole, .unreadable, .sectionUnavailable: self.init("\(failure)", code: .damageFound)
        }
    }

    /// What Foundation says of a file, in fewer words.
    init(_ error: CocoaError) {
        let reason = error.underlying.map { ($0 as NSError).localizedDescription }
        let path = error.filePath ?? error.url?.path
        let words = reason ?? error.localizedDescription
        let noise = "The operation could not be completed. "
        self.init(
            "\(path.map { "\($0): " } ?? "")"
                + (words.hasPrefix(noise) ? String(words.dropFirst(noise.count)) : words))
    }

    init(_ error: LogError) {
        switch error {
        case .absent(let directory)
        where FileManager.default.fileExists(
            atPath: URL(filePath: directory).deletingLastPathComponent().path + "/vault"):
            self.init(
                "the log of this office is gone: there is none in \(directory)",
                hint: "nothing was changed; restore a backup", code: .damageFound)
        case .absent(let directory):
            let office = URL(filePath: directory).deletingLastPathComponent().path
            self.init("there is no log in \(directory)", hint: Self.offices(beside: office))
        case .readOnly(let directory):
            self.init("\(directory) cannot be written to; nothing was changed")
        case .notPermitted(let directory):
            self.init(
                "this user may not use \(directory); nothing was changed",
                hint: "run the command as the user whose office it is, also to read it only")
        case .unusable(let directory, let reason):
            self.init(
                "the log in \(directory) cannot be opened: \(reason)",
                hint: "nothing was changed; look at data.mdb and lock.mdb there, and at the disk")
        case .unfinished(let directory):
            self.init(
                "\(directory) was never finished: what made it was interrupted",
                hint: "remove this office and make it again")
        case .notALog(let directory):
            self.init(
                "what lies in \(directory) is not a log, or its first pages are damaged",
                hint: "nothing was changed; restore a backup", code: .damageFound)
        case .lockedByAnother:
            self.init(
                "another process is this office's writer",
                hint: "is the office served already? Commands go through the one that serves it")
        case .unknownFormat(let version) where version < EventLog.format:
            self.init(
                "the log was written by an earlier version of khamrong (format \(version)), "
                    + "which this one reads no more",
                hint: "nothing was changed; use the version that wrote it")
        case .unknownFormat(let version):
            self.init(
                "the log was written by a newer version of khamrong (format \(version))",
                hint: "nothing was changed; use that version, or a newer one")
        default: self.init("the log refuses: \(error)")
        }
    }

    /// Which offices there are where one was looked for.
    private static func offices(beside office: String) -> String {
        let data = URL(filePath: office).deletingLastPathComponent().path
        let others = ((try? Offices.codes(in: data)) ?? []).sorted()
        return others.isEmpty
            ? "“khamrong init” makes one"
            : "the offices in \(data) are: \(others.joined(separator: ", "))"
    }

    init(_ problem: OfficeProblem) {
        switch problem {
        case .exists(let path):
            self.init("there is an office in \(path) already; nothing was changed")
        case .keysInUse(let path):
            self.init(
                "\(path) holds the keys of an office that was made before; nothing was changed",
                hint: "“khamrong restore” makes that office again of its backups; for another one, "
                    + "move its keys away")
        case .originTaken(let origin, let code):
            self.init(
                "the office \(code) beside it has the origin \(origin) already; nothing was changed",
                hint: "an origin is a log’s name for ever: give this one another with --origin",
                code: .usage)
        case .beingMade(let path):
            self.init("another process is making the office in \(path)")
        case .absent(let path):
            self.init("there is no office in \(path)", hint: Self.offices(beside: path))
        case .notOpened(.unknown(let reason)):
            self.init("the office was not made: \(reason)", hint: "is the disk full?")
        case .notOpened(let outcome): self.init("the office was not made: \(outcome.words)")
        case .viewsBusy:
            self.init(
                "another process keeps this office's views",
                hint: "stop the server, which brings them along by itself, and run this again")
        case .viewMissing:
            self.init("a view was never built", hint: "“khamrong rebuild” makes it")
        case .fixedViews(let place):
            self.init(
                "the views cannot be brought to the log's head in \(place)",
                hint: "“khamrong export” and “khamrong replay” need no views")
        }
    }
}

extension CommandOutcome {
    /// What it means, for a person at the command line.
    var words: String {
        switch self {
        case .accepted(let receipt): "recorded in \(receipt.stream)"
        case .refused(_, let wording): wording.inBoth
        case .unknown(let reason): "it is not known whether it was recorded: \(reason)"
        case .failed(let reason): reason
        case .busy: "the office is closing or has too much to do; try again"
        }
    }
}
