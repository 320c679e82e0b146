extension Span<UInt8> {
    /// The integer whose bytes begin at `offset`, most significant first.
    @inlinable package func bigEndian<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type = Integer.self, at offset: Int = 0
    ) -> Integer {
        precondition(offset >= 0 && count - offset >= Integer.bitWidth / 8, "beyond the bytes")
        return unsafe withUnsafeBytes {
            unsafe Integer(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: type))
        }
    }

    /// The integer whose bytes begin at `offset`, in the machine's byte order.
    @inlinable package func native<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type = Integer.self, at offset: Int = 0
    ) -> Integer {
        precondition(offset >= 0 && count - offset >= Integer.bitWidth / 8, "beyond the bytes")
        return unsafe withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: type) }
    }

    /// A copy of the bytes from `offset` to the end.
    package func copied(from offset: Int = 0) -> [UInt8] {
        unsafe withUnsafeBufferPointer { unsafe Array($0[offset...]) }
    }
}
