internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// What a change would do, before it is recorded.
enum SettingsPreview {
    /// `said` is what came of a test.
    static func page(
        _ changing: SettingsChanging, _ plan: SettingsPlan, said: HTML? = nil
    ) -> Page {
        let visit = changing.visit
        let title = visit.say("ตรวจก่อนบันทึก", "Check before it is recorded")
        var page = Page("\(title) – \(changing.title)") {
            said
            h1 { title }
            p(.class("lead")) { changing.title }
            Parts.note { p { visit.language(changing.part.effect) } }
            remarks(plan, visit)
            steps(plan, visit)
            lines(plan.lines, visit)
            SettingsSight.section(changing.part, plan, visit)
            visit.form(to: changing.action) {
                Once.input
                SettingsChanging.seen(changing.shown(visit.settings))
                if changing.isRemoval {
                    input(.type("hidden"), .name(SettingsChanging.removal), .value("yes"))
                }
                for field in changing.typed.fields
                where !SettingsChanging.Field.own.contains(field.name) {
                    input(.type("hidden"), .name(field.name), .value(field.value))
                }
                div(.class("actions")) {
                    button(
                        .class("button"), .type("submit"), .name(SettingsChanging.Field.act),
                        .value(SettingsChanging.Field.confirm)
                    ) { visit.say("ยืนยันและบันทึก", "Confirm and record") }
                    TemplateTest.button(changing.part, plan, visit)
                    button(
                        .class("button second"), .type("submit"),
                        .name(SettingsChanging.Field.act), .value("edit")
                    ) { visit.say("กลับไปแก้ไข", "Back to the form") }
                }
            }
        }
        page.isNarrow = false
        return page
    }

    /// What will not fit together, though it may be recorded.
    private static func remarks(_ plan: SettingsPlan, _ visit: Visit) -> HTML? {
        let remarks = plan.remarks
        return remarks.isEmpty ? nil : ServiceRemarks.note(remarks.map(\.wording), visit)
    }

    /// The events that would be recorded.
    private static func steps(_ plan: SettingsPlan, _ visit: Visit) -> HTML {
        ul {
            for change in plan.changes {
                li {
                    visit.language(type(of: change.event.data).meaning)
                    span(.class("soft")) {
                        " – " + FieldLabel.place(change.path, visit.language)
                    }
                }
            }
        }
    }

    private static func lines(_ lines: [SettingsLine], _ visit: Visit) -> HTML {
        Parts.table(visit.say("สิ่งที่เปลี่ยน", "What changes"), isCaptioned: true) {
            Parts.heads(
                [
                    visit.say("ที่", "Where"),
                    visit.say("เดิม", "Before"),
                    visit.say("ใหม่", "After"),
                ])
            tbody {
                for line in lines {
                    tr {
                        td { FieldLabel.place(line.path, visit.language) }
                        td(.class("value")) { line.before ?? "–" }
                        td(.class("value")) { line.after ?? "–" }
                    }
                }
            }
        }
    }
}

extension SettingsPart {
    /// What a change means, and for whom.
    fileprivate var effect: Wording {
        switch self {
        case .services:
            Wording(
                thai: "ใช้กับคำร้องที่เริ่มยื่นหลังจากนี้ คำร้องที่ยื่นแล้วและแบบที่กำลังกรอกยังใช้รุ่นเดิมจนจบ",
                english: "It holds for petitions begun from now on. Cases that were filed, and "
                    + "forms being filled in, keep their version to the end.")
        case .holidays, .openDays, .hours, .calendarYears:
            Wording(
                thai: "กำหนดเวลาของคำร้องที่ยังไม่เสร็จจะคำนวณใหม่ตามปฏิทินนี้ วันที่ผ่านไปแล้วไม่เปลี่ยน",
                english: "The deadlines of open cases are counted anew by this calendar. Days that "
                    + "have passed stay as they were counted.")
        case .categories, .departments, .agencies:
            Wording(
                thai: "คำร้องเดิมยังแสดงชื่อที่ใช้อยู่ หน่วยงานที่ยุบแล้วเรื่องจะไปที่หน่วยงานที่รับช่วง",
                english: "Earlier cases go on naming it. What belonged to a department that is no "
                    + "more goes to its successor.")
        case .passwords:
            Wording(
                thai: "ใช้กับรหัสผ่านที่ตั้งใหม่หลังจากนี้ รหัสผ่านเดิมยังใช้ได้",
                english: "It holds for passwords set from now on; those that are set go on working."
            )
        case .signIn:
            Wording(
                thai: "มีผลเมื่อเข้าสู่ระบบครั้งถัดไป ผู้ที่ตั้งรหัสขั้นที่สองไว้แล้วต้องใช้ทุกครั้ง "
                    + "แม้หน้าที่ไม่อยู่ในรายการ",
                english: "It holds from the next sign-in on. Whoever has set up a second factor "
                    + "shows it at each sign-in in any case.")
        case .photos, .registration, .consents, .loginProviders:
            Wording(
                thai: "ใช้กับผู้ที่ลงทะเบียนหรือส่งภาพหลังจากนี้ บัญชีเดิมไม่เปลี่ยน",
                english: "It holds for whoever registers or sends photos from now on; accounts "
                    + "that exist stay as they are.")
        case .numbering:
            Wording(
                thai: "ใช้กับเลขคำร้องถัดไป เลขที่ออกแล้วไม่เปลี่ยน",
                english: "It holds from the next number on; numbers that were given stay.")
        case .terms, .notice:
            Wording(
                thai: "เผยแพร่เป็นฉบับใหม่ การยอมรับเดิมยังชี้ไปที่ฉบับเดิม",
                english: "It is published as a new version; earlier acceptances name the old one.")
        case .messaging, .templates:
            Wording(
                thai: "มีผลกับข้อความที่ส่งหลังจากบันทึก",
                english: "It holds for messages that go out from now on.")
        case .office, .uploads, .texts, .menu, .news, .channels,
            .retention, .disclosure, .subscribers:
            Wording(
                thai: "มีผลทันทีที่บันทึกกับทุกคนที่เปิดหน้าเว็บ",
                english: "It holds at once, for everybody who opens the pages.")
        }
    }
}
