package import Events

/// A month's names.
package enum Month {
    /// `มกราคม`, `January`; months count from 1.
    package static func name(_ month: Int) -> Wording { names[month - 1].full }

    /// `ม.ค.`, `Jan`.
    package static func abbreviation(_ month: Int) -> Wording { names[month - 1].short }

    /// The month that `word` names in either language, in full or short, with or without stops.
    static func number(named word: some StringProtocol) -> Int? {
        let key = key(word)
        return key.isEmpty ? nil : numbers[key]
    }

    private static func key(_ word: some StringProtocol) -> String {
        ThaiText.key(word).filter { $0 != "." }
    }

    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            for word in [name.full.thai, name.full.english, name.short.thai, name.short.english] {
                numbers[key(word)] = index + 1
            }
        }
        return numbers
    }()

    private static let names: [(full: Wording, short: Wording)] = [
        ("มกราคม", "January", "ม.ค."), ("กุมภาพันธ์", "February", "ก.พ."),
        ("มีนาคม", "March", "มี.ค."), ("เมษายน", "April", "เม.ย."),
        ("พฤษภาคม", "May", "พ.ค."), ("มิถุนายน", "June", "มิ.ย."),
        ("กรกฎาคม", "July", "ก.ค."), ("สิงหาคม", "August", "ส.ค."),
        ("กันยายน", "September", "ก.ย."), ("ตุลาคม", "October", "ต.ค."),
        ("พฤศจิกายน", "November", "พ.ย."), ("ธันวาคม", "December", "ธ.ค."),
    ].map { thai, english, short in
        (
            Wording(thai: thai, english: english),
            Wording(thai: short, english: String(english.prefix(3)))
        )
    }
}
