internal import CZlib

/// zlib's compressor, for bytes that are in memory as a whole.
package enum Gzip {
    /// One gzip member; nil if zlib has no memory. C: `deflate`
    package static func packed(_ bytes: [UInt8], level: Int = 6) -> [UInt8]? {
        var stream = unsafe z_stream()
        let gzip: CInt = 15 + 16
        let code = unsafe deflateInit2_(
            &stream, CInt(level), Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let most = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        var packed = [UInt8](repeating: 0, count: most)
        let result = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe packed.withUnsafeMutableBufferPointer { packed in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                unsafe stream.avail_in = UInt32(bytes.count)
                unsafe stream.next_out = packed.baseAddress
                unsafe stream.avail_out = UInt32(packed.count)
                return unsafe deflate(&stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END else { return nil }
        packed.removeLast(unsafe Int(stream.avail_out))
        return packed
    }
}
