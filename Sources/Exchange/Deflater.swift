internal import CZlib
internal import Glibc

/// zlib's compressor, writing one gzip member.
@safe struct Deflater: ~Copyable {
    // On the heap because zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil if zlib has no memory.
    init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let gzip: CInt = 15 + 16
        let code = unsafe deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { return nil }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    static func ready(path: String) throws(ExchangeError) -> Deflater {
        guard let deflater = Deflater() else {
            throw .system(call: "deflateInit2", path: path, code: ENOMEM)
        }
        return deflater
    }

    /// Appends to `output` what `input` becomes; with `isLast` everything to the end. C: `deflate`
    mutating func compress(_ input: [UInt8], isLast: Bool, into output: inout [UInt8]) {
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        unsafe input.withUnsafeBufferPointer { input in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(input.count)
            var isFull = true
            while isFull {
                unsafe piece.withUnsafeMutableBufferPointer { piece in
                    unsafe stream.pointee.next_out = piece.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(piece.count)
                    unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                }
                let left = unsafe Int(stream.pointee.avail_out)
                output.append(contentsOf: piece[..<(piece.count - left)])
                isFull = left == 0
            }
        }
    }
}
