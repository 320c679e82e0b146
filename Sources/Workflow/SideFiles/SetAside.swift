internal import Entries
internal import Files
internal import SQLite

/// A damaged database of the office that was set aside, so that a new one could be made.
package struct SetAside: Equatable, Sendable {
    package let file: SideFile
    /// Its name now: `outbox.sqlite.damaged-2026-01-31T02-00-00`.
    package let path: String

    /// For people: where it is and what is lost.
    package var words: String { "\(path) is damaged and was set aside: \(file.loss)" }

    private static let mark = ".damaged-"
    /// Drafts live no longer, and no damage makes them live longer.
    private static let draftMilliseconds = 30 * 86_400_000
    /// SQLite keeps these beside a file.
    private static let companions = ["-wal", "-shm", "-journal"]

    /// Sets every damaged file of the office aside; the next who opens it makes it anew. Only for
    /// the holder of the writer's lock, before any of them is open.
    static func setAside(_ paths: OfficePaths, at now: Instant) throws -> [SetAside] {
        try SideFile.allCases.compactMap { file in
            guard try file.damage(in: paths) != nil else { return nil }
            let path = file.path(in: paths)
            let aside = try free(path + mark + FileStamp.text(now))
            for companion in companions where try FileStatus.of(path + companion) != nil {
                try Database.rename(path + companion, over: aside + companion)
            }
            try Database.rename(path, over: aside)
            return SetAside(file: file, path: aside)
        }
    }

    /// A name that nothing bears: two may fall into one second.
    private static func free(_ path: String) throws -> String {
        var (name, number) = (path, 1)
        while try FileStatus.of(name) != nil {
            number += 1
            name = "\(path)-\(number)"
        }
        return name
    }

    /// All that lie there.
    static func all(_ paths: OfficePaths) throws -> [SetAside] {
        try SideFile.allCases.flatMap { file in
            let path = file.path(in: paths)
            let (directory, name) = split(path)
            return try (Directory.names(directory) ?? []).sorted().filter { found in
                found.hasPrefix(name + mark) && !companions.contains { found.hasSuffix($0) }
            }.map { SetAside(file: file, path: "\(directory)/\($0)") }
        }
    }

    /// Removes drafts that were set aside and have had their time; whether others are left, whose
    /// keys are to be spared.
    static func removeOldDrafts(_ paths: OfficePaths, at now: Instant) throws -> Bool {
        let oldest = FileStamp.text(now.advanced(milliseconds: -draftMilliseconds))
        var isAnyLeft = false
        for aside in try all(paths) where aside.file == .drafts {
            let stamp = aside.path.split(separator: mark).last.map(String.init) ?? ""
            if stamp >= oldest {
                isAnyLeft = true
                continue
            }
            for companion in companions where try FileStatus.of(aside.path + companion) != nil {
                try Directory.remove(aside.path + companion)
            }
            try Directory.remove(aside.path)
        }
        return isAnyLeft
    }

    private static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
