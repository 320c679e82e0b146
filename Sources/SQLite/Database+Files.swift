internal import CSQLite
internal import Glibc

extension Database {
    /// Waits until a file and its name are on the disk. C: `fsync`.
    package static func sync(_ path: String) throws(SQLiteError) {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        for place in [path, directory] {
            let descriptor = unsafe open(place, O_RDONLY | O_CLOEXEC)
            let isSynced = descriptor >= 0 && fsync(descriptor) == 0
            let code = errno
            if descriptor >= 0 { close(descriptor) }
            guard isSynced else {
                throw SQLiteError(
                    code: SQLITE_IOERR, extendedCode: SQLITE_IOERR,
                    message: unsafe String(cString: strerror(code)), sql: "sync \(place)")
            }
        }
    }

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
