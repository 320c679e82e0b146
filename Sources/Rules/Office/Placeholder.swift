package import Events

/// A word in braces that the system fills in when it writes to somebody.
package enum Placeholder: String, CaseIterable, Sendable {
    case office, number, received, steps, reading, tracking, password
    case code, ref, minutes, link
    case items, due, defects
    /// Of the ready texts for answers.
    case subject, department, service

    /// As it stands in a text.
    package var text: String { "{\(rawValue)}" }

    package var meaning: Wording {
        switch self {
        case .office: Wording(thai: "ชื่อหน่วยงาน", english: "the office’s name")
        case .number: Wording(thai: "เลขคำร้อง", english: "the petition’s number")
        case .received:
            Wording(
                thai: "วันและเวลาที่ถือว่าได้รับตามกฎหมาย",
                english: "when the law says that it was received")
        case .steps:
            Wording(thai: "ขั้นตอนและกำหนดแล้วเสร็จ", english: "the steps and when each is due")
        case .reading: Wording(thai: "วิธีเปิดอ่านคำตอบ", english: "how to read the answer")
        case .tracking: Wording(thai: "รหัสติดตาม", english: "a guest’s code")
        case .password: Wording(thai: "รหัสผ่านของรหัสติดตาม", english: "its password")
        case .code: Wording(thai: "รหัสใช้ครั้งเดียว", english: "the one-time code")
        case .ref: Wording(thai: "รหัสอ้างอิง (Ref)", english: "its reference")
        case .minutes: Wording(thai: "ใช้ได้กี่นาที", english: "how many minutes it is good")
        case .link: Wording(thai: "ลิงก์ตั้งรหัสผ่านใหม่", english: "the link to a new password")
        case .items: Wording(thai: "จำนวนรายการที่ต้องแก้ไข", english: "how many corrections")
        case .due: Wording(thai: "แก้ไขภายใน", english: "until when")
        case .defects: Wording(thai: "รายการที่ต้องแก้ไข", english: "the list of corrections")
        case .subject: Wording(thai: "หัวเรื่องของคำร้อง", english: "the petition’s subject")
        case .department: Wording(thai: "หน่วยงานที่รับผิดชอบ", english: "the department")
        case .service: Wording(thai: "ชื่อบริการ", english: "the service")
        }
    }
}

extension Placeholder {
    /// What a template of that name may hold on that channel, in the order of `allCases`.
    ///
    /// All of them where nobody knows the name: such a text is never sent.
    package static func allowed(in template: String, on channel: NoticeChannel) -> [Placeholder] {
        guard let notice = Notice(rawValue: template) else {
            return template.hasPrefix("reply.") ? replies : allCases
        }
        let possible = notice.placeholders(on: channel)
        return allCases.filter(possible.contains)
    }

    private static let replies: [Placeholder] = [
        .office, .number, .subject, .department, .service,
    ]
}

extension Notice {
    /// Nothing in an SMS may grow: its room is counted beforehand.
    fileprivate func placeholders(on channel: NoticeChannel) -> Set<Placeholder> {
        let isShort = channel == .sms
        switch self {
        case .submitted: return isShort ? Self.always : Self.always.union(Self.filing)
        case .submittedCode:
            // A chat and an SMS bring no password.
            if isShort { return Self.always }
            let news = Self.always.union(Self.filing)
            return channel == .email ? news.union([.tracking, .password]) : news
        case .trackingCode: return Self.always.union([.tracking, .password])
        case .readingCode: return Self.always.union(Self.secret)
        case .resetCode, .contactCode, .phoneCode: return Self.secret.union([.office])
        case .resetLink: return [.office, .link, .ref, .minutes]
        case .returned: return isShort ? Self.always : Self.always.union([.items, .due, .defects])
        case .identityVerified, .identityRefused, .passwordReset, .contactChanged:
            return [.office]
        case .received, .inProgress, .completed, .deemedApproved, .answered, .rejected, .referred,
            .reopened, .withdrawn, .delayNoticed, .documentIssued, .officerAssigned,
            .officerDepartment, .officerEscalated, .officerPetitioner, .officerReopened,
            .officerWithdrawn:
            return Self.always
        }
    }

    private static let always: Set<Placeholder> = [.office, .number]
    private static let filing: Set<Placeholder> = [.received, .steps, .reading]
    private static let secret: Set<Placeholder> = [.code, .ref, .minutes]
}
