/// The one thing that we want to know of a photo's EXIF data; all the rest is dropped.
package enum Exif {
    private static let orientationTag = 0x0112
    private static let shortType = 3
    /// Directories of cameras have some dozens of entries.
    private static let mostEntries = 512

    /// How the camera was held; nil if `tiff` (what follows `Exif␀␀`) does not say so properly.
    ///
    /// Nothing is followed beyond the first directory, so there is no way to go in circles.
    package static func orientation(in tiff: ArraySlice<UInt8>) -> Orientation? {
        guard let isLittle = byteOrder(tiff) else { return nil }
        let reader = Reader(bytes: tiff, isLittle: isLittle)
        guard reader.short(at: 2) == 42, let directory = reader.long(at: 4),
            let count = reader.short(at: directory)
        else { return nil }
        for index in 0..<min(count, mostEntries) {
            let entry = directory + 2 + 12 * index
            guard let tag = reader.short(at: entry) else { return nil }
            guard tag == orientationTag else { continue }
            guard reader.short(at: entry + 2) == shortType, reader.long(at: entry + 4) == 1,
                let value = reader.short(at: entry + 8)
            else { return nil }
            return Orientation(rawValue: value)
        }
        return nil
    }

    private static func byteOrder(_ tiff: ArraySlice<UInt8>) -> Bool? {
        if tiff.starts(with: "II".utf8) { return true }
        return tiff.starts(with: "MM".utf8) ? false : nil
    }

    /// Numbers at offsets from the start; nil beyond the end.
    private struct Reader {
        let bytes: ArraySlice<UInt8>
        let isLittle: Bool

        func short(at offset: Int) -> Int? { number(at: offset, size: 2) }
        func long(at offset: Int) -> Int? { number(at: offset, size: 4) }

        private func number(at offset: Int, size: Int) -> Int? {
            guard offset >= 0, offset <= bytes.count - size else { return nil }
            let start = bytes.startIndex + offset
            let own = bytes[start..<start + size]
            return (isLittle ? Array(own.reversed()) : Array(own)).reduce(0) { $0 << 8 | Int($1) }
        }
    }
}
