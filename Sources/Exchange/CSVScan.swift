/// Reads one row from the front of some bytes.
struct CSVScan {
    enum Outcome: Equatable {
        /// No fields: an empty line, or nothing at all.
        case row([String])
        /// The bytes end in the middle of the row.
        case needsMore
        case bad(Words)
    }

    /// How many bytes the row takes, its line end included.
    private(set) var used = 0
    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    private let limits: SourceLimits
    private var at: Int
    private var fields: [String] = []

    private enum Ending { case field, row, needsMore, bad(Words) }

    init(_ bytes: ArraySlice<UInt8>, separator: UInt8, limits: SourceLimits) {
        self.bytes = bytes
        self.separator = separator
        self.limits = limits
        at = bytes.startIndex
    }

    mutating func run(isAtEnd: Bool) -> Outcome {
        if bytes.isEmpty { return isAtEnd ? .row([]) : .needsMore }
        while true {
            let isQuoted = at < bytes.endIndex && bytes[at] == UInt8(ascii: "\"")
            switch isQuoted ? quoted(isAtEnd) : plain(isAtEnd) {
            case .field where fields.count < limits.columns: continue
            case .field: return .bad(.tooManyColumns(limits.columns))
            case .needsMore: return .needsMore
            case .bad(let reason): return .bad(reason)
            case .row:
                used = at - bytes.startIndex
                guard used <= limits.rowBytes else { return .bad(.rowTooLong(limits.rowBytes)) }
                return .row(fields == [""] && !isQuoted ? [] : fields)
            }
        }
    }

    private mutating func plain(_ isAtEnd: Bool) -> Ending {
        let first = at
        while at < bytes.endIndex {
            switch bytes[at] {
            case separator, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return end(of: Array(bytes[first..<at]), isAtEnd)
            case UInt8(ascii: "\""): return .bad(.strayQuote(column: fields.count + 1))
            default: at += 1
            }
        }
        return isAtEnd ? end(of: Array(bytes[first..<at]), isAtEnd) : .needsMore
    }

    private mutating func quoted(_ isAtEnd: Bool) -> Ending {
        var value: [UInt8] = []
        at += 1
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: "\"") else {
                value.append(byte)
                continue
            }
            if at == bytes.endIndex, !isAtEnd { return .needsMore }
            guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else {
                return end(of: value, isAtEnd)
            }
            value.append(byte)
            at += 1
        }
        return isAtEnd ? .bad(.openQuote(column: fields.count + 1)) : .needsMore
    }

    /// Takes a field whose bytes are `value` and what ends it.
    private mutating func end(of value: [UInt8], _ isAtEnd: Bool) -> Ending {
        let ending = self.ending(isAtEnd)
        switch ending {
        case .needsMore, .bad: return ending
        case .field, .row: break
        }
        guard value.count <= limits.valueBytes else {
            return .bad(.fieldTooLong(column: fields.count + 1, limit: limits.valueBytes))
        }
        guard let text = String(validating: value, as: UTF8.self), !value.contains(0) else {
            return .bad(.notUTF8(column: fields.count + 1))
        }
        fields.append(text)
        return ending
    }

    private mutating func ending(_ isAtEnd: Bool) -> Ending {
        guard at < bytes.endIndex else { return isAtEnd ? .row : .needsMore }
        switch bytes[at] {
        case separator:
            at += 1
            return .field
        case UInt8(ascii: "\n"):
            at += 1
            return .row
        case UInt8(ascii: "\r"):
            if at + 1 == bytes.endIndex, !isAtEnd { return .needsMore }
            guard at + 1 < bytes.endIndex, bytes[at + 1] == UInt8(ascii: "\n") else {
                return .bad(.strayReturn(column: fields.count + 1))
            }
            at += 2
            return .row
        default: return .bad(.textAfterQuote(column: fields.count + 1))
        }
    }
}
