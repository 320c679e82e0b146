internal import Glibc

/// An exclusive lock on a file, held until it is let go; the system lets go when a process dies.
package final class FileLock: Sendable {
    /// Nil once it has been let go.
    private let file: Monitor<Int32?>

    /// Nil if another holder, in this process or another, has the lock. C: `flock`.
    package static func take(_ path: String) throws(FileLockError) -> FileLock? {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw FileLockError(code: errno) }
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(file)
            if code == EWOULDBLOCK { return nil }
            throw FileLockError(code: code)
        }
        return FileLock(file: file)
    }

    private init(file: Int32) { self.file = Monitor(file) }

    deinit { release() }

    package func release() {
        file.with { file in
            if let file { close(file) }
            file = nil
        }
    }
}

/// A lock's file could not be opened or locked; `code` is an `errno`.
package struct FileLockError: Error, Equatable, Sendable {
    package let code: Int32
}

extension FileLockError: CustomStringConvertible {
    package var description: String { unsafe "lock: \(String(cString: strerror(code)))" }
}
