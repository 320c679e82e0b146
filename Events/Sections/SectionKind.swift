/// The kinds of sealed section: what stands as `f` in `data.sealed`.
package enum SectionKind: String, LabelledWord {
    case petitioner
    case owner
    case text
    case place
    case classification
    case attachment
    case note
    case message
    case reason
    case defects
    case result
    case appointment
    case document
    case payer
    case comment
    case identity
    case contact
    case evidence
    case login
    case scope
    case attributes
    case caseAttributes = "case-attributes"
    case view
    case export

    package var label: Wording {
        switch self {
        case .petitioner: Wording(thai: "ผู้ยื่นคำร้อง", english: "petitioner")
        case .owner: Wording(thai: "บัญชีเจ้าของคำร้อง", english: "account of the case")
        case .text: Wording(thai: "ข้อความคำร้อง", english: "text of the petition")
        case .place: Wording(thai: "สถานที่", english: "place")
        case .classification: Wording(thai: "ประเภทเรื่อง (ปกปิด)", english: "sealed category")
        case .attachment: Wording(thai: "เอกสารแนบ", english: "attachment")
        case .note: Wording(thai: "บันทึก", english: "note")
        case .message: Wording(thai: "ข้อความ", english: "message")
        case .reason: Wording(thai: "เหตุผล", english: "reason")
        case .defects: Wording(thai: "รายการแก้ไข", english: "defects")
        case .result: Wording(thai: "ผลการดำเนินการ", english: "result")
        case .appointment: Wording(thai: "นัดหมาย", english: "appointment")
        case .document: Wording(thai: "เอกสารที่ออก", english: "issued document")
        case .payer: Wording(thai: "ผู้ชำระเงิน", english: "payer")
        case .comment: Wording(thai: "ความเห็น", english: "comment")
        case .identity: Wording(thai: "ข้อมูลประจำตัว", english: "identity")
        case .contact: Wording(thai: "ข้อมูลติดต่อ", english: "contact details")
        case .evidence: Wording(thai: "หลักฐานยืนยันตัวตน", english: "identity evidence")
        case .login: Wording(thai: "บัญชีภายนอก", english: "login elsewhere")
        case .scope: Wording(thai: "ขอบเขตคำขอ", english: "scope of a request")
        case .attributes: Wording(thai: "ข้อมูลต้นทาง", english: "attributes of the source")
        case .caseAttributes:
            Wording(thai: "ข้อมูลต้นทางของเรื่อง", english: "attributes of the source’s case")
        case .view: Wording(thai: "มุมมองที่บันทึก", english: "saved view")
        case .export: Wording(thai: "รายการที่ส่งออก", english: "what was exported")
        }
    }
}
