internal import Glibc

/// What the system said no to while a file was read or written.
package struct FileError: Error, Equatable, Sendable {
    package let code: Int32, call: String, path: String

    package init(code: Int32, call: String, path: String) {
        self.code = code
        self.call = call
        self.path = path
    }

    /// Why the call that has just failed did so.
    static func last(_ call: String, _ path: String) -> FileError {
        FileError(code: errno, call: call, path: path)
    }

    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// No room on the disk, or none for this owner or in this file.
    package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
}

extension FileError: CustomStringConvertible {
    package var description: String { "\(call) \(path): \(reason)" }

    /// In the words of the system: `No such file or directory`. C: `strerror`
    package var reason: String { unsafe String(cString: strerror(code)) }
}
