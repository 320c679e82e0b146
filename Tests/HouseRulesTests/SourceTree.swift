import Foundation

/// The project's own files, as they lie beside this one.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File {
        /// From the project's root: `Sources/LMDB/Cursor.swift`.
        let path: String
        let lines: [String]

        var folder: String { (path as NSString).deletingLastPathComponent }
    }

    /// The Swift files under the named top folders.
    static func swift(in folders: String...) throws -> [File] {
        try folders.flatMap { folder in
            let names = try FileManager.default.subpathsOfDirectory(
                atPath: root.appending(path: folder).path)
            return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
                let path = "\(folder)/\(name)"
                return File(path: path, lines: try text(path).components(separatedBy: "\n"))
            }
        }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}

extension SourceTree.File {
    /// `path:line` of each line of code that matches, comments left out.
    func places(of pattern: some RegexComponent) -> [String] {
        lines.enumerated().compactMap { index, line in
            let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
            guard let code = code.first, code.contains(pattern) else { return nil }
            return "\(path):\(index + 1)"
        }
    }
}
