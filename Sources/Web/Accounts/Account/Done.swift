internal import Events
internal import HTTP
internal import Markup

/// What was just done, said on the page that a form led to.
enum Done: String, CaseIterable, Sendable {
    case contact, confirmed, confirmedPhone = "confirmed-phone", password, sessions, session,
        picture, identity, correction, erasure, access, login, unlinked

    static func note(_ visit: Visit) -> HTML? {
        guard let done = visit.request.query["done"].flatMap(Done.init(rawValue:)) else {
            return nil
        }
        return div(.class("note good"), .role("status")) { p { visit.language(done.wording) } }
    }

    /// The page with the word for what was done; no word of what it was about.
    func path(_ visit: Visit, _ parts: String...) -> String {
        let path = (["account"] + parts).reduce(visit.path()) { "\($0)/\($1)" }
        return "\(path)?done=\(rawValue)"
    }

    private var wording: Wording {
        switch self {
        case .contact: Wording(thai: "บันทึกข้อมูลติดต่อแล้ว", english: "Your contact details are saved.")
        case .confirmed: Wording(thai: "ยืนยันอีเมลแล้ว", english: "Your e-mail is confirmed.")
        case .confirmedPhone:
            Wording(thai: "ยืนยันเบอร์โทรศัพท์แล้ว", english: "Your telephone is confirmed.")
        case .password:
            Wording(
                thai: "เปลี่ยนรหัสผ่านแล้ว อุปกรณ์อื่นทั้งหมดออกจากระบบแล้ว",
                english: "The password is changed. All other devices are logged out.")
        case .sessions:
            Wording(
                thai: "อุปกรณ์อื่นทั้งหมดออกจากระบบแล้ว", english: "All other devices are logged out.")
        case .session: Wording(thai: "อุปกรณ์นั้นออกจากระบบแล้ว", english: "That device is logged out.")
        case .picture: Wording(thai: "บันทึกรูปประจำตัวแล้ว", english: "Your picture is saved.")
        case .identity:
            Wording(
                thai: "ส่งภาพแล้ว เจ้าหน้าที่จะตรวจสอบในเวลาราชการ",
                english: "The photos are sent. An officer checks them in office hours.")
        case .correction:
            Wording(
                thai: "แก้ไขข้อมูลแล้ว เจ้าหน้าที่จะตรวจสอบการยืนยันตัวตนอีกครั้ง",
                english: "The details are corrected. An officer checks your identity again.")
        case .login:
            Wording(
                thai: "ผูกช่องทางเข้าสู่ระบบแล้ว", english: "You can log in this way from now on.")
        case .unlinked:
            Wording(thai: "ยกเลิกการผูกแล้ว", english: "That way in is closed.")
        case .access:
            Wording(
                thai: "ส่งคำขอแล้ว หน่วยงานจะตอบภายใน 30 วัน",
                english: "Your request is sent. The office answers within 30 days.")
        case .erasure:
            Wording(
                thai: "ส่งคำขอลบข้อมูลแล้ว", english: "Your request to erase your data is sent.")
        }
    }
}
