internal import CLMDB
internal import Glibc

/// An environment's file, read without LMDB's map: a page that the map promises and the file does
/// not hold would end the process by a signal.
///
/// LMDB 0.9's pages as they lie on the disk, 64 bits, little-endian.
struct PageFile: ~Copyable {
    private let file: Int32
    private let pageSize: Int
    /// Whole pages that the file holds.
    private let held: Int

    /// Whether pages in use lie behind the end of the directory's file.
    ///
    /// While another process commits, the end and the free pages may be those of two moments: what
    /// is missing for good is missing at every look.
    static func isCutOff(in directory: String) throws(LMDBError) -> Bool {
        for _ in 0..<10 where try PageFile(in: directory).missingPages() == 0 { return false }
        return true
    }

    /// - Throws: `LMDBError.cutOff` if not even the first pages are there.
    private init(in directory: String) throws(LMDBError) {
        let file = unsafe open("\(directory)/data.mdb", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw LMDBError(code: errno, function: "open") }
        let head = Self.bytes(of: file, at: 0, count: Meta.end)
        let pageSize = head.map { Int($0.integer(UInt32.self, at: Meta.pageSize)) } ?? 0
        var status = stat()
        guard pageSize.nonzeroBitCount == 1, pageSize >= 512, unsafe fstat(file, &status) == 0
        else {
            close(file)
            throw head == nil ? .cutOff : LMDBError(code: MDB_INVALID, function: "mdb_env_open")
        }
        self.file = file
        self.pageSize = pageSize
        held = Int(status.st_size) / pageSize
    }

    deinit { close(file) }

    /// How many pages in use lie behind the file's end.
    ///
    /// A file may be shorter than its last page number says: a page that was taken and given back
    /// in one transaction is never written. Then the free list has it, and nothing is missing.
    private func missingPages() throws(LMDBError) -> Int {
        let meta = try newestMeta()
        guard meta.lastPage >= held else { return 0 }
        let behind = meta.lastPage + 1 - held
        let free = meta.freeRoot.map { freePages(under: $0, depth: 0) } ?? 0
        return max(0, behind - (free ?? 0))
    }

    private func newestMeta() throws(LMDBError) -> Meta {
        let metas = [0, 1].compactMap { page in
            Self.bytes(of: file, at: page * pageSize, count: Meta.end).map(Meta.init)
        }
        guard metas.count == 2 else { throw .cutOff }
        return metas[0].transaction > metas[1].transaction ? metas[0] : metas[1]
    }

    /// How many pages behind the file's end the free list has; nil if a page of its own is there.
    private func freePages(under page: Int, depth: Int) -> Int? {
        guard depth < 32, let bytes = self.page(page) else { return nil }
        let nodes = (bytes.integer(UInt16.self, at: 12) - 16) / 2
        let isLeaf = bytes.integer(UInt16.self, at: 10) & 2 != 0
        var sum = 0
        for index in 0..<Int(nodes) {
            let node = Int(bytes.integer(UInt16.self, at: 16 + 2 * index))
            guard node + 8 <= bytes.count else { return nil }
            let found =
                isLeaf
                ? freePages(inNode: node, of: bytes)
                : freePages(under: Self.child(of: node, in: bytes), depth: depth + 1)
            guard let found else { return nil }
            sum += found
        }
        return sum
    }

    private static func child(of node: Int, in bytes: [UInt8]) -> Int {
        Int(bytes.integer(UInt32.self, at: node))
            | Int(bytes.integer(UInt16.self, at: node + 4)) << 32
    }

    /// A list of page numbers: how many, and then each; a long one has pages of its own.
    private func freePages(inNode node: Int, of bytes: [UInt8]) -> Int? {
        let isElsewhere = bytes.integer(UInt16.self, at: node + 4) & 1 != 0
        let size = Int(bytes.integer(UInt32.self, at: node))
        let start = node + 8 + Int(bytes.integer(UInt16.self, at: node + 6))
        guard start + (isElsewhere ? 8 : size) <= bytes.count else { return nil }
        guard isElsewhere else { return count(Array(bytes[start..<start + size])) }
        let page = Int(truncatingIfNeeded: bytes.integer(UInt64.self, at: start))
        guard page >= 0, page < held else { return nil }
        guard let list = Self.bytes(of: file, at: page * pageSize + 16, count: size) else {
            return nil
        }
        return count(list)
    }

    private func count(_ list: [UInt8]) -> Int? {
        guard list.count >= 8, case let length = Int(list.integer(UInt64.self, at: 0)),
            length < list.count / 8
        else { return nil }
        return (1...max(1, length)).count { index in
            index <= length && list.integer(UInt64.self, at: 8 * index) >= UInt64(held)
        }
    }

    private func page(_ number: Int) -> [UInt8]? {
        guard number < held else { return nil }
        return Self.bytes(of: file, at: number * pageSize, count: pageSize)
    }

    private static func bytes(of file: Int32, at offset: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe pread(file, buffer.baseAddress, count, offset)
        }
        return read == count ? bytes : nil
    }
}

/// The page that says where everything is.
private struct Meta {
    static let pageSize = 40
    static let end = 16 + 136

    let transaction: UInt64
    let lastPage: Int
    /// The root of the tree of free pages; nil if there is none.
    let freeRoot: Int?

    init(_ bytes: [UInt8]) {
        transaction = bytes.integer(UInt64.self, at: 16 + 128)
        lastPage = Int(truncatingIfNeeded: bytes.integer(UInt64.self, at: 16 + 120))
        let root = bytes.integer(UInt64.self, at: 16 + 64)
        freeRoot = root == .max ? nil : Int(truncatingIfNeeded: root)
    }
}

extension [UInt8] {
    fileprivate func integer<Integer: FixedWidthInteger>(
        _ type: Integer.Type, at offset: Int
    ) -> Integer {
        var value: Integer = 0
        for index in 0..<(Integer.bitWidth / 8) {
            value |= Integer(self[offset + index]) << Integer(8 * index)
        }
        return value
    }
}
