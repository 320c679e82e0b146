internal import Events
internal import HTTP
internal import Markup

/// What was just done about an officer or by one to the own account, said on the page that the form
/// led to.
enum DeskDone: String, CaseIterable, Sendable {
    case password, reset, sessions, session, factor, substitute, notices
    case changed, dismissed, ended, removed

    static func note(_ visit: Visit) -> HTML? {
        guard let done = visit.request.query["done"].flatMap(DeskDone.init(rawValue:)) else {
            return nil
        }
        return div(.class("note good"), .role("status")) { p { visit.language(done.wording) } }
    }

    /// A page with the word for what was done; no word of what it was about.
    func path(of page: String) -> String { "\(page)?done=\(rawValue)" }

    private var wording: Wording {
        switch self {
        case .password:
            Wording(
                thai: "เปลี่ยนรหัสผ่านแล้ว อุปกรณ์อื่นทั้งหมดออกจากระบบแล้ว",
                english: "The password is changed. All other devices are signed out.")
        case .reset:
            Wording(
                thai: "ตั้งรหัสผ่านใหม่แล้ว เข้าสู่ระบบด้วยรหัสผ่านใหม่",
                english: "The new password is set. Sign in with it.")
        case .sessions:
            Wording(
                thai: "อุปกรณ์อื่นทั้งหมดออกจากระบบแล้ว", english: "All other devices are signed out.")
        case .session: Wording(thai: "อุปกรณ์นั้นออกจากระบบแล้ว", english: "That device is signed out.")
        case .factor:
            Wording(
                thai: "ตั้งรหัสยืนยันขั้นที่สองแล้ว แอปเดิมใช้ไม่ได้อีก",
                english: "The second factor is set. An older one no longer counts.")
        case .substitute: Wording(thai: "บันทึกผู้ปฏิบัติแทนแล้ว", english: "The substitute is saved.")
        case .notices: Wording(thai: "บันทึกการแจ้งเตือนแล้ว", english: "Your notices are saved.")
        case .changed: Wording(thai: "บันทึกข้อมูลเจ้าหน้าที่แล้ว", english: "The officer is changed.")
        case .dismissed:
            Wording(
                thai: "บันทึกการพ้นหน้าที่แล้ว เจ้าหน้าที่ออกจากระบบทุกอุปกรณ์",
                english: "The officer is dismissed and signed out everywhere.")
        case .ended:
            Wording(
                thai: "เจ้าหน้าที่ออกจากระบบทุกอุปกรณ์แล้ว",
                english: "The officer is signed out everywhere.")
        case .removed:
            Wording(
                thai: "ยกเลิกรหัสยืนยันขั้นที่สองแล้ว เจ้าหน้าที่ต้องตั้งใหม่เมื่อเข้าสู่ระบบ",
                english: "The second factor is removed. A new one is set at the next sign-in.")
        }
    }
}
