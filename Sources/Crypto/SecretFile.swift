package import Files
internal import Glibc

/// A secret of 32 bytes in a file of its own that only its owner may read.
package enum SecretFile {
    /// Writes and syncs the file; where there is one already it fails (`EEXIST`) and that stays.
    package static func create(_ key: SecretKey, at path: String) throws(FileError) {
        try key.withSpan { (bytes) throws(FileError) in try create(bytes, at: path) }
    }

    /// As `create` of a key, for a text that belongs beside one.
    package static func create(_ bytes: Span<UInt8>, at path: String) throws(FileError) {
        let draft = path + ".new"
        let file = try Descriptor(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
        let written = unsafe bytes.withUnsafeBytes { bytes in
            unsafe write(file.number, bytes.baseAddress, bytes.count)
        }
        guard written == bytes.count else { throw failure("write", draft) }
        guard fsync(file.number) == 0 else { throw failure("fsync", draft) }
        guard unsafe link(draft, path) == 0 else { throw failure("link", path) }
        guard unsafe unlink(draft) == 0 else { throw failure("unlink", draft) }
        try syncDirectory(of: path)
    }

    /// The secret in the file; nil if that is not 32 bytes or others than the owner may touch it.
    package static func read(_ path: String) throws(FileError) -> SecretKey? {
        let file = try Descriptor(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0 else { throw failure("fstat", path) }
        guard status.st_size == SecretKey.count, status.st_mode & 0o077 == 0 else { return nil }
        return unsafe try SecretKey { (bytes) throws(FileError) in
            let count = unsafe Glibc.read(file.number, bytes.baseAddress, bytes.count)
            guard count == bytes.count else { throw failure("read", path) }
        }
    }

    /// Overwrites, syncs and removes the file.
    ///
    /// What lies below the file system (snapshots, remapped blocks) is beyond its reach.
    package static func destroy(_ path: String) throws(FileError) {
        let file = try Descriptor(path, O_WRONLY | O_CLOEXEC)
        var zeros = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        let written = unsafe withUnsafeBytes(of: &zeros) {
            unsafe write(file.number, $0.baseAddress, $0.count)
        }
        guard written == SecretKey.count else { throw failure("write", path) }
        guard fsync(file.number) == 0 else { throw failure("fsync", path) }
        guard unsafe unlink(path) == 0 else { throw failure("unlink", path) }
        try syncDirectory(of: path)
    }

    private static func syncDirectory(of path: String) throws(FileError) {
        guard let end = path.lastIndex(of: "/") else { return try Directory.sync(".") }
        try Directory.sync(end == path.startIndex ? "/" : String(path[..<end]))
    }

    private static func failure(_ call: String, _ path: String) -> FileError {
        FileError(code: errno, call: call, path: path)
    }

    private struct Descriptor: ~Copyable {
        let number: CInt

        init(_ path: String, _ flags: CInt) throws(FileError) {
            number = unsafe open(path, flags, 0o600)
            guard number >= 0 else { throw failure("open", path) }
        }

        deinit { close(number) }
    }
}
