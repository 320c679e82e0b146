package import Files

/// Bytes that are looked at in pieces: an upload on the disk, or an array.
package struct FileContent {
    package let size: Int
    private let read: (Range<Int>) throws -> [UInt8]

    /// `read` returns the bytes of a range within the file, or throws.
    package init(size: Int, read: @escaping (Range<Int>) throws -> [UInt8]) {
        self.size = size
        self.read = read
    }

    /// A file on the disk as large as it is now.
    package init(_ reader: FileReader) throws {
        self.init(size: try reader.status().size) { range in
            var bytes: [UInt8] = []
            reader.goBack(to: range.lowerBound)
            try reader.read(range.count, into: &bytes)
            return bytes
        }
    }

    package init(_ bytes: [UInt8]) {
        self.init(size: bytes.count) { Array(bytes[$0]) }
    }

    /// The bytes of `range` as far as there are any.
    func bytes(_ range: Range<Int>) throws -> [UInt8] { try read(range.clamped(to: 0..<size)) }
}
