package import Entries
internal import EventLog
internal import Events
internal import Foundation
package import Projections
internal import SQLite
internal import Threads
internal import Vault

/// The views of an office: brings them to the head of its log, and lets others read them.
///
/// One process at a time brings them forward; the others wait until it has.
package final class OfficeViews: Sendable {
    package let directory: ViewDirectory
    private let office: Office
    private let runner: ViewRunner

    package init(of office: Office) {
        self.office = office
        directory = ViewDirectory(reading: office.paths.views)
        runner = ViewRunner(
            directory: directory, source: office.eventSource, open: office.sectionOpener)
    }

    /// Brings every view to the head of the log, or as far as it grows while `isGrowing` says so.
    ///
    /// Blocks. While another process does it, waits until that one has reached the head as it is
    /// now: a server never lets go of them.
    /// - Parameters:
    ///   - patience: so many seconds another process may keep the views without bringing one along;
    ///     nil: without end.
    ///   - damaged: hears of each view whose file could not be read and was made anew.
    /// - Throws: the reason of the first view that had to stop, the others have gone on;
    ///   `OfficeProblem.viewsBusy` where the patience was not enough.
    package func catchUp(
        expecting expected: Int = 0, whileGrowing isGrowing: @Sendable () -> Bool = { false },
        patience: Double? = nil,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil,
        damaged: (ViewName, any Error) -> Void = { _, _ in }
    ) throws {
        let head = try office.log.head
        try alone(unlessAt: head, patience: patience) {
            try runner.catchUp(expecting: expected, whileGrowing: isGrowing, progress: progress)
            for view in ViewName.allCases {
                let status = runner.status(of: view)
                if let damage = status.damage { damaged(view, damage) }
                guard let failure = status.failure else { continue }
                // A view is only what the log says: a damaged file is made anew.
                guard Self.isDamage(failure) else { throw failure }
                try runner.rebuild(view, progress: progress)
                damaged(view, failure)
            }
        }
    }

    /// Brings the views along on a thread of its own while the log grows.
    ///
    /// `failed` hears at once, on that thread, why they cannot go on, if they cannot.
    package func follow(
        expecting expected: Int, failed: @escaping @Sendable (any Error) -> Void = { _ in }
    ) -> ViewFollower {
        ViewFollower(self, expecting: expected, failed: failed)
    }

    /// Makes a view anew from the log and swaps it in.
    package func rebuild(
        _ view: ViewName,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws {
        try aloneSoon { try runner.rebuild(view, progress: progress) }
    }

    /// What a rebuild would change; changes nothing. Where the views lie on a disk that is full or
    /// cannot be written, the trial is made in the directory for temporary files.
    package func difference(
        _ view: ViewName,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws -> [ViewDifference] {
        do {
            return try aloneSoon { try runner.difference(view, progress: progress) }
        } catch OfficeProblem.fixedViews {
        } catch let error as SQLiteError where error.kind == .full {
        }
        return try Office.inPassing { try runner.difference(view, in: $0, progress: progress) }
    }

    /// The head of the log that they are views of.
    package var head: Position { get throws { try office.log.head } }

    package func reader(of view: ViewName) -> ViewReader { ViewReader(view, in: directory) }

    /// Reads one state of a view; nil if it was never built. A damaged file is made anew first, of
    /// which `damaged` hears.
    package func read<Result>(
        _ view: ViewName, damaged: (ViewName, any Error) -> Void = { _, _ in },
        _ body: (ViewReader) throws -> Result?
    ) throws -> Result? {
        do {
            return try body(reader(of: view))
        } catch let error as SQLiteError where error.kind == .corrupt {
            try rebuild(view)
            damaged(view, error)
            return try body(reader(of: view))
        }
    }

    private static func isDamage(_ failure: any Error) -> Bool {
        (failure as? SQLiteError)?.kind == .corrupt
    }

    /// Runs `body` as the only process that writes the views; not at all once every view shows what
    /// was recorded up to `head`.
    private func alone(
        unlessAt head: Position, patience: Double?, _ body: () throws -> Void
    ) throws {
        var (last, moved) = ([Position](), ContinuousClock.now)
        while true {
            if let lock = try takeLock() {
                defer { lock.release() }
                return try body()
            }
            let positions = try ViewName.allCases.map { view in
                try reader(of: view).checkpoint()?.position ?? 0
            }
            if positions.allSatisfy({ $0 >= head }) { return }
            if positions != last { (last, moved) = (positions, .now) }
            if let patience, ContinuousClock.now - moved > .seconds(patience) {
                throw OfficeProblem.viewsBusy
            }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    /// Runs `body` as the only process that writes the views.
    /// - Throws: `OfficeProblem.viewsBusy` if another does not let go of them in ten seconds.
    private func aloneSoon<Result>(_ body: () throws -> Result) throws -> Result {
        for _ in 0..<200 {
            if let lock = try takeLock() {
                defer { lock.release() }
                return try body()
            }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw OfficeProblem.viewsBusy
    }

    private func takeLock() throws -> FileLock? {
        let place = office.paths.views
        do {
            try directory.make()
            return try FileLock.take("\(place)/views.lock")
        } catch let error as FileLockError {
            throw OfficeProblem.fixedViews("\(place) (\(error))")
        } catch let error as CocoaError where error.isNoPermission {
            throw OfficeProblem.fixedViews(place)
        }
    }
}

/// Views that are brought along while something writes the log.
package final class ViewFollower: Sendable {
    private let isGrowing = Monitor(true)
    private let failure = Monitor<(any Error)?>(nil)
    private let thread: WorkerThread

    fileprivate init(
        _ views: OfficeViews, expecting expected: Int,
        failed: @escaping @Sendable (any Error) -> Void
    ) {
        let (isGrowing, failure) = (isGrowing, failure)
        thread = WorkerThread {
            do {
                try views.catchUp(
                    expecting: expected, whileGrowing: { isGrowing.with { $0 } })
            } catch {
                failure.with { $0 = error }
                failed(error)
            }
        }
    }

    /// The log is complete: returns when all views have reached its head.
    package func finish() throws {
        isGrowing.with { $0 = false }
        thread.join()
        if let error = failure.with({ $0 }) { throw error }
    }
}

extension Office {
    /// The log as the views read it.
    var eventSource: EventSource {
        let log = log
        let vault = vault
        let stream = StreamName(.office, paths.code).subject
        return EventSource(
            head: { Cursor(epoch: log.epoch, position: try log.head) },
            read: { after, limit in
                try log.read(after: after, limit: limit).map(LogEntry.init)
            },
            office: { through in
                var entries: [LogEntry] = []
                while true {
                    let page = try log.readStream(
                        stream, afterVersion: entries.count, limit: 1000)
                    for entry in page {
                        guard entry.position <= through else { return entries }
                        entries.append(LogEntry(entry))
                    }
                    if page.count < 1000 { return entries }
                }
            },
            foresee: { keys in
                // The vault remembers them. What is missing is met again when it is opened.
                if !keys.isEmpty { _ = try? vault.keys(Array(keys)) }
            })
    }

    /// Opens sections for the views that need them.
    var sectionOpener: SectionOpener {
        let log = log
        let vault = vault
        let losses = losses
        return { event, section in
            if let erasure = vault.erasure(of: section.keyReference) {
                let time = try log.entry(at: erasure).map { try Envelope($0.bytes).time }
                return .erased(at: erasure, on: time ?? Instant(milliseconds: 0))
            }
            guard let blob = try log.section(at: event.position, number: section.number),
                let key = try Self.known(section.keyReference, to: vault)
            else {
                guard let loss = try losses.loss(of: event.position, in: log) else {
                    return .unavailable
                }
                return .lost(at: loss.event, on: loss.time)
            }
            do throws(SectionError) {
                return .clear(try key.open(blob, as: section, of: event.id).content)
            } catch {
                throw LogDamage.section(at: event.position, number: section.number)
            }
        }
    }
}

extension Office {
    /// Nil where the vault never heard of it: its copy was older than the log.
    fileprivate static func known(
        _ reference: KeyReference, to vault: Vault
    ) throws -> KeyHandle? {
        do { return try vault.key(reference) } catch VaultError.unknownKey { return nil }
    }
}

extension LogEntry {
    fileprivate init(_ entry: Entry) {
        self.init(position: entry.position, bytes: entry.bytes)
    }
}

extension CocoaError {
    /// The disk is read-only, or the place is somebody else's.
    fileprivate var isNoPermission: Bool {
        [.fileWriteVolumeReadOnly, .fileWriteNoPermission].contains(code)
    }
}
