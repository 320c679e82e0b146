/// A text as it can be printed, and where its lines may not end.
struct PrintableText {
    let text: String
    /// Of two characters each, as offsets of UTF-8: between them no line ends.
    let unbreakable: [Range<Int>]

    init(_ text: some StringProtocol) {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(contentsOf: Self.printed(scalar)) }
        self.text = String(result)
        unbreakable = Self.unbreakable(in: Array(self.text.utf8))
    }

    private static func printed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 0x0A: [scalar]
        case 0x09: [" "]
        case 0x00...0x1F, 0x7F...0x9F: []
        // They would turn round what is read.
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: []
        case 0x2028, 0x2029: ["\n"]
        case 0xFEFF: []
        default: [scalar]
        }
    }

    /// The space before ๆ, ฯ and น. may not end a line.
    private static func unbreakable(in bytes: [UInt8]) -> [Range<Int>] {
        let marks = ["ๆ", "ฯ", "น."].map { Array($0.utf8) }
        return bytes.indices.filter { index in
            bytes[index] == UInt8(ascii: " ")
                && marks.contains { bytes[(index + 1)...].starts(with: $0) }
        }.map { $0..<$0 + 1 + "ๆ".utf8.count }
    }
}
