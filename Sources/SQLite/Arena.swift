/// Memory for the values of one row, which stay where they are until the row has been written.
struct Arena: ~Copyable {
    private var chunk = Chunk(count: smallest)
    private var used = 0
    /// Earlier chunks of this row: values lie in them.
    private var full: [Chunk] = []
    private static let smallest = 1024
    private static let largestKept = 1 << 20

    /// A copy of `bytes` that stays until `empty`; never null, which SQLite would take for NULL.
    mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer {
        if bytes.count > chunk.count - used {
            full.append(chunk)
            chunk = Chunk(count: max(bytes.count, chunk.count) * 2)
            used = 0
        }
        let place = unsafe chunk.base + used
        if let source = bytes.baseAddress {
            unsafe place.copyMemory(from: source, byteCount: bytes.count)
        }
        used += bytes.count
        return unsafe place
    }

    mutating func empty() {
        used = 0
        if !full.isEmpty { full.removeAll() }
        if chunk.count > Self.largestKept { chunk = Chunk(count: Self.smallest) }
    }

    @safe private final class Chunk {
        let base: UnsafeMutableRawPointer
        let count: Int

        init(count: Int) {
            unsafe base = .allocate(byteCount: count, alignment: 8)
            self.count = count
        }

        deinit { unsafe base.deallocate() }
    }
}
