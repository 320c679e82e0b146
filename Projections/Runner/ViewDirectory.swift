internal import Foundation
internal import SQLite

/// The files of an office's views: `<view>.<build>.sqlite`, and a link `<view>.sqlite` to the
/// build that readers open.
///
/// A new build is swapped in by renaming a link over the link. Whoever reads the old file goes on
/// reading it; it is gone when the last of them closes it.
package struct ViewDirectory: Sendable {
    package let path: String

    /// Makes the directory where there is none.
    package init(_ path: String) throws {
        self.path = path
        try make()
    }

    /// For readers: makes nothing, whether there is such a directory or not.
    package init(reading path: String) { self.path = path }

    /// Makes the directory where there is none.
    package func make() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Where readers find a view.
    package func link(_ view: ViewName) -> String { "\(path)/\(view.rawValue).sqlite" }

    func file(_ view: ViewName, build: Int) -> String {
        "\(path)/\(view.rawValue).\(build).sqlite"
    }

    /// The build that readers open; nil if there is none.
    package func current(_ view: ViewName) -> Int? {
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link(view))
        else { return nil }
        return build(of: target, view)
    }

    /// A build for reading, also where nothing can be written.
    func open(_ view: ViewName, build: Int) throws -> Database {
        let path = file(view, build: build)
        do {
            let database = try Database(path: path, mode: .read)
            _ = try ViewCheckpoint(in: database)
            return database
        } catch let error as SQLiteError {
            guard [.readOnly, .cannotOpen, .full].contains(error.kind), !hasJournal(path) else {
                throw error
            }
            // Where nothing can be written, nobody else writes it either.
            return try Database(path: path, mode: .readImmutable)
        }
    }

    /// Whether changes lie beside a file that have not come into it yet.
    private func hasJournal(_ file: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file + "-wal")
        return (attributes?[.size] as? Int ?? 0) > 0
    }

    /// A number that no build of the view has had as long as its files are here.
    func nextBuild(_ view: ViewName) -> Int { (builds(view).max() ?? 0) + 1 }

    /// Removes what was begun and never published.
    func removeUnpublished(_ view: ViewName) {
        let published = current(view)
        for build in builds(view) where build != published { remove(view, build: build) }
    }

    /// Lets readers open `build` from now on, and the builds before it go.
    func publish(_ view: ViewName, build: Int) throws {
        // Whole on the disk before its name: it was filled without waiting for the disk.
        try Database.sync(file(view, build: build))
        let fresh = link(view) + ".new"
        try? FileManager.default.removeItem(atPath: fresh)
        try FileManager.default.createSymbolicLink(
            atPath: fresh, withDestinationPath: "\(view.rawValue).\(build).sqlite")
        try Database.rename(fresh, over: link(view))
        for old in builds(view) where old != build { remove(view, build: old) }
    }

    func remove(_ view: ViewName, build: Int) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: file(view, build: build) + suffix)
        }
    }

    /// Takes away the name by which readers find a view.
    func unlink(_ view: ViewName) { try? FileManager.default.removeItem(atPath: link(view)) }

    private func builds(_ view: ViewName) -> [Int] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap { build(of: $0, view) }
    }

    private func build(of name: String, _ view: ViewName) -> Int? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == view.rawValue, parts[2] == "sqlite" else { return nil }
        return Int(parts[1])
    }
}
