/// The rows of a CSV file (RFC 4180) from front to back.
///
/// A field is quoted whole or not at all; quotes in it are doubled; a row ends with CR LF or LF; a
/// byte order mark in front is taken off; empty lines between rows hold nothing and are passed
/// over. After a bad row reading goes on at the line below the one where it began, so that a stray
/// quote costs one row and not the rest of the file.
struct CSVRows: ~Copyable {
    enum Row: Equatable {
        case row(line: Int, fields: [String])
        case bad(line: Int, reason: Words)
    }

    private var file: SourceFile
    private let separator: UInt8
    private let limits: SourceLimits
    /// What has been read and not yet used up begins at `start`.
    private var buffer: [UInt8] = []
    private var start = 0
    private var chunk = [UInt8](repeating: 0, count: 64 << 10)
    private var isAtEnd = false
    private(set) var line = 1
    /// What the first line is separated by, if that is another separator than the expected one.
    private(set) var likelySeparator: UInt8?

    /// A first line is not looked at beyond so many bytes.
    private static let longestHeader = 64 << 10

    init(
        _ file: consuming SourceFile, separator: UInt8 = UInt8(ascii: ","),
        limits: SourceLimits = SourceLimits()
    ) throws(ExchangeError) {
        self.file = file
        self.separator = separator
        self.limits = limits
        while buffer.count < 5
            || buffer.count < Self.longestHeader && !buffer.contains(UInt8(ascii: "\n")),
            try fill()
        {}
        likelySeparator = Self.separator(
            of: buffer.prefix { $0 != UInt8(ascii: "\n") }, not: separator)
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
            throw .unusableHeader(reason: .utf16File)
        }
        if buffer[start...].starts(with: "<?".utf8) { throw .unusableHeader(reason: .xmlForCSV) }
    }

    /// The separator that `line` has outside quotes, if it has none of those that are expected.
    private static func separator(of line: ArraySlice<UInt8>, not expected: UInt8) -> UInt8? {
        let others: [UInt8] = [
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
        ]
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in line {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        guard counts[expected] == nil else { return nil }
        return others.filter { counts[$0] != nil }.max {
            counts[$0, default: 0] < counts[$1, default: 0]
        }
    }

    var bytesConsumed: Int { file.bytesConsumed }

    /// The next row; nil at the end.
    mutating func next() throws(ExchangeError) -> Row? {
        while true {
            var scan = CSVScan(buffer[start...], separator: separator, limits: limits)
            switch scan.run(isAtEnd: isAtEnd) {
            case .row(let fields):
                let first = line
                use(scan.used)
                if scan.used > 0, fields.isEmpty { continue }
                return fields.isEmpty ? nil : .row(line: first, fields: fields)
            case .needsMore:
                if buffer.count - start > limits.rowBytes {
                    return try leaveLine(.rowTooLong(limits.rowBytes))
                }
                isAtEnd = try !fill()
            case .bad(let reason): return try leaveLine(reason)
            }
        }
    }

    private mutating func use(_ count: Int) {
        for byte in buffer[start..<(start + count)] where byte == UInt8(ascii: "\n") { line += 1 }
        start += count
    }

    /// Goes on at the next line, however far it is.
    private mutating func leaveLine(_ reason: Words) throws(ExchangeError) -> Row {
        let first = line
        while true {
            if let newline = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
                start = newline + 1
                line += 1
                break
            }
            buffer.removeAll(keepingCapacity: true)
            start = 0
            guard try fill() else { break }
        }
        return .bad(line: first, reason: reason)
    }

    /// Adds a piece of the file to the buffer; false at its end.
    private mutating func fill() throws(ExchangeError) -> Bool {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        let count = try file.read(into: &chunk)
        buffer.append(contentsOf: chunk[..<count])
        return count > 0
    }
}
