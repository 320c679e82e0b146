internal import Glibc

/// Where a target file's bytes go: beside its place until it is whole, or to a device at once.
struct FileDestination: ~Copyable {
    private let path: String
    /// Nil if the bytes go to their place at once.
    private let partPath: String?
    private let descriptor: CInt
    private var isKept = false

    /// A link is followed: what it leads to is replaced, and the link stays.
    init(path named: String) throws(ExchangeError) {
        var status = stat()
        let exists = unsafe stat(named, &status) == 0
        let isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
        guard unsafe exists || lstat(named, &status) != 0 else {
            throw .system(call: "open", path: named, code: ENOENT)
        }
        let path = exists && isRegular ? Self.real(named) : named
        if isRegular { Self.removeParts(of: path) }
        let part = isRegular ? "\(path).\(getpid())\(Self.partSuffix)" : nil
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

    private static let partSuffix = ".part"

    private static func real(_ path: String) -> String {
        guard let found = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    /// Removes what processes that are no more have left of the same file.
    private static func removeParts(of path: String) {
        let directory = directory(of: path)
        let prefix = "\(path.split(separator: "/").last ?? "")."
        guard let names = unsafe opendir(directory) else { return }
        defer { unsafe closedir(names) }
        while let entry = unsafe readdir(names) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(prefix), name.hasSuffix(partSuffix),
                let process = Int32(name.dropFirst(prefix.count).dropLast(partSuffix.count)),
                process > 0, kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unsafe _ = unlink("\(directory)/\(name)")
        }
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
