/// What somebody may do; a person may have several.
package enum Role: String, LabelledWord {
    case citizen
    case receiver
    case handler
    case head
    case clerk
    case deputyMayor = "deputy-mayor"
    case mayor
    case identityChecker = "identity-checker"
    case legal
    case auditor
    case dpo
    case administrator
    case integrator
    case system

    package var label: Wording {
        switch self {
        case .citizen: Wording(thai: "ผู้ยื่นคำร้อง", english: "petitioner")
        case .receiver: Wording(thai: "เจ้าหน้าที่รับเรื่อง", english: "receiving officer")
        case .handler: Wording(thai: "ผู้ปฏิบัติ", english: "case officer")
        case .head: Wording(thai: "ผอ.กอง/หัวหน้าฝ่าย", english: "head of a department")
        case .clerk: Wording(thai: "ปลัด", english: "municipal clerk")
        case .deputyMayor: Wording(thai: "รองนายก", english: "deputy mayor")
        case .mayor: Wording(thai: "นายก", english: "mayor")
        case .identityChecker: Wording(thai: "เจ้าหน้าที่ตรวจสอบตัวตน", english: "identity officer")
        case .legal: Wording(thai: "นิติกร", english: "legal officer")
        case .auditor: Wording(thai: "ตรวจสอบภายใน", english: "internal auditor")
        case .dpo: Wording(thai: "เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล", english: "data protection officer")
        case .administrator: Wording(thai: "ผู้ดูแลระบบ", english: "administrator")
        case .integrator: Wording(thai: "ระบบเชื่อมต่อ", english: "connected system")
        case .system: Wording(thai: "ระบบ", english: "the system itself")
        }
    }
}

/// What a span of time is counted in.
package enum TimeUnit: String, LabelledWord {
    case immediately
    case minutes
    case hours
    case officeMinutes = "office-minutes"
    case officeHours = "office-hours"
    case days
    case workingDays = "working-days"
    case months
    case years

    package var label: Wording {
        switch self {
        case .immediately: Wording(thai: "ทันที", english: "at once")
        case .minutes: Wording(thai: "นาที", english: "minutes")
        case .hours: Wording(thai: "ชั่วโมง", english: "hours")
        case .officeMinutes: Wording(thai: "นาที (ในเวลาราชการ)", english: "office minutes")
        case .officeHours: Wording(thai: "ชั่วโมงทำการ", english: "office hours")
        case .days: Wording(thai: "วัน", english: "calendar days")
        case .workingDays: Wording(thai: "วันทำการ", english: "working days")
        case .months: Wording(thai: "เดือน", english: "months")
        case .years: Wording(thai: "ปี", english: "years")
        }
    }
}

/// What kind of local government it is.
package enum OfficeKind: String, LabelledWord {
    case subdistrictAdministration = "subdistrict-administration"
    case subdistrictMunicipality = "subdistrict-municipality"
    case townMunicipality = "town-municipality"
    case cityMunicipality = "city-municipality"
    case provincialAdministration = "provincial-administration"
    case special
    case other

    package var label: Wording {
        switch self {
        case .subdistrictAdministration:
            Wording(thai: "องค์การบริหารส่วนตำบล", english: "subdistrict administrative organisation")
        case .subdistrictMunicipality:
            Wording(thai: "เทศบาลตำบล", english: "subdistrict municipality")
        case .townMunicipality: Wording(thai: "เทศบาลเมือง", english: "town municipality")
        case .cityMunicipality: Wording(thai: "เทศบาลนคร", english: "city municipality")
        case .provincialAdministration:
            Wording(thai: "องค์การบริหารส่วนจังหวัด", english: "provincial administrative organisation")
        case .special:
            Wording(thai: "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ", english: "special local government")
        case .other: Wording(thai: "หน่วยงานอื่น", english: "other agency")
        }
    }
}

/// Where a holiday comes from.
package enum HolidayKind: String, LabelledWord {
    case national
    case substitution
    case cabinet
    case local

    package var label: Wording {
        switch self {
        case .national: Wording(thai: "วันหยุดราชการ", english: "government holiday")
        case .substitution: Wording(thai: "วันหยุดชดเชย", english: "substitution day")
        case .cabinet:
            Wording(thai: "วันหยุดพิเศษตามมติคณะรัฐมนตรี", english: "special day by cabinet resolution")
        case .local: Wording(thai: "วันหยุดเฉพาะพื้นที่", english: "local holiday")
        }
    }
}

/// Why somebody was not let in.
package enum SignInRefusal: String, LabelledWord {
    case wrongPassword = "wrong-password"
    case unknownOfficer = "unknown-officer"
    case dismissed
    case throttled
    case secondFactor = "second-factor"

    package var label: Wording {
        switch self {
        case .wrongPassword: Wording(thai: "รหัสผ่านไม่ถูกต้อง", english: "wrong password")
        case .unknownOfficer: Wording(thai: "ไม่พบเจ้าหน้าที่", english: "no such officer")
        case .dismissed: Wording(thai: "พ้นหน้าที่แล้ว", english: "dismissed")
        case .throttled: Wording(thai: "ลองหลายครั้งเกินไป", english: "too many tries")
        case .secondFactor: Wording(thai: "รหัสยืนยันไม่ถูกต้อง", english: "second factor failed")
        }
    }
}

/// What an officer may be told of by e-mail.
package enum OfficerNotice: String, LabelledWord {
    /// A case was given to the officer.
    case assigned
    /// A case came to the officer’s department and has nobody yet.
    case department
    /// A late case came before the officer.
    case escalated
    /// The petitioner of the officer’s case wrote, or sent papers or a correction.
    case petitioner
    /// The officer’s case was opened again.
    case reopened
    /// The petitioner of the officer’s case withdrew it.
    case withdrawn

    package var label: Wording {
        switch self {
        case .assigned: Wording(thai: "มีเรื่องมอบหมายให้ฉัน", english: "a case is given to me")
        case .department:
            Wording(
                thai: "มีเรื่องเข้าหน่วยงานของฉันและยังไม่มีผู้รับผิดชอบ",
                english: "a case comes to my department and has nobody yet")
        case .escalated:
            Wording(thai: "มีเรื่องล่าช้ายกระดับมาถึงฉัน", english: "a late case comes before me")
        case .petitioner:
            Wording(
                thai: "ผู้ยื่นส่งข้อความ เอกสาร หรือการแก้ไขในเรื่องที่ฉันรับผิดชอบ",
                english: "the petitioner of my case writes, or sends papers or a correction")
        case .reopened:
            Wording(
                thai: "เรื่องที่ฉันรับผิดชอบเปิดใหม่", english: "my case is opened again")
        case .withdrawn:
            Wording(
                thai: "ผู้ยื่นถอนเรื่องที่ฉันรับผิดชอบ",
                english: "the petitioner of my case withdraws it")
        }
    }
}
