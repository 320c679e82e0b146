package import Events

/// A passport number: six to nine capital letters and digits; no check is possible.
package struct PassportNumber: Hashable, Sendable {
    package let text: String

    /// Reads what was typed; small letters, spaces and dashes are accepted.
    package init(_ typed: some StringProtocol) throws(PassportRefusal) {
        var text = ""
        for scalar in Digits.arabic.written(typed).unicodeScalars {
            switch scalar {
            case "A"..."Z", "0"..."9": text.unicodeScalars.append(scalar)
            case "a"..."z": text += String(scalar).uppercased()
            default: guard Digits.isSeparator(scalar) else { throw .notAPassportNumber }
            }
        }
        guard (6...9).contains(text.utf8.count) else { throw .notAPassportNumber }
        self.text = text
    }

    /// Only the last three characters.
    package var masked: String {
        String(repeating: "x", count: text.utf8.count - 3) + text.suffix(3)
    }
}

package enum PassportRefusal: Refusal {
    case notAPassportNumber

    package var wording: Wording {
        Wording(
            thai: "กรอกเลขหนังสือเดินทาง 6 ถึง 9 ตัว เป็นตัวอักษรภาษาอังกฤษและตัวเลข เช่น AA1234567",
            english: "Enter a passport number of 6 to 9 letters and digits, such as AA1234567")
    }
}
