internal import Entries
package import Events

/// What a connected system may ask for.
package enum ClientScope: String, FieldWord {
    /// Read the log's entries, in which nothing personal is clear.
    case events = "events:read"
    /// Read where cases stand, without what was written and without names.
    case petitions = "petitions:read"
    /// Read what was written, whose case it is, and files: each opening is recorded.
    case personal = "personal:read"
    /// File for people who use the system.
    case file = "petitions:file"
    /// Act in cases, with the roles that the system was given.
    case act = "petitions:act"
    /// Read the queue with its deadlines.
    case queue = "queue:read"
    /// Read documents that were issued.
    case documents = "documents:read"
    /// Read services, categories and departments.
    case settings = "settings:read"
    /// Read the office's figures.
    case figures = "figures:read"

    package var meaning: Wording {
        switch self {
        case .events:
            Wording(thai: "อ่านเหตุการณ์ (ไม่มีข้อมูลส่วนบุคคล)", english: "read events, nothing personal")
        case .petitions:
            Wording(
                thai: "อ่านสถานะคำร้อง (ไม่มีข้อมูลส่วนบุคคล)",
                english: "read where petitions stand, nothing personal")
        case .personal:
            Wording(
                thai: "เปิดดูข้อมูลส่วนบุคคลในคำร้อง ทุกครั้งมีบันทึก",
                english: "open personal data of petitions; each opening is recorded")
        case .file:
            Wording(thai: "ยื่นคำร้องแทนผู้ใช้ของระบบ", english: "file for people who use the system")
        case .act:
            Wording(
                thai: "ดำเนินการในคำร้องตามหน้าที่ที่ให้ไว้",
                english: "act in petitions, in the roles that it was given")
        case .queue:
            Wording(thai: "อ่านคิวงานและกำหนดเวลา", english: "read the queue and its deadlines")
        case .documents:
            Wording(thai: "เปิดดูเอกสารที่ออกให้", english: "read documents that were issued")
        case .settings:
            Wording(
                thai: "อ่านบริการ ประเภทเรื่อง และหน่วยงาน",
                english: "read services, categories and departments")
        case .figures: Wording(thai: "อ่านสถิติ", english: "read the figures")
        }
    }
}
