internal import Glibc

/// Where a source file's bytes come from: an open file, or memory.
struct FileOrigin: ~Copyable {
    let byteCount: Int
    /// Whether it can be read again from its beginning.
    let isOnDisk: Bool
    private let descriptor: CInt
    private let bytes: [UInt8]
    private var offset = 0

    init(bytes: [UInt8]) {
        descriptor = -1
        self.bytes = bytes
        byteCount = bytes.count
        isOnDisk = false
    }

    init(path: String) throws(ExchangeError) {
        // A pipe that nobody writes is not waited for: what is no file on a disk is refused anyway.
        let opened = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw .system(call: "open", path: path, code: errno) }
        var status = stat()
        let isKnown = unsafe fstat(opened, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        if status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw .system(call: "read", path: path, code: EISDIR)
        }
        descriptor = opened
        bytes = []
        byteCount = isKnown ? Int(status.st_size) : 0
        isOnDisk = isKnown
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Reads into `buffer` from `start` to its end or less; 0 at the end.
    mutating func read(
        into buffer: inout [UInt8], at start: Int, path: String
    ) throws(ExchangeError) -> Int {
        guard descriptor >= 0 else {
            let count = min(buffer.count - start, bytes.count - offset)
            buffer.replaceSubrange(start..<(start + count), with: bytes[offset..<(offset + count)])
            offset += count
            return count
        }
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { buffer in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
                return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            if count >= 0 { return count }
            guard errno == EINTR else { throw .system(call: "read", path: path, code: errno) }
        }
    }
}
