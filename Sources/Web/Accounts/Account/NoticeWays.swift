internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// By which ways a person wants to be told how a case goes on.
enum NoticeWays {
    private static let field = "ways"

    /// What is ticked before anything was chosen: all of them.
    static func typed(_ account: Account, _ typed: Typed) -> Typed {
        var fields = typed.fields
        for channel in chosen(account) { fields.append(field, channel.rawValue) }
        return Typed(fields)
    }

    private static func chosen(_ account: Account) -> [NoticeChannel] {
        account.noticeChannels.isEmpty ? NoticeChannel.written : account.noticeChannels
    }

    static func html(_ controls: Controls, _ typed: Typed, _ visit: Visit) -> HTML {
        controls.choices(
            field, visit.say("แจ้งความคืบหน้าทาง", "Tell me how a case goes on by"),
            options: NoticeChannel.written.map {
                ($0.rawValue, visit.language($0.label), hint($0, visit))
            }, chosen: typed.fields.all(field),
            hint: visit.say(
                "รหัสยืนยันและการแจ้งเรื่องรหัสผ่านส่งเสมอ หากทางที่เลือกใช้ไม่ได้ หน่วยงานใช้ทางอื่นที่มี",
                "Codes and news of your password come in any case. Where none of these works, we "
                    + "use what there is."), isRequired: false)
    }

    private static func hint(_ channel: NoticeChannel, _ visit: Visit) -> String? {
        switch channel {
        case .sms:
            visit.say(
                "เลขคำร้องเมื่อยื่น และความคืบหน้าเมื่อไม่มีทางอื่น",
                "The number when you file, and the rest where nothing else reaches you")
        case .line:
            visit.say("เมื่อผูกบัญชี LINE แล้ว", "Once LINE is linked to your account")
        default: nil
        }
    }

    /// What is to be recorded; empty where nothing changes.
    static func read(
        _ form: FormFields, _ account: Account, _ issues: inout Issues
    ) -> [NoticeChannel] {
        let ticked = form.all(field).compactMap(NoticeChannel.init(rawValue:))
        let wanted = NoticeChannel.written.filter(ticked.contains)
        if wanted.isEmpty, !account.noticeChannels.isEmpty {
            issues.add(
                field, "เลือกอย่างน้อยหนึ่งทาง หากไม่ต้องการให้แจ้งทางอิเล็กทรอนิกส์ เลือกที่ “รับการติดต่อทางใด”",
                "Choose one at least. To be told on paper, choose so under “How shall we answer "
                    + "you”")
        }
        return wanted == chosen(account) ? [] : wanted
    }

    static func label(_ account: Account, _ visit: Visit) -> String {
        chosen(account).map { visit.language($0.label) }.joined(separator: " · ")
    }
}
