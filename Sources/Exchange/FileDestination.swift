internal import Glibc

/// Where a target file's bytes go: beside its place until it is whole, or to a device at once.
struct FileDestination: ~Copyable {
    private let path: String
    /// Nil if the bytes go to their place at once.
    private let partPath: String?
    private let descriptor: CInt
    private var isKept = false

    init(path: String) throws(ExchangeError) {
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        let isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
        let part = isRegular ? "\(path).\(getpid()).part" : nil
        let flags = O_WRONLY | O_CLOEXEC | (isRegular ? O_CREAT | O_TRUNC : 0)
        let opened = unsafe Glibc.open(part ?? path, flags, 0o666)
        guard opened >= 0 else {
            let code = errno
            // What is missing is where it was to lie.
            let place = Self.directory(of: path)
            let isMissing = unsafe code == ENOENT && stat(place, &status) != 0
            throw .system(call: "open", path: isMissing ? place : path, code: code)
        }
        self.path = path
        partPath = part
        descriptor = opened
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private init(standardOutput descriptor: CInt) {
        path = "-"
        partPath = nil
        self.descriptor = descriptor
    }

    static func standardOutput() -> FileDestination {
        FileDestination(standardOutput: STDOUT_FILENO)
    }

    deinit {
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if let partPath, !isKept { unsafe _ = unlink(partPath) }
    }

    func write(_ bytes: [UInt8]) throws(ExchangeError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
                return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count >= 0 {
                start += count
            } else if errno != EINTR {
                throw .system(call: "write", path: path, code: errno)
            }
        }
    }

    /// Gives the file its name.
    mutating func keep() throws(ExchangeError) {
        if let partPath {
            guard unsafe rename(partPath, path) == 0 else {
                throw .system(call: "rename", path: path, code: errno)
            }
        }
        isKept = true
    }
}
