internal import Events

/// The terms, the privacy notice, the menus and the wordings of notices that an office begins with.
enum OpeningTexts {
    static var events: [OfficeEvent] {
        [
            .termsPublished(OfficeEvent.TermsPublished(version: 1, text: terms)),
            .noticePublished(OfficeEvent.NoticePublished(version: 1, text: notice)),
            .consentPurposeSet(
                OfficeEvent.ConsentPurposeSet(purpose: "news", version: 1, text: news)),
            .menuSet(OfficeEvent.MenuSet(items: menu)),
        ] + OpeningTemplates.events
    }

    private static let terms = LocalText(
        "เรื่องที่ยื่นต้องอยู่ในอำนาจหน้าที่ของหน่วยงาน เป็นความจริง และไม่หมิ่นประมาทผู้อื่น "
            + "ผู้ยื่นต้องให้ข้อมูลที่ถูกต้องและเก็บรักษารหัสผ่านของตน "
            + "การแจ้งความเท็จต่อเจ้าพนักงานมีความผิดตามกฎหมาย "
            + "หน่วยงานถือว่าได้รับเรื่องตามวันและเวลาที่กฎหมายกำหนด "
            + "และจะแจ้งผลทางช่องทางที่ผู้ยื่นเลือก",
        english: "What is filed must lie within the powers of the office, be true and defame "
            + "nobody. Whoever files gives correct information and keeps the password safe. "
            + "False statements to officials are an offence. The office receives a matter at the "
            + "time that the law says, and answers by the way that the petitioner chose.")

    private static let notice = LocalText(
        "หน่วยงานเก็บข้อมูลส่วนบุคคลเท่าที่จำเป็นเพื่อพิจารณาและแจ้งผลคำร้อง "
            + "ตามภารกิจของรัฐและหน้าที่ตามกฎหมาย (มาตรา 24 (4) และ (6) "
            + "แห่งพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562) "
            + "เปิดเผยเฉพาะเจ้าหน้าที่และหน่วยงานที่เกี่ยวข้องกับเรื่อง "
            + "เก็บไว้ตามระยะเวลาที่ประกาศ แล้วลบ "
            + "ท่านขอดู ขอแก้ไข ขอสำเนา คัดค้าน หรือขอให้ลบข้อมูลได้ "
            + "และดูได้ว่าใครเปิดดูข้อมูลของท่าน "
            + "ติดต่อเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลที่สำนักงาน",
        english: "The office keeps the personal data that it needs to deal with a petition and to "
            + "answer it, as its public task and legal duty (sections 24 (4) and (6) of the "
            + "Personal Data Protection Act 2562). Only the officers and agencies concerned see "
            + "it. It is kept for the time announced, then deleted. You may see, correct, copy, "
            + "object to or ask to erase it, and see who looked at it. Ask for the data "
            + "protection officer at the office.")

    private static let news = LocalText(
        "รับข่าวสารและประกาศของหน่วยงาน", english: "News and announcements of the office")

    /// Three menus, each with what the office puts under it.
    private static let menu = [
        MenuItem(
            code: "account", label: LocalText("บัญชี", english: "Account"),
            items: [
                item("profile", "ข้อมูลของฉัน", "My data"), item("cases", "คำร้องของฉัน", "My cases"),
                item("documents", "ใบเสร็จและใบอนุญาต", "Receipts and licences"),
            ]),
        MenuItem(
            code: "services", label: LocalText("บริการออนไลน์", english: "Online services"),
            items: [
                item("file-service", "ยื่นคำขอรับบริการ", "Request a service"),
                item("track", "ตรวจสอบผลดำเนินการ", "Follow a case"),
            ]),
        MenuItem(
            code: "complaints",
            label: LocalText("ร้องเรียน/ร้องทุกข์ออนไลน์", english: "Complaints and grievances"),
            items: [
                item("file-complaint", "ร้องเรียน", "Complain"),
                item("file-grievance", "ร้องทุกข์", "Ask for relief"),
                item("file-suggestion", "ข้อเสนอแนะ", "Suggest"),
                item("survey", "ประเมินความพึงพอใจ", "Rate us"),
            ]),
    ]

    private static func item(_ code: String, _ thai: String, _ english: String) -> MenuItem {
        MenuItem(code: code, label: LocalText(thai, english: english), target: code)
    }
}

/// The wordings of notices: a number, a code, and never a link.
private enum OpeningTemplates {
    static var events: [OfficeEvent] {
        [
            sms(
                "submitted", "{office} รับคำร้อง {number} แล้ว ดูผลที่เว็บไซต์",
                "Filed as {number}."),
            sms(
                "phone-code", "รหัส {code} (Ref: {ref}) ใช้ได้ {minutes} นาที {office}",
                "Code {code} (Ref: {ref}), {minutes} min."),
            email(
                "submitted", "ยื่นคำร้องเรียบร้อยแล้ว {number}", "Petition {number} filed",
                "หน่วยงานได้รับคำร้องเลขที่ {number} ของท่านแล้ว\n"
                    + "วันและเวลาที่ถือว่าได้รับตามกฎหมาย {received}\n{steps}\n{reading}\n"
                    + "ติดตามผลได้โดยเปิดเว็บไซต์ของหน่วยงานด้วยตนเอง",
                "We have your petition {number}.\nReceived by law {received}\n{steps}\n{reading}\n"
                    + "To follow it, open the office’s website yourself."),
            email(
                "completed", "ดำเนินการสำเร็จ {number}", "Petition {number} completed",
                "คำร้องเลขที่ {number} ของท่านดำเนินการสำเร็จแล้ว "
                    + "ดูผลได้โดยเปิดเว็บไซต์ของหน่วยงานด้วยตนเอง",
                "Your petition {number} is completed. To see the result, open the office’s website "
                    + "yourself."),
        ] + OpeningReplies.events
    }

    private static func sms(_ template: String, _ thai: String, _ english: String) -> OfficeEvent {
        .templateSet(
            OfficeEvent.TemplateSet(
                template: template, channel: .sms, body: LocalText(thai, english: english)))
    }

    private static func email(
        _ template: String, _ subject: String, _ englishSubject: String, _ body: String,
        _ englishBody: String
    ) -> OfficeEvent {
        .templateSet(
            OfficeEvent.TemplateSet(
                template: template, channel: .email,
                body: LocalText(body, english: englishBody),
                subject: LocalText(subject, english: englishSubject)))
    }
}
