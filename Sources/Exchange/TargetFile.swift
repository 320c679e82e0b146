internal import Glibc

/// A file that an export is written to, gzip if its name ends in `.gz`.
///
/// A regular file appears under its name when it is finished, whole; what is let go before that
/// leaves nothing behind and what stood there stays.
package struct TargetFile: ~Copyable {
    private let path: String
    /// Where the bytes go until the file is finished; nil if they go to their place at once.
    private let partPath: String?
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    private var deflater: Deflater?
    private var isFinished = false

    private static let bufferBytes = 256 << 10

    package init(path: String) throws(ExchangeError) {
        let isCompressed = path.hasSuffix(".gz")
        let deflater = isCompressed ? Deflater() : nil
        if isCompressed, deflater == nil {
            throw .system(call: "deflateInit2", path: path, code: ENOMEM)
        }
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        let isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
        let part = isRegular ? "\(path).\(getpid()).part" : nil
        let flags = O_WRONLY | O_CLOEXEC | (isRegular ? O_CREAT | O_TRUNC : 0)
        let opened = unsafe Glibc.open(part ?? path, flags, 0o666)
        guard opened >= 0 else { throw .system(call: "open", path: part ?? path, code: errno) }
        self.path = path
        partPath = part
        descriptor = opened
        self.deflater = deflater
    }

    private init(standardOutput descriptor: CInt) {
        path = "-"
        partPath = nil
        self.descriptor = descriptor
    }

    /// The program's own output, never compressed; finishing it does not close it.
    package static func standardOutput() -> TargetFile {
        TargetFile(standardOutput: STDOUT_FILENO)
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if let partPath, !isFinished { unsafe _ = unlink(partPath) }
    }

    package mutating func write(_ bytes: some Sequence<UInt8>) throws(ExchangeError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferBytes { try flush(isLast: false) }
    }

    /// Writes what is left and gives the file its name.
    package consuming func finish() throws(ExchangeError) {
        try flush(isLast: true)
        if let partPath {
            guard unsafe rename(partPath, path) == 0 else {
                throw .system(call: "rename", path: path, code: errno)
            }
        }
        isFinished = true
    }

    private mutating func flush(isLast: Bool) throws(ExchangeError) {
        if deflater != nil {
            var compressed: [UInt8] = []
            deflater?.compress(buffer, isLast: isLast, into: &compressed)
            swap(&buffer, &compressed)
        }
        var start = 0
        while start < buffer.count {
            let count = unsafe buffer.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
                return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(call: "write", path: path, code: errno)
            }
            start += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
