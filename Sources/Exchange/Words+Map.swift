extension Words {
    static let mapGoesOn = Words(
        thai: "มีข้อความต่อท้ายวัตถุ JSON", english: "There is text after the end of the map.")
    static let mapEnds = Words(
        thai: "แฟ้มจบกลางคัน", english: "The file ends in the middle of the map.")
    static let mapTooDeep = Words(thai: "ซ้อนกันลึกเกินไป", english: "It is nested too deep.")
    static let mapNotUTF8 = Words(thai: "ข้อความไม่ใช่ UTF-8", english: "A text is not UTF-8.")
    static let mapControlCharacter = Words(
        thai: "ข้อความมีอักขระควบคุมหรือขึ้นบรรทัดใหม่ หรือลืมปิดเครื่องหมาย \"",
        english: "A text holds a control character or line break; is its closing quote missing?")
    static let mapBadEscape = Words(
        thai: "เครื่องหมาย \\ ตามด้วยอักขระที่ไม่รู้จัก",
        english: "A backslash is followed by what JSON does not know.")
    static let mapNotObject = Words(
        thai: "แผนที่นำเข้าต้องเป็นวัตถุ JSON { }", english: "A map is a JSON object { }.")

    static func mapExpects(_ expected: String, found: String) -> Words {
        Words(
            thai: "ควรเป็น \(expected) แต่พบ “\(found)”",
            english: "Expected \(expected), found “\(found)”.")
    }

    static func mapRepeats(_ key: String) -> Words {
        Words(
            thai: "มี \"\(key.shortened)\" ซ้ำ", english: "“\(key.shortened)” is there twice.")
    }

    static func mapWants(_ expected: Words, got: Words) -> Words {
        Words(
            thai: "ควรเป็น\(expected.thai) ไม่ใช่\(got.thai)",
            english: "This is \(expected.english), not \(got.english).")
    }

    static let mapMissing = Words(
        thai: "ขาดค่านี้ ซึ่งจำเป็น", english: "It is missing and must be there.")
    static let mapEmpty = Words(thai: "ต้องไม่ว่าง", english: "It must not be empty.")

    static func mapUnknown(_ key: String, known: [String]) -> Words {
        let list = known.joined(separator: ", ")
        return Words(
            thai: "ไม่รู้จัก \"\(key.shortened)\" ที่ใช้ได้คือ \(list)",
            english: "“\(key.shortened)” is not known here; known are \(list).")
    }

    static func mapUnknownZone(_ name: String) -> Words {
        Words(
            thai: "ไม่รู้จักเขตเวลา “\(name.shortened)” ตัวอย่าง Asia/Bangkok",
            english: "“\(name.shortened)” is no time zone; one looks like Asia/Bangkok.")
    }

    static func mapUnknownTime(_ pattern: String) -> Words {
        Words(
            thai: "รูปแบบเวลา “\(pattern.shortened)” ใช้ไม่ได้ ตัวอย่าง MM/dd/yyyy hh:mm:ss a",
            english: "“\(pattern.shortened)” is no pattern for times; one looks like"
                + " MM/dd/yyyy hh:mm:ss a.")
    }

    static func mapBadTemplate(_ text: String) -> Words {
        Words(
            thai: "“\(text.shortened)” มีวงเล็บ { } ที่ว่างหรือไม่ปิด",
            english: "“\(text.shortened)” has a brace that is empty or not closed.")
    }

    static func mapNotAWord(_ text: String) -> Words {
        Words(
            thai: "“\(text.shortened)” ต้องเป็นอักษร a–z ตัวเลข และ - ไม่เกิน 32 ตัว",
            english: "“\(text.shortened)” must be of a–z, digits and hyphens, at most 32.")
    }

    static let mapBadSeparator = Words(
        thai: "ตัวคั่นใช้ได้คือ \",\" \";\" \"|\" หรือ \"\\t\"",
        english: "The separator is one of \",\" \";\" \"|\" \"\\t\".")
    static let mapNoService = Words(
        thai: "บริการต้องมีค่าคงที่ field หรือ otherwise",
        english: "The service needs a fixed code, a field or an otherwise.")
    static let mapKeysOfNothing = Words(
        thai: "words ใช้ได้เมื่อมี field", english: "Words mean nothing without a field.")
}
