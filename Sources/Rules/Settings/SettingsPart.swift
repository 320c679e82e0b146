package import Events

/// One of the things that an office settles, as a settings file and the desk name it.
package enum SettingsPart: String, CaseIterable, Sendable {
    case office, numbering, services, categories, departments, agencies
    case holidays, openDays = "open_days", hours, calendarYears = "calendar_years"
    case photos, passwords, signIn = "sign_in", registration, messaging, uploads
    case loginProviders = "login_providers"
    case texts, templates, menu, news, channels, terms, notice, consents
    case retention, disclosure, subscribers

    package var label: Wording {
        switch self {
        case .office: Wording(thai: "ข้อมูลสำนักงาน", english: "The office itself")
        case .numbering: Wording(thai: "เลขคำร้อง", english: "Petition numbers")
        case .services: Wording(thai: "บริการ", english: "Services")
        case .categories: Wording(thai: "ประเภทเรื่อง", english: "Categories")
        case .departments: Wording(thai: "หน่วยงานภายใน", english: "Departments")
        case .agencies: Wording(thai: "หน่วยงานภายนอก", english: "Other agencies")
        case .holidays: Wording(thai: "วันหยุด", english: "Holidays")
        case .openDays: Wording(thai: "วันเปิดของหน่วยงานในวันหยุด", english: "Open on holidays")
        case .hours: Wording(thai: "เวลาทำการ", english: "Office hours")
        case .calendarYears: Wording(thai: "ปีที่ประกาศปฏิทินแล้ว", english: "Declared years")
        case .photos: Wording(thai: "ภาพถ่ายยืนยันตัวตน", english: "Identity photos")
        case .passwords: Wording(thai: "นโยบายรหัสผ่าน", english: "Password policy")
        case .signIn:
            Wording(thai: "วิธีเข้าสู่ระบบของเจ้าหน้าที่", english: "How officers sign in")
        case .registration: Wording(thai: "การลงทะเบียน", english: "Registration")
        case .messaging: Wording(thai: "การส่งข้อความ", english: "Messages")
        case .uploads: Wording(thai: "การแนบไฟล์", english: "Uploads")
        case .loginProviders: Wording(thai: "ผู้ให้บริการยืนยันตัวตน", english: "Login providers")
        case .texts: Wording(thai: "ข้อความบนหน้าเว็บ", english: "Texts")
        case .templates: Wording(thai: "แบบข้อความแจ้ง", english: "Templates of messages")
        case .menu: Wording(thai: "เมนู", english: "Menus")
        case .news: Wording(thai: "ข่าวและประกาศ", english: "News")
        case .channels: Wording(thai: "ช่องทางติดต่อที่ประกาศ", english: "Announced channels")
        case .terms: Wording(thai: "ข้อตกลงและเงื่อนไข", english: "Terms of service")
        case .notice: Wording(thai: "ประกาศความเป็นส่วนตัว", english: "Privacy notice")
        case .consents: Wording(thai: "ความยินยอม", english: "Consents")
        case .retention: Wording(thai: "ระยะเวลาเก็บรักษา", english: "Retention")
        case .disclosure: Wording(thai: "การเปิดเผยข้อมูล", english: "Disclosure")
        case .subscribers: Wording(thai: "ระบบเชื่อมต่อ", english: "Connected systems")
        }
    }
}
