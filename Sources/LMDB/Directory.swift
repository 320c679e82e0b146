internal import Glibc

/// What must happen to a directory for an environment in it to be there after a power failure.
package enum Directory {
    /// Makes the directory if it is not there; its parent must be.
    package static func make(_ path: String) throws(LMDBError) {
        if unsafe mkdir(path, 0o750) != 0, errno != EEXIST {
            throw LMDBError(code: errno, function: "mkdir")
        }
    }

    /// Waits until the names in it are on the disk.
    package static func sync(_ path: String) throws(LMDBError) {
        let directory = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw LMDBError(code: errno, function: "open") }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw LMDBError(code: errno, function: "fsync") }
    }

    /// Whether an environment's file lies in it.
    package static func holdsEnvironment(_ path: String) -> Bool {
        FileIdentity(dataFileIn: path) != nil
    }
}
