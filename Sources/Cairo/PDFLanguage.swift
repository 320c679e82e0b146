/// Adds a language to a PDF, which cairo before 1.18 cannot write.
///
/// An incremental update as the standard has it (ISO 32000 §7.5.6): the catalogue is written again
/// at the end, with a table and a trailer that point to it. A file of another shape stays as it is.
enum PDFLanguage {
    static func added(_ language: String, to bytes: [UInt8]) -> [UInt8] {
        guard let table = number(after: "startxref", in: bytes, last: true),
            let size = number(after: "/Size", in: bytes, last: true),
            let root = number(after: "/Root", in: bytes, last: true),
            let info = number(after: "/Info", in: bytes, last: true),
            let catalogue = object(root, in: bytes)
        else { return bytes }
        let extra = "   /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
        let start = bytes.count
        let body = "\(root) 0 obj\n<<\(catalogue)\(extra)>>\nendobj\n"
        let offset = start + body.utf8.count
        let place = String(repeating: "0", count: max(0, 10 - "\(start)".count)) + "\(start)"
        let end = """
            xref
            \(root) 1
            \(place) 00000 n\u{20}
            trailer
            << /Size \(size)
               /Root \(root) 0 R
               /Info \(info) 0 R
               /Prev \(table)
            >>
            startxref
            \(offset)
            %%EOF

            """
        return bytes + Array((body + end).utf8)
    }

    /// What stands between `<<` and `>>` of an object that holds a dictionary without others.
    private static func object(_ number: Int, in bytes: [UInt8]) -> String? {
        guard let start = position(of: "\n\(number) 0 obj\n<<", in: bytes),
            let end = position(of: ">>\nendobj", in: bytes, from: start.upperBound)
        else { return nil }
        let inner = String(decoding: bytes[start.upperBound..<end.lowerBound], as: UTF8.self)
        return inner.contains("/Lang") ? nil : inner
    }

    private static func number(after word: String, in bytes: [UInt8], last: Bool) -> Int? {
        guard let place = position(of: word, in: bytes, last: last) else { return nil }
        let rest = bytes[place.upperBound...].drop { $0 == 0x20 || $0 == 0x0A }
        let digits = rest.prefix { (0x30...0x39).contains($0) }.prefix(12)
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private static func position(
        of word: String, in bytes: [UInt8], from start: Int = 0, last: Bool = false
    ) -> Range<Int>? {
        let word = Array(word.utf8)
        guard bytes.count - start >= word.count else { return nil }
        let starts = start...(bytes.count - word.count)
        func fits(_ index: Int) -> Bool {
            bytes[index] == word[0] && bytes[index..<index + word.count].elementsEqual(word)
        }
        let found = last ? starts.last(where: fits) : starts.first(where: fits)
        return found.map { $0..<$0 + word.count }
    }
}
