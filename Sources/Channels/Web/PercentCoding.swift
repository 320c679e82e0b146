/// Texts as they stand in addresses and forms (RFC 3986).
package enum PercentCoding {
    /// All but letters, digits and `-._~` as `%E0`.
    package static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%"
                for digit in [byte >> 4, byte & 15] {
                    result += String(digit, radix: 16, uppercase: true)
                }
            }
        }
        return result
    }

    /// `a=1&b=2`: the body of a form, the query of an address.
    package static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    }
}
