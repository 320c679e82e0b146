internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// A message sent to the officer who words it, before it is recorded.
enum TemplateTest {
    /// What the button of the preview asks for.
    static let act = "test"

    /// The button; nil where nothing of the kind is changed, or no officer can be reached there.
    static func button(_ part: SettingsPart, _ plan: SettingsPlan, _ visit: Visit) -> HTML? {
        guard let data = template(part, plan), data.channel == .email || data.channel == .sms
        else { return nil }
        return Markup.button(
            .class("button second"), .type("submit"), .name(SettingsChanging.Field.act),
            .value(act)
        ) { visit.say("ส่งทดสอบถึงฉัน", "Send me a test") }
    }

    /// Sends it, and says what came of it.
    static func send(_ part: SettingsPart, _ plan: SettingsPlan, _ visit: Visit) throws -> HTML? {
        guard let officer = visit.officer, let data = template(part, plan) else { return nil }
        if let seconds = visit.memory.testMessages.take(officer.id, at: visit.now) {
            return note("warn") {
                visit.say(
                    "ส่งทดสอบหลายครั้งแล้ว ลองใหม่ในอีก \(seconds) วินาที",
                    "You have sent several tests. Try again in \(seconds) seconds.")
            }
        }
        switch try visit.office.sendTest(
            of: data, in: plan.after, to: officer.id, site: visit.site, at: visit.now)
        {
        case .sent(let address):
            return note("good") {
                visit.say(
                    "ส่งทดสอบถึง \(address) แล้ว ข้อความนี้ยังไม่ได้บันทึก",
                    "A test went to \(address). The wording is not recorded yet.")
            }
        case .shown:
            return note("warn") {
                visit.say(
                    "ระบบนี้ไม่ส่งข้อความออกจริง ดูตัวอย่างด้านล่าง",
                    "This system sends no messages out. See below what it says.")
            }
        case .noContact:
            return note("warn") {
                visit.say(
                    "ไม่มีที่อยู่ของท่านในช่องทางนี้ ให้ผู้ดูแลระบบเพิ่มอีเมลหรือเบอร์มือถือของท่าน",
                    "We have no address of yours on this channel. Have an administrator add your "
                        + "e-mail or mobile number.")
            }
        case .failed(let words):
            return note("bad") {
                visit.say("ส่งทดสอบไม่สำเร็จ ", "The test was not sent. ") + words
            }
        }
    }

    private static func note(_ kind: String, _ words: () -> String) -> HTML {
        div(.class("note \(kind)"), .role("status")) { p { words() } }
    }

    private static func template(
        _ part: SettingsPart, _ plan: SettingsPlan
    ) -> OfficeEvent.TemplateSet? {
        guard part == .templates else { return nil }
        return plan.changes.lazy.compactMap { change in
            if case .templateSet(let data) = change.event { data } else { nil }
        }.first { Notice(rawValue: $0.template) != nil }
    }
}
