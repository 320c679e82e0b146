/// Writes JSON in the canonical form of RFC 8785, restricted to what an entry may hold.
///
/// Values are objects, arrays, strings, booleans and integers up to 2^53−1; there is no null and
/// no fraction. The caller gives an object's keys in ASCII order; `FieldEncoder` asserts it.
public struct CanonicalWriter: Sendable {
    @usableFromInline package private(set) var bytes: [UInt8] = []

    @usableFromInline package init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    /// Leaves `room` zero bytes before what is written, for a caller who puts it behind others.
    package init(leaving room: Int, capacity: Int) {
        bytes.reserveCapacity(room + capacity)
        bytes.append(addingCapacity: room) { room in
            while !room.isFull { room.append(0) }
        }
    }

    @usableFromInline package mutating func openObject() { bytes.append(UInt8(ascii: "{")) }
    @usableFromInline package mutating func closeObject() { bytes.append(UInt8(ascii: "}")) }
    @usableFromInline package mutating func openArray() { bytes.append(UInt8(ascii: "[")) }
    @usableFromInline package mutating func closeArray() { bytes.append(UInt8(ascii: "]")) }
    @usableFromInline package mutating func comma() { bytes.append(UInt8(ascii: ",")) }

    /// Writes `key` and its colon, after a comma unless it opens its object.
    ///
    /// The key must be plain ASCII without quotes: it is a name from this code base.
    package mutating func key(_ key: String) {
        let isFirst = bytes.last == UInt8(ascii: "{")
        let utf8 = key.utf8
        let name = utf8.span
        bytes.append(addingCapacity: name.count + 4) { text in
            if !isFirst { text.append(UInt8(ascii: ",")) }
            text.append(UInt8(ascii: "\""))
            for index in name.indices { text.append(name[index]) }
            text.append(UInt8(ascii: "\""))
            text.append(UInt8(ascii: ":"))
        }
    }

    @usableFromInline package mutating func string(_ value: String) {
        let utf8 = value.utf8
        let text = utf8.span
        guard !Self.needsEscapes(text) else {
            bytes.append(UInt8(ascii: "\""))
            for byte in utf8 { escaped(byte) }
            bytes.append(UInt8(ascii: "\""))
            return
        }
        // Appending a view of a string holds and lets go of it several times.
        bytes.append(addingCapacity: text.count + 2) { quoted in
            quoted.append(UInt8(ascii: "\""))
            for index in text.indices { quoted.append(text[index]) }
            quoted.append(UInt8(ascii: "\""))
        }
    }

    /// Writes bytes that are already plain ASCII: a number, a digest, an instant.
    package mutating func quotedASCII(_ ascii: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: ascii)
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func id(_ id: EventID) {
        bytes.append(addingCapacity: 38) {
            $0.append(UInt8(ascii: "\""))
            id.write(to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    package mutating func instant(_ instant: Instant) {
        bytes.append(addingCapacity: 26) {
            $0.append(UInt8(ascii: "\""))
            instant.write(to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    package mutating func digest(_ digest: Digest) {
        bytes.append(addingCapacity: 66) {
            $0.append(UInt8(ascii: "\""))
            digest.writeHex(to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    package mutating func keyReference(_ reference: KeyReference) {
        bytes.append(addingCapacity: 34) {
            $0.append(UInt8(ascii: "\""))
            reference.writeHex(to: &$0)
            $0.append(UInt8(ascii: "\""))
        }
    }

    /// Writes `value`, which must lie within ±(2^53−1).
    package mutating func integer(_ value: Int) {
        precondition(abs(value) <= CanonicalReader.largestInteger, "integer beyond 2^53−1")
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    package mutating func boolean(_ value: Bool) {
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    /// Inserts a value that is canonical already, such as the data of an event.
    package mutating func raw(_ canonical: some Collection<UInt8>) {
        bytes.append(contentsOf: canonical)
    }

    private static func needsEscapes(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                return true
            }
        }
        return false
    }

    /// RFC 8785 §3.2.2.2: the five short forms, `\u00xx` for other controls, all else as it is.
    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x08: bytes += Array("\\b".utf8)
        case 0x09: bytes += Array("\\t".utf8)
        case 0x0A: bytes += Array("\\n".utf8)
        case 0x0C: bytes += Array("\\f".utf8)
        case 0x0D: bytes += Array("\\r".utf8)
        case 0..<0x20:
            bytes += Array("\\u00".utf8)
            bytes += [Hex.digit(byte >> 4), Hex.digit(byte & 15)]
        default: bytes.append(byte)
        }
    }
}
