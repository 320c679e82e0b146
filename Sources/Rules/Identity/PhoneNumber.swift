package import Events

/// A Thai telephone number with its extension.
package struct PhoneNumber: Hashable, Sendable {
    package enum Kind: Sendable {
        case mobile
        case fixed
        /// Three or four digits, such as 191 or 1669: it cannot be called from abroad.
        case short
    }

    /// As dialled within Thailand: `0812345678`, `021234567`, `1669`.
    package let national: String
    /// Digits to ask for after the connection, or nil.
    package let `extension`: String?
    package let kind: Kind

    /// Reads what was typed: Thai digits, spaces, dashes, brackets, `+66` and `ต่อ 12`.
    package init(_ typed: some StringProtocol) throws(PhoneRefusal) {
        let (number, suffix) = Self.split(Digits.arabic.written(typed))
        guard var digits = Self.digits(number) else { throw .notAPhoneNumber }
        if digits.hasPrefix("+") {
            guard digits.hasPrefix("+66") else { throw .notThai }
            let rest = digits.dropFirst(3)
            digits = rest.hasPrefix("0") ? String(rest) : "0" + rest
        }
        guard let kind = Self.kind(of: Array(digits.utf8)) else { throw .notAPhoneNumber }
        if let suffix {
            guard let extensionDigits = Digits.typed(suffix),
                (1...6).contains(extensionDigits.utf8.count)
            else { throw .notAnExtension }
            self.extension = extensionDigits
        } else {
            self.extension = nil
        }
        self.kind = kind
        national = digits
    }

    /// Reads the number that a person gives to be called back at: a short one, such as 191, calls
    /// somebody else.
    package init(ofPerson typed: some StringProtocol) throws(PhoneRefusal) {
        let number = try PhoneNumber(typed)
        guard number.kind != .short else { throw .notAPersons }
        self = number
    }

    /// `+66812345678`; nil for a short number.
    package var e164: String? { kind == .short ? nil : "+66" + national.dropFirst() }

    /// The one form to store: E.164, with `;ext=12` after it where there is an extension.
    package var stored: String { (e164 ?? national) + (self.extension.map { ";ext=\($0)" } ?? "") }

    /// `081-234-5678`, `02-123-4567 ต่อ 12`, `076-123-456`, `1669`.
    package var display: String {
        grouped(national) + (self.extension.map { " ต่อ \($0)" } ?? "")
    }

    /// `xxx-xxx-5678`.
    package var masked: String {
        kind == .short
            ? national
            : grouped(String(repeating: "x", count: national.utf8.count - 4) + lastFour)
    }

    /// What a guest gives with the petition's number to follow it.
    package var lastFour: String { String(national.suffix(4)) }

    private func grouped(_ digits: String) -> String {
        let lengths =
            switch kind {
            case .mobile: [3, 3, 4]
            case .fixed: national.hasPrefix("02") ? [2, 3, 4] : [3, 3, 3]
            case .short: [4]
            }
        var rest = Substring(digits)
        return lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return rest.prefix(length)
        }.joined(separator: "-")
    }

    private static func split(_ text: String) -> (number: Substring, extension: Substring?) {
        let lower = text.lowercased()
        for marker in ["ต่อ", ";ext=", "ext.", "ext", "#"] {
            let parts = lower.unicodeScalars.split(
                separator: marker.unicodeScalars, maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { return (Substring(parts[0]), Substring(parts[1])) }
        }
        return (Substring(lower), nil)
    }

    /// The digits, after a `+` if it comes first; nil if there is anything that is no separator.
    private static func digits(_ text: Substring) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+": guard digits.isEmpty else { return nil }; digits = "+"
            case "(", ")", ".": continue
            default: guard Digits.isSeparator(scalar) else { return nil }
            }
        }
        return digits
    }

    private static func kind(of digits: [UInt8]) -> Kind? {
        switch digits.count {
        case 3, 4: return digits[0] == UInt8(ascii: "1") ? .short : nil
        case 9:
            return digits[0] == UInt8(ascii: "0") && "23457".utf8.contains(digits[1]) ? .fixed : nil
        case 10:
            return digits[0] == UInt8(ascii: "0") && "689".utf8.contains(digits[1]) ? .mobile : nil
        default: return nil
        }
    }
}

package enum PhoneRefusal: Refusal {
    case notAPhoneNumber
    /// It begins with the code of another country.
    case notThai
    case notAnExtension
    /// A short number of a service, where a person's own is asked for.
    case notAPersons

    package var wording: Wording {
        switch self {
        case .notAPhoneNumber:
            Wording(
                thai: "กรอกเบอร์โทรศัพท์ เช่น 081 234 5678",
                english: "Enter a telephone number, such as 081 234 5678")
        case .notThai:
            Wording(
                thai: "กรอกเบอร์โทรศัพท์ในประเทศไทย เช่น 081 234 5678 หรือ +66 81 234 5678",
                english: "Enter a number in Thailand, such as 081 234 5678 or +66 81 234 5678")
        case .notAPersons:
            Wording(
                thai: "กรอกเบอร์ที่ติดต่อท่านได้ 9 หรือ 10 หลัก เช่น 081 234 5678",
                english: "Enter a number of nine or ten digits that reaches you, such as "
                    + "081 234 5678")
        case .notAnExtension:
            Wording(
                thai: "กรอกเบอร์ต่อเป็นตัวเลขหลังคำว่า ต่อ เช่น 02 123 4567 ต่อ 12",
                english: "Enter the extension as digits, such as 02 123 4567 ext 12")
        }
    }
}

extension PhoneNumber {
    /// A stored number as people write it; what cannot be read stays as it is.
    package static func shown(_ stored: String) -> String {
        (try? PhoneNumber(stored))?.display ?? stored
    }
}
