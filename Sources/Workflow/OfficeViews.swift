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

    package init(of office: Office) throws {
        self.office = office
        directory = try ViewDirectory(office.paths.views)
        runner = ViewRunner(
            directory: directory, source: office.eventSource, open: office.sectionOpener)
    }

    /// Brings every view to the head of the log, or as far as it grows while `isGrowing` says so.
    ///
    /// Blocks. While another process does it, waits until that one has reached the head as it is
    /// now: a server never lets go of them.
    /// - Throws: the reason of the first view that had to stop; the others have gone on.
    package func catchUp(
        expecting expected: Int = 0, whileGrowing isGrowing: @Sendable () -> Bool = { false },
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws {
        let head = try office.log.head
        try alone(unless: { try self.haveReached(head) }) {
            try runner.catchUp(expecting: expected, whileGrowing: isGrowing, progress: progress)
            for view in ViewName.allCases {
                guard let failure = runner.status(of: view).failure else { continue }
                // A view is only what the log says: a damaged file is made anew.
                guard Self.isDamage(failure) else { throw failure }
                try runner.rebuild(view, progress: progress)
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

    /// What a rebuild would change; changes nothing.
    package func difference(
        _ view: ViewName,
        progress: (@Sendable (_ position: Position, _ head: Position) -> Void)? = nil
    ) throws -> [ViewDifference] {
        try aloneSoon { try runner.difference(view, progress: progress) }
    }

    /// The head of the log that they are views of.
    package var head: Position { get throws { try office.log.head } }

    package func reader(of view: ViewName) -> ViewReader { ViewReader(view, in: directory) }

    /// Reads one state of a view; nil if it was never built. A damaged file is made anew first.
    package func read<Result>(
        _ view: ViewName, _ body: (ViewReader) throws -> Result?
    ) throws -> Result? {
        do {
            return try body(reader(of: view))
        } catch let error as SQLiteError where error.kind == .corrupt {
            try rebuild(view)
            return try body(reader(of: view))
        }
    }

    private static func isDamage(_ failure: any Error) -> Bool {
        (failure as? SQLiteError)?.kind == .corrupt
    }

    /// Whether every view shows what was recorded up to `head`.
    private func haveReached(_ head: Position) throws -> Bool {
        try ViewName.allCases.allSatisfy { view in
            (try reader(of: view).checkpoint()?.position ?? 0) >= head
        }
    }

    /// Runs `body` as the only process that writes the views; not at all once `isDone` says so.
    private func alone(unless isDone: () throws -> Bool, _ body: () throws -> Void) throws {
        while true {
            if let lock = try takeLock() {
                defer { lock.release() }
                return try body()
            }
            if try isDone() { return }
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
        do throws(FileLockError) {
            return try FileLock.take("\(office.paths.views)/views.lock")
        } catch {
            throw OfficeProblem.fixedViews("\(office.paths.views) (\(error))")
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
        return { event, section in
            if let erasure = vault.erasure(of: section.keyReference) {
                let time = try log.entry(at: erasure).map { try Envelope($0.bytes).time }
                return .erased(at: erasure, on: time ?? Instant(milliseconds: 0))
            }
            guard let blob = try log.section(at: event.position, number: section.number)
            else { return .unavailable }
            let key = try vault.key(section.keyReference)
            return .clear(try key.open(blob, as: section, of: event.id).content)
        }
    }
}

extension LogEntry {
    fileprivate init(_ entry: Entry) {
        self.init(position: entry.position, bytes: entry.bytes)
    }
}
