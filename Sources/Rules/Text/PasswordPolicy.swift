package import Events

/// What the office asks of a password.
package struct PasswordPolicy: Hashable, Sendable {
    /// The bounds within which an office may set its own.
    package static let settableLengths = 8...128

    package var shortest: Int
    package var longest: Int
    package var needsUpperCase: Bool
    package var needsLowerCase: Bool
    package var needsDigit: Bool
    package var needsSpecial: Bool

    package init(
        shortest: Int = 8, longest: Int = 64, needsUpperCase: Bool = true,
        needsLowerCase: Bool = true, needsDigit: Bool = true, needsSpecial: Bool = true
    ) {
        self.shortest = shortest
        self.longest = longest
        self.needsUpperCase = needsUpperCase
        self.needsLowerCase = needsLowerCase
        self.needsDigit = needsDigit
        self.needsSpecial = needsSpecial
    }

    package init(_ setting: OfficeEvent.PasswordPolicySet) {
        self.init(
            shortest: setting.least, longest: setting.most, needsUpperCase: setting.needsUpper,
            needsLowerCase: setting.needsLower, needsDigit: setting.needsDigit,
            needsSpecial: setting.needsSpecial)
    }

    /// The setting that makes this policy.
    package var setting: OfficeEvent.PasswordPolicySet {
        OfficeEvent.PasswordPolicySet(
            least: shortest, most: longest, needsUpper: needsUpperCase, needsLower: needsLowerCase,
            needsDigit: needsDigit, needsSpecial: needsSpecial)
    }

    /// Upper case, lower case, digit and special, with room for a pass phrase.
    package static let standard = PasswordPolicy()
    /// As `standard`, and at most 16 characters: the rule that the older systems have.
    package static let narrow = PasswordPolicy(longest: 16)

    /// Whether an office may set this policy.
    package var isSettable: Bool {
        Self.settableLengths.contains(shortest) && Self.settableLengths.contains(longest)
            && shortest <= longest && longest >= 16
    }

    /// All that is wrong with `password`; `names` are what it may not contain: the account's
    /// number, e-mail and the like.
    package func faults(of password: String, names: [String] = []) -> [PasswordFault] {
        let scalars = password.unicodeScalars
        var faults: [PasswordFault] = []
        if scalars.count < shortest { faults.append(.tooShort(shortest)) }
        if scalars.count > longest { faults.append(.tooLong(longest)) }
        let kinds = Set(scalars.map(Kind.init))
        if needsUpperCase, !kinds.contains(.upper) { faults.append(.noUpperCase) }
        if needsLowerCase, !kinds.contains(.lower) { faults.append(.noLowerCase) }
        if needsDigit, !kinds.contains(.digit) { faults.append(.noDigit) }
        if needsSpecial, !kinds.contains(.special) { faults.append(.noSpecial) }
        if kinds.contains(.control) { faults.append(.unreadable) }
        let folded = password.lowercased()
        if names.contains(where: { $0.utf8.count >= 4 && folded.contains($0.lowercased()) }) {
            faults.append(.namesTheHolder)
        }
        return faults
    }

    private enum Kind {
        case upper, lower, digit, letter, special, control

        init(_ scalar: Unicode.Scalar) {
            let properties = scalar.properties
            if properties.isUppercase {
                self = .upper
            } else if properties.isLowercase {
                self = .lower
            } else if Digits.value(scalar) != nil {
                self = .digit
            } else if properties.generalCategory == .control {
                self = .control
            } else {
                self = properties.isAlphabetic ? .letter : .special
            }
        }
    }
}

package enum PasswordFault: Refusal {
    case tooShort(Int)
    case tooLong(Int)
    case noUpperCase
    case noLowerCase
    case noDigit
    case noSpecial
    /// It holds a control character, which nobody can type again.
    case unreadable
    case namesTheHolder

    package var wording: Wording {
        switch self {
        case .tooShort(let count):
            Wording(
                thai: "รหัสผ่านต้องมีอย่างน้อย \(count) ตัว",
                english: "The password must have at least \(count) characters")
        case .tooLong(let count):
            Wording(
                thai: "รหัสผ่านต้องไม่เกิน \(count) ตัว",
                english: "The password must have at most \(count) characters")
        case .noUpperCase:
            Wording(
                thai: "รหัสผ่านต้องมีตัวพิมพ์ใหญ่ A–Z อย่างน้อย 1 ตัว",
                english: "The password must have an upper-case letter")
        case .noLowerCase:
            Wording(
                thai: "รหัสผ่านต้องมีตัวพิมพ์เล็ก a–z อย่างน้อย 1 ตัว",
                english: "The password must have a lower-case letter")
        case .noDigit:
            Wording(
                thai: "รหัสผ่านต้องมีตัวเลขอย่างน้อย 1 ตัว", english: "The password must have a digit")
        case .noSpecial:
            Wording(
                thai: "รหัสผ่านต้องมีอักขระพิเศษอย่างน้อย 1 ตัว เช่น $ @ # ! _",
                english: "The password must have a special character, such as $ @ # ! _")
        case .unreadable:
            Wording(
                thai: "รหัสผ่านมีอักขระที่พิมพ์ไม่ได้ พิมพ์รหัสผ่านใหม่",
                english: "The password has a character that cannot be typed. Type it again")
        case .namesTheHolder:
            Wording(
                thai: "รหัสผ่านต้องไม่มีเลขประจำตัว ชื่อ หรืออีเมลของท่าน",
                english: "The password must not contain your number, name or e-mail")
        }
    }
}
