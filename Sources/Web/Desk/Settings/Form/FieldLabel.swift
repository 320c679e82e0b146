internal import Events
internal import Rules

/// What the fields of settings are called on the desk's forms.
enum FieldLabel {
    /// What a field is called; its key where nobody has named it.
    static func wording(_ key: String, in type: String = "") -> Wording {
        particular["\(type).\(key)"] ?? words[key] ?? Wording(thai: key, english: key)
    }

    static func hint(_ key: String, in type: String) -> Wording? {
        hints["\(type).\(key)"] ?? hints[key]
    }

    /// What the office counts itself.
    static let counted: Set<String> = ["version", "format"]

    /// Texts of several lines.
    static let long: Set<String> = ["body", "description", "manual", "text", "terms", "notice"]

    /// `departments[works] › ชื่อ`: a place of the settings in words.
    static func place(_ path: String, _ language: Language) -> String {
        path.split(separator: ".").enumerated().map { index, piece in
            let key = String(piece.prefix { $0 != "[" })
            let rest = piece.dropFirst(key.count)
            let label =
                index == 0
                ? SettingsPart(rawValue: key)?.label ?? wording(key) : wording(key)
            return language(label) + (rest.isEmpty ? "" : " \(rest)")
        }.joined(separator: " › ")
    }

    private static let hints: [String: Wording] = [
        "code": Wording(
            thai: "ตัวอักษรอังกฤษ ตัวเลข หรือขีด แก้ไขภายหลังไม่ได้",
            english: "Letters a–z, digits or hyphens; it cannot be changed later"),
        "news": Wording(
            thai: "เช่น 2569-11-water แก้ไขภายหลังไม่ได้",
            english: "Such as 2026-11-water; it cannot be changed later"),
        "target": Wording(
            thai: "รหัสบริการ หรือ profile cases documents file-service file-complaint "
                + "file-grievance file-suggestion track survey help",
            english: "A service’s code, or profile, cases, documents, file-service, "
                + "file-complaint, file-grievance, file-suggestion, track, survey, help"),
        "NumberingSet.next": Wording(
            thai: "เว้นว่างไว้เพื่อนับต่อจากเลขล่าสุด", english: "Leave it empty to go on counting"),
        "quiet_from_minute": Wording(
            thai: "เช่น 21:00 ข้อความรอจนถึงเวลาสิ้นสุด รหัสยืนยันส่งทันทีเสมอ เว้นว่างทั้งสองช่องเพื่อส่งทุกเวลา",
            english: "Such as 21:00. Messages wait until the end; codes go at once in any case. "
                + "Leave both empty to write at any hour"),
        "TemplateSet.body": Wording(
            thai: "คำในวงเล็บปีกกา เช่น {number} ระบบเติมให้",
            english: "Words in braces such as {number} are filled in"),
    ]

    private static let particular: [String: Wording] = [
        "ActionDefinition.from": Wording(thai: "ทำได้ในสถานะ", english: "May be done in"),
        "ChannelAnnounced.address": Wording(
            thai: "ที่อยู่ เบอร์ หรือบัญชี", english: "Address, number or account"),
        "EscalationRung.to": Wording(thai: "แจ้ง", english: "Comes before"),
        "PasswordPolicySet.least": Wording(
            thai: "สั้นสุด (ตัวอักษร)", english: "Shortest (letters)"),
        "PasswordPolicySet.most": Wording(
            thai: "ยาวสุด (ตัวอักษร)", english: "Longest (letters)"),
        "UploadPolicy.most": Wording(thai: "จำนวนไฟล์มากสุด", english: "Most files"),
        "ExtensionRule.most": Wording(thai: "ขยายได้ (ครั้ง)", english: "How often"),
        "FormField.least": Wording(
            thai: "น้อยสุด (ตัวอักษรหรือค่า)", english: "Least (letters or value)"),
        "SubscriberSet.types": Wording(thai: "ชนิดเหตุการณ์", english: "Types of events"),
        "SubscriberSet.categories": Wording(
            thai: "เฉพาะเรื่องประเภทนี้", english: "Only cases about these"),
        "SubscriberSet.departments": Wording(
            thai: "เฉพาะเรื่องของหน่วยงานนี้", english: "Only cases with these departments"),
        "SubscriberSet.address": Wording(thai: "ส่งไปที่", english: "Sent to"),
    ]

    private static let words: [String: Wording] = [
        "actions": Wording(thai: "การดำเนินการ", english: "Actions"),
        "address": Wording(thai: "ที่อยู่", english: "Address"),
        "amount": Wording(thai: "จำนวน", english: "Amount"),
        "appeal": Wording(thai: "ระยะเวลาอุทธรณ์", english: "Time to object"),
        "area": Wording(thai: "รหัสพื้นที่ (กรมการปกครอง)", english: "Area code (DOPA)"),
        "blank_form": Wording(thai: "แบบฟอร์มเปล่า", english: "Blank form"),
        "body": Wording(thai: "เนื้อหา", english: "Text"),
        "bulk": Wording(thai: "ทำพร้อมกันหลายเรื่องได้", english: "May be done on many cases at once"),
        "by": Wording(thai: "ครั้งละ", english: "By"),
        "calendar": Wording(thai: "ปฏิทิน", english: "Calendar"),
        "category": Wording(thai: "ประเภทเรื่อง", english: "Category"),
        "channel": Wording(thai: "ช่องทาง", english: "Channel"),
        "choices": Wording(thai: "ตัวเลือก", english: "Choices"),
        "client": Wording(thai: "รหัสระบบ (client)", english: "Client"),
        "clock": Wording(thai: "นาฬิกา", english: "Clock"),
        "clocks": Wording(thai: "กำหนดเวลา", english: "Clocks"),
        "close_minute": Wording(thai: "ปิด", english: "Closes"),
        "code": Wording(thai: "รหัส", english: "Code"),
        "confidential": Wording(thai: "เป็นความลับตั้งแต่ต้น", english: "Confidential from the start"),
        "date": Wording(thai: "วันที่", english: "Day"),
        "definition": Wording(thai: "นิยามบริการ", english: "Definition"),
        "department": Wording(thai: "หน่วยงานที่รับผิดชอบ", english: "Department"),
        "departments": Wording(thai: "ส่งต่อได้ที่", english: "May be forwarded to"),
        "description": Wording(thai: "คำอธิบาย", english: "Description"),
        "digit": Wording(thai: "เลขถัดจากอักษรนำ", english: "Digit after the letters"),
        "document": Wording(thai: "เอกสาร", english: "Document"),
        "documents": Wording(thai: "เอกสารที่ขอ", english: "Documents"),
        "email": Wording(thai: "อีเมล", english: "E-mail"),
        "email_required": Wording(thai: "ต้องมีอีเมล", english: "An e-mail address is needed"),
        "en": Wording(thai: "อังกฤษ", english: "English"),
        "enabled": Wording(thai: "เปิดใช้", english: "Enabled"),
        "entries_public": Wording(
            thai: "เปิดเผยบันทึกเหตุการณ์ต่อสาธารณะ", english: "The entries of the log are public"),
        "escalation": Wording(thai: "ลำดับการแจ้งผู้บังคับบัญชา", english: "Escalation"),
        "event": Wording(thai: "เหตุการณ์", english: "What it records"),
        "evidence_required": Wording(thai: "ต้องส่งภาพถ่าย", english: "Photos are needed"),
        "extensions": Wording(thai: "การขยายเวลา", english: "Extensions"),
        "fees": Wording(thai: "ค่าธรรมเนียม", english: "Fees"),
        "field": Wording(thai: "คำถาม", english: "Question"),
        "fields": Wording(thai: "คำถาม", english: "Questions"),
        "final": Wording(thai: "สิ้นสุดเรื่อง", english: "The end of a case"),
        "form": Wording(thai: "แบบฟอร์ม", english: "Form"),
        "format": Wording(thai: "รูปแบบแฟ้ม", english: "Format"),
        "from": Wording(thai: "ตั้งแต่", english: "From"),
        "grounds": Wording(thai: "เหตุที่ไม่อนุมัติ", english: "Grounds of rejection"),
        "guards": Wording(thai: "เงื่อนไข", english: "Conditions"),
        "guests": Wording(thai: "ผู้ที่ไม่มีบัญชี", english: "Without an account"),
        "help": Wording(thai: "คำอธิบายใต้คำถาม", english: "Help"),
        "hours": Wording(thai: "เวลาทำการ", english: "Hours"),
        "identity_level": Wording(thai: "ระดับการยืนยันตัวตนขั้นต่ำ", english: "Least identity level"),
        "in_person_only": Wording(
            thai: "กฎหมายกำหนดให้มาด้วยตนเอง", english: "The law wants one to come in person"),
        "initial": Wording(thai: "สถานะแรก", english: "The first state"),
        "issuer": Wording(thai: "ที่อยู่ผู้ให้บริการ (issuer)", english: "Issuer"),
        "items": Wording(thai: "รายการย่อย", english: "Items"),
        "keep": Wording(thai: "เก็บรักษา", english: "Kept"),
        "key": Wording(thai: "รหัสข้อความ", english: "Key"),
        "kind": Wording(thai: "ชนิด", english: "Kind"),
        "kinds": Wording(thai: "ใช้กับ", english: "Used for"),
        "label": Wording(thai: "ชื่อที่แสดง", english: "Label"),
        "largest_bytes": Wording(thai: "ขนาดใหญ่สุดต่อไฟล์", english: "Largest file"),
        "least": Wording(thai: "น้อยสุด", english: "Least"),
        "legal": Wording(thai: "กำหนดโดยกฎหมาย", english: "Set by a law"),
        "limit": Wording(thai: "ภายใน", english: "Within"),
        "links_allowed": Wording(thai: "ใส่ลิงก์ในข้อความได้", english: "Messages may hold links"),
        "longest": Wording(thai: "มากสุด (ตัวอักษรหรือค่า)", english: "Most (letters or value)"),
        "manual": Wording(thai: "คู่มือสำหรับประชาชน", english: "Public manual"),
        "menu": Wording(thai: "เมนู", english: "Menus"),
        "modes": Wording(thai: "วิธียื่น", english: "Ways to file"),
        "most": Wording(thai: "มากสุด", english: "Most"),
        "name": Wording(thai: "ชื่อ", english: "Name"),
        "near_percent": Wording(thai: "ใกล้ครบเมื่อผ่านไป (ร้อยละ)", english: "Near at (percent)"),
        "needs_digit": Wording(thai: "ต้องมีตัวเลข", english: "Needs a digit"),
        "needs_lower": Wording(thai: "ต้องมีตัวพิมพ์เล็ก", english: "Needs a lower case letter"),
        "needs_special": Wording(thai: "ต้องมีอักขระพิเศษ", english: "Needs a special character"),
        "needs_upper": Wording(thai: "ต้องมีตัวพิมพ์ใหญ่", english: "Needs an upper case letter"),
        "news": Wording(thai: "รหัสข่าว", english: "Code"),
        "next": Wording(thai: "เลขลำดับถัดไป", english: "Next running number"),
        "next_step": Wording(thai: "สิ่งที่จะเกิดต่อไป", english: "What comes next"),
        "obtained_by_office": Wording(
            thai: "หน่วยงานขอเอง", english: "The office fetches it itself"),
        "offered": Wording(thai: "การเปิดให้บริการ", english: "Offered"),
        "open_minute": Wording(thai: "เปิด", english: "Opens"),
        "opens": Wording(thai: "เปิดวันที่", english: "Opens on"),
        "outcomes": Wording(thai: "ผลการดำเนินการ", english: "Outcomes"),
        "overdue": Wording(thai: "เมื่อเกินกำหนด", english: "When overdue"),
        "parent": Wording(thai: "อยู่ใต้", english: "Stands under"),
        "past": Wording(thai: "วันที่ต้องไม่เกินวันนี้", english: "A day that has been"),
        "paused_in": Wording(thai: "หยุดนับในสถานะ", english: "Stands still in"),
        "per_minute": Wording(thai: "จำนวนคำขอต่อนาที", english: "Requests a minute"),
        "percent": Wording(thai: "ร้อยละของเวลา", english: "Percent of the time"),
        "phone": Wording(thai: "โทรศัพท์", english: "Telephone"),
        "phone_required": Wording(thai: "ต้องมีโทรศัพท์", english: "A telephone number is needed"),
        "photos": Wording(thai: "ภาพถ่าย", english: "Photos"),
        "prefix": Wording(thai: "อักษรนำ", english: "Letters"),
        "promised": Wording(thai: "เวลาที่สัญญา", english: "Promised times"),
        "provider": Wording(thai: "ผู้ให้บริการ", english: "Provider"),
        "purpose": Wording(thai: "วัตถุประสงค์", english: "Purpose"),
        "quiet_from_minute": Wording(
            thai: "งดส่ง SMS และ LINE ตั้งแต่ (น.)", english: "No SMS or LINE from"),
        "quiet_until_minute": Wording(thai: "ถึง (น.)", english: "until"),
        "reason_required": Wording(thai: "ต้องให้เหตุผล", english: "A reason is needed"),
        "receipt_withheld": Wording(
            thai: "ไม่แนบใบรับคำร้อง (PDF) ในอีเมลแจ้งการยื่น",
            english: "No slip of receipt (PDF) with the e-mail of a filing"),
        "reference": Wording(thai: "ประกาศหรือคำสั่งที่อ้างถึง", english: "Announcement"),
        "register_public": Wording(
            thai: "เปิดเผยทะเบียนใบอนุญาต", english: "The register of licences is public"),
        "reopen_window": Wording(thai: "ขอเปิดเรื่องใหม่ได้ภายใน", english: "May be reopened for"),
        "repeating": Wording(thai: "เริ่มนับใหม่เมื่อครบ", english: "Starts anew when it has run out"),
        "required": Wording(thai: "จำเป็น", english: "Required"),
        "reset": Wording(thai: "วิธีตั้งรหัสผ่านใหม่", english: "How a password is set anew"),
        "reset_minutes": Wording(
            thai: "เวลาตั้งรหัสผ่านใหม่ (นาที)", english: "Time for a new password (minutes)"),
        "retention": Wording(thai: "ประเภทการเก็บรักษา", english: "Retention class"),
        "returned": Wording(thai: "รอประชาชน", english: "Waits for the petitioner"),
        "roles": Wording(thai: "ผู้ทำได้", english: "Who may"),
        "rung": Wording(thai: "ขั้น", english: "Rung"),
        "satang": Wording(thai: "จำนวนเงิน (บาท)", english: "Amount (baht)"),
        "scopes": Wording(thai: "ขอบเขต", english: "Scopes"),
        "secret": Wording(
            thai: "ชื่อความลับ (ไม่ใช่ตัวความลับ)", english: "Name of the secret (never the secret)"),
        "second_factor": Wording(
            thai: "หน้าที่ที่ต้องใช้รหัสยืนยันขั้นที่สอง", english: "Who needs a second factor"),
        "session_hours": Wording(
            thai: "การเข้าสู่ระบบมีผล (ชั่วโมง)", english: "A sign-in holds (hours)"),
        "sms_sender": Wording(thai: "ชื่อผู้ส่ง SMS", english: "Sender of SMS"),
        "starts": Wording(thai: "เริ่มนับเมื่อ", english: "Starts with"),
        "states": Wording(thai: "สถานะ", english: "States"),
        "status": Wording(thai: "สถานะที่ประชาชนเห็น", english: "What the public reads"),
        "step": Wording(thai: "ขั้นตอน", english: "Step"),
        "stops": Wording(thai: "หยุดนับเมื่อ", english: "Stops with"),
        "subject": Wording(thai: "หัวเรื่อง", english: "Subject"),
        "subscriber": Wording(thai: "รหัสระบบ", english: "Code"),
        "successor": Wording(thai: "หน่วยงานที่รับช่วง", english: "Successor"),
        "target": Wording(thai: "ไปที่", english: "Leads to"),
        "template": Wording(thai: "แบบ", english: "Template"),
        "text": Wording(thai: "ข้อความ", english: "Text"),
        "texts": Wording(thai: "ข้อความของบริการ", english: "Texts"),
        "th": Wording(thai: "ไทย", english: "Thai"),
        "time": Wording(thai: "เวลา", english: "Time"),
        "title": Wording(thai: "หัวเรื่อง", english: "Title"),
        "to": Wording(thai: "สถานะถัดไป", english: "Leads to"),
        "types": Wording(thai: "ชนิดไฟล์", english: "Kinds of file"),
        "unit": Wording(thai: "หน่วย", english: "Unit"),
        "until": Wording(thai: "ถึงวันที่", english: "Until"),
        "uploads": Wording(thai: "เกณฑ์การแนบไฟล์", english: "Upload policy"),
        "value": Wording(thai: "ค่า", english: "Value"),
        "values": Wording(thai: "คำตอบ", english: "Answers"),
        "version": Wording(thai: "รุ่น", english: "Version"),
        "website": Wording(thai: "เว็บไซต์", english: "Website"),
        "weekday": Wording(thai: "วัน", english: "Day of the week"),
        "when": Wording(thai: "ถามเมื่อ", english: "Asked when"),
        "width": Wording(thai: "จำนวนหลักของเลขลำดับ", english: "Digits of the running number"),
        "witness_policy": Wording(
            thai: "พยานของบันทึก (tlog-policy)", english: "Witnesses of the log (tlog-policy)"),
        "withdrawn": Wording(thai: "ยกเลิกแล้ว", english: "Withdrawn"),
        "year": Wording(thai: "ปี ค.ศ.", english: "Year (C.E.)"),
    ]
}
