/// The list of what a ZIP file holds, read from its end without unpacking anything.
///
/// Every offset and length is checked against the file; ZIP64 and archives in parts, which no
/// office document of our sizes needs, are refused.
package struct ZipDirectory: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let name: [UInt8]
        package let isEncrypted: Bool
        package let packed: Int, unpacked: Int
        /// Where its local header lies.
        package let offset: Int
    }

    package enum Problem: Error, Equatable, Sendable {
        case noDirectory
        case notWithinFile
        case tooManyEntries
        case inParts
    }

    package static let mostEntries = 10_000
    private static let longestComment = 0xFFFF
    private static let endLength = 22
    private static let entryLength = 46
    /// Names of office documents are short: this is enough for `mostEntries`.
    private static let largestDirectory = 2 << 20

    package let entries: [Entry]

    package init(_ file: FileContent) throws {
        let tailStart = max(0, file.size - Self.endLength - Self.longestComment)
        let tail = try file.bytes(tailStart..<file.size)
        guard let end = Self.end(in: tail) else { throw Problem.noDirectory }
        guard tail.number(at: end + 4, 2) == 0, tail.number(at: end + 6, 2) == 0 else {
            throw Problem.inParts
        }
        guard let count = tail.number(at: end + 10, 2), let size = tail.number(at: end + 12, 4),
            let offset = tail.number(at: end + 16, 4)
        else { throw Problem.noDirectory }
        guard count <= Self.mostEntries, size <= Self.largestDirectory else {
            throw Problem.tooManyEntries
        }
        guard offset + size <= tailStart + end else { throw Problem.notWithinFile }
        entries = try Self.entries(
            in: file.bytes(offset..<offset + size), count: count, before: offset)
    }

    /// The last place where an end record may begin whose comment fills the rest of the file.
    private static func end(in tail: [UInt8]) -> Int? {
        guard tail.count >= endLength else { return nil }
        return (0...(tail.count - endLength)).last { start in
            tail[start] == 0x50 && tail[start + 1] == 0x4B && tail[start + 2] == 5
                && tail[start + 3] == 6
                && tail.number(at: start + 20, 2) == tail.count - endLength - start
        }
    }

    private static func entries(
        in directory: [UInt8], count: Int, before end: Int
    ) throws -> [Entry] {
        var entries: [Entry] = []
        var start = 0
        for _ in 0..<count {
            guard directory.number(at: start, 4) == 0x0201_4B50,
                let flags = directory.number(at: start + 8, 2),
                let packed = directory.number(at: start + 20, 4),
                let unpacked = directory.number(at: start + 24, 4),
                let nameLength = directory.number(at: start + 28, 2),
                let extraLength = directory.number(at: start + 30, 2),
                let commentLength = directory.number(at: start + 32, 2),
                let offset = directory.number(at: start + 42, 4)
            else { throw Problem.notWithinFile }
            let nameStart = start + entryLength
            guard nameStart + nameLength <= directory.count, offset + 30 + packed <= end else {
                throw Problem.notWithinFile
            }
            entries.append(
                Entry(
                    name: Array(directory[nameStart..<nameStart + nameLength]),
                    isEncrypted: flags & 1 == 1, packed: packed, unpacked: unpacked, offset: offset)
            )
            start = nameStart + nameLength + extraLength + commentLength
        }
        return entries
    }

    // MARK: What it says

    package func holds(_ name: String) -> Bool {
        let name = Array(name.utf8)
        return entries.contains { $0.name == name }
    }

    package var unpacked: Int { entries.reduce(0) { $0 + $1.unpacked } }

    /// Whether two entries share bytes, as in bombs that unpack the same block many times.
    package var overlaps: Bool {
        let sorted = entries.sorted { $0.offset < $1.offset }
        return zip(sorted, sorted.dropFirst()).contains { first, second in
            first.offset + 30 + first.packed > second.offset
        }
    }
}

extension [UInt8] {
    /// A number of `size` bytes, the lowest first; nil beyond the end.
    fileprivate func number(at offset: Int, _ size: Int) -> Int? {
        guard offset >= 0, offset <= count - size else { return nil }
        return self[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
