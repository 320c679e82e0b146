internal import Events

extension NoticeWording {
    /// The wording of an office that has set none: numbers, codes, and no address to click on.
    package static func standard(_ notice: Notice) -> NoticeWording {
        switch notice {
        case .submitted:
            of(
                "ยื่นคำร้องเรียบร้อยแล้ว {number}", "Petition {number} filed",
                "ท่านยื่นคำร้องเลขที่ {number} เรียบร้อยแล้ว" + received + onTheSite,
                "Your petition {number} is filed." + receivedInEnglish + onTheSiteInEnglish)
        case .submittedCode:
            of(
                "ยื่นคำร้องเรียบร้อยแล้ว {number}", "Petition {number} filed",
                "ท่านยื่นคำร้องเลขที่ {number} เรียบร้อยแล้ว\nรหัสติดตาม {tracking}\nรหัสผ่าน {password}\n"
                    + "ใช้เปิดดูคำร้องนี้เท่านั้น โปรดเก็บไว้เป็นความลับ" + received + onTheSite,
                "Your petition {number} is filed.\nCode {tracking}\nPassword {password}\n"
                    + "They open this petition only. Keep them to yourself." + receivedInEnglish
                    + onTheSiteInEnglish)
        case .trackingCode:
            of(
                "รหัสผ่านใหม่สำหรับติดตามคำร้อง {number}", "New password for petition {number}",
                "รหัสติดตาม {tracking}\nรหัสผ่านใหม่ {password}\nรหัสผ่านเดิมใช้ไม่ได้แล้ว" + onTheSite,
                "Code {tracking}\nNew password {password}\nThe old password no longer works."
                    + onTheSiteInEnglish)
        case .resetCode:
            of(
                "รหัสสำหรับตั้งรหัสผ่านใหม่ (Ref: {ref})", "Code for a new password (Ref: {ref})",
                "รหัส {code} (Ref: {ref}) ใช้ได้ {minutes} นาที\n"
                    + "กรอกรหัสนี้ในหน้าที่ท่านขอตั้งรหัสผ่านใหม่ ห้ามบอกรหัสแก่ผู้ใด\n"
                    + "หากท่านไม่ได้ขอ ไม่ต้องทำอะไร รหัสผ่านของท่านยังเป็นรหัสเดิม",
                "Code {code} (Ref: {ref}), good for {minutes} minutes.\nType it on the page where "
                    + "you asked for a new password. Tell it to nobody.\nIf you did not ask, do "
                    + "nothing: your password stays as it is.")
        case .resetLink:
            of(
                "ตั้งรหัสผ่านใหม่ (Ref: {ref})", "Set a new password (Ref: {ref})",
                "เปิดลิงก์นี้ภายใน {minutes} นาที เพื่อตั้งรหัสผ่านใหม่ (Ref: {ref})\n{link}\n"
                    + "หากท่านไม่ได้ขอ ไม่ต้องทำอะไร รหัสผ่านของท่านยังเป็นรหัสเดิม",
                "Open this link within {minutes} minutes to set a new password (Ref: {ref}).\n"
                    + "{link}\nIf you did not ask, do nothing: your password stays as it is.")
        case .contactCode:
            of(
                "รหัสยืนยันอีเมล (Ref: {ref})", "Code to confirm your e-mail (Ref: {ref})",
                "รหัส {code} (Ref: {ref}) ใช้ได้ {minutes} นาที\n"
                    + "กรอกรหัสนี้ในหน้ายืนยันอีเมลของเว็บไซต์ที่ท่านเปิดไว้ ห้ามบอกรหัสแก่ผู้ใด\n"
                    + "หากท่านไม่ได้ขอ ไม่ต้องทำอะไร",
                "Code {code} (Ref: {ref}), good for {minutes} minutes.\nType it on the page where "
                    + "you changed your e-mail. Tell it to nobody.\nIf you did not ask, do nothing."
            )
        case .phoneCode:
            of(
                "รหัสยืนยันเบอร์โทรศัพท์ (Ref: {ref})", "Code to confirm your telephone (Ref: {ref})",
                "รหัส {code} (Ref: {ref}) ใช้ได้ {minutes} นาที ห้ามบอกรหัสแก่ผู้ใด",
                "Code {code} (Ref: {ref}), good for {minutes} minutes. Tell it to nobody.")
        case .readingCode:
            of(
                "รหัสเปิดอ่านคำร้อง {number} (Ref: {ref})",
                "Code to read petition {number} (Ref: {ref})",
                "รหัส {code} (Ref: {ref}) ใช้ได้ {minutes} นาที\n"
                    + "กรอกรหัสนี้ในหน้าคำร้องที่ท่านเปิดไว้ เพื่ออ่านข้อความและเอกสาร ห้ามบอกรหัสแก่ผู้ใด\n"
                    + "หากท่านไม่ได้ขอ ไม่ต้องทำอะไร",
                "Code {code} (Ref: {ref}), good for {minutes} minutes.\nType it on the page of "
                    + "your petition to read its texts and papers. Tell it to nobody.\nIf you did "
                    + "not ask, do nothing.")
        case .contactChanged:
            of(
                "มีการขอเปลี่ยนอีเมลของบัญชีท่าน", "Your e-mail address is being changed",
                "มีการแจ้งอีเมลใหม่แทนที่อยู่นี้ในบัญชีของท่าน จดหมายต่อไปจะส่งไปที่อยู่ใหม่เมื่อยืนยันแล้ว\n"
                    + "หากท่านไม่ได้เปลี่ยน โปรดเปลี่ยนรหัสผ่านและติดต่อหน่วยงานทันที",
                "Another e-mail address was given for your account. Messages go there once it is "
                    + "confirmed.\nIf that was not you, change your password and tell the office "
                    + "at once.")
        case .passwordReset:
            of(
                "ตั้งรหัสผ่านใหม่แล้ว", "Your password was changed",
                "รหัสผ่านของท่านถูกตั้งใหม่แล้ว หากท่านไม่ได้เป็นผู้ตั้ง โปรดติดต่อหน่วยงานทันที",
                "Your password was set anew. If that was not you, tell the office at once.")
        case .identityVerified:
            of(
                "ยืนยันตัวตนแล้ว", "Your identity is verified",
                "เจ้าหน้าที่ตรวจสอบและยืนยันตัวตนของท่านเรียบร้อยแล้ว",
                "An officer has checked and verified your identity.")
        case .identityRefused:
            of(
                "การยืนยันตัวตนไม่ผ่าน", "Your identity could not be verified",
                "เจ้าหน้าที่ตรวจสอบหลักฐานแล้ว ยังยืนยันตัวตนของท่านไม่ได้ ท่านแก้ไขและส่งใหม่ได้\n"
                    + "ดูเหตุผลได้โดยเปิดเว็บไซต์ของหน่วยงานด้วยตนเอง",
                "An officer could not verify your identity by what you sent. You may correct it "
                    + "and send it again.\nTo read the reason, open the office’s website yourself.")
        case .officerAssigned:
            of(
                "งานใหม่ถึงท่าน {number}", "New work for you: {number}",
                "คำร้องเลขที่ {number} มอบหมายให้ท่านแล้ว" + onTheDesk,
                "Petition {number} is given to you." + onTheDeskInEnglish)
        case .officerDepartment:
            of(
                "งานใหม่ของหน่วยงาน {number}", "New work in your department: {number}",
                "คำร้องเลขที่ {number} เข้ามาที่หน่วยงานของท่าน และยังไม่มีผู้รับผิดชอบ" + onTheDesk,
                "Petition {number} has come to your department and has nobody yet."
                    + onTheDeskInEnglish)
        case .officerEscalated:
            of(
                "เรื่องล่าช้ายกระดับถึงท่าน {number}", "A late case comes before you: {number}",
                "คำร้องเลขที่ {number} ใกล้หรือเกินกำหนดเวลาแล้ว ระบบจึงยกระดับเรื่องมาถึงท่าน" + onTheDesk,
                "Petition {number} is nearly or already overdue and so comes before you."
                    + onTheDeskInEnglish)
        case .officerPetitioner:
            of(
                "ผู้ยื่นส่งข้อมูลเพิ่มเติม {number}", "The petitioner has sent something: {number}",
                "ผู้ยื่นคำร้องเลขที่ {number} ซึ่งท่านรับผิดชอบ ส่งข้อความ เอกสาร หรือการแก้ไขเข้ามา"
                    + onTheDesk,
                "The petitioner of {number}, which is with you, has sent a message, papers or a "
                    + "correction." + onTheDeskInEnglish)
        case .officerReopened:
            of(
                "เปิดเรื่องใหม่ {number}", "Opened again: {number}",
                "คำร้องเลขที่ {number} ซึ่งท่านรับผิดชอบ เปิดดำเนินการใหม่แล้ว" + onTheDesk,
                "Petition {number}, which is with you, is open again." + onTheDeskInEnglish)
        case .officerWithdrawn:
            of(
                "ผู้ยื่นถอนคำร้อง {number}", "Withdrawn: {number}",
                "ผู้ยื่นคำร้องเลขที่ {number} ซึ่งท่านรับผิดชอบ ถอนคำร้องแล้ว ไม่ต้องดำเนินการต่อ" + onTheDesk,
                "The petitioner of {number}, which is with you, has withdrawn it. Nothing more is "
                    + "to be done." + onTheDeskInEnglish)
        default: course(notice)
        }
    }

    private static let received =
        "\nวันและเวลาที่ถือว่าได้รับตามกฎหมาย {received}\n{steps}\n{reading}"
    private static let receivedInEnglish = "\nReceived by law {received}\n{steps}\n{reading}"

    private static let onTheDesk = "\nเปิดระบบเจ้าหน้าที่ด้วยตนเองเพื่อดูรายละเอียด"
    private static let onTheDeskInEnglish = "\nOpen the officers’ desk yourself to see it."

    /// How a case goes on; why and with what result is read on the site, by the person alone.
    private static func course(_ notice: Notice) -> NoticeWording {
        switch notice {
        case .received:
            step(
                "เจ้าหน้าที่รับเรื่องแล้ว", "received", "เจ้าหน้าที่รับคำร้องเลขที่ {number} ของท่านแล้ว",
                "An officer has received your petition {number}.")
        case .inProgress:
            step(
                "กำลังดำเนินการ", "in progress", "คำร้องเลขที่ {number} ของท่านอยู่ระหว่างดำเนินการ",
                "Your petition {number} is being dealt with.")
        case .completed:
            step(
                "ดำเนินการสำเร็จ", "completed", "คำร้องเลขที่ {number} ของท่านดำเนินการสำเร็จแล้ว",
                "Your petition {number} is completed.")
        case .deemedApproved:
            step(
                "ถือว่าอนุมัติตามกฎหมาย", "counts as approved",
                "หน่วยงานไม่ได้แจ้งผลคำร้องเลขที่ {number} ภายในกำหนดเวลา จึงถือว่าคำร้องได้รับอนุมัติแล้วตามกฎหมาย",
                "The office did not decide your petition {number} in time, and so it counts as "
                    + "approved by law.")
        case .returned:
            step(
                "ขอให้แก้ไขหรือส่งเอกสารเพิ่มเติม", "needs a correction",
                "คำร้องเลขที่ {number} ต้องแก้ไขหรือส่งเอกสารเพิ่มเติม {items} รายการ ภายใน {due} "
                    + "หน่วยงานจึงจะดำเนินการต่อได้\n{defects}",
                "Your petition {number} needs a correction or further documents ({items}) by {due} "
                    + "before the office can go on.\n{defects}")
        case .rejected:
            step(
                "ผลการพิจารณา", "decided",
                "หน่วยงานพิจารณาคำร้องเลขที่ {number} แล้ว ไม่อาจดำเนินการตามคำร้องได้ "
                    + "เหตุผลและวิธีโต้แย้งอยู่ในรายละเอียดคำร้อง",
                "The office cannot grant your petition {number}. The reason, and how to object, "
                    + "stand with the petition.")
        case .referred:
            step(
                "ส่งต่อหน่วยงานที่รับผิดชอบ", "passed on",
                "เรื่องตามคำร้องเลขที่ {number} อยู่ในความรับผิดชอบของหน่วยงานอื่น "
                    + "ชื่อหน่วยงานอยู่ในรายละเอียดคำร้อง",
                "Another agency is responsible for your petition {number}; its name stands with "
                    + "the petition.")
        case .reopened:
            step(
                "เปิดเรื่องใหม่", "reopened", "คำร้องเลขที่ {number} ของท่านเปิดดำเนินการใหม่แล้ว",
                "Your petition {number} is open again.")
        case .delayNoticed:
            step(
                "แจ้งความล่าช้า", "delayed",
                "การดำเนินการตามคำร้องเลขที่ {number} ล่าช้ากว่ากำหนด "
                    + "เหตุผลและกำหนดใหม่อยู่ในรายละเอียดคำร้อง",
                "Your petition {number} takes longer than it should; the reason and the new date "
                    + "stand with the petition.")
        case .withdrawn:
            step(
                "ถอนคำร้องแล้ว", "withdrawn",
                "คำร้องเลขที่ {number} ของท่านถอนแล้ว หน่วยงานหยุดดำเนินการ ประวัติยังเก็บไว้\n"
                    + "หากท่านไม่ได้ถอน โปรดติดต่อหน่วยงาน",
                "Your petition {number} is withdrawn. The office stops working on it; its history "
                    + "is kept.\nIf that was not you, tell the office.")
        case .documentIssued:
            step(
                "มีเอกสารถึงท่าน", "a document for you",
                "หน่วยงานออกเอกสารตามคำร้องเลขที่ {number} ให้ท่านแล้ว",
                "The office has issued a document on your petition {number}.")
        default:
            step(
                "มีข้อความจากหน่วยงาน", "a message for you",
                "หน่วยงานตอบคำร้องเลขที่ {number} ของท่านแล้ว",
                "The office has answered your petition {number}.")
        }
    }

    private static let onTheSite = "\nติดตามผลได้โดยเปิดเว็บไซต์ของหน่วยงานด้วยตนเอง"
    private static let onTheSiteInEnglish = "\nTo follow it, open the office’s website yourself."

    private static func step(
        _ subject: String, _ englishSubject: String, _ body: String, _ englishBody: String
    ) -> NoticeWording {
        of(
            "\(subject) {number}", "Petition {number}: \(englishSubject)",
            body + "\nดูรายละเอียดได้โดยเปิดเว็บไซต์ของหน่วยงานด้วยตนเอง",
            englishBody + "\nTo see more, open the office’s website yourself.")
    }

    private static func of(
        _ subject: String, _ englishSubject: String, _ body: String, _ englishBody: String
    ) -> NoticeWording {
        NoticeWording(
            subject: LocalText(subject, english: englishSubject),
            body: LocalText(body, english: englishBody))
    }
}
