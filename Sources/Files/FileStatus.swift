internal import Glibc

/// What the file system knows of a file.
package struct FileStatus: Equatable, Sendable {
    package let size: Int
    package let isDirectory: Bool
    /// Whether its owner may write to it.
    package let isWritable: Bool
    /// Seconds since its content was last changed, by the system's clock; negative if that is yet
    /// to come.
    package let ageSeconds: Int

    init(_ status: stat) {
        size = Int(status.st_size)
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        isWritable = status.st_mode & S_IWUSR != 0
        // Not `time`: it lags by a tick behind the clock that files are stamped by.
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        ageSeconds = now.tv_sec - status.st_mtim.tv_sec
    }
}

extension FileStatus {
    /// Nil if there is no such file.
    package static func of(_ path: String) throws(FileError) -> FileStatus? {
        var found = stat()
        guard unsafe lstat(path, &found) == 0 else {
            let error = FileError.last("lstat", path)
            if error.isMissing { return nil }
            throw error
        }
        return FileStatus(found)
    }
}
