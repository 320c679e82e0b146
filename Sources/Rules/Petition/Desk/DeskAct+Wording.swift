package import Events

extension DeskAct {
    /// As it stands on a button.
    package var label: Wording {
        switch self {
        case .receive: Wording(thai: "รับเรื่อง", english: "Take in")
        case .start: Wording(thai: "เริ่มดำเนินการ", english: "Start work")
        case .acceptCorrection: Wording(thai: "รับการแก้ไข", english: "Accept the correction")
        case .resume: Wording(thai: "หน่วยงานอื่นตอบแล้ว", english: "The other agency answered")
        case .complete: Wording(thai: "แจ้งผลและปิดเรื่อง", english: "Complete")
        case .reject: Wording(thai: "ไม่อนุมัติ", english: "Reject")
        case .reopen: Wording(thai: "เปิดเรื่องใหม่", english: "Reopen")
        case .answer: Wording(thai: "ตอบผู้ยื่น", english: "Answer the petitioner")
        case .askCorrection: Wording(thai: "ส่งคืนให้แก้ไข", english: "Return for correction")
        case .message:
            Wording(thai: "บันทึกสิ่งที่ผู้ยื่นแจ้ง", english: "Note what the petitioner said")
        case .attach: Wording(thai: "แนบเอกสารของผู้ยื่น", english: "Attach for the petitioner")
        case .correct: Wording(thai: "บันทึกการแก้ไขแทนผู้ยื่น", english: "Enter the correction")
        case .withdraw: Wording(thai: "ถอนคำร้องแทนผู้ยื่น", english: "Withdraw for the petitioner")
        case .setAppointment: Wording(thai: "นัดหมาย", english: "Set an appointment")
        case .cancelAppointment: Wording(thai: "ยกเลิกนัดหมาย", english: "Cancel an appointment")
        case .resetTracking:
            Wording(thai: "ออกรหัสผ่านติดตามใหม่", english: "Give a new password for following")
        case .claim: Wording(thai: "รับเป็นผู้รับผิดชอบ", english: "Claim")
        case .takeOver: Wording(thai: "รับช่วงต่อ", english: "Take over")
        case .release: Wording(thai: "คืนเรื่องเข้าคิว", english: "Release")
        case .assign: Wording(thai: "มอบหมาย", english: "Assign")
        case .forward: Wording(thai: "ส่งต่อหน่วยงานภายใน", english: "Forward to a unit")
        case .refer: Wording(thai: "ส่งต่อหน่วยงานอื่น", english: "Refer to another agency")
        case .waitFor: Wording(thai: "รอหน่วยงานอื่น", english: "Wait for another agency")
        case .extend: Wording(thai: "ขยายเวลา", english: "Extend the time")
        case .noticeDelay: Wording(thai: "แจ้งเหตุล่าช้า", english: "Give notice of delay")
        case .issueDocument: Wording(thai: "ออกเอกสาร", english: "Issue a document")
        case .revokeDocument: Wording(thai: "เพิกถอนเอกสาร", english: "Revoke a document")
        case .recordPayment: Wording(thai: "บันทึกการชำระเงิน", english: "Record a payment")
        case .certifyCopies: Wording(thai: "รับรองสำเนา", english: "Certify copies")
        case .checkIdentity: Wording(thai: "บันทึกการตรวจตัวตน", english: "Record an identity check")
        case .note: Wording(thai: "บันทึกภายใน", english: "Write a note")
        case .recategorise: Wording(thai: "เปลี่ยนประเภทเรื่อง", english: "Change the category")
        case .setUrgency: Wording(thai: "กำหนดความเร่งด่วน", english: "Set the urgency")
        case .setConfidentiality:
            Wording(thai: "กำหนดการปกปิด", english: "Set the confidentiality")
        case .merge: Wording(thai: "รวมกับคำร้องอื่น", english: "Merge into another case")
        case .unmerge: Wording(thai: "ยกเลิกการรวมเรื่อง", english: "Undo the merge")
        case .dismissDuplicate: Wording(thai: "ไม่ใช่เรื่องซ้ำ", english: "Not a duplicate")
        case .changeDefinition:
            Wording(thai: "ย้ายไปใช้แบบอื่น", english: "Move to another definition")
        }
    }
}

extension DeskAct.Group {
    package var label: Wording {
        switch self {
        case .course: Wording(thai: "ขั้นตอนของเรื่อง", english: "Course of the case")
        case .petitioner: Wording(thai: "ผู้ยื่น", english: "The petitioner")
        case .holder: Wording(thai: "ผู้รับผิดชอบและหน่วยงาน", english: "Who has it")
        case .time: Wording(thai: "กำหนดเวลา", english: "Time")
        case .papers: Wording(thai: "เอกสารและเงิน", english: "Papers and money")
        case .file: Wording(thai: "แฟ้มเรื่อง", english: "The file")
        }
    }
}
