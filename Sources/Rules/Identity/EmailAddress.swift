package import Events

/// An e-mail address that has the shape of one; only a message to it shows whether it works.
package struct EmailAddress: Hashable, Sendable {
    /// As typed, without the white space around it.
    package let text: String

    package init(_ typed: some StringProtocol) throws(EmailRefusal) {
        let scalars = Array(ThaiText.trimmed(typed).unicodeScalars)
        guard let at = scalars.lastIndex(of: "@") else { throw .notAnAddress }
        let local = scalars[..<at]
        let domain = scalars[(at + 1)...]
        let text = String(String.UnicodeScalarView(scalars))
        guard text.utf8.count <= 254, Self.isLocalPart(local), Self.isDomain(domain) else {
            throw .notAnAddress
        }
        self.text = text
    }

    /// What two addresses of one mailbox share: the lower-case text.
    ///
    /// The local part could differ by case in theory; no provider of note does so, and people
    /// type it either way.
    package var key: String { text.lowercased() }

    /// `s•••@example.go.th`.
    package var masked: String {
        guard let at = text.lastIndex(of: "@"), let first = text.first else { return "•••" }
        return "\(first)•••\(text[at...])"
    }

    private static func isLocalPart(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        guard (1...64).contains(part.count), part.first != ".", part.last != "." else {
            return false
        }
        var last: Unicode.Scalar = "@"
        for scalar in part {
            if scalar == "." && last == "." { return false }
            if scalar.value <= 0x20 || "@,;:<>()[]\"\\".unicodeScalars.contains(scalar) {
                return false
            }
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                return false
            }
            last = scalar
        }
        return true
    }

    private static func isDomain(_ domain: ArraySlice<Unicode.Scalar>) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != "-" && label.last != "-"
                && label.allSatisfy { scalar in
                    scalar.isASCII
                        ? scalar == "-" || scalar.properties.isAlphabetic
                            || Digits.value(scalar) != nil
                        : scalar.properties.isXIDContinue
                }
        }
    }
}

package enum EmailRefusal: Refusal {
    case notAnAddress

    package var wording: Wording {
        Wording(
            thai: "กรอกอีเมลให้ครบ เช่น somchai@example.com",
            english: "Enter an e-mail address in full, such as somchai@example.com")
    }
}
