/// The two sets of digits in use: ๐–๙ and 0–9.
package enum Digits: Sendable {
    case arabic
    case thai

    /// The value of one digit of either set.
    package static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x0E50...0x0E59: Int(scalar.value - 0x0E50)
        default: nil
        }
    }

    /// `text` with every digit of the other set replaced.
    package func written(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(Self.value(scalar).map { self.scalar($0) } ?? scalar)
        }
        return String(result)
    }

    private func scalar(_ value: Int) -> Unicode.Scalar {
        switch self {
        case .arabic: Unicode.Scalar(0x30 + UInt8(value))
        case .thai: Self.thaiDigits[value]
        }
    }

    private static let thaiDigits = Array("๐๑๒๓๔๕๖๗๘๙".unicodeScalars)

    /// The digits in what a person typed, as 0–9; nil if anything else is there but separators.
    ///
    /// Separators are spaces of any kind, hyphens and dashes, and characters without width.
    package static func typed(_ text: some StringProtocol) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            if let value = value(scalar) {
                digits.unicodeScalars.append(Unicode.Scalar(UInt8(value) + 0x30))
            } else if !isSeparator(scalar) {
                return nil
            }
        }
        return digits
    }

    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x200B, 0x2060, 0xFEFF: true
        default: scalar.properties.isWhitespace
        }
    }
}
