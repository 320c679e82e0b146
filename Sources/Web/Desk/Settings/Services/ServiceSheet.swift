internal import Events

/// A part of a service that is changed on one page.
enum ServiceSheet: String, CaseIterable {
    case offer, general, form, documents, course, clocks, ends

    var label: Wording {
        switch self {
        case .offer: Wording(thai: "เปิดหรือยกเลิกบริการ", english: "Offer or withdraw")
        case .general: Wording(thai: "ข้อมูลทั่วไป", english: "General")
        case .form: Wording(thai: "แบบฟอร์ม", english: "Form")
        case .documents: Wording(thai: "เอกสารและไฟล์แนบ", english: "Documents and uploads")
        case .course: Wording(thai: "สถานะและขั้นตอน", english: "States and steps")
        case .clocks: Wording(thai: "กำหนดเวลา", english: "Clocks")
        case .ends: Wording(thai: "ผลและเหตุที่ไม่อนุมัติ", english: "Outcomes and grounds")
        }
    }

    var meaning: Wording {
        switch self {
        case .offer:
            Wording(
                thai: "เปิด เร็วๆ นี้ หรือยกเลิก และวันที่เปิด",
                english: "open, soon or withdrawn, and from when")
        case .general:
            Wording(
                thai: "ชื่อ หน่วยงาน คู่มือ ค่าธรรมเนียม เวลาที่สัญญา",
                english: "name, department, manual, fees, promised times")
        case .form:
            Wording(
                thai: "หน้า คำถาม ชนิด ตัวเลือก เงื่อนไข",
                english: "pages, questions, kinds, choices, rules")
        case .documents:
            Wording(
                thai: "เอกสารที่ขอ ชนิดและขนาดไฟล์",
                english: "what is asked for; kinds and sizes of files")
        case .course:
            Wording(
                thai: "สถานะของเรื่อง ใครทำอะไรได้เมื่อใด",
                english: "states of a case, who may do what and when")
        case .clocks:
            Wording(
                thai: "นาฬิกา การขยายเวลา การแจ้งผู้บังคับบัญชา", english: "clocks, extensions, escalation"
            )
        case .ends:
            Wording(thai: "ผลการดำเนินการ เหตุที่ไม่อนุมัติ", english: "how a case ends, why it is rejected")
        }
    }

    /// The fields of the definition that are on the page.
    var fields: Set<String> {
        switch self {
        case .offer: []
        case .general:
            [
                "name", "description", "kind", "category", "department", "departments",
                "identity_level", "guests", "modes", "in_person_only", "confidential", "manual",
                "promised", "fees", "overdue", "appeal", "reopen_window", "retention",
            ]
        case .form: ["form", "blank_form"]
        case .documents: ["documents", "uploads"]
        case .course: ["states", "actions"]
        case .clocks: ["clocks", "escalation"]
        case .ends: ["outcomes", "grounds", "texts"]
        }
    }
}
