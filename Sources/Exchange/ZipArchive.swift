internal import CZlib
package import Entries

/// A zip archive in memory, its files as they are: what is small, or compressed already.
///
/// Names are UTF-8; every file bears the same time, so that the same content gives the same bytes.
package struct ZipArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    private let date: Int
    private let time: Int

    /// An archive of the old form cannot be larger.
    package static let mostBytes = Int(UInt32.max)
    package static let mostFiles = Int(UInt16.max)

    package struct TooLarge: Error {
        package init() {}
    }

    /// `day` is what its files are dated; before 1980 a zip knows no days.
    package init(day: CivilDate) {
        date = max(day.year - 1980, 0) << 9 | day.month << 5 | day.day
        time = 0
    }

    package mutating func add(_ content: [UInt8], as name: String) throws(TooLarge) {
        let name = Array(name.utf8)
        guard bytes.count + directory.count + content.count + 4096 < Self.mostBytes,
            count < Self.mostFiles, name.count < 1024
        else { throw TooLarge() }
        let offset = bytes.count
        var common: [UInt8] = []
        // Version 2.0, names in UTF-8, stored.
        for value in [20, 0x0800, 0, time, date] { Self.append(value, 2, to: &common) }
        for value in [Self.checksum(of: content), content.count, content.count] {
            Self.append(value, 4, to: &common)
        }
        for value in [name.count, 0] { Self.append(value, 2, to: &common) }
        bytes += [0x50, 0x4B, 0x03, 0x04] + common + name + content
        directory += [0x50, 0x4B, 0x01, 0x02]
        Self.append(0x0314, 2, to: &directory)
        directory += common
        // No comment, the first disk, no attributes of the inside.
        for _ in 0..<3 { Self.append(0, 2, to: &directory) }
        // A regular file that its owner may write and everybody read.
        Self.append(0o100644 << 16, 4, to: &directory)
        Self.append(offset, 4, to: &directory)
        directory += name
        count += 1
    }

    package consuming func finish() -> [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
        for value in [count, count] { Self.append(value, 2, to: &end) }
        for value in [directory.count, bytes.count] { Self.append(value, 4, to: &end) }
        end += [0, 0]
        return bytes + directory + end
    }

    private static func append(_ value: Int, _ size: Int, to bytes: inout [UInt8]) {
        for shift in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
    }

    /// C: `crc32_z`
    private static func checksum(of content: [UInt8]) -> Int {
        unsafe content.withUnsafeBufferPointer {
            unsafe Int(crc32_z(0, $0.baseAddress, $0.count))
        }
    }
}
