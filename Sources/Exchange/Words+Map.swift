extension Words {
    static let mapNotObject = Words(
        thai: "แผนที่นำเข้าต้องเป็นวัตถุ JSON { }", english: "A map is a JSON object { }.")

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

    static func mapLeadsNowhere(_ activity: String, words: [String]) -> Words {
        let list = words.joined(separator: ", ")
        return Words(
            thai: "ใช้ “\(activity.shortened)” ไม่ได้ เพราะใน activities ไม่มีกิจกรรมใดเป็น \(list)",
            english: "“\(activity.shortened)” cannot be used: no label of activities becomes one of"
                + " \(list).")
    }

    static func mapNotOfCase(_ column: String) -> Words {
        Words(
            thai: "คอลัมน์ “\(column.shortened)” เป็นของเหตุการณ์ ไม่ใช่ของเรื่อง"
                + " ถ้าเป็นของเรื่องให้ใส่ใน csv.case-fields",
            english: "“\(column.shortened)” is a column of events, not of the case; if it is the"
                + " case’s, name it in csv.case-fields.")
    }

    static func mapNotACode(_ text: String) -> Words {
        Words(
            thai: "“\(text.shortened)” ใช้เป็นรหัสไม่ได้ รหัสใช้ได้เฉพาะตัวอักษรอังกฤษ ตัวเลข จุด ขีด"
                + " และขีดล่าง ไม่เกิน 64 ตัว",
            english: "“\(text.shortened)” is no code: a code has letters a–z, digits, dots, hyphens"
                + " and underscores, 64 at most.")
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
}
