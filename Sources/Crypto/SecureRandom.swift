internal import CSodium

/// Random bytes of the kernel, fetched 4 KiB at a time: a call for every 16 is too slow.
///
/// Bytes that were handed out are zeroed here. Belongs to one thread; `current` is the calling
/// thread's own. C: `randombytes_buf`, which asks `getrandom`.
package final class SecureRandom: RandomNumberGenerator {
    private static let capacity = 4096
    private static let generators = PerThread { SecureRandom() }
    private var pool = [UInt8](repeating: 0, count: capacity)
    private var used = capacity

    /// The calling thread's own generator; do not hand it to another thread.
    package static var current: SecureRandom { generators.current }

    package init() {}

    deinit { wipe(&pool) }

    package func next() -> UInt64 {
        var word: UInt64 = 0
        unsafe withUnsafeMutableBytes(of: &word) { unsafe fill($0) }
        return word
    }

    package func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        unsafe bytes.withUnsafeMutableBytes { unsafe fill($0) }
        return bytes
    }

    func fill(_ target: UnsafeMutableRawBufferPointer) {
        guard target.count <= Self.capacity else { return unsafe Self.fetch(target) }
        unsafe pool.withUnsafeMutableBytes { pool in
            if used + target.count > pool.count {
                unsafe Self.fetch(pool)
                used = 0
            }
            let taken = unsafe UnsafeMutableRawBufferPointer(
                rebasing: pool[used..<(used + target.count)])
            unsafe target.copyMemory(from: UnsafeRawBufferPointer(taken))
            unsafe wipe(taken)
            used += taken.count
        }
    }

    private static func fetch(_ target: UnsafeMutableRawBufferPointer) {
        unsafe randombytes_buf(target.baseAddress!, target.count)
    }
}
