/// What a field of a form holds.
package enum FieldKind: String, LabelledWord {
    case text
    case longText = "long-text"
    case number
    case money
    case date
    case choice
    case choices
    case yesNo = "yes-no"
    case phone
    case email
    case nationalId = "national-id"
    case address
    case place

    package var label: Wording {
        switch self {
        case .text: Wording(thai: "ข้อความ", english: "text")
        case .longText: Wording(thai: "ข้อความยาว", english: "long text")
        case .number: Wording(thai: "จำนวน", english: "number")
        case .money: Wording(thai: "จำนวนเงิน", english: "amount of money")
        case .date: Wording(thai: "วันที่", english: "date")
        case .choice: Wording(thai: "เลือกหนึ่งข้อ", english: "one choice")
        case .choices: Wording(thai: "เลือกได้หลายข้อ", english: "several choices")
        case .yesNo: Wording(thai: "ใช่/ไม่ใช่", english: "yes or no")
        case .phone: Wording(thai: "โทรศัพท์", english: "telephone")
        case .email: Wording(thai: "อีเมล", english: "e-mail")
        case .nationalId: Wording(thai: "เลขประจำตัวประชาชน", english: "national ID")
        case .address: Wording(thai: "ที่อยู่", english: "address")
        case .place: Wording(thai: "สถานที่", english: "place")
        }
    }
}

/// Whether one may file without an account.
package enum GuestAccess: String, LabelledWord {
    case refused
    case phone
    case code

    package var label: Wording {
        switch self {
        case .refused: Wording(thai: "ต้องมีบัญชี", english: "account needed")
        case .phone:
            Wording(thai: "ไม่ต้องมีบัญชี ติดตามด้วยโทรศัพท์", english: "no account, followed by phone")
        case .code: Wording(thai: "ไม่ต้องมีบัญชี ติดตามด้วยรหัส", english: "no account, followed by code")
        }
    }
}

/// The event that an action of a definition appends.
package enum ActionEvent: String, LabelledWord {
    case received
    case inProgress = "in-progress"
    case completed
    case returned
    case corrected
    case correctionAccepted = "correction-accepted"
    case forwarded
    case referred
    case waitingStarted = "waiting-started"
    case waitingEnded = "waiting-ended"
    case rejected
    case withdrawn
    case reopened
    case merged
    case unmerged

    package var label: Wording {
        switch self {
        case .received: Wording(thai: "รับเรื่อง", english: "received")
        case .inProgress: Wording(thai: "ดำเนินการ", english: "taken forward")
        case .completed: Wording(thai: "ดำเนินการสำเร็จ", english: "completed")
        case .returned: Wording(thai: "ส่งคืนให้แก้ไข", english: "returned")
        case .corrected: Wording(thai: "แก้ไขแล้ว", english: "corrected")
        case .correctionAccepted: Wording(thai: "รับการแก้ไข", english: "correction accepted")
        case .forwarded: Wording(thai: "ส่งต่อภายใน", english: "forwarded")
        case .referred: Wording(thai: "ส่งต่อหน่วยงานอื่น", english: "referred")
        case .waitingStarted: Wording(thai: "รอหน่วยงานอื่น", english: "waits for another agency")
        case .waitingEnded: Wording(thai: "หน่วยงานอื่นตอบแล้ว", english: "other agency has answered")
        case .rejected: Wording(thai: "ไม่อนุมัติ", english: "rejected")
        case .withdrawn: Wording(thai: "ถอนคำร้อง", english: "withdrawn")
        case .reopened: Wording(thai: "เปิดเรื่องใหม่", english: "reopened")
        case .merged: Wording(thai: "รวมเรื่อง", english: "merged")
        case .unmerged: Wording(thai: "ยกเลิกการรวมเรื่อง", english: "unmerged")
        }
    }
}

/// What must hold before an action may be taken.
package enum GuardKind: String, LabelledWord {
    case isOwner = "is-owner"
    case sameDepartment = "same-department"
    case identityLevel = "identity-level"
    case documentsComplete = "documents-complete"
    case feePaid = "fee-paid"
    case answered
    case documentIssued = "document-issued"
    case identityChecked = "identity-checked"
    case withinWindow = "within-window"
    case notReturnedBefore = "not-returned-before"

    package var label: Wording {
        switch self {
        case .isOwner: Wording(thai: "เป็นผู้รับผิดชอบเรื่อง", english: "is the owner")
        case .sameDepartment:
            Wording(thai: "อยู่ในหน่วยงานเจ้าของเรื่อง", english: "is of the responsible department")
        case .identityLevel:
            Wording(thai: "ระดับการยืนยันตัวตนถึงเกณฑ์", english: "identity is proven enough")
        case .documentsComplete: Wording(thai: "เอกสารครบ", english: "documents are complete")
        case .feePaid: Wording(thai: "ชำระค่าธรรมเนียมแล้ว", english: "fee is paid")
        case .answered: Wording(thai: "ตอบผู้ยื่นแล้ว", english: "petitioner has an answer")
        case .documentIssued: Wording(thai: "ออกเอกสารแล้ว", english: "document is issued")
        case .identityChecked: Wording(thai: "ตรวจสอบตัวตนแล้ว", english: "identity was checked")
        case .withinWindow: Wording(thai: "อยู่ในระยะเวลาที่กำหนด", english: "within the window")
        case .notReturnedBefore: Wording(thai: "ยังไม่เคยส่งคืน", english: "was not returned before")
        }
    }
}

/// What a clock watches.
package enum ClockKind: String, LabelledWord {
    case receive
    case firstAnswer = "first-answer"
    case finish
    case correction
    case delayNotice = "delay-notice"
    case resultNotice = "result-notice"

    package var label: Wording {
        switch self {
        case .receive: Wording(thai: "รับเรื่อง", english: "receive")
        case .firstAnswer: Wording(thai: "ตอบครั้งแรก", english: "first answer")
        case .finish: Wording(thai: "แล้วเสร็จ", english: "finish")
        case .correction: Wording(thai: "แก้ไขเอกสาร", english: "correction by the petitioner")
        case .delayNotice: Wording(thai: "แจ้งเหตุล่าช้า", english: "notice of delay")
        case .resultNotice: Wording(thai: "แจ้งผล", english: "notice of the result")
        }
    }
}

/// A moment in a case at which a clock starts or stops.
package enum ClockPoint: String, LabelledWord {
    case submitted
    case received
    case answered
    case completeDocuments = "complete-documents"
    case returned
    case corrected
    case finished
    case deadlineMissed = "deadline-missed"
    case resultNotified = "result-notified"

    package var label: Wording {
        switch self {
        case .submitted: Wording(thai: "ส่งคำร้อง", english: "submitted")
        case .received: Wording(thai: "รับเรื่อง", english: "received")
        case .answered: Wording(thai: "ตอบครั้งแรก", english: "first answer")
        case .completeDocuments: Wording(thai: "เอกสารครบ", english: "documents complete")
        case .returned: Wording(thai: "ส่งคืน", english: "returned")
        case .corrected: Wording(thai: "แก้ไขแล้ว", english: "corrected")
        case .finished: Wording(thai: "สิ้นสุด", english: "finished")
        case .deadlineMissed: Wording(thai: "เกินกำหนด", english: "deadline missed")
        case .resultNotified: Wording(thai: "แจ้งผลแล้ว", english: "result notified")
        }
    }
}

/// What follows when the legal time has passed.
package enum OverduePolicy: String, LabelledWord {
    case notify
    case deemedApproved = "deemed-approved"
    case nothing = "none"

    package var label: Wording {
        switch self {
        case .notify:
            Wording(thai: "แจ้งเหตุล่าช้าทุก 7 วัน", english: "notice of delay every seven days")
        case .deemedApproved: Wording(thai: "ถือว่าอนุญาต", english: "deemed approved")
        case .nothing: Wording(thai: "ไม่มี", english: "nothing")
        }
    }
}
