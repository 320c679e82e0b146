package import Entries

extension Words {
    static let emptyLog = Words(thai: "แฟ้มว่าง", english: "The file is empty.")

    static let notXML = Words(
        thai: "แฟ้มนี้ไม่ใช่ XML ถ้าเป็น CSV ให้นำเข้าเป็น csv",
        english: "The file is no XML; if it is CSV, import it as csv.")

    static func caseWithoutName(events: Int) -> Words {
        Words(
            thai: "เรื่องนี้ไม่มีชื่อ จึงไม่นำเข้า (\(events) เหตุการณ์)",
            english: "The case has no name; it and its \(events) events are left out.")
    }

    package static let importedOtherwise = Words(
        thai: "เรื่องนี้เคยนำเข้าแล้ว แต่ขั้นตอนในแฟ้มไม่ตรงกับที่บันทึกไว้ จึงไม่นำเข้าส่วนที่เหลือของเรื่อง",
        english: "The log has this case with other steps than the file; nothing more of it is"
            + " recorded.")

    static let caseWithoutEvents = Words(
        thai: "เรื่องนี้ไม่มีเหตุการณ์ จึงไม่มีสิ่งที่จะนำเข้า",
        english: "The case has no events; there is nothing to import.")

    static func caseWithoutTime(events: Int) -> Words {
        Words(
            thai: "ไม่มีเหตุการณ์ใดในเรื่องนี้ที่มีเวลา จึงไม่นำเข้า (\(events) เหตุการณ์)",
            english: "None of the case's \(events) events has a time; the case is left out.")
    }

    static func repeatedCase(events: Int) -> Words {
        Words(
            thai: "มีเรื่องชื่อนี้มาก่อนแล้วในแฟ้ม จึงไม่นำเข้าซ้ำ (\(events) เหตุการณ์)",
            english: "The file has had a case of this name; this one and its \(events) events are"
                + " left out.")
    }

    static let eventWithoutTime = Words(
        thai: "เหตุการณ์ไม่มีเวลา จึงใช้เวลาของเหตุการณ์ก่อนหน้าในเรื่องเดียวกัน",
        english: "The event has no time; it takes that of the event before it in its case.")

    static let eventWithoutActivity = Words(
        thai: "เหตุการณ์ไม่มีชื่อกิจกรรม จึงไม่นำเข้า",
        english: "The event has no activity; it is left out.")

    static func unreadableTime(_ text: String, field: String) -> Words {
        Words(
            thai: "อ่านเวลา “\(text.shortened)” ในช่อง “\(field)” ไม่ได้",
            english: "“\(text.shortened)” in “\(field)” is not a time that can be read.")
    }

    /// A time that has not come.
    package static func notYet(_ time: Instant) -> Words {
        let buddhist = time.ofBuddhistYear != nil
        return Words(
            thai: "เวลา \(time) ยังมาไม่ถึง จึงไม่นำเข้าเรื่องนี้"
                + (buddhist ? " ปีในแฟ้มเป็น พ.ศ. หรือไม่ ต้องแปลงเป็น ค.ศ. ก่อน" : ""),
            english: "The time \(time) has not come yet; the case is left out."
                + (buddhist
                    ? " Are the file's years Buddhist? Make them Christian ones first." : ""))
    }

    /// A time that other systems write for none.
    package static func beforeOurTime(_ time: Instant) -> Words {
        Words(
            thai: "เวลา \(time) อยู่ก่อน ค.ศ. 1900 จึงไม่นำเข้าเรื่องนี้",
            english: "The time \(time) lies before the year 1900; the case is left out.")
    }

    package static func nameTooLong(letters: Int) -> Words {
        Words(
            thai: "ชื่อเรื่องยาวเกิน \(letters) ตัวอักษร จึงไม่นำเข้าเรื่องนี้",
            english: "The case's name is longer than \(letters) letters; the case is left out.")
    }

    static func labelFromColumn(_ column: String) -> Words {
        Words(
            thai: "ขั้นตอนไม่มีชื่อ เพราะช่องที่ใช้เป็นชื่อว่าง จึงใช้ชื่อช่อง “\(column.shortened)”",
            english:
                "The step has no label, since what it is made of is empty; it takes the name of"
                + " its column, “\(column.shortened)”.")
    }

    /// A due time whose year was hardly meant.
    static func buddhistDue(_ text: String, field: String) -> Words {
        Words(
            thai: "“\(text.shortened)” ในช่อง “\(field)” เป็นปี พ.ศ. หรือไม่ ต้องแปลงเป็น ค.ศ. ก่อน"
                + " จึงไม่นำเข้าช่องนี้",
            english: "Is the year of “\(text.shortened)” in “\(field)” a Buddhist one? Make it a"
                + " Christian one first; the field is left out.")
    }

    static func caseTooLarge(_ limit: String) -> Words {
        Words(
            thai: "เรื่องนี้ใหญ่เกินกำหนด (\(limit)) จึงไม่นำเข้า",
            english: "The case is too large (more than \(limit)); it is left out.")
    }

    static func valueTooLong(field: String, limit: Int) -> Words {
        Words(
            thai: "ค่าของ “\(field.shortened)” ยาวเกิน \(limit) ไบต์ จึงไม่นำเข้าช่องนี้",
            english: "The value of “\(field.shortened)” is longer than \(limit) bytes; the field is"
                + " left out.")
    }

    static func sealedForLength(field: String, letters: Int) -> Words {
        Words(
            thai: "ค่าของ “\(field.shortened)” ยาวเกิน \(letters) ตัวอักษร เปิดเผยไม่ได้ จึงเก็บแบบปิดผนึก",
            english: "The value of “\(field.shortened)” is longer than \(letters) letters, too long"
                + " to be clear; it is kept sealed.")
    }

    static func sealedForRoom(field: String) -> Words {
        Words(
            thai: "ข้อมูลเปิดเผยเต็มแล้ว จึงเก็บค่าของ “\(field.shortened)” แบบปิดผนึก",
            english: "There is no more room in the clear for “\(field.shortened)”; it is kept"
                + " sealed.")
    }

    static func shortened(field: String, letters: Int) -> Words {
        Words(
            thai: "“\(field)” ยาวเกิน \(letters) ตัวอักษร จึงเปิดเผยเฉพาะตอนต้น และเก็บทั้งหมดแบบปิดผนึก",
            english: "“\(field)” is longer than \(letters) letters; its beginning is clear, the"
                + " whole is kept sealed.")
    }

    static func choiceTooLong(_ text: String, letters: Int) -> Words {
        Words(
            thai: "“\(text.shortened)” ยาวเกิน \(letters) ตัวอักษร จึงใช้เป็นหมวด หน่วยงาน หรือเจ้าหน้าที่ไม่ได้",
            english:
                "“\(text.shortened)” is longer than \(letters) letters and becomes no category,"
                + " department or officer; the field itself is kept.")
    }

    static func tooDeep(field: String, limit: Int) -> Words {
        Words(
            thai: "“\(field.shortened)” ซ้อนกันเกิน \(limit) ชั้น จึงไม่นำเข้าช่องนี้",
            english: "“\(field.shortened)” is nested more than \(limit) deep; the field is left"
                + " out.")
    }

    static func headerTooLarge(fields: Int) -> Words {
        Words(
            thai: "ไม่เก็บข้อมูลสรุปของแฟ้ม \(fields) ช่องที่ยาวเกินกำหนด (ไม่กระทบเรื่องใด)",
            english: "\(fields) oversized fields that the log has about itself are left out; no"
                + " case is affected.")
    }

    static func incompleteAttribute(_ type: SourceType) -> Words {
        Words(
            thai: "ช่องชนิด \(type.rawValue) ไม่มี key หรือ value จึงไม่นำเข้าช่องนี้",
            english: "A field of type \(type.rawValue) lacks its key or value; it is left out.")
    }

    static func nestedInName(field: String) -> Words {
        Words(
            thai: "ไม่นำเข้าช่องที่ซ้อนอยู่ใน “\(field)”",
            english: "What is nested in “\(field)” is left out.")
    }

    static func repeatedField(_ field: String) -> Words {
        Words(
            thai: "ช่อง “\(field)” ซ้ำ ใช้ค่าแรก",
            english: "“\(field)” is repeated; its first value counts.")
    }

    static func misplacedElement(_ name: String) -> Words {
        Words(
            thai: "พบ <\(name)> ในที่ที่ไม่ควรอยู่ จึงไม่นำเข้าพร้อมสิ่งที่อยู่ข้างใน",
            english: "<\(name)> does not belong here; it is left out with all that it holds.")
    }
}

extension String {
    /// At most sixty scalars of it, so that a message stays readable.
    var shortened: String {
        unicodeScalars.count <= 60 ? self : String(unicodeScalars.prefix(60)) + "…"
    }
}
