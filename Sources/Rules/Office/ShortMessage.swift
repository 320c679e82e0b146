internal import Events

/// The words of an SMS: one message of 70 letters, without a link and without a word about anybody.
package enum ShortMessage {
    /// As long as the values in it can become: for holding a wording against the limit.
    package static func longest(office: String) -> [String: String] {
        [
            "number": String(repeating: "0", count: 16), "code": "000000", "ref": "ABCD",
            "minutes": "00", "office": office,
        ]
    }

    /// The wording of an office that has set none; nil for what is not told by SMS.
    package static func standard(_ notice: Notice) -> String? {
        switch notice {
        case .phoneCode, .readingCode: "รหัส {code} (Ref: {ref}) ใช้ได้ {minutes} นาที {office}"
        case .submitted, .submittedCode: "{office} รับคำร้อง {number} แล้ว ดูผลที่เว็บไซต์"
        case .received: "{office} รับเรื่อง {number} แล้ว"
        case .inProgress: "{office} {number} กำลังดำเนินการ"
        case .completed: "{office} {number} ดำเนินการสำเร็จ ดูที่เว็บไซต์"
        case .returned: "{office} {number} ต้องแก้ไข ดูที่เว็บไซต์"
        case .answered: "{office} {number} มีข้อความ ดูที่เว็บไซต์"
        case .rejected: "{office} {number} มีผลแล้ว ดูที่เว็บไซต์"
        case .referred: "{office} {number} ส่งต่อแล้ว ดูที่เว็บไซต์"
        case .reopened: "{office} {number} เปิดเรื่องใหม่แล้ว"
        case .withdrawn: "{office} ถอนคำร้อง {number} แล้ว"
        case .deemedApproved: "{office} {number} ถือว่าอนุมัติแล้ว"
        case .delayNoticed: "{office} {number} ล่าช้า ดูที่เว็บไซต์"
        case .documentIssued: "{office} {number} มีเอกสาร ดูที่เว็บไซต์"
        case .identityVerified: "{office} ยืนยันตัวตนของคุณแล้ว"
        case .identityRefused: "{office} ยืนยันตัวตนไม่ผ่าน ดูที่เว็บไซต์"
        case .passwordReset: "{office} รหัสผ่านถูกตั้งใหม่แล้ว หากไม่ใช่คุณ โทรแจ้ง"
        case .trackingCode, .resetCode, .resetLink, .contactCode, .contactChanged,
            .officerAssigned, .officerDepartment, .officerEscalated, .officerPetitioner,
            .officerReopened, .officerWithdrawn:
            nil
        }
    }

    /// An office's name with its kind abbreviated as everybody does, and no longer than leaves
    /// room for a number and what to do.
    package static func shortened(_ name: String) -> String {
        var short = name
        for (word, abbreviation) in kinds where name.hasPrefix(word) {
            short = abbreviation + name.dropFirst(word.count)
            break
        }
        while MessageLength.units(of: short) > longestName { short.removeLast() }
        return short
    }

    private static let longestName = 22

    private static let kinds = [
        ("องค์การบริหารส่วนจังหวัด", "อบจ."), ("องค์การบริหารส่วนตำบล", "อบต."),
        ("เทศบาลนคร", "ทน."), ("เทศบาลเมือง", "ทม."), ("เทศบาลตำบล", "ทต."),
    ]
}

extension OfficeSettings {
    /// The office's own words of an SMS, or those that every office has; nil for what is not told
    /// by SMS.
    package func shortMessage(of notice: Notice, values: [String: String]) -> String? {
        let own = templates[TemplateKey(notice.rawValue, .sms)]?.body.thai
        guard let wording = ShortMessage.standard(notice) else { return nil }
        var values = values
        values["office"] = shortName
        let text = LocalText.filled(own ?? wording, with: values)
        // The name of an office may have grown since.
        return MessageLength.isSingle(text) ? text : LocalText.filled(wording, with: values)
    }

    package var shortName: String { ShortMessage.shortened(office?.name.thai ?? "") }
}
