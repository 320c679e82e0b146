/// A fictitious citizen. The number is of province 99, which does not exist.
package struct Citizen: Equatable, Sendable {
    package let title: String, givenName: String, familyName: String
    /// Thirteen digits with a valid check digit.
    package let nationalID: String
    /// As typed: ten digits.
    package let phone: String
    package let email: String?
    package let house: String
    package let moo: Int
    /// Whether there is an account, or the citizen files as a guest or at the counter.
    package let hasAccount: Bool
}

/// Who lives in the simulated town.
package struct Cast: Sendable {
    package let citizens: [Citizen]

    /// One citizen for about every two petitions: some come back, most come once.
    package init(count: Int, dice: inout Dice) {
        citizens = (1...max(1, count)).map { Self.citizen($0, dice: &dice) }
    }

    private static func citizen(_ number: Int, dice: inout Dice) -> Citizen {
        let name = name(dice: &dice)
        let hasMail = dice.chance(55)
        return Citizen(
            title: name.title, givenName: name.given, familyName: name.family,
            nationalID: nationalID(number, dice: &dice),
            phone: "08\(Int.random(in: 0...9, using: &dice))00000\(digits(number % 100, 2))",
            email: hasMail ? "citizen\(number)@example.com" : nil,
            house:
                "\(Int.random(in: 1...299, using: &dice))/\(Int.random(in: 1...40, using: &dice))",
            moo: Int.random(in: 1...11, using: &dice), hasAccount: hasMail && dice.chance(80))
    }

    static func name(dice: inout Dice) -> (title: String, given: String, family: String) {
        let isWoman = dice.chance(54)
        let given = dice.pick(isWoman ? womensNames : mensNames)
        let title = isWoman ? dice.pick(["นาง", "นางสาว", "นางสาว"]) : "นาย"
        return (title, given, dice.pick(familyStarts) + dice.pick(familyEnds))
    }

    /// A number of province 99 with its check digit: (11 − Σ dᵢ·(14−i) mod 11) mod 10.
    private static func nationalID(_ number: Int, dice: inout Dice) -> String {
        let category = dice.chance(92) ? 1 : 3
        let text = "\(category)9999" + digits(number % 10_000_000, 7)
        let sum = text.utf8.enumerated().reduce(0) { $0 + Int($1.element - 48) * (13 - $1.offset) }
        return text + "\((11 - sum % 11) % 10)"
    }

    static func digits(_ value: Int, _ count: Int) -> String {
        let text = "\(value)"
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    // Common given names, and family names put together so that they are nobody's.
    private static let mensNames = [
        "สมชาย", "ประเสริฐ", "วิชัย", "สุรชัย", "อนันต์", "ธนากร", "ณัฐพล", "กิตติ", "ชาญชัย", "มานพ", "วีระ",
        "ศักดิ์ดา", "พงษ์ศักดิ์", "เอกชัย", "ปรีชา", "สมบัติ", "ไพโรจน์", "อดิศร", "ภาณุ", "จักรกฤษณ์",
    ]
    private static let womensNames = [
        "สมหญิง", "มาลี", "วันเพ็ญ", "สุภาพร", "นิตยา", "อรทัย", "พิมพ์ใจ", "กาญจนา", "จันทร์เพ็ญ", "รัตนา",
        "ศิริพร", "ลำดวน", "บุษบา", "ปราณี", "ทองใบ", "อัญชลี", "ณัฐธิดา", "ชลธิชา", "วิไลวรรณ", "ดวงใจ",
    ]
    private static let familyStarts = [
        "ทดสอบ", "สมมุติ", "ตัวอย่าง", "จำลอง", "นามสมมุติ", "ลองใช้", "แบบอย่าง", "ต้นแบบ",
    ]
    private static let familyEnds = [
        "ใจดี", "รักถิ่น", "มั่นคง", "เจริญสุข", "ทองดี", "พูนผล", "วงศ์ดี", "ศรีสุข", "บุญมา", "แก้วใส", "งามตา",
        "ยืนยง",
    ]
}
