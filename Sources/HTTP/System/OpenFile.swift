internal import Glibc

/// A file that is open for reading until its last owner lets go.
// Safe to send: a descriptor is a number; it is read at given places only and closed once.
package final class OpenFile: @unchecked Sendable {
    let descriptor: CInt
    package let byteCount: Int
    /// When its content was last changed, in whole seconds since 1970.
    package let modifiedSeconds: Int

    /// Opens a plain file; follows no link in its last place.
    package init(path: String) throws(ServerError) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw ServerError("open") }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            byteCount = 0
            modifiedSeconds = 0
            throw ServerError("open", code: EINVAL)
        }
        byteCount = Int(status.st_size)
        modifiedSeconds = status.st_mtim.tv_sec
    }

    deinit { close(descriptor) }
}
