internal import Glibc
internal import Threads

/// A file that somebody sent. It has no name on the disk and is gone with its last owner.
// Safe to send: a descriptor is a number; it is written by one request before others see it.
package final class UploadedFile: @unchecked Sendable {
    /// The form's field.
    package let field: String
    /// As the browser called it, without folders and control characters: for show only.
    package let name: String
    /// What the browser says it is: look yourself before you believe it.
    package let claimedType: MediaType
    private let descriptor: CInt
    private let size = Monitor(0)
    private let cut = Monitor(false)
    private let onEnd: @Sendable (Int) -> Void

    init(
        field: String, name: String, claimedType: MediaType, directory: String,
        onEnd: @escaping @Sendable (Int) -> Void
    ) throws(ServerError) {
        self.field = field
        self.name = name
        self.claimedType = claimedType
        self.onEnd = onEnd
        descriptor = try Self.unnamed(in: directory)
    }

    deinit {
        close(descriptor)
        onEnd(byteCount)
    }

    package var byteCount: Int { size.with { $0 } }

    /// Whether it was larger than its form allows: nothing of it is here.
    package var isCutOff: Bool { cut.with { $0 } }

    /// Opens the file anew, for whoever wants a path (libmagic, a virus scanner of this host); it
    /// works in this process as long as the file is held.
    package var path: String { "/proc/self/fd/\(descriptor)" }

    /// Its bytes from `start`, `count` at most.
    package func read(from start: Int = 0, count: Int) throws(ServerError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(count, max(byteCount - start, 0)))
        var got = 0
        while got < bytes.count {
            let step = unsafe bytes[got...].withUnsafeMutableBytes {
                unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(start + got))
            }
            if step < 0, errno == EINTR { continue }
            guard step > 0 else { throw ServerError("pread") }
            got += step
        }
        return bytes
    }

    /// All or, as far as it counts, nothing.
    func append(_ bytes: ArraySlice<UInt8>) throws(ServerError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ServerError("write") }
            rest = rest.dropFirst(count)
        }
        size.with { $0 += bytes.count }
    }

    /// Forgets its bytes; how many those were.
    func cutOff() throws(ServerError) -> Int {
        guard ftruncate(descriptor, 0) == 0 else { throw ServerError("ftruncate") }
        cut.with { $0 = true }
        return size.with { size in
            defer { size = 0 }
            return size
        }
    }

    /// Made for its owner alone and unlinked at once: a crash leaves nothing behind.
    private static func unnamed(in directory: String) throws(ServerError) -> CInt {
        let name = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let path = "\(directory)/upload-\(name)"
        let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else { throw ServerError("open") }
        guard unsafe unlink(path) == 0 else {
            let error = ServerError("unlink")
            close(descriptor)
            throw error
        }
        return descriptor
    }
}
