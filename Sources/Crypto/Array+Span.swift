extension [UInt8] {
    /// Copies all at once; within the reserved capacity nothing moves.
    package mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe append(contentsOf: bytes)
        }
    }
}
