import FileKinds
import Pictures

extension Parser {
    /// What a photo says of itself is read within its bytes.
    static func parsePicture(_ bytes: [UInt8]) {
        if let jpeg = JPEGStructure(bytes) {
            precondition((1...65_535).contains(jpeg.width), "a frame without width")
            precondition((0...65_535).contains(jpeg.height), "a frame of an impossible height")
        }
        if let png = PNGStructure(bytes) { precondition(png.width > 0 && png.height > 0) }
        _ = Exif.orientation(in: bytes[...])
        _ = Exif.orientation(in: bytes.dropFirst(6))
    }

    /// Every entry of an archive's directory lies within the file.
    static func parseArchive(_ bytes: [UInt8]) {
        guard let directory = try? ZipDirectory(FileContent(bytes)) else { return }
        precondition(directory.entries.count <= ZipDirectory.mostEntries, "too many entries")
        for entry in directory.entries {
            precondition(entry.offset + entry.packed <= bytes.count, "an entry out of the file")
            precondition(entry.name.count <= bytes.count, "a name longer than the file")
        }
        _ = (directory.unpacked, directory.overlaps)
    }
}
