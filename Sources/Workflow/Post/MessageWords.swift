internal import Channels
package import Events
package import Rules

/// Puts an office's words and the values of a notice together, in the dress of a channel.
package struct MessageWords: Sendable {
    let settings: OfficeSettings
    /// Where the office’s pages are; only links need it.
    let site: String?

    package init(settings: OfficeSettings, site: String?) {
        self.settings = settings
        self.site = site
    }

    /// Nil where the channel has no words for it. `english` are the values that say something
    /// else in English.
    func content(
        of notice: Notice, _ channel: NoticeChannel, _ values: [String: String],
        _ english: [String: String]
    ) -> PostMessage.Content? {
        switch channel {
        case .email:
            .letter(
                Letter(
                    settings.emailWording(of: notice), values: values, english: english,
                    office: settings.office?.name))
        case .sms: settings.shortMessage(of: notice, values: values).map { .short($0) }
        case .line: .chat(chat(notice, values))
        case .letter, .phone, .web: nil
        }
    }

    private func chat(_ notice: Notice, _ values: [String: String]) -> LINEMessage {
        // Nobody's password is written into a chat.
        let notice = notice == .submittedCode ? Notice.submitted : notice
        let text = LocalText.filled(settings.chatWording(of: notice), with: values)
        guard let status = notice.status, let number = values["number"] else {
            return .text(text)
        }
        let page = settings.messaging.areLinksAllowed ? site.map { "\($0)/cases/\(number)" } : nil
        return .card(
            LINECard(
                of: number, status, text: text, office: settings.office?.name.thai ?? "",
                page: page))
    }

    // MARK: With made-up values

    /// What a notice says there, for whoever words it.
    package func sample(of notice: Notice, on channel: NoticeChannel) -> PostMessage.Content? {
        content(of: notice, channel, sampleValues.thai, sampleValues.english)
    }

    /// A value for each placeholder: nobody's number, and nobody's code.
    package var sampleValues: (thai: [String: String], english: [String: String]) {
        var (thai, english): ([String: String], [String: String]) = ([:], [:])
        for placeholder in Placeholder.allCases {
            let example = placeholder.example
            thai[placeholder.rawValue] = example.thai
            english[placeholder.rawValue] = example.english ?? example.thai
        }
        let number = "\(settings.numbering?.prefix ?? "KT")1080767000011"
        (thai["number"], english["number"]) = (number, number)
        let name = settings.office?.name ?? LocalText()
        (thai["office"], english["office"]) = (name.thai, name.english ?? name.thai)
        if let site {
            (thai["link"], english["link"]) = ("\(site)/reset/…", "\(site)/reset/…")
        }
        return (thai, english)
    }
}

extension Placeholder {
    fileprivate var example: LocalText {
        switch self {
        case .office, .number, .link: LocalText("…")
        case .received:
            LocalText("วันพุธที่ 8 กรกฎาคม 2570 เวลา 08:30 น.", english: "8 July 2027, 08:30")
        case .steps:
            LocalText(
                "- รับเรื่อง ภายใน 9 กรกฎาคม 2570\n- ดำเนินการ ภายใน 23 กรกฎาคม 2570",
                english: "- Received: by 9 July 2027\n- Dealt with: by 23 July 2027")
        case .reading:
            LocalText(
                "เข้าสู่ระบบเพื่ออ่านข้อความและเอกสาร", english: "Log in to read texts and papers.")
        case .tracking: LocalText("2570-14")
        case .password: LocalText("abcd-efgh-jk")
        case .code: LocalText("123456")
        case .ref: LocalText("ABCD")
        case .minutes: LocalText("10")
        case .items: LocalText("2")
        case .due: LocalText("15 กรกฎาคม 2570", english: "15 July 2027")
        case .defects:
            LocalText("1. สำเนาโฉนดที่ดิน\n2. ลายมือชื่อเจ้าของ", english: "1. Title deed\n2. Signature")
        case .subject: LocalText("ถนนเป็นหลุม", english: "A hole in the road")
        case .department: LocalText("กองช่าง", english: "Public Works")
        case .service: LocalText("ร้องเรียน/ร้องทุกข์", english: "Complaints")
        }
    }
}
