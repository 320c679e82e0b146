/// Whole numbers as the house writes them: to JSON `12.0` and `1.2e1` are 12 too.
enum PlainNumbers {
    /// The same text with its whole numbers written plainly; everything else stays as it is.
    static func written(_ json: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(json.count)
        var index = 0
        while index < json.count {
            let start = index
            if json[index] == UInt8(ascii: "\"") {
                index = end(ofString: json, from: index)
                plain += json[start..<index]
            } else if isOfNumber(json[index]) {
                while index < json.count, isOfNumber(json[index]) { index += 1 }
                plain += number(json[start..<index])
            } else {
                plain.append(json[index])
                index += 1
            }
        }
        return plain
    }

    private static func end(ofString json: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < json.count, json[index] != UInt8(ascii: "\"") {
            index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, json.count)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
            || byte | 0x20 == UInt8(ascii: "e")
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
            let number = Double(String(decoding: bytes, as: UTF8.self)),
            let whole = Int(exactly: number)
        else { return Array(bytes) }
        return Array("\(whole)".utf8)
    }
}
