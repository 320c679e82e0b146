/// Takes a `multipart/form-data` body apart as it comes, keeping no more than a part's header.
///
/// Strictly as browsers write it: nothing before the first boundary, nothing behind the last.
package struct MultipartParser {
    package enum Event: Equatable, Sendable {
        case partBegan(PartHeader)
        case content(ArraySlice<UInt8>)
        case partEnded
    }

    private enum Stage { case start, delimiter, header, content, end }

    private let headerLimit: Int
    /// `\r\n--boundary`.
    private let delimiter: [UInt8]
    private var stage = Stage.start
    /// What could not be decided yet.
    private var pending: [UInt8] = []

    /// Refuses what is no boundary.
    package init(boundary: String?, headerLimit: Int = 4 << 10) throws(Refusal) {
        guard let boundary, (1...70).contains(boundary.utf8.count), boundary.utf8.last != 0x20,
            boundary.utf8.allSatisfy(Self.isBoundary)
        else { throw .malformed(.body) }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.headerLimit = headerLimit
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || boundaryMarks.contains(byte)
    }

    private static let boundaryMarks = Set("'()+_,-./:=? ".utf8)

    /// Whether the last boundary was there.
    package var isComplete: Bool { stage == .end && pending.count != 1 }

    private static let lineEnd = Array("\r\n".utf8)

    /// Reads on; `handle` gets what follows from it, in order.
    package mutating func read(
        _ piece: [UInt8], _ handle: (Event) throws(Refusal) -> Void
    ) throws(Refusal) {
        let bytes = pending.isEmpty ? piece : pending + piece
        pending = []
        var at = 0
        while try advance(bytes, &at, handle) {}
        pending = Array(bytes[at...])
    }

    /// One step from `at`; false if more bytes are needed.
    private mutating func advance(
        _ bytes: [UInt8], _ at: inout Int, _ handle: (Event) throws(Refusal) -> Void
    ) throws(Refusal) -> Bool {
        switch stage {
        case .start: return try readStart(bytes, &at)
        case .delimiter: return try readDelimiter(bytes, &at)
        case .header:
            guard let header = try readHeader(bytes, &at) else { return false }
            stage = .content
            try handle(.partBegan(header))
            return true
        case .content: return try readContent(bytes, &at, handle)
        case .end:
            // A line's end is all that may follow.
            guard Self.lineEnd.starts(with: bytes[at...]) else { throw .malformed(.body) }
            return false
        }
    }

    private mutating func readStart(_ bytes: [UInt8], _ at: inout Int) throws(Refusal) -> Bool {
        let first = delimiter.dropFirst(2)
        guard bytes.count - at >= first.count else {
            guard first.starts(with: bytes[at...]) else { throw .malformed(.body) }
            return false
        }
        guard bytes[at...].starts(with: first) else { throw .malformed(.body) }
        at += first.count
        stage = .delimiter
        return true
    }

    private mutating func readDelimiter(_ bytes: [UInt8], _ at: inout Int) throws(Refusal) -> Bool {
        guard bytes.count - at >= 2 else { return false }
        switch (bytes[at], bytes[at + 1]) {
        case (0x0D, 0x0A): stage = .header
        case (0x2D, 0x2D): stage = .end
        default: throw .malformed(.body)
        }
        at += 2
        return true
    }

    private func readHeader(_ bytes: [UInt8], _ at: inout Int) throws(Refusal) -> PartHeader? {
        let window = bytes[at..<min(at + headerLimit, bytes.count)]
        guard let end = Self.place(of: Self.headerEnd, in: window) else {
            if window.count == headerLimit { throw .tooLarge(.fields, limit: headerLimit) }
            return nil
        }
        defer { at = end + Self.headerEnd.count }
        return try PartHeader(window[..<end])
    }

    private static let headerEnd = Array("\r\n\r\n".utf8)

    private mutating func readContent(
        _ bytes: [UInt8], _ at: inout Int, _ handle: (Event) throws(Refusal) -> Void
    ) throws(Refusal) -> Bool {
        if let end = Self.place(of: delimiter, in: bytes[at...]) {
            if end > at { try handle(.content(bytes[at..<end])) }
            at = end + delimiter.count
            stage = .delimiter
            try handle(.partEnded)
            return true
        }
        // The end of what is there may be the beginning of the boundary.
        let safe = max(at, bytes.count - delimiter.count + 1)
        let cut = bytes[safe...].firstIndex(of: 0x0D) ?? bytes.count
        if cut > at { try handle(.content(bytes[at..<cut])) }
        at = cut
        return false
    }

    private static func place(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        let last = bytes.endIndex - pattern.count
        var at = bytes.startIndex
        while at <= last {
            guard let start = bytes[at...last].firstIndex(of: pattern[0]) else { return nil }
            if bytes[start...].starts(with: pattern) { return start }
            at = start + 1
        }
        return nil
    }
}
