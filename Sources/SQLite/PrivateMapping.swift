internal import CSQLite
internal import Glibc

/// A file in memory whose changes stay there: pages come from the file as they are looked at, and
/// are copied as they change. C: `mmap`, `MAP_PRIVATE`.
///
/// Whoever makes the file shorter meanwhile ends the process.
@safe final class PrivateMapping {
    private let base: UnsafeMutableRawPointer
    /// The file's length, and by how much more it may grow.
    private let count: Int, capacity: Int

    /// Where a database says in its header by which journal it is written and read.
    private static let journalBytes = 18...19
    private static let headerBytes = 100

    init(_ path: String, room: Int) throws(SQLiteError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.last("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Self.last("fstat", path) }
        let count = Int(status.st_size)
        guard count > Self.headerBytes else {
            throw SQLiteError(
                code: SQLITE_NOTADB, extendedCode: SQLITE_NOTADB,
                message: "the file is no database", sql: path)
        }
        let pageMask = Int(getpagesize()) - 1
        let capacity = (count + pageMask) & ~pageMask + room
        let writable = PROT_READ | PROT_WRITE
        let flags = MAP_PRIVATE | MAP_NORESERVE
        guard
            let base = unsafe mmap(nil, capacity, writable, flags | MAP_ANONYMOUS, -1, 0),
            unsafe base != MAP_FAILED
        else { throw Self.last("mmap", path) }
        guard unsafe mmap(base, count, writable, flags | MAP_FIXED, descriptor, 0) == base else {
            let error = Self.last("mmap", path)
            unsafe munmap(base, capacity)
            throw error
        }
        unsafe self.base = base
        self.count = count
        self.capacity = capacity
        // A database in memory has no journal beside it.
        for place in Self.journalBytes {
            unsafe base.storeBytes(of: 1, toByteOffset: place, as: UInt8.self)
        }
    }

    deinit { unsafe munmap(base, capacity) }

    /// Makes it the main database of a connection that has none yet. C: `sqlite3_deserialize`.
    func lend(to handle: OpaquePointer) -> Int32 {
        unsafe sqlite3_deserialize(
            handle, "main", base.assumingMemoryBound(to: UInt8.self), Int64(count),
            Int64(capacity), 0)
    }

    private static func last(_ call: String, _ path: String) -> SQLiteError {
        SQLiteError(
            code: SQLITE_CANTOPEN, extendedCode: SQLITE_CANTOPEN,
            message: unsafe String(cString: strerror(errno)), sql: "\(call) \(path)")
    }
}
