/// Percent-encoding, strictly: what is not well formed is not read.
package enum PercentCoding {
    /// Nil if an escape is broken, or the bytes are not UTF-8 or hold a control character that
    /// `allowing` does not.
    static func decoded(
        _ bytes: some Collection<UInt8>, plusIsSpace: Bool = false,
        allowing allowed: (UInt8) -> Bool = { _ in false }
    ) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while var byte = rest.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.next().flatMap(ASCII.hexValue),
                    let low = rest.next().flatMap(ASCII.hexValue)
                else { return nil }
                byte = high << 4 | low
            } else if plusIsSpace, byte == UInt8(ascii: "+") {
                byte = 0x20
            }
            guard !ASCII.isControl(byte) || allowed(byte) else { return nil }
            result.append(byte)
        }
        return String(validating: result, as: UTF8.self)
    }

    /// Everything but letters, digits and `-._~` escaped: fit for a path segment or a query.
    package static func encoded(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if ASCII.isLetter(byte) || ASCII.isDigit(byte) || unreserved.contains(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), ASCII.hexDigit(byte >> 4), ASCII.hexDigit(byte & 15)]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let unreserved = Array("-._~".utf8)
}
