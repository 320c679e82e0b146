/// What the markers of a JPEG say, without decoding it.
package struct JPEGStructure: Equatable, Sendable {
    package private(set) var width = 0
    package private(set) var height = 0
    package private(set) var components = 0
    package private(set) var bitsPerSample = 0
    package private(set) var orientation = Orientation.upright
    /// Whether the mark of the end stands behind the picture.
    package private(set) var isComplete = false

    private static let exif = Array("Exif\0\0".utf8)

    /// Nil if `bytes` do not begin as a JPEG or have no frame.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var offset = 2
        while let marker = Self.marker(in: bytes, from: &offset) {
            if marker == 0xD9 {
                isComplete = true
                break
            }
            if Self.standsAlone(marker) { continue }
            guard let segment = Self.segment(in: bytes, at: offset) else { break }
            offset = segment.endIndex
            read(marker, segment)
        }
        guard width > 0 else { return nil }
    }

    /// The next marker; bytes of the compressed picture before it are passed over.
    private static func marker(in bytes: [UInt8], from offset: inout Int) -> UInt8? {
        while offset < bytes.count - 1 {
            let next = bytes[offset + 1]
            if bytes[offset] == 0xFF, next != 0x00, next != 0xFF {
                offset += 2
                return next
            }
            offset += 1
        }
        return nil
    }

    private static func standsAlone(_ marker: UInt8) -> Bool {
        marker == 0x01 || (0xD0...0xD8).contains(marker)
    }

    /// What follows the length, which counts itself.
    private static func segment(in bytes: [UInt8], at offset: Int) -> ArraySlice<UInt8>? {
        guard offset + 2 <= bytes.count else { return nil }
        let length = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
        guard length >= 2, offset + length <= bytes.count else { return nil }
        return bytes[offset + 2..<offset + length]
    }

    private mutating func read(_ marker: UInt8, _ segment: ArraySlice<UInt8>) {
        switch marker {
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            guard width == 0, segment.count >= 6 else { return }
            let start = segment.startIndex
            bitsPerSample = Int(segment[start])
            height = Int(segment[start + 1]) << 8 | Int(segment[start + 2])
            width = Int(segment[start + 3]) << 8 | Int(segment[start + 4])
            components = Int(segment[start + 5])
        case 0xE1 where segment.starts(with: Self.exif):
            orientation = Exif.orientation(in: segment.dropFirst(Self.exif.count)) ?? orientation
        default: break
        }
    }
}
