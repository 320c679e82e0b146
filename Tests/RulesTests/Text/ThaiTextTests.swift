import Rules
import Testing
import TestSupport

@Suite struct ThaiTextTests {
    @Test(arguments: [
        ("น้ำ", "น้ำ"),
        ("น\u{0E4D}\u{0E49}\u{0E32}", "น้ำ"),
        ("น\u{0E49}\u{0E4D}\u{0E32}", "น้ำ"),
        ("น\u{0E33}\u{0E49}", "น้ำ"),
        ("ก\u{0E4D}\u{0E32}", "กำ"),
        ("เเดง", "แดง"),
        ("ท\u{0E48}\u{0E35}", "ที่"),
        ("ก\u{0E48}\u{0E38}", "กุ่"),
        ("ก\u{200B}ข\u{2060}ค\u{FEFF}", "กขค"),
        ("ก\u{A0}ข", "ก ข"),
        ("สิทธิ์", "สิทธิ์"), ("พุทฺธํ", "พุทฺธํ"),
        ("cafe\u{301}", "café"), ("e\u{301}\u{323}", "ẹ\u{301}"), ("e\u{302}\u{323}", "ệ"),
        ("ế\u{323}", "ệ\u{301}"), ("๑๒ มี.ค.", "๑๒ มี.ค."),
    ]) func `spellings that look alike become one`(typed: String, expected: String) {
        let normal = ThaiText.normalised(typed)
        #expect(Array(normal.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(Array(ThaiText.normalised(normal).unicodeScalars) == Array(normal.unicodeScalars))
    }

    @Test func `words are sorted as in a dictionary`() {
        let words = ["เสียงรบกวน", "แสงสว่าง", "สะพาน", "กลิ่น", "เก่า", "กา", "ก่า", "PM2.5", "ไฟฟ้า"]
        let sorted = words.sorted {
            ThaiText.order($0).lexicographicallyPrecedes(ThaiText.order($1))
        }
        #expect(
            sorted == [
                "PM2.5", "กลิ่น", "กา", "ก่า", "เก่า", "ไฟฟ้า", "สะพาน", "เสียงรบกวน", "แสงสว่าง",
            ])
    }

    @Test func `Thai digits become others in keys only`() {
        #expect(ThaiText.normalised("หมู่ ๑๒") == "หมู่ ๑๒")
        #expect(ThaiText.key("  หมู่ ๑๒\u{A0}ABC ") == "หมู่ 12 abc")
    }

    @Test func `any order of marks on a Latin letter gives what Unicode calls equal`() {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let bases = Array("aeouiAEOUcdyszÅéếŵǭ".unicodeScalars)
        let marks = Array(
            "\u{300}\u{301}\u{302}\u{304}\u{308}\u{30C}\u{323}\u{327}\u{328}\u{331}\u{31B}"
                .unicodeScalars)
        for _ in 0..<2000 {
            var typed = String.UnicodeScalarView()
            typed.append(bases.randomElement(using: &generator) ?? "a")
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                typed.append(marks.randomElement(using: &generator) ?? "\u{301}")
            }
            let text = String(typed)
            let normal = ThaiText.normalised(text)
            // The standard library compares by canonical equivalence, with tables of its own.
            #expect(normal == text)
            #expect(normal.unicodeScalars.count <= text.unicodeScalars.count + 1)
            let again = ThaiText.normalised(normal)
            #expect(again.unicodeScalars.elementsEqual(normal.unicodeScalars))
        }
    }

    @Test func `any order of marks on a Thai letter settles at once`() {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let marks = (0x0E30...0x0E4E).compactMap { Unicode.Scalar($0 as UInt32) }
        for _ in 0..<3000 {
            var typed = String.UnicodeScalarView("ก".unicodeScalars)
            for _ in 0..<Int.random(in: 0...5, using: &generator) {
                typed.append(marks.randomElement(using: &generator) ?? "่")
            }
            let text = String(typed)
            let normal = ThaiText.normalised(text)
            #expect(ThaiText.normalised(normal).unicodeScalars.elementsEqual(normal.unicodeScalars))
            // A letter of another script sends the whole text through composition.
            let mixed = ThaiText.normalised(text + " é")
            #expect(mixed.unicodeScalars.elementsEqual((normal + " é").unicodeScalars), "\(text)")
        }
    }

    @Test(arguments: [
        "J\u{30C}", "H\u{331}", "T\u{308}", "W\u{30A}", "Y\u{30A}", "İ", "İ\u{E33}", "Å",
    ])
    func `a capital is found under its small letter, joined with a mark or not`(typed: String) {
        let key = ThaiText.key(typed)
        #expect(!key.isEmpty)
        #expect(ThaiText.key(typed.lowercased()).unicodeScalars.elementsEqual(key.unicodeScalars))
        #expect(ThaiText.key(key).unicodeScalars.elementsEqual(key.unicodeScalars))
    }

    @Test func `marks of two scripts on one letter settle at once, however many`() {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let marks = Array("\u{E34}\u{E38}\u{E3A}\u{E48}\u{E4D}\u{301}\u{323}\u{334}".unicodeScalars)
        for count in Array(repeating: 6, count: 2000) + [10_000] {
            var typed = String.UnicodeScalarView("e".unicodeScalars)
            for _ in 0..<count { typed.append(marks.randomElement(using: &generator) ?? "่") }
            let normal = ThaiText.normalised(String(typed))
            #expect(ThaiText.normalised(normal).unicodeScalars.elementsEqual(normal.unicodeScalars))
        }
    }

    @Test func `terms are keys without repeats`() {
        #expect(SearchTerms(" ไฟ  ดับ ไฟ KT๑๐๘๐ ").terms == ["ไฟ", "ดับ", "kt1080"])
        let typed = SearchTerms("081-000-0001 02-123-4567 1-9999-00001-01-0 2026-14 case-10011 -")
        #expect(
            typed.terms == [
                "0810000001", "021234567", "1999900001010", "2026-14", "case-10011", "-",
            ])
        #expect(SearchTerms.isShort("ไฟ"))
        #expect(!SearchTerms.isShort("น้ำ"))
        #expect(SearchTerms("   ").terms.isEmpty)
    }

    @Test func `digits are written in either set`() {
        #expect(Digits.thai.written("9 กรกฎาคม 2567") == "๙ กรกฎาคม ๒๕๖๗")
        #expect(Digits.arabic.written("๙ กรกฎาคม ๒๕๖๗") == "9 กรกฎาคม 2567")
        #expect(Digits.typed("๑-2 3") == "123")
        #expect(Digits.typed("1a") == nil)
    }

    @Test func `a short message holds seventy units and its parts three less`() {
        #expect(MessageLength.units(of: "น้ำ") == 3)
        #expect(MessageLength.units(of: "😀") == 2)
        #expect(MessageLength.isSingle(String(repeating: "ก", count: 70)))
        #expect(!MessageLength.isSingle(String(repeating: "ก", count: 71)))
        #expect(
            [0, 1, 70, 71, 134, 135].map {
                MessageLength.parts(of: String(repeating: "ก", count: $0))
            } == [0, 1, 1, 2, 2, 3])
    }
}
