internal import Entries

/// A value that is kept in one column, as bytes that only the fold reads.
package protocol Packed: Equatable, Sendable {
    init(packed bytes: [UInt8]) throws
    func packed() -> [UInt8]
}

/// Bytes that are not what this version packs.
struct UnpackingError: Error {}

/// Packs numbers in as few bytes as they need, and texts behind their length.
struct Packer: Equatable, Sendable {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Seven bits a byte, the sign in the lowest.
    mutating func add(_ number: Int) {
        var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Its place among the words of its kind: rows are made anew when those change, with the
    /// version of their view.
    mutating func add<Word: FieldWord>(word: Word) where Word.AllCases == [Word] {
        guard let place = Word.allCases.firstIndex(of: word) else {
            preconditionFailure("\(word) is no word of its kind")
        }
        add(place)
    }

    /// What another one packed.
    mutating func add(_ packed: Packer) { bytes.append(contentsOf: packed.bytes) }
}

/// Reads what a `Packer` packed, in the same order.
struct Unpacker {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number() throws(UnpackingError) -> Int {
        var value: UInt = 0
        for shift in stride(from: 0, to: UInt.bitWidth, by: 7) {
            guard offset < bytes.count else { break }
            let byte = bytes[offset]
            offset += 1
            value |= UInt(byte & 0x7F) << UInt(shift)
            if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(value & 1) }
        }
        throw UnpackingError()
    }

    mutating func word<Word: FieldWord>() throws(UnpackingError) -> Word
    where Word.AllCases == [Word] {
        let (place, words) = (try number(), Word.allCases)
        guard words.indices.contains(place) else { throw UnpackingError() }
        return words[place]
    }

    mutating func text() throws(UnpackingError) -> String {
        let count = try number()
        guard count >= 0, count <= bytes.count - offset,
            let text = text(in: offset..<(offset + count))
        else { throw UnpackingError() }
        offset += count
        return text
    }

    private func text(in range: Range<Int>) -> String? {
        guard let utf8 = try? UTF8Span(validating: bytes.span.extracting(range)) else { return nil }
        return String(copying: utf8)
    }
}
