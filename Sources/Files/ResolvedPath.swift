internal import FoundationEssentials

/// Where a path leads, without links and detours, so that “inside” can be told from the text.
package enum ResolvedPath {
    /// Of a path, whole or from the current directory; what does not exist of it stays as it is.
    package static func of(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath
        let whole = path.hasPrefix("/") ? path : "\(here)/\(path)"
        return resolved(URL(filePath: whole).standardizedFileURL)
    }

    /// Whether what `path` names lies in `directory`, or is it.
    package static func of(_ path: String, isInside directory: String) -> Bool {
        "\(of(path))/".hasPrefix("\(of(directory))/")
    }

    /// Follows the links of what exists of a path and keeps the rest as it is.
    private static func resolved(_ url: URL) -> String {
        let exists = FileManager.default.fileExists(atPath: url.path)
        guard !exists, url.pathComponents.count > 1 else {
            let path = url.resolvingSymlinksInPath().path
            return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
        let parent = resolved(url.deletingLastPathComponent())
        return parent == "/" ? "/\(url.lastPathComponent)" : "\(parent)/\(url.lastPathComponent)"
    }
}
