/// A secret that people copy by hand: a guest's password, the code that verifies a document.
///
/// Letters and digits that are not taken for each other (Crockford's base 32: no I, L, O, U); what
/// is typed instead of them is read as what was meant.
package struct AccessCode: Hashable, Sendable {
    /// Fifty bits: with throttled tries enough for one case.
    package static let passwordLength = 10
    /// Sixty bits: for codes that are checked by anybody.
    package static let verificationLength = 12

    package let text: String

    /// Makes a code from as many random bytes as it shall have letters.
    package init(random bytes: some Collection<UInt8>) {
        text = String(decoding: bytes.map { Self.alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Reads what was typed; nil if it cannot be a code of `length` letters.
    package init?(_ typed: some StringProtocol, length: Int) {
        var letters: [UInt8] = []
        for scalar in Digits.arabic.written(typed).uppercased().unicodeScalars {
            switch scalar {
            case "O": letters.append(UInt8(ascii: "0"))
            case "I", "L": letters.append(UInt8(ascii: "1"))
            default:
                if Digits.isSeparator(scalar) { continue }
                guard scalar.isASCII, Self.alphabet.contains(UInt8(ascii: scalar)) else {
                    return nil
                }
                letters.append(UInt8(ascii: scalar))
            }
        }
        guard letters.count == length else { return nil }
        text = String(decoding: letters, as: UTF8.self)
    }

    /// In groups, `7K3M-9QXT-2F4H`, of four or of five.
    package var display: String {
        let size = text.utf8.count % 5 == 0 ? 5 : 4
        var rest = Substring(text)
        var groups: [Substring] = []
        while !rest.isEmpty {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return groups.joined(separator: "-")
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
