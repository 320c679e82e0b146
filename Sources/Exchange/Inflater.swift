internal import CZlib

/// zlib's decompressor of one gzip member after another.
@safe struct Inflater: ~Copyable {
    enum Step {
        /// This much was read and written; more is to come.
        case went(read: Int, written: Int)
        /// As `went`, and the member ended with its checksum right.
        case ended(read: Int, written: Int)
        case damaged(String)
    }

    // On the heap because zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil if zlib has no memory.
    init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let gzipOnly: CInt = 15 + 16
        let code = unsafe inflateInit2_(
            stream, gzipOnly, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { return nil }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    mutating func startMember() { unsafe inflateReset(stream) }

    /// Decompresses from `input` into `output` as far as either goes. C: `inflate`
    mutating func step(from input: ArraySlice<UInt8>, into output: inout [UInt8]) -> Step {
        let code = unsafe input.withUnsafeBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(input.count)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(output.count)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        let read = unsafe input.count - Int(stream.pointee.avail_in)
        let written = unsafe output.count - Int(stream.pointee.avail_out)
        switch code {
        case Z_OK, Z_BUF_ERROR: return .went(read: read, written: written)
        case Z_STREAM_END: return .ended(read: read, written: written)
        default:
            return .damaged(
                unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "\(code)")
        }
    }
}
