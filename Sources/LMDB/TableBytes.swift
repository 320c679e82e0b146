/// What may be the key or the value of a row.
///
/// The bodies here and in the transactions can be inlined by other modules; without that, each
/// look-up pays more for its generic parameters than for the look-up. They are public for it: the
/// compiler specialises no others across modules.
public protocol TableBytes {
    func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result
}

/// The key of a table with integer keys: the machine's byte order.
extension UInt64: TableBytes {
    @inlinable public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe withUnsafeBytes(of: self) { bytes throws(Failure) in
            try body(unsafe Span(_unsafeBytes: bytes))
        }
    }
}

extension String: TableBytes {
    @inlinable public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = utf8
        return try body(bytes.span)
    }
}

extension [UInt8]: TableBytes {
    @inlinable public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result { try body(span) }
}

/// Up to 32 bytes put together from integers, most significant byte first; none on the heap.
public struct ShortBytes: TableBytes {
    @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    @usableFromInline var count = 0

    package init() {}

    // One for each width: callers in other modules would call a generic one unspecialised.
    package func appending(_ value: UInt64) -> ShortBytes { appending(integer: value) }
    package func appending(_ value: UInt32) -> ShortBytes { appending(integer: value) }
    package func appending(_ value: UInt16) -> ShortBytes { appending(integer: value) }
    package func appending(_ value: UInt8) -> ShortBytes { appending(integer: value) }

    private func appending<Integer: FixedWidthInteger>(integer: Integer) -> ShortBytes {
        let size = Integer.bitWidth / 8
        precondition(count + size <= 32, "more than 32 bytes")
        var longer = self
        unsafe withUnsafeMutableBytes(of: &longer.words) {
            unsafe $0.storeBytes(of: integer.bigEndian, toByteOffset: count, as: Integer.self)
        }
        longer.count += size
        return longer
    }

    @inlinable public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe withUnsafeBytes(of: words) { bytes throws(Failure) in
            try body(unsafe Span(_unsafeBytes: bytes).extracting(first: count))
        }
    }
}
