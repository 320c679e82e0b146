internal import Entries
internal import Spreadsheets

/// A table as text for whatever program opens it: RFC 4180, with the mark by which Excel knows
/// UTF-8.
enum CSVText {
    static func bytes(_ headings: [String], _ rows: [[Cell]]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(headings.map { .text($0) }, to: &bytes)
        for row in rows { append(row, to: &bytes) }
        return bytes
    }

    private static func append(_ row: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: field(cell).utf8)
        }
        bytes += [0x0D, 0x0A]
    }

    private static func field(_ cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): quoted(harmless(text))
        case .number(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .day(let date): date.description
        case .moment(let date, let minute):
            "\(date) \(two(minute / 60)):\(two(minute % 60))"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it: what a
    /// citizen wrote must not act on an officer's machine. Some take the full-width signs for
    /// the narrow ones.
    private static func harmless(_ text: String) -> String {
        let signs = "=+-@\t\r\n＝＋－＠".unicodeScalars
        let isFormula = text.unicodeScalars.first.map { signs.contains($0) } ?? false
        return isFormula ? "'\(text)" : text
    }

    /// Always in quotes: some programs part fields at a semicolon or a tab too.
    private static func quoted(_ text: String) -> String {
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}
