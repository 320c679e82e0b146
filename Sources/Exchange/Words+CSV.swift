extension Words {
    static func strayQuote(column: Int) -> Words {
        Words(
            thai: "ช่องที่ \(column) มีเครื่องหมาย \" โดยไม่ได้ครอบทั้งช่อง",
            english: "Column \(column) has a quote (\") in a field that is not quoted.")
    }

    static func openQuote(column: Int) -> Words {
        Words(
            thai: "ช่องที่ \(column) เปิดเครื่องหมาย \" แล้วไม่ปิด",
            english: "Column \(column) opens a quote (\") that is never closed.")
    }

    static func textAfterQuote(column: Int) -> Words {
        Words(
            thai: "ช่องที่ \(column) มีข้อความต่อท้ายเครื่องหมาย \" ที่ปิดแล้ว",
            english: "Column \(column) goes on after its closing quote (\").")
    }

    static func strayReturn(column: Int) -> Words {
        Words(
            thai: "ช่องที่ \(column) มีอักขระขึ้นบรรทัด (CR) ที่ไม่ได้ครอบด้วย \"",
            english: "Column \(column) has a carriage return that is not quoted.")
    }

    static func notUTF8(column: Int) -> Words {
        Words(
            thai: "ช่องที่ \(column) ไม่ใช่ UTF-8 โปรดบันทึกแฟ้มเป็น “CSV UTF-8”",
            english: "Column \(column) is not UTF-8 text; save the file as “CSV UTF-8”.")
    }

    static func fieldTooLong(column: Int, limit: Int) -> Words {
        Words(
            thai: "ช่องที่ \(column) ยาวเกิน \(limit) ไบต์",
            english: "Column \(column) is longer than \(limit) bytes.")
    }

    static func rowTooLong(_ limit: Int) -> Words {
        Words(
            thai: "แถวยาวเกิน \(limit) ไบต์ หรือมีเครื่องหมาย \" ที่ไม่ปิด",
            english: "The row is longer than \(limit) bytes, or a quote (\") in it is not closed.")
    }

    static func tooManyColumns(_ limit: Int) -> Words {
        Words(
            thai: "แถวมีเกิน \(limit) ช่อง",
            english: "The row has more than \(limit) columns.")
    }

    static func wrongColumnCount(_ count: Int, expected: Int) -> Words {
        Words(
            thai: "แถวมี \(count) ช่อง แต่หัวตารางมี \(expected) ช่อง",
            english: "The row has \(count) columns; the header has \(expected).")
    }

    static let rowWithoutCase = Words(
        thai: "แถวไม่มีชื่อเรื่อง จึงไม่นำเข้า", english: "The row names no case; it is left out.")

    static let emptyFile = Words(
        thai: "แฟ้มว่าง ไม่มีแถวหัวตาราง", english: "The file is empty; it has no header row.")

    static let xmlForCSV = Words(
        thai: "แฟ้มนี้เป็น XML ไม่ใช่ CSV ถ้าเป็น XES ให้นำเข้าเป็น xes",
        english: "The file is XML, not CSV; if it is XES, import it as xes.")

    static let utf16File = Words(
        thai: "แฟ้มเป็น UTF-16 โปรดบันทึกเป็น “CSV UTF-8”",
        english: "The file is UTF-16; save it as “CSV UTF-8”.")

    static func otherSeparator(_ other: UInt8, not expected: UInt8) -> Words {
        func shown(_ byte: UInt8) -> (text: String, inMap: String) {
            let text = String(UnicodeScalar(byte))
            return byte == UInt8(ascii: "\t") ? ("Tab", "\\t") : (text, text)
        }
        let (found, wanted) = (shown(other), shown(expected))
        return Words(
            thai: "แฟ้มนี้คั่นช่องด้วย \(found.text) แต่แผนที่นำเข้าใช้ \(wanted.text)"
                + " ใส่ \"separator\": \"\(found.inMap)\" ในส่วน \"csv\" ของแผนที่นำเข้า",
            english: "This file is separated by \(found.text), the map says \(wanted.text): write"
                + " \"separator\": \"\(found.inMap)\" into the \"csv\" part of the map.")
    }

    static func columnWithoutName(_ column: Int) -> Words {
        Words(
            thai: "หัวตารางช่องที่ \(column) ไม่มีชื่อ",
            english: "Column \(column) of the header has no name.")
    }

    static func repeatedColumn(_ name: String) -> Words {
        Words(
            thai: "หัวตารางมีชื่อ “\(name.shortened)” ซ้ำ",
            english: "The header has “\(name.shortened)” twice.")
    }

    package static let mapWithCSV = Words(
        thai: "แผนที่นำเข้านี้เป็นของแฟ้ม CSV (มีส่วน \"csv\") จึงใช้กับ XES ไม่ได้",
        english: "The map has a \"csv\" part, so it is not for XES files.")

    package static let mapWithoutCSV = Words(
        thai: "แผนที่นำเข้านี้ไม่มีส่วน \"csv\" จึงใช้กับแฟ้ม CSV ไม่ได้",
        english: "The map has no \"csv\" part, so it is not for CSV files.")
}
