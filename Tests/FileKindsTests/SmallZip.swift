/// Writes ZIP files with entries as they are, or as a liar would have them.
struct SmallZip {
    struct Entry {
        var name: String
        var content: [UInt8] = Array("<xml/>".utf8)
        /// What the directory says of it, if not the truth.
        var claimed: Int?
        var isEncrypted = false
        /// Where the directory says that it lies, if not where it does.
        var offset: Int?
    }

    var entries: [Entry]
    var comment: [UInt8] = []

    init(_ names: String...) {
        entries = names.map { Entry(name: $0) }
    }

    static let docx = SmallZip("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    static let xlsx = SmallZip("[Content_Types].xml", "xl/workbook.xml")

    var bytes: [UInt8] {
        var bytes: [UInt8] = [], directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let flags = entry.isEncrypted ? 1 : 0
            let sizes =
                long(0) + long(entry.content.count) + long(entry.claimed ?? entry.content.count)
            let common = short(20) + short(flags) + short(0) + long(0) + sizes + short(name.count)
            let offset = entry.offset ?? bytes.count
            bytes += [0x50, 0x4B, 3, 4] + common + short(0) + name + entry.content
            directory += [0x50, 0x4B, 1, 2] + short(20) + common + short(0) + short(0) + short(0)
            directory += short(0) + long(0) + long(offset) + name
        }
        let count = short(entries.count)
        let end = [0x50, 0x4B, 5, 6] + short(0) + short(0) + count + count
        return bytes + directory + end + long(directory.count) + long(bytes.count)
            + short(comment.count) + comment
    }

    private func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    private func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16) }
}
