/// Writes a table as RFC 4180 wants it: a header, rows that end with CR LF, quotes where needed.
package struct CSVWriter: ~Copyable {
    private var target: TargetFile
    private let separator: UInt8
    private let columns: Int

    /// With `hasMark` the file begins with a byte order mark, by which Excel knows UTF-8.
    package init(
        _ target: consuming TargetFile, columns: [String], separator: UInt8 = UInt8(ascii: ","),
        hasMark: Bool = false
    ) throws(ExchangeError) {
        self.target = target
        self.separator = separator
        self.columns = columns.count
        if hasMark { try self.target.write([0xEF, 0xBB, 0xBF]) }
        try write(columns)
    }

    /// Writes a row, which has a field for every column.
    package mutating func write(_ fields: [String]) throws(ExchangeError) {
        precondition(fields.count == columns, "a row has a field for every column")
        try target.write(Self.line(fields, separator: separator))
    }

    /// One row with its end, for whoever has a place for it.
    package static func line(
        _ fields: [String], separator: UInt8 = UInt8(ascii: ",")
    ) -> [UInt8] {
        var row: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { row.append(separator) }
            append(field, to: &row, separator, isAlone: fields.count == 1)
        }
        row += [0x0D, 0x0A]
        return row
    }

    package consuming func finish() throws(ExchangeError) { try target.finish() }

    private static func append(
        _ field: String, to row: inout [UInt8], _ separator: UInt8, isAlone: Bool
    ) {
        let quote = UInt8(ascii: "\"")
        let isPlain = field.utf8.allSatisfy { byte in
            byte > 0x20 && byte != quote && byte != separator || byte == 0x20
        }
        // A single empty field would be an empty line; spaces at the ends are lost in some programs.
        let hasOuterSpace = field.first == " " || field.last == " "
        let isMark = field.unicodeScalars.first == "\u{FEFF}"
        guard !isPlain || hasOuterSpace || isMark || (field.isEmpty && isAlone) else {
            return row.append(contentsOf: field.utf8)
        }
        row.append(quote)
        for byte in field.utf8 {
            if byte == quote { row.append(quote) }
            row.append(byte)
        }
        row.append(quote)
    }
}
