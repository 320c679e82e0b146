internal import CLMDB
internal import Glibc

/// LMDB, or the operating system beneath it, refused a call.
public struct LMDBError: Error, Equatable, Sendable {
    /// An `errno`, or one of LMDB's own negative codes.
    package let code: Int32
    package let function: String

    package init(code: Int32, function: String) {
        self.code = code
        self.function = function
    }

    /// The map has no room for the transaction: abort it, grow, do it again.
    package var isMapFull: Bool { code == MDB_MAP_FULL }
    /// The file cannot be opened for writing: a read-only file system.
    package var isReadOnly: Bool { code == EROFS }
    /// The file is somebody else's.
    package var isForbidden: Bool { code == EACCES || code == EPERM }
    package var isAbsent: Bool { code == ENOENT }
    /// The environment holds something that is not LMDB, or pages that contradict each other.
    package var isDamage: Bool {
        [MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_INVALID, MDB_CURSOR_FULL, MDB_VERSION_MISMATCH]
            .contains(code)
    }
    /// The file ends before pages that it uses: reading them would end the process by a signal.
    package var isCutOff: Bool { self == .cutOff }
    static let cutOff = LMDBError(code: MDB_CORRUPTED, function: "fstat")
    /// A table that should be there is not.
    package var isMissingTable: Bool { code == MDB_NOTFOUND && function == "mdb_dbi_open" }
    /// The environment had to be closed after a failure and could not be opened again.
    package var isLost: Bool { code == MDB_PANIC }
}

extension LMDBError: CustomStringConvertible {
    public var description: String {
        unsafe "\(function): \(String(cString: mdb_strerror(code))) (\(code))"
    }
}

func check(_ code: Int32, _ function: String) throws(LMDBError) {
    if code != 0 { throw LMDBError(code: code, function: function) }
}
