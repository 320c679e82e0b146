/// What may be the key of a row.
package protocol TableKey {
    func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result
}

/// The key of a table with integer keys: the machine's byte order.
extension UInt64: TableKey {
    package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try unsafe withUnsafeBytes(of: self) { try body(unsafe Span(_unsafeBytes: $0)) }
    }
}

extension String: TableKey {
    package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        var copy = self
        return try copy.withUTF8 { try body(unsafe Span(_unsafeElements: $0)) }
    }
}

/// A key of up to 24 bytes put together from integers, most significant byte first.
package struct ShortKey: TableKey {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private var count = 0

    package init() {}

    package func appending(_ value: some FixedWidthInteger & UnsignedInteger) -> ShortKey {
        var key = self
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            key.append(UInt8(truncatingIfNeeded: value >> shift))
        }
        return key
    }

    private mutating func append(_ byte: UInt8) {
        precondition(count < 24, "a key of more than 24 bytes")
        unsafe withUnsafeMutableBytes(of: &words) { unsafe $0[count] = byte }
        count += 1
    }

    package func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try unsafe withUnsafeBytes(of: words) {
            try body(unsafe Span(_unsafeBytes: UnsafeRawBufferPointer(rebasing: $0[..<count])))
        }
    }
}
