/// What a citizen comes with.
package enum PetitionKind: String, LabelledWord {
    case service
    case complaint
    case grievance
    case suggestion

    package var label: Wording {
        switch self {
        case .service: Wording(thai: "คำขอรับบริการ", english: "service request")
        case .complaint: Wording(thai: "เรื่องร้องเรียน", english: "complaint")
        case .grievance: Wording(thai: "เรื่องร้องทุกข์", english: "grievance")
        case .suggestion: Wording(thai: "ข้อเสนอแนะ", english: "suggestion")
        }
    }
}

/// What the public reads of a case: the four statuses of the office, and the words for other
/// outcomes.
package enum PublicStatus: String, LabelledWord {
    case submitted
    case received
    case inProgress = "in-progress"
    case completed
    case rejected
    case withdrawn
    case referred
    case merged

    package var label: Wording {
        switch self {
        case .submitted: Wording(thai: "ส่งคำร้อง", english: "submitted")
        case .received: Wording(thai: "เจ้าหน้าที่รับเรื่อง", english: "received")
        case .inProgress: Wording(thai: "กำลังดำเนินการ", english: "in progress")
        case .completed: Wording(thai: "ดำเนินการสำเร็จ", english: "completed")
        case .rejected: Wording(thai: "ไม่อนุมัติ", english: "rejected")
        case .withdrawn: Wording(thai: "ถอนคำร้อง", english: "withdrawn")
        case .referred: Wording(thai: "ส่งต่อหน่วยงานอื่น", english: "referred")
        case .merged: Wording(thai: "รวมกับคำร้องอื่น", english: "merged")
        }
    }

    /// The same as one says it of a petition of that kind: nobody approves a complaint.
    package func label(of kind: PetitionKind) -> Wording {
        guard self == .rejected, kind != .service else { return label }
        return Wording(thai: "ยุติเรื่อง", english: "closed without action")
    }
}

/// How a case or a message came in.
package enum Channel: String, LabelledWord {
    case web
    case line
    case counter
    case phone
    case facebook
    case letter
    case email
    case damrongdhama
    case hotline1111 = "hotline-1111"
    case communityLeader = "community-leader"
    case traffy
    case api
    case other

    package var label: Wording {
        switch self {
        case .web: Wording(thai: "เว็บไซต์", english: "website")
        case .line: Wording(thai: "LINE OA", english: "LINE")
        case .counter: Wording(thai: "ด้วยตนเอง", english: "in person")
        case .phone: Wording(thai: "โทรศัพท์", english: "telephone")
        case .facebook: Wording(thai: "Facebook", english: "Facebook")
        case .letter: Wording(thai: "หนังสือ/จดหมาย", english: "letter")
        case .email: Wording(thai: "อีเมล", english: "e-mail")
        case .damrongdhama: Wording(thai: "ศูนย์ดำรงธรรม/1567", english: "Damrongdhama Centre 1567")
        case .hotline1111:
            Wording(thai: "สายด่วนทำเนียบ 1111", english: "Government House hotline 1111")
        case .communityLeader:
            Wording(thai: "ผู้นำชุมชน/สมาชิกสภา", english: "community leader or councillor")
        case .traffy: Wording(thai: "Traffy Fondue", english: "Traffy Fondue")
        case .api: Wording(thai: "ระบบเชื่อมต่อ", english: "connected system")
        case .other: Wording(thai: "อื่น ๆ", english: "other")
        }
    }
}

/// How the form was filled in.
package enum FilingMode: String, LabelledWord {
    case online
    case print
    case counter

    package var label: Wording {
        switch self {
        case .online: Wording(thai: "กรอกแบบฟอร์มออนไลน์", english: "form filled in online")
        case .print: Wording(thai: "พิมพ์แบบฟอร์มเพื่อกรอก", english: "form printed and filled in")
        case .counter: Wording(thai: "เจ้าหน้าที่บันทึกให้", english: "entered by an officer")
        }
    }
}

/// How urgent a case is.
package enum Urgency: String, LabelledWord {
    case normal
    case urgent
    case veryUrgent = "very-urgent"
    case emergency

    package var label: Wording {
        switch self {
        case .normal: Wording(thai: "ปกติ", english: "normal")
        case .urgent: Wording(thai: "ด่วน", english: "urgent")
        case .veryUrgent: Wording(thai: "ด่วนมาก", english: "very urgent")
        case .emergency: Wording(thai: "ฉุกเฉิน", english: "emergency")
        }
    }
}

/// How the petitioner wants to hear from the office; electronic unless the person said otherwise.
package enum ContactPreference: String, LabelledWord {
    case electronic
    case letter
    case phone
    case inPerson = "in-person"

    package var label: Wording {
        switch self {
        case .electronic: Wording(thai: "ทางอิเล็กทรอนิกส์", english: "electronically")
        case .letter: Wording(thai: "ทางไปรษณีย์", english: "by letter")
        case .phone: Wording(thai: "ทางโทรศัพท์", english: "by telephone")
        case .inPerson: Wording(thai: "มาติดต่อด้วยตนเอง", english: "in person")
        }
    }
}

/// How a guest opens the case again.
package enum TrackingKind: String, LabelledWord {
    case phone
    case code

    package var label: Wording {
        switch self {
        case .phone:
            Wording(
                thai: "เลขคำร้องและเลขท้ายโทรศัพท์ 4 หลัก",
                english: "number and last four digits of the phone")
        case .code: Wording(thai: "รหัสติดตามและรหัสผ่าน", english: "tracking code and password")
        }
    }
}

/// Who a thing came from.
package enum Party: String, LabelledWord {
    case citizen
    case officer
    case system

    package var label: Wording {
        switch self {
        case .citizen: Wording(thai: "ประชาชน", english: "citizen")
        case .officer: Wording(thai: "เจ้าหน้าที่", english: "officer")
        case .system: Wording(thai: "ระบบ", english: "system")
        }
    }
}

/// What the office did with a matter of another agency.
package enum ReferralManner: String, LabelledWord {
    case forwarded
    case informed

    package var label: Wording {
        switch self {
        case .forwarded: Wording(thai: "ส่งเรื่องต่อให้หน่วยงานนั้น", english: "sent on to that agency")
        case .informed:
            Wording(
                thai: "แจ้งหน่วยงานที่รับผิดชอบให้ผู้ยื่นทราบ",
                english: "told the petitioner which agency is responsible")
        }
    }
}

/// Why a finished case is open again.
package enum ReopeningGround: String, LabelledWord {
    case petitioner
    case office
    case appeal
    case mistake

    package var label: Wording {
        switch self {
        case .petitioner: Wording(thai: "ผู้ยื่นคำร้องขอ", english: "asked by the petitioner")
        case .office: Wording(thai: "หน่วยงานเห็นสมควร", english: "decided by the office")
        case .appeal: Wording(thai: "ผลการอุทธรณ์", english: "after an appeal")
        case .mistake: Wording(thai: "ปิดเรื่องโดยผิดพลาด", english: "closed by mistake")
        }
    }
}

/// What kind of document the office issued.
package enum DocumentKind: String, LabelledWord {
    case filingReceipt = "filing-receipt"
    case paymentReceipt = "payment-receipt"
    case licence
    case certificate
    case letter
    case other

    package var label: Wording {
        switch self {
        case .filingReceipt: Wording(thai: "ใบรับคำร้อง", english: "receipt of filing")
        case .paymentReceipt: Wording(thai: "ใบเสร็จรับเงิน", english: "payment receipt")
        case .licence: Wording(thai: "ใบอนุญาต", english: "licence")
        case .certificate: Wording(thai: "หนังสือรับรอง", english: "certificate")
        case .letter: Wording(thai: "หนังสือราชการ", english: "official letter")
        case .other: Wording(thai: "เอกสารอื่น", english: "other document")
        }
    }
}

/// How a fee was paid.
package enum PaymentMethod: String, LabelledWord {
    case cash
    case promptpay
    case transfer
    case card
    case cheque

    package var label: Wording {
        switch self {
        case .cash: Wording(thai: "เงินสด", english: "cash")
        case .promptpay: Wording(thai: "พร้อมเพย์", english: "PromptPay")
        case .transfer: Wording(thai: "โอนเงิน", english: "bank transfer")
        case .card: Wording(thai: "บัตร", english: "card")
        case .cheque: Wording(thai: "เช็ค", english: "cheque")
        }
    }
}

/// How a notice went out.
package enum NoticeChannel: String, LabelledWord {
    case email
    case line
    case sms
    case letter
    case phone
    case web

    package var label: Wording {
        switch self {
        case .email: Wording(thai: "อีเมล", english: "e-mail")
        case .line: Wording(thai: "LINE", english: "LINE")
        case .sms: Wording(thai: "SMS", english: "SMS")
        case .letter: Wording(thai: "จดหมาย", english: "letter")
        case .phone: Wording(thai: "โทรศัพท์", english: "telephone")
        case .web: Wording(thai: "หน้าเว็บ", english: "web page")
        }
    }
}

/// What became of a notice.
package enum NoticeOutcome: String, LabelledWord {
    case sent
    case delivered
    case failed
    case unknown
    case suppressed

    package var label: Wording {
        switch self {
        case .sent: Wording(thai: "ส่งแล้ว", english: "sent")
        case .delivered: Wording(thai: "ถึงผู้รับ", english: "delivered")
        case .failed: Wording(thai: "ส่งไม่สำเร็จ", english: "failed")
        case .unknown: Wording(thai: "ไม่ทราบผล", english: "unknown")
        case .suppressed: Wording(thai: "ไม่ส่งตามการตั้งค่า", english: "held back by a setting")
        }
    }
}

/// What personal data somebody looked at.
package enum ViewedPart: String, LabelledWord {
    case petitioner
    case text
    case place
    case attachments
    case notes
    case messages
    case documents
    case identity
    case evidence
    case contact
    case history

    package var label: Wording {
        switch self {
        case .petitioner: Wording(thai: "ข้อมูลผู้ยื่นคำร้อง", english: "petitioner")
        case .text: Wording(thai: "รายละเอียดคำร้อง", english: "text of the petition")
        case .place: Wording(thai: "สถานที่", english: "place")
        case .attachments: Wording(thai: "เอกสารแนบ", english: "attachments")
        case .notes: Wording(thai: "บันทึกภายใน", english: "internal notes")
        case .messages: Wording(thai: "ข้อความ", english: "messages")
        case .documents: Wording(thai: "เอกสารที่ออกให้", english: "issued documents")
        case .identity: Wording(thai: "ข้อมูลประจำตัว", english: "identity")
        case .evidence: Wording(thai: "ภาพถ่ายบัตรประชาชน", english: "identity photos")
        case .contact: Wording(thai: "ข้อมูลติดต่อ", english: "contact details")
        case .history: Wording(thai: "ประวัติ", english: "history")
        }
    }
}

/// Why personal data goes.
package enum ErasureGround: String, LabelledWord {
    case request
    case retention
    case unlawful
    case mistake

    package var label: Wording {
        switch self {
        case .request: Wording(thai: "เจ้าของข้อมูลขอ", english: "asked by the person")
        case .retention: Wording(thai: "พ้นระยะเวลาเก็บรักษา", english: "retention time is over")
        case .unlawful: Wording(thai: "เก็บโดยไม่ชอบด้วยกฎหมาย", english: "held without lawful ground")
        case .mistake: Wording(thai: "บันทึกโดยผิดพลาด", english: "recorded by mistake")
        }
    }
}

/// What a comparison with a register or a card showed.
package enum CheckOutcome: String, LabelledWord {
    case matched
    case mismatched
    case unavailable

    package var label: Wording {
        switch self {
        case .matched: Wording(thai: "ตรงกัน", english: "matched")
        case .mismatched: Wording(thai: "ไม่ตรงกัน", english: "did not match")
        case .unavailable: Wording(thai: "ตรวจสอบไม่ได้", english: "could not be checked")
        }
    }
}
