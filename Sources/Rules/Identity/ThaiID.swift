package import Events

/// A Thai 13-digit number: a person's citizen number or a juristic person's tax number.
///
/// Both kinds have the same check digit and both may begin with 0, so the number does not tell
/// whose it is: the caller says what kind of holder was asked for. The check digit never finds a
/// wrong third digit, whose weight is 11.
package struct ThaiID: Hashable, Sendable {
    /// Thirteen digits 0–9 without separators.
    package let digits: String

    package enum Holder: Sendable {
        case person
        case juristic
    }

    /// Reads what was typed: Thai digits, spaces and dashes are accepted.
    package init(_ text: some StringProtocol, of holder: Holder = .person) throws(ThaiIDRefusal) {
        guard let digits = Digits.typed(text), digits.utf8.count == 13 else {
            throw .notThirteenDigits
        }
        switch (holder, digits.utf8.first) {
        case (.person, UInt8(ascii: "9")): throw .noSuchCategory
        case (.juristic, let first) where first != UInt8(ascii: "0"): throw .notJuristic
        default: break
        }
        guard Self.checkDigit(of: digits.utf8.prefix(12)) == digits.utf8.last else {
            throw .wrongCheckDigit
        }
        self.digits = digits
    }

    /// The thirteenth digit that belongs to the first twelve, as ASCII.
    package static func checkDigit(of twelve: some Sequence<UInt8>) -> UInt8 {
        var sum = 0
        var weight = 13
        for digit in twelve {
            sum += Int(digit - UInt8(ascii: "0")) * weight
            weight -= 1
        }
        return UInt8(ascii: "0") + UInt8((11 - sum % 11) % 10)
    }

    /// The first digit, 0–8.
    package var category: Int { Int(digits.utf8[digits.startIndex] - UInt8(ascii: "0")) }

    /// Whether the holder has no Thai nationality or no civil status (categories 0, 6 and 7).
    package var isWithoutThaiStatus: Bool { [0, 6, 7].contains(category) }

    /// Whether the number alone could be a person's or a juristic person's.
    package var isAmbiguous: Bool { category == 0 }

    /// `1-9999-00001-01-0`.
    package var display: String { Self.grouped(digits) }

    /// `x-xxxx-xxxxx-01-0`: what a screen shows.
    package var masked: String {
        Self.grouped(String(repeating: "x", count: 10) + digits.suffix(3))
    }

    private static func grouped(_ digits: String) -> String {
        var rest = Substring(digits)
        var groups: [Substring] = []
        for length in [1, 4, 5, 2, 1] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }
}

package enum ThaiIDRefusal: Refusal {
    case notThirteenDigits
    /// The first digit is 9, which is not given out.
    case noSuchCategory
    case wrongCheckDigit
    /// A juristic person's number begins with 0.
    case notJuristic

    package var wording: Wording {
        switch self {
        case .notThirteenDigits:
            Wording(
                thai: "กรอกเลขประจำตัวประชาชน 13 หลัก",
                english: "Enter a 13-digit national ID number")
        case .noSuchCategory, .wrongCheckDigit:
            Wording(
                thai: "เลขประจำตัวประชาชนไม่ถูกต้อง ตรวจสอบตัวเลขบนบัตรอีกครั้ง",
                english: "This national ID number is not valid. Check the digits on the card")
        case .notJuristic:
            Wording(
                thai: "เลขทะเบียนนิติบุคคลต้องขึ้นต้นด้วย 0 ตรวจสอบตัวเลขอีกครั้ง",
                english: "A juristic person’s number begins with 0. Check the digits")
        }
    }
}

extension ThaiID {
    /// Stored digits in their groups; what cannot be read stays as it is.
    package static func shown(_ stored: String, of holder: Holder = .person) -> String {
        (try? ThaiID(stored, of: holder))?.display ?? stored
    }
}
