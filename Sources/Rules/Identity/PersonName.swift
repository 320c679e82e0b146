package import Events

/// A person's name as it is written in letters and on lists.
package struct PersonName: Hashable, Sendable {
    /// The titles offered; any other is typed, up to 50 letters.
    package static let titles = ["นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง"]
    package static let longestTitle = 50
    package static let longestName = 100

    package var title: String
    package var given: String
    package var family: String

    package init(title: String, given: String, family: String) {
        self.title = title
        self.given = given
        self.family = family
    }

    /// `นายสมชาย ใจดี`: no space between title and given name.
    package var thai: String {
        family.isEmpty ? title + given : "\(title)\(given) \(family)"
    }

    /// `Mr Somchai Jaidee`.
    package var english: String {
        [Self.english(of: title), given, family].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// `Mr` for `นาย`; a title that is not offered stays as it was typed.
    package static func english(of title: String) -> String { englishTitles[title] ?? title }

    /// `นายสมชาย จ…`: what a queue shows.
    package var masked: String {
        guard let initial = family.unicodeScalars.first(where: { !Self.isLeadingVowel($0) }) else {
            return thai
        }
        return "\(title)\(given) \(initial)…"
    }

    private static let englishTitles = [
        "นาย": "Mr", "นาง": "Mrs", "นางสาว": "Ms", "เด็กชาย": "Master", "เด็กหญิง": "Miss",
    ]

    private static func isLeadingVowel(_ scalar: Unicode.Scalar) -> Bool {
        (0x0E40...0x0E44).contains(scalar.value)
    }

    /// The first thing that is wrong with the name, if any.
    package var refusal: PersonNameRefusal? {
        if title.unicodeScalars.count > Self.longestTitle { return .titleTooLong }
        if ThaiText.trimmed(given).isEmpty { return .givenMissing }
        if ThaiText.trimmed(family).isEmpty { return .familyMissing }
        if max(given.unicodeScalars.count, family.unicodeScalars.count) > Self.longestName {
            return .nameTooLong
        }
        return nil
    }
}

extension PersonName {
    package init(_ petitioner: Petitioner) {
        self.init(petitioner.title, petitioner.givenName, petitioner.familyName)
    }

    package init(_ identity: Identity) {
        self.init(identity.title, identity.givenName, identity.familyName)
    }

    package init(_ person: Person) {
        self.init(person.title, person.givenName, person.familyName)
    }

    private init(_ title: String?, _ given: String?, _ family: String?) {
        self.init(title: title ?? "", given: given ?? "", family: family ?? "")
    }
}

package enum PersonNameRefusal: Refusal {
    case givenMissing
    case familyMissing
    case titleTooLong
    case nameTooLong

    package var wording: Wording {
        switch self {
        case .givenMissing: Wording(thai: "กรอกชื่อ", english: "Enter a given name")
        case .familyMissing: Wording(thai: "กรอกนามสกุล", english: "Enter a family name")
        case .titleTooLong:
            Wording(
                thai: "คำนำหน้าต้องไม่เกิน 50 ตัวอักษร", english: "The title must be 50 letters or fewer")
        case .nameTooLong:
            Wording(
                thai: "ชื่อและนามสกุลต้องไม่เกินอย่างละ 100 ตัวอักษร",
                english: "Given and family name must be 100 letters or fewer each")
        }
    }
}
