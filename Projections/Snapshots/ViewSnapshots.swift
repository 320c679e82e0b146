internal import Crypto
package import Entries
internal import Foundation
internal import SQLite

/// Copies of a view as it stood at round positions of the log: from the last of them before a
/// moment, a few ten thousand events lead to the view as it stood then.
///
/// They hold what the view holds: codes, numbers, times and references, nothing that was sealed.
/// A copy that is missing, damaged, of another version or of another log is passed over and made
/// again; any of them may be deleted at any time.
package struct ViewSnapshots: Sendable {
    /// The views of which there are snapshots: the others are asked for one person or one case,
    /// whose few streams are read anew.
    package static let views: [ViewName] = [.officerQueue, .reporting]
    /// A younger log is folded from nothing faster than a copy is opened.
    package static let firstStep: Position = 12_500
    /// As many as are kept of a view; where there would be more, they lie twice as far apart.
    static let most: Position = 40

    package let path: String
    let view: ViewName
    private let firstStep: Position
    private let prefix: String

    /// `epoch` is the log's: after a restore, positions may mean other events.
    package init(
        of view: ViewName, epoch: UInt64, in path: String, firstStep: Position = firstStep
    ) {
        self.path = path
        self.view = view
        self.firstStep = firstStep
        prefix =
            "\(view.rawValue).v\(view.type.version)r\(OfficeContext.rulesVersion)e\(epoch)."
    }

    /// How far apart they lie in a log of that length.
    func step(for head: Position) -> Position {
        var step = firstStep
        while head / step > Self.most { step *= 2 }
        return step
    }

    /// The positions of which there are copies, in order.
    package var positions: [Position] { names.compactMap(position(of:)).sorted() }

    private var names: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    }

    private func position(of name: String) -> Position? {
        guard name.hasPrefix(prefix), name.hasSuffix(Self.suffix) else { return nil }
        return Position(name.dropFirst(prefix.count).dropLast(Self.suffix.count))
    }

    private static let suffix = ".sqlite"
    /// Of a copy of the figures, half would be indices. Those of the clocks stay: there are
    /// six clocks to a case, and to sort them all for one figure took most of a second.
    private static let leftOut = ["petition_rows_by_year", "clock_rows_by_case"]

    private func file(_ position: Position) -> String {
        "\(path)/\(prefix)\(position)\(Self.suffix)"
    }

    /// What lies beside a copy: the SHA-256 of its bytes.
    private func seal(_ position: Position) -> String { file(position) + ".sha256" }

    // MARK: Keeping them

    /// Copies the view that stands in `directory`.
    func keep(_ position: Position, from directory: ViewDirectory) throws {
        guard let build = directory.current(view) else { return }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let source = try Database(path: directory.file(view, build: build), mode: .write)
        if view == .reporting {
            // The list of all events is the log itself; only when the last one was recorded is
            // asked for beside the figures.
            try source.run("DELETE FROM event_rows WHERE position < ?", Int(clamping: position))
            // A figure is asked for once: to go through the cases for it is less than to keep these.
            try source.execute(Self.leftOut.map { "DROP INDEX IF EXISTS \($0);" }.joined())
        }
        let fresh = file(position) + ".new"
        try? FileManager.default.removeItem(atPath: fresh)
        try source.copy(to: fresh)
        let digest = try FileDigest.of(fresh)
        try Data("\(digest)".utf8).write(to: URL(filePath: seal(position)))
        try Database.sync(fresh)
        try Database.rename(fresh, over: file(position))
    }

    /// Lets go of copies that `step` leaves out, and of those of other versions and other logs.
    func tidy(step: Position) {
        for name in names where name.hasPrefix("\(view.rawValue).") {
            let whole = name.hasSuffix(".sha256") ? String(name.dropLast(7)) : name
            if let position = position(of: whole), position.isMultiple(of: step) { continue }
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    func remove(_ position: Position) {
        for path in [file(position), seal(position)] {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// The last whole copy at or before `end`; nil if there is none. Those that are damaged go.
    func whole(notAfter end: Position) -> (position: Position, path: String)? {
        for position in positions.reversed() where position <= end {
            let known = try? String(contentsOfFile: seal(position), encoding: .utf8)
            if let known, let digest = try? FileDigest.of(file(position)), "\(digest)" == known {
                return (position, file(position))
            }
            // Whoever cannot write here reads on from an earlier one.
            remove(position)
        }
        return nil
    }
}
