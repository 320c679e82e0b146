internal import Entries
package import Events

extension OfficeRefusal {
    package var wording: Wording {
        switch self {
        case .absent: Wording(thai: "ยังไม่ได้เปิดสำนักงาน", english: "The office is not open yet")
        case .alreadyOpen:
            Wording(thai: "สำนักงานนี้เปิดแล้ว", english: "The office was opened already")
        case .stale(let expected, let actual):
            Wording(
                thai: "การตั้งค่ามีการเปลี่ยนแปลงหลังจากที่ท่านเปิดหน้านี้ (รุ่น \(expected) → "
                    + "\(actual)) ลองอีกครั้ง",
                english: "The settings changed since you opened this page (version \(expected) → "
                    + "\(actual)). Try again")
        case .wrongRole:
            Wording(
                thai: "หน้าที่ของท่านไม่มีสิทธิ์แก้ไขการตั้งค่านี้",
                english: "Your role does not allow this change")
        case .notByHand:
            Wording(
                thai: "ระบบเท่านั้นที่บันทึกเหตุการณ์นี้ได้", english: "Only the system records this")
        case .missing(let need): need.wording
        case .invalid(let part): part.wording
        case .unknown(let thing, let code):
            Wording(
                thai: "ไม่พบ\(thing.label.thai) “\(code)”",
                english: "There is no \(thing.label.english) “\(code)”")
        case .exists(let thing, let code):
            Wording(
                thai: "มี\(thing.label.thai) “\(code)” แล้ว",
                english: "There is \(thing.label.english.withArticle) “\(code)” already")
        case .wrongVersion(let expected):
            Wording(
                thai: "รุ่นถัดไปต้องเป็นรุ่น \(expected)",
                english: "The next version must be \(expected)")
        case .unworkable(let problems):
            Wording(
                thai: "ขั้นตอนบริการนี้ใช้งานไม่ได้: "
                    + problems.map(\.thai).joined(separator: " · "),
                english: "This definition cannot work: "
                    + problems.map(\.english).joined(separator: "; "))
        case .tooLarge:
            Wording(
                thai: "ข้อมูลยาวเกินกว่าที่บันทึกได้ ย่อข้อความหรือแยกเป็นหลายบริการ",
                english: "This is too long to be recorded. Shorten it, or make two services of it")
        case .inUse(let name):
            Wording(
                thai: "ยังมีการใช้งานอยู่ที่ “\(name)” เปลี่ยนก่อนแล้วลองอีกครั้ง",
                english: "“\(name)” still needs it. Change that first")
        case .circular:
            Wording(
                thai: "ลำดับชั้นวนกลับมาที่เดิม", english: "It would stand above itself")
        case .lastAdministrator:
            Wording(
                thai: "ต้องมีผู้ดูแลระบบอย่างน้อย 1 คน แต่งตั้งคนอื่นก่อน",
                english: "There must be an administrator. Appoint another one first")
        case .ownPost:
            Wording(
                thai: "เปลี่ยนหน้าที่หรือหน่วยงานของตนเองไม่ได้ ให้ผู้ดูแลระบบคนอื่นเปลี่ยนให้",
                english: "Nobody changes their own roles or department. Ask another administrator")
        case .overseerActs(let overseeing, let acting):
            Wording(
                thai: "“\(overseeing.label.thai)” ต้องเป็นคนละคนกับ “\(acting.label.thai)” "
                    + "ผู้ตรวจสอบไม่ทำงานที่ตนตรวจ",
                english: "“\(overseeing.label.english)” and “\(acting.label.english)” must be two "
                    + "people: whoever oversees the work does not do it")
        case .cannotStandIn(let officer):
            Wording(
                thai: "\(officer) ไม่มีหน้าที่ทำงานนี้แทน เลือกคนอื่น",
                english: "\(officer) may not do that work. Choose somebody else")
        case .holidayInThePast(let day):
            Wording(
                thai: "วันที่ \(day.display()) ผ่านไปแล้ว ประกาศเป็นวันหยุดย้อนหลังไม่ได้",
                english: "\(day.display(in: .english)) is past and cannot become a holiday")
        case .notAHoliday(let day):
            Wording(
                thai: "วันที่ \(day.display()) ไม่ใช่วันหยุด",
                english: "\(day.display(in: .english)) is no holiday")
        case .datesReversed:
            Wording(
                thai: "วันเริ่มต้องไม่อยู่หลังวันสิ้นสุด",
                english: "The first day must not come after the last")
        case .hours(let refusal): refusal.wording
        case .messageTooLong(let count):
            Wording(
                thai: "ข้อความ SMS ยาว \(count) ตัวอักษร ต้องไม่เกิน 70 ตัวอักษร",
                english: "The SMS has \(count) characters; it may have 70")
        case .linkNotAllowed:
            Wording(
                thai: "หน่วยงานของรัฐต้องไม่ส่งลิงก์ทาง SMS หรืออีเมล นำลิงก์ออกจากข้อความ",
                english: "State agencies must not send links by SMS or e-mail. Take the link out")
        case .placeholder(let mistake): mistake.wording
        case .nothingChanges:
            Wording(thai: "ไม่มีอะไรเปลี่ยนแปลง", english: "Nothing would change")
        case .numberTaken(let number, let upcoming):
            Wording(
                thai: "เลข \(number) ออกไปแล้ว เลขถัดไปต้องไม่น้อยกว่า \(upcoming)",
                english: "Number \(number) was given out already; the next is \(upcoming) or more")
        }
    }
}

extension String {
    /// An English noun behind `a` or `an`.
    fileprivate var withArticle: String {
        "\(first.map { "aeiou".contains($0) } == true ? "an" : "a") \(self)"
    }
}

extension OfficeRefusal.Need {
    var wording: Wording {
        switch self {
        case .name: Wording(thai: "กรอกชื่อ", english: "Enter the name")
        case .text: Wording(thai: "กรอกข้อความ", english: "Enter the text")
        case .reason: Wording(thai: "กรอกเหตุผล", english: "Enter the reason")
        case .roles: Wording(thai: "เลือกหน้าที่อย่างน้อย 1 อย่าง", english: "Choose a role")
        case .policy: Wording(thai: "เลือกชนิดไฟล์", english: "Choose the kinds of file")
        }
    }
}

extension OfficeRefusal.Part {
    var wording: Wording {
        switch self {
        case .code:
            Wording(
                thai: "รหัสใช้ได้เฉพาะตัวอักษรอังกฤษ ตัวเลข จุด ขีด และขีดล่าง ไม่เกิน 64 ตัว",
                english: "A code has letters a–z, digits, dots, hyphens and underscores, 64 at most"
            )
        case .prefix:
            Wording(
                thai: "อักษรนำเลขคำร้องเป็นตัวพิมพ์ใหญ่ A–Z 2 ถึง 3 ตัว เช่น KT",
                english: "The letters of the number are two or three of A–Z, such as KT")
        case .origin:
            Wording(
                thai: """
                    ที่มาต้องเป็นชื่อเครื่อง (ตัวพิมพ์เล็ก) และเส้นทาง ใช้เฉพาะอักษรอังกฤษ ตัวเลข และ - . _ ~ \
                    เช่น eservice.example.go.th/kt
                    """,
                english: """
                    The origin is a host in small letters and a path, of letters, digits and - . _ ~ \
                    alone, such as eservice.example.go.th/kt
                    """)
        case .number:
            Wording(
                thai: "เลขลำดับมี 4 ถึง 9 หลัก และเริ่มจาก 1 ขึ้นไป",
                english: "The running number has 4 to 9 digits and begins at 1 or above")
        case .passwordPolicy:
            Wording(
                thai: "รหัสผ่านสั้นสุดต้องไม่น้อยกว่า 8 และยาวสุดอย่างน้อย 16 แต่ไม่เกิน 128 ตัว",
                english: "The shortest password has 8 characters or more, the longest 16 to 128")
        case .minutes:
            Wording(
                thai: "เวลาตั้งรหัสผ่านใหม่อยู่ระหว่าง 1 ถึง 60 นาที",
                english: "The time for a reset is between 1 and 60 minutes")
        case .photos:
            Wording(
                thai: "กำหนดภาพถ่ายได้ไม่เกิน 10 ภาพ รหัสไม่ซ้ำกัน และทุกภาพมีชื่อ",
                english: "At most 10 photos, each with a name and a code of its own")
        case .uploads:
            Wording(
                thai: "ขนาดไฟล์อยู่ระหว่าง 1 ไบต์ ถึง 100 MB",
                english: "A file has between 1 byte and 100 MB")
        case .span: Wording(thai: "ระยะเวลาต้องมากกว่า 0", english: "The time must be above 0")
        case .roles:
            Wording(
                thai: "หน้าที่ที่เลือกไม่ใช่ของเจ้าหน้าที่", english: "That is no role of an officer")
        case .limit:
            Wording(
                thai: "จำนวนคำขอต่อนาทีอยู่ระหว่าง 1 ถึง 100,000",
                english: "Requests a minute are between 1 and 100,000")
        case .sessionHours:
            Wording(
                thai: "การเข้าสู่ระบบมีผล 1 ถึง 24 ชั่วโมง",
                english: "A sign-in holds for 1 to 24 hours")
        case .quietHours:
            Wording(
                thai: "ช่วงงดส่งต้องมีทั้งเวลาเริ่มและสิ้นสุด ไม่ตรงกัน เช่น 21:00 ถึง 07:00",
                english: "Quiet hours need a beginning and an end that differ, such as 21:00 and "
                    + "07:00")
        case .year:
            Wording(
                thai: "ปีปฏิทินอยู่ระหว่าง พ.ศ. 2543 ถึง 2643",
                english: "The year is between 2000 and 2100")
        }
    }
}

extension OfficeRefusal.Thing {
    var label: Wording {
        switch self {
        case .service: Wording(thai: "บริการ", english: "service")
        case .category: Wording(thai: "ประเภทเรื่อง", english: "category")
        case .department: Wording(thai: "หน่วยงานภายใน", english: "department")
        case .officer: Wording(thai: "เจ้าหน้าที่", english: "officer")
        case .calendar: Wording(thai: "ปฏิทิน", english: "calendar")
        case .retention: Wording(thai: "ประเภทการเก็บรักษา", english: "retention class")
        case .view: Wording(thai: "มุมมอง", english: "view")
        case .news: Wording(thai: "ข่าว", english: "news")
        case .channel: Wording(thai: "ช่องทาง", english: "channel")
        case .subscriber: Wording(thai: "ระบบเชื่อมต่อ", english: "connected system")
        case .run: Wording(thai: "การนำเข้า", english: "import")
        case .holiday: Wording(thai: "วันหยุด", english: "holiday")
        case .year: Wording(thai: "ปฏิทินปี", english: "calendar year")
        }
    }
}
