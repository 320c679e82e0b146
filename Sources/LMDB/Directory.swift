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

    /// Whether this user may not even see what is in a directory.
    package static func isClosed(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat("\(path)/data.mdb", &status) != 0 && errno == EACCES
    }

    /// Whether an environment's files are write-protected for their owner and everybody else, so
    /// that nobody changes them while they are read without a lock.
    static func isProtected(_ path: String) -> Bool {
        ["data.mdb", "lock.mdb"].allSatisfy { name in
            var status = stat()
            guard unsafe stat("\(path)/\(name)", &status) == 0 else { return name == "lock.mdb" }
            return status.st_mode & 0o222 == 0
        }
    }

    /// Has `copy` write a data file into a directory within `path`, and puts it in the place of the
    /// one there once it is on the disk. Killed at any moment, one of the two is there, whole.
    static func replaceDataFile(
        in path: String, _ copy: (_ directory: String) throws(LMDBError) -> Void
    ) throws(LMDBError) {
        let draft = "\(path)/compacting"
        // Left by a process that was killed.
        removeDraft(draft)
        defer { removeDraft(draft) }
        guard unsafe mkdir(draft, 0o700) == 0 else {
            throw LMDBError(code: errno, function: "mkdir")
        }
        try copy(draft)
        let file = unsafe open("\(draft)/data.mdb", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw LMDBError(code: errno, function: "open") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw LMDBError(code: errno, function: "fsync") }
        // A new file counts its changes anew, and a lock file knows how far the old one had come:
        // whoever has the old pair open keeps it, and nobody gets one of each.
        guard unsafe unlink("\(path)/lock.mdb") == 0 || errno == ENOENT else {
            throw LMDBError(code: errno, function: "unlink")
        }
        guard unsafe rename("\(draft)/data.mdb", "\(path)/data.mdb") == 0 else {
            throw LMDBError(code: errno, function: "rename")
        }
        try sync(path)
    }

    private static func removeDraft(_ draft: String) {
        unsafe unlink("\(draft)/data.mdb")
        unsafe rmdir(draft)
    }
}
