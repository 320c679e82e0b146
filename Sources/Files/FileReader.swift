internal import Glibc

/// A file that is read from its beginning on, by one thread; it is closed when it is let go.
package final class FileReader {
    private let descriptor: CInt
    private let path: String
    private var offset = 0

    /// Follows links: `/proc/self/fd/…` is a path too.
    package init(_ path: String) throws(FileError) {
        descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        self.path = path
    }

    private init(descriptor: CInt, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Nil where there is no such file; fails where it is a link.
    package static func open(ifThere path: String) throws(FileError) -> FileReader? {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor >= 0 { return FileReader(descriptor: descriptor, path: path) }
        let error = FileError.last("open", path)
        if error.isMissing { return nil }
        throw error
    }

    deinit { close(descriptor) }

    package func status() throws(FileError) -> FileStatus {
        var found = stat()
        guard unsafe fstat(descriptor, &found) == 0 else { throw .last("fstat", path) }
        return FileStatus(found)
    }

    /// Makes `bytes` the next `count` of the file: fewer than that at its end only, then none.
    package func read(_ count: Int, into bytes: inout [UInt8]) throws(FileError) {
        if bytes.count != count { bytes = [UInt8](repeating: 0, count: count) }
        var filled = 0
        while filled < count {
            let read = unsafe bytes.withUnsafeMutableBytes { bytes in
                unsafe pread(
                    descriptor, bytes.baseAddress! + filled, count - filled,
                    off_t(offset + filled))
            }
            if read < 0 && errno == EINTR { continue }
            guard read >= 0 else { throw .last("read", path) }
            if read == 0 { break }
            filled += read
        }
        offset += filled
        if filled < count { bytes.removeLast(count - filled) }
    }

    package func goBack(to offset: Int) { self.offset = offset }
}

extension FileReader {
    /// All that a file holds, or a pipe until its end; follows links. For what fits into memory.
    package static func whole(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        var whole: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(descriptor, bytes.baseAddress, bytes.count)
            }
            if count > 0 { whole += piece[..<count] }
            if count == 0 { return whole }
            guard count > 0 || errno == EINTR else { throw .last("read", path) }
        }
    }
}
