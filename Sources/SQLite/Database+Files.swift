internal import CSQLite
internal import Glibc

extension Database {
    /// Renames a file or a link over another in one step: whoever opens the name gets one of them.
    ///
    /// The directory is synced, so that the new name outlives a power loss. C: `rename`, `fsync`.
    package static func rename(_ path: String, over target: String) throws(SQLiteError) {
        guard unsafe Glibc.rename(path, target) == 0 else {
            throw SQLiteError(
                code: SQLITE_CANTOPEN, extendedCode: SQLITE_CANTOPEN,
                message: unsafe String(cString: strerror(errno)), sql: "rename over \(target)")
        }
        let directory = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
        let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
