import Entries
import Foundation
import Rules
import Threads

/// Lines that are kept for some days, a file for each day of Thailand, then deleted.
///
/// Whoever writes never waits: a thread of its own puts the lines on the disk.
final class DailyLog: Sendable {
    private struct State {
        var lines: [(day: CivilDate, bytes: [UInt8])] = []
        var isClosed = false
    }

    /// More lines than these do not wait: the disk is in trouble, and memory must stay.
    private static let mostWaiting = 100_000

    private let state = Monitor(State())
    private let thread: WorkerThread

    /// - Throws: when the directory cannot be made or written to.
    init(directory: String, days: Int, report: @escaping @Sendable (any Error) -> Void) throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o750])
        let state = state
        thread = WorkerThread {
            var file: (day: CivilDate, handle: FileHandle)?
            while let lines = Self.next(state) {
                do {
                    for line in lines {
                        if file?.day != line.day {
                            file = (line.day, try Self.open(directory, line.day))
                            try Self.sweep(
                                directory, before: CivilDate(dayNumber: line.day.dayNumber - days))
                        }
                        try file?.handle.write(contentsOf: line.bytes)
                    }
                } catch {
                    file = nil
                    report(error)
                }
            }
        }
    }

    func write(_ line: [UInt8], at instant: Instant) {
        state.with { state in
            guard state.lines.count < Self.mostWaiting else { return }
            state.lines.append((instant.local.date, line + [UInt8(ascii: "\n")]))
        }
        state.signal()
    }

    /// Writes what waits, and ends.
    func close() {
        state.with { $0.isClosed = true }
        state.signal()
        thread.join()
    }

    private static func next(
        _ state: Monitor<State>
    ) -> [(day: CivilDate, bytes: [UInt8])]? {
        state.wait { state -> [(day: CivilDate, bytes: [UInt8])]?? in
            guard !state.lines.isEmpty else { return state.isClosed ? .some(nil) : nil }
            defer { state.lines = [] }
            return .some(state.lines)
        }
    }

    private static func open(_ directory: String, _ day: CivilDate) throws -> FileHandle {
        let path = "\(directory)/\(day).jsonl"
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o640])
        }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        return handle
    }

    /// Names are dates, so that they sort by age.
    private static func sweep(_ directory: String, before first: CivilDate) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: directory)
        where name.hasSuffix(".jsonl") && name < "\(first).jsonl" {
            try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
        }
    }
}
